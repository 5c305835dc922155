"""The time of a sale in boxes: until it begins, until it ends, and that it has ended."""

from typing import Literal

import msgspec

from console.ports.brush import Area, Brush, LiveText
from console.ports.overlay import Live, Motion, OverlayDriver, Sight
from console.words.on_air import OVER, SALE_BEGINS, SALE_ENDS, SALE_OVER
from overlays import marks
from overlays import theme as looks
from overlays.sale_clock import clock_words, sale_clock

URGENT_US = 10_000_000
"""The last seconds pulse in red."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Which sale; its times are the show's."""

    offer: str = ""
    """Id of an offer; empty: the one that counts or is live."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    phase: Literal["begins", "ends", "last", "over"]
    left: str = ""


def select(settings: Settings, sight: Sight) -> Content | None:
    """The time of now, earlier by what the viewers are behind."""
    clock = sale_clock(sight, settings.offer)
    if clock is None:
        return None
    if clock.ended:
        return Content(phase="over")
    left = clock_words(clock.left_us)
    if clock.begins:
        return Content(phase="begins", left=left)
    return Content(phase="last" if clock.left_us <= URGENT_US else "ends", left=left)


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """What is counted to the left, digits in boxes to the right."""
    across, down = brush.px(looks.MARGIN), brush.px(looks.MARGIN / 2)
    panel = Area(0, 0, max_width, max_height).inset(across, down)
    radius = brush.px(looks.RADIUS)
    top, foot = _tones(content, brush)
    brush.panel(panel, top, to=foot, radius=radius, shadow=0.5)
    if content.phase == "over":
        _over(brush, panel)
        return max_width, max_height
    ink = looks.ink_on(top)
    left = _digits(content, brush, panel)
    words = brush.say(SALE_BEGINS if content.phase == "begins" else SALE_ENDS)
    pad = brush.px(20)
    room = Area(panel.x + pad, panel.y, left - panel.x - pad - brush.px(10), panel.height)
    size, floor = brush.px(27), brush.px(16)
    label = brush.fitted(words, room.width, size=size, floor=floor, lines=2, height=room.height * 0.8, bold=True)
    brush.write(label, room.x, room.y + (room.height - label.height) / 2, ink)
    return max_width, max_height


def _tones(content: Content, brush: Brush) -> tuple[str, str]:
    if content.phase == "over":
        return looks.NIGHT, looks.BLACK
    if content.phase == "last":
        return looks.ALARM, looks.ALARM_DEEP
    return brush.theme.brand, looks.deep_of(brush.theme.brand)


def _digits(content: Content, brush: Brush, panel: Area) -> float:
    """Boxes at the right end, as wide as the panel allows; the x where they begin."""
    text = _measured(content.left, brush, panel.width * 0.66)
    left = (panel.right - brush.px(16) - text.width) // 2 * 2
    height = min(panel.height - brush.px(24), text.size * 1.42)
    top = panel.y + (panel.height - height) / 2
    boxes = [Area(cell.x, top, cell.width, height) for sign, cell in text.cells(left, top) if sign.isdigit()]
    if content.phase == "last":
        with brush.part("pulse", panel, "pulse"):
            brush.panel(panel, looks.GLOW, radius=brush.px(looks.RADIUS))
            _paint_boxes(brush, boxes)
    _paint_boxes(brush, boxes)
    brush.write_live("left", text, left, top + (height - text.size) / 2, looks.WHITE)
    return left


def _paint_boxes(brush: Brush, boxes: list[Area]) -> None:
    for box in boxes:
        brush.panel(box, looks.BOX, to=looks.NIGHT, radius=brush.px(9))


def _measured(words: str, brush: Brush, room: float) -> LiveText:
    share = 1.0
    while True:
        size = brush.px(50) * share
        text = brush.live(words, size=size, cell=size * 0.86, gap=brush.px(5) * share)
        if text.width <= room or share < 0.2:
            return text
        share *= 0.95


def _over(brush: Brush, panel: Area) -> None:
    """The sentence, and the stamp that comes down beside it."""
    word = brush.fitted(brush.say(OVER), panel.width * 0.4, size=brush.px(46), floor=brush.px(24), bold=True)
    width = word.width + brush.px(36)
    stamp = Area(panel.right - brush.px(18) - width, panel.y + brush.px(13), width, panel.height - brush.px(26))
    with brush.part("stamp", stamp, "stamp"):
        brush.panel(stamp, looks.ALARM, to=looks.ALARM_DEEP, radius=brush.px(12))
        marks.centred(brush, word, stamp, looks.WHITE)
    pad = brush.px(20)
    room = stamp.x - panel.x - 2 * pad
    size, floor = brush.px(26), brush.px(18)
    label = brush.fitted(brush.say(SALE_OVER), room, size=size, floor=floor, lines=2, bold=True)
    brush.write(label, panel.x + pad, panel.y + (panel.height - label.height) / 2, looks.WHITE)


DRIVER = OverlayDriver(
    kind="countdown",
    title_ja="タイムセールのカウントダウン",
    title_en="Flash-sale countdown",
    settings=Settings,
    content=Content,
    select=select,
    paint=paint,
    slot="left_column",
    motion=Motion(enter="pop"),
    live=Live(("left",)),
    timed=True,
)
