"""A coupon as a ticket: the discount on the stub, the code to type beside it."""

from datetime import UTC, datetime, timedelta

import msgspec

from console.model.selling import coupon_shown
from console.ports.brush import Area, Brush, FittedText
from console.ports.overlay import Live, Motion, OverlayDriver, Sight
from console.words.on_air import COUPON, COUPONS_GONE, COUPONS_LEFT, UNTIL
from overlays import theme as looks
from overlays.counted import counted


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Which coupon; its data is the show's."""

    coupon: str = ""
    """Id of a coupon; empty: the first."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    code: str
    title: str
    discount: str
    left: str = ""
    """How many can still be claimed; empty: no limit."""
    gone: bool = False
    """All are claimed."""
    until: str = ""
    """Time of the day, with the date unless it is today."""


def select(settings: Settings, sight: Sight) -> Content | None:
    """The coupon that is set, while it counts."""
    key = settings.coupon or next(iter(sight.state.show.coupons), "")
    coupon = coupon_shown(sight.state, key, show_us=sight.show_us)
    if coupon is None:
        return None
    left = "" if coupon.left is None else f"{coupon.left:,}"
    until = _until(coupon.until, sight.show_us)
    return Content(
        code=coupon.code, title=coupon.title, discount=coupon.discount, left=left, gone=coupon.left == 0, until=until
    )


def _until(moment: str, show_us: int) -> str:
    """21:30, or 11/30 21:30 on another day, as the clocks of the shop show it."""
    if not moment:
        return ""
    end = datetime.fromisoformat(moment)
    now = datetime.fromtimestamp(0, UTC) + timedelta(microseconds=show_us)
    is_today = now.astimezone(end.tzinfo).date() == end.date()
    return f"{end:%H:%M}" if is_today else f"{end.month}/{end.day} {end:%H:%M}"


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """Stub in the brand's colour to the left, white paper with the code to the right."""
    ticket = Area(0, 0, max_width, max_height).inset(brush.px(looks.MARGIN), brush.px(looks.MARGIN / 2))
    split = ticket.x + ticket.width * 0.35
    brush.ticket(ticket, brush.theme.brand, looks.WHITE, split=split, notch=brush.px(11), radius=brush.px(14))
    top, foot = ticket.y + brush.px(19), ticket.bottom - brush.px(19)
    brush.perforation((split, top), (split, foot), looks.WHITE, width=brush.px(6))
    _stub(content, brush, Area(ticket.x, ticket.y, split - ticket.x, ticket.height).inset(brush.px(12), brush.px(10)))
    _paper(
        content, brush, Area(split, ticket.y, ticket.right - split, ticket.height).inset(brush.px(12), brush.px(11))
    )
    return max_width, max_height


def _stub(content: Content, brush: Brush, area: Area) -> None:
    discount = _discount(content.discount, brush, area, brush.px(26))
    if discount.cut:
        discount = _discount(content.discount, brush, area, brush.px(12))
    top = area.y + (area.height - discount.height) / 2
    brush.write(discount, area.x + area.width / 2, top, looks.ink_on(brush.theme.brand), align="centre")


def _discount(words: str, brush: Brush, area: Area, floor: float) -> FittedText:
    """Three lines at most; cut it would promise something else."""
    return brush.fitted(
        words, area.width, size=brush.px(58), floor=floor, lines=3, height=area.height, bold=True, pitch=1.06
    )


def _paper(content: Content, brush: Brush, area: Area) -> None:
    small, floor = brush.px(looks.SMALL), brush.px(18)
    title = brush.fitted(
        content.title or brush.say(COUPON), area.width, size=brush.px(looks.BODY), floor=brush.px(21), bold=True
    )
    brush.write(title, area.x, area.y, looks.NIGHT)
    rest = _rest(content, brush, area, small, floor)
    top, foot = area.y + title.size + brush.px(8), area.bottom - (rest + brush.px(8) if rest else 0)
    box = Area(area.x, top, area.width, foot - top)
    brush.panel(box, looks.mixed(brush.theme.brand, looks.WHITE, 0.08), radius=brush.px(8))
    code = _code(content.code, brush, box.inset(brush.px(8), box.height * 0.07))
    brush.write(code, box.x + box.width / 2, box.y + (box.height - code.height) / 2, looks.NIGHT, align="centre")


def _code(code: str, brush: Brush, room: Area) -> FittedText:
    """Equally wide characters unless that makes them small; a long code gives up its one line too, never a letter."""
    size = min(brush.px(38), room.height)
    made = brush.fitted(code, room.width, size=size, floor=brush.px(looks.BODY), bold=True, mono=True)
    if made.cut:
        made = brush.fitted(code, room.width, size=size, floor=brush.px(18), bold=True)
    if made.cut:
        made = brush.fitted(
            code, room.width, size=size, floor=brush.px(10), lines=3, height=room.height, bold=True, pitch=1.05
        )
    return made


def _rest(content: Content, brush: Brush, area: Area, size: float, floor: float) -> float:
    """How many are left and until when, at the foot; its height. Without room for both, how many matters more."""
    until = brush.say(UNTIL, time=content.until) if content.until else ""
    if content.gone or not content.left:
        words = "・".join(part for part in (brush.say(COUPONS_GONE) if content.gone else "", until) if part)
        rest = brush.fitted(words, area.width, size=size, floor=floor, bold=True)
        brush.write(rest, area.x, area.bottom - rest.size, _urgent(brush))
        return rest.size if rest.lines else 0.0
    gap = brush.px(2)  # Figures stand on even pixels and may push what follows them by one.
    while True:
        line = counted(brush, COUPONS_LEFT, "left", content.left, area.width, words=size, figures=size)
        after = brush.fitted(f"・{until}" if until else "", area.width, size=size, bold=True)
        if line.width + gap + after.width <= area.width or size <= floor:
            break
        size -= brush.px(1)
    y = area.bottom - size
    line.write(area.x, y + size * 0.88, (_urgent(brush), _urgent(brush)))
    if line.width + gap + after.width <= area.width:
        brush.write(after, area.x + line.width + gap, y, _urgent(brush))
    return size


def _urgent(brush: Brush) -> str:
    """The brand's colour, readable on the white paper whatever the card is."""
    return looks.accent_of(msgspec.structs.replace(brush.theme, card=looks.WHITE, ink=looks.NIGHT))


DRIVER = OverlayDriver(
    kind="coupon",
    title_ja="クーポン",
    title_en="Coupon",
    settings=Settings,
    content=Content,
    select=select,
    paint=paint,
    slot="above_band",
    motion=Motion(enter="pop"),
    live=Live(("left",)),
    timed=True,
)
