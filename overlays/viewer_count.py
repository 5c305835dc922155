"""How many are watching, in a pill with an eye."""

import msgspec

from console.model.state import State
from console.ports.overlay import Area, Brush, FittedText, Motion, OverlayDriver
from console.words.on_air import WATCHING_NOW
from overlays import theme as looks


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """When a count is worth showing."""

    at_least: int = 1
    """Below this the pill stays off air."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    viewers: int


def select(settings: Settings, state: State) -> Content | None:
    """The count, unless it is unknown: rather none than a wrong one."""
    viewers = state.audience.viewers
    return None if viewers is None or viewers < max(1, settings.at_least) else Content(viewers=viewers)


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """Large figures within the sentence, whichever language says it."""
    margin, pad, gap = brush.px(looks.MARGIN), brush.px(18), brush.px(10)
    before, after = brush.say(WATCHING_NOW, count="\0").split("\0")
    eye = Area(margin + pad, 0, brush.px(34), brush.px(24))
    room = max_width - 2 * margin - 2 * pad - eye.width - gap
    parts = _parts(f"{content.viewers:,}", before, after, brush, 1.0)
    wanted = _width(parts, brush)
    if wanted > room:
        parts = _parts(f"{content.viewers:,}", before, after, brush, room / wanted * 0.98)
    pill_width = 2 * pad + eye.width + gap + _width(parts, brush)
    pill = Area(margin, margin / 2, pill_width, max_height - margin)
    brush.panel(pill, looks.SHADE, radius=pill.height / 2)
    middle = pill.y + pill.height / 2
    brush.eye(Area(eye.x, middle - eye.height / 2, eye.width, eye.height), looks.WHITE, looks.NIGHT)
    x = eye.right + gap
    foot = middle + max(part.size for part in parts) * 0.36
    for part in parts:
        brush.write(part, x, foot - part.size * 0.88, looks.WHITE)
        x += part.width + brush.px(6)
    return min(max_width, int(pill.right + margin + 1) // 2 * 2), max_height


def _parts(count: str, before: str, after: str, brush: Brush, share: float) -> list[FittedText]:
    """The sentence in up to three pieces, at a share of their sizes."""
    sizes = (looks.SMALL, 32, looks.SMALL)
    pieces = zip((before, count, after), sizes, strict=True)
    parts = [brush.fitted(piece, 10_000, size=brush.px(size) * share, bold=True) for piece, size in pieces]
    return [part for part in parts if part.lines]


def _width(parts: list[FittedText], brush: Brush) -> float:
    return sum(part.width for part in parts) + brush.px(6) * (len(parts) - 1)


DRIVER = OverlayDriver(
    kind="viewer_count",
    title_ja="視聴者数",
    title_en="Viewer count",
    settings=Settings,
    content=Content,
    select=select,
    paint=paint,
    slot="top_right",
    motion=Motion(enter="fade"),
)
