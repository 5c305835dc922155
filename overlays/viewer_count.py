"""How many are watching, in a pill with an eye."""

import msgspec

from console.ports.brush import Area, Brush
from console.ports.overlay import Live, Motion, OverlayDriver, Sight
from console.words.on_air import WATCHING_NOW
from overlays import theme as looks
from overlays.counted import counted


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """When a count is worth showing."""

    at_least: int = 1
    """Below this the pill stays off air."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    count: str


def select(settings: Settings, sight: Sight) -> Content | None:
    """The count, unless it is unknown: rather none than a wrong one."""
    viewers = sight.state.audience.viewers
    return None if viewers is None or viewers < max(1, settings.at_least) else Content(count=f"{viewers:,}")


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """Large figures within the sentence, whichever language says it."""
    margin, pad, gap = brush.px(looks.MARGIN), brush.px(18), brush.px(10)
    eye = Area(margin + pad, 0, brush.px(34), brush.px(24))
    room = max_width - 2 * margin - 2 * pad - eye.width - gap
    words, figures = brush.px(looks.SMALL), brush.px(32)
    line = counted(brush, WATCHING_NOW, "count", content.count, room, words=words, figures=figures)
    pill = Area(margin, margin / 2, 2 * pad + eye.width + gap + line.width, max_height - margin)
    brush.panel(pill, looks.SHADE, radius=pill.height / 2)
    middle = pill.y + pill.height / 2
    brush.eye(Area(eye.x, middle - eye.height / 2, eye.width, eye.height), looks.WHITE, looks.NIGHT)
    line.write(eye.right + gap, middle + line.size * 0.36, (looks.WHITE, looks.WHITE))
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
    live=Live(("count",), rolls=True, calm_us=2_000_000),
)
