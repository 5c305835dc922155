"""How many are watching, in a pill with an eye."""

import msgspec

from console.model.state import State
from console.ports.overlay import Area, Brush, Motion, OverlayDriver
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
    margin, pad, gap = brush.px(looks.MARGIN / 2), brush.px(18), brush.px(10)
    before, after = brush.say(WATCHING_NOW, count="\0").split("\0")
    eye = Area(margin + pad, 0, brush.px(34), brush.px(24))
    room = max_width - 2 * margin - 2 * pad - eye.width - 3 * gap
    count = brush.fitted(f"{content.viewers:,}", room * 0.5, size=brush.px(32), floor=brush.px(22), bold=True)
    words = [
        brush.fitted(part, room * 0.5, size=brush.px(looks.SMALL), floor=brush.px(16), bold=True)
        for part in (before, after)
    ]
    parts = [part for part in (words[0], count, words[1]) if part.lines]
    pill_width = 2 * pad + eye.width + gap + sum(part.width for part in parts) + brush.px(6) * (len(parts) - 1)
    pill = Area(margin, margin, pill_width, max_height - 2 * margin)
    brush.panel(pill, looks.SHADE, radius=pill.height / 2)
    middle = pill.y + pill.height / 2
    brush.eye(Area(eye.x, middle - eye.height / 2, eye.width, eye.height), looks.WHITE, looks.NIGHT)
    x = eye.right + gap
    foot = middle + count.size * 0.36
    for part in parts:
        brush.write(part, x, foot - part.size * 0.88, looks.WHITE)
        x += part.width + brush.px(6)
    return min(max_width, int(pill.right + margin + 1) // 2 * 2), max_height


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
