"""Before the show: its title, and how long until it begins."""

import math
from datetime import datetime

import msgspec

from console.ports.brush import Area, Brush, LiveText
from console.ports.overlay import Live, Motion, OverlayDriver, Sight
from console.words.on_air import STARTS_IN, STARTS_SOON
from overlays import slate
from overlays import theme as looks
from overlays.sale_clock import clock_words


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """When the show begins, and what stands behind the words."""

    begins: str = ""
    """ISO 8601 with offset; empty: so long after the slate came on air."""
    count_s: float = 0.0
    """Seconds from coming on air to the beginning; 0: no countdown."""
    title: str = ""
    """Empty: the show's."""
    picture: str = ""
    """In the show folder; empty: the brand's colour."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    title: str
    left: str = ""
    """Empty: any moment now."""
    picture: str = ""


def select(settings: Settings, sight: Sight) -> Content | None:
    """The title, and the time that is left for the slowest viewers."""
    title = settings.title or sight.state.show.title
    begins_us = _begins_us(settings, sight)
    left_us = 0 if begins_us is None else max(0, begins_us - sight.show_us - sight.delay_us)
    return Content(title=title, left=clock_words(left_us) if left_us else "", picture=settings.picture)


def _begins_us(settings: Settings, sight: Sight) -> int | None:
    """On the show clock; None: nobody knows."""
    if settings.begins:
        try:
            begins = datetime.fromisoformat(settings.begins)
        except ValueError:
            return None
        return round(begins.timestamp() * 1e6) if begins.tzinfo is not None else None
    on_air = sight.state.overlays.get(sight.overlay)
    if on_air is None or settings.count_s <= 0 or not math.isfinite(settings.count_s):
        return None
    return on_air.shown_us + round(settings.count_s * 1e6)


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """Title large; under it the digits in boxes, or that it begins soon."""
    if not content.left:
        soon = brush.say(STARTS_SOON)
        large, small = (content.title, soon) if content.title else (soon, "")
        return slate.plain(brush, max_width, max_height, large=large, small=small, picture=content.picture)
    slate.ground(brush, max_width, max_height, content.picture)
    place = slate.stage(max_width, max_height)
    top = slate.logo(brush, place) + brush.px(20)
    text = _digits(content.left, brush, place.width)
    box_height, middle = text.size * 1.4, place.x + place.width / 2
    label = brush.fitted(brush.say(STARTS_IN), place.width, size=brush.px(34), floor=brush.px(20))
    clock_top = place.bottom - box_height
    brush.write(label, middle, clock_top - brush.px(24) - label.size, looks.WHITE, align="centre")
    left = (middle - text.width / 2) // 2 * 2
    for sign, cell in text.cells(left, clock_top):
        if sign.isdigit():
            box = Area(cell.x, clock_top, cell.width, box_height)
            brush.panel(box, looks.BOX, to=looks.NIGHT, radius=brush.px(16))
    brush.write_live("left", text, left, clock_top + (box_height - text.size) / 2, looks.WHITE)
    foot = clock_top - brush.px(24 + 24) - label.size
    room = Area(place.x, top, place.width, foot - top)
    head = slate.headline(brush, content.title, room, size=60)
    brush.write(head, middle, room.y + (room.height - head.height) / 2, looks.WHITE, align="centre")
    return max_width // 2 * 2, max_height // 2 * 2


def _digits(words: str, brush: Brush, room: float) -> LiveText:
    share = 1.0
    while True:
        size = brush.px(120) * share
        text = brush.live(words, size=size, cell=size * 0.86, gap=size * 0.08)
        if text.width <= room or share < 0.1:
            return text
        share *= 0.95


DRIVER = OverlayDriver(
    kind="slate_opening",
    title_ja="オープニングスレート",
    title_en="Opening slate",
    settings=Settings,
    content=Content,
    select=select,
    paint=paint,
    slot="full",
    motion=Motion(enter="fade"),
    live=Live(("left",)),
    timed=True,
)
