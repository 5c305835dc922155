"""A coupon as a ticket: the discount on the stub, the code to type beside it."""

import msgspec

from console.model.state import State
from console.ports.overlay import Area, Brush, FittedText, Motion, OverlayDriver
from console.words.on_air import COUPON, COUPONS_GONE, COUPONS_LEFT
from overlays import theme as looks


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Which coupon; its data is the show's."""

    coupon: str = ""
    """Id of a coupon; empty: the first."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    code: str
    title: str
    discount: str
    left: int | None = None
    """How many can still be claimed; None: no limit."""
    until: str = ""


def select(settings: Settings, state: State) -> Content | None:
    """The coupon that is set, if the show has it."""
    coupons = state.show.coupons
    coupon = coupons.get(settings.coupon) if settings.coupon else next(iter(coupons.values()), None)
    if coupon is None:
        return None
    left = None if coupon.quota is None else max(0, coupon.quota - coupon.claimed)
    return Content(code=coupon.code, title=coupon.title, discount=coupon.discount, left=left, until=coupon.until)


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """Stub in the brand's colour to the left, white paper with the code to the right."""
    ticket = Area(0, 0, max_width, max_height).inset(brush.px(looks.MARGIN))
    split = ticket.x + ticket.width * 0.37
    brush.ticket(ticket, brush.theme.brand, looks.WHITE, split=split, notch=brush.px(11), radius=brush.px(14))
    top, foot = ticket.y + brush.px(19), ticket.bottom - brush.px(19)
    brush.perforation((split, top), (split, foot), looks.WHITE, width=brush.px(6))
    _stub(content, brush, Area(ticket.x, ticket.y, split - ticket.x, ticket.height).inset(brush.px(12), brush.px(10)))
    _paper(
        content, brush, Area(split, ticket.y, ticket.right - split, ticket.height).inset(brush.px(16), brush.px(12))
    )
    return max_width, max_height


def _stub(content: Content, brush: Brush, area: Area) -> None:
    discount = brush.fitted(
        content.discount,
        area.width,
        size=brush.px(58),
        floor=brush.px(26),
        lines=2,
        height=area.height,
        bold=True,
        pitch=1.06,
    )
    top = area.y + (area.height - discount.height) / 2
    brush.write(discount, area.x + area.width / 2, top, looks.ink_on(brush.theme.brand), align="centre")


def _paper(content: Content, brush: Brush, area: Area) -> None:
    small, floor = brush.px(looks.SMALL), brush.px(18)
    title = brush.fitted(content.title or brush.say(COUPON), area.width, size=brush.px(26), floor=floor, bold=True)
    brush.write(title, area.x, area.y, looks.NIGHT)
    left, until = _remaining(content, brush), content.until
    both = "・".join(part for part in (left, until) if part)
    rest = brush.fitted(both, area.width, size=small, floor=floor, bold=True)
    if rest.cut and left:  # Why: half an hour of the day misleads; how many are left does not.
        rest = brush.fitted(left, area.width, size=small, floor=floor, bold=True)
    brush.write(rest, area.x, area.bottom - rest.size, _urgent(brush))
    top, foot = area.y + title.size + brush.px(8), area.bottom - (rest.size + brush.px(8) if rest.lines else 0)
    box = Area(area.x, top, area.width, foot - top)
    brush.panel(box, looks.mixed(brush.theme.brand, looks.WHITE, 0.08), radius=brush.px(8))
    code = _code(content.code, brush, box.inset(brush.px(8), box.height * 0.07))
    brush.write(code, box.x + box.width / 2, box.y + (box.height - code.height) / 2, looks.NIGHT, align="centre")


def _code(code: str, brush: Brush, room: Area) -> FittedText:
    """Equally wide characters; a long code gives that up, then its one line: cut it would be worth nothing."""
    size = min(brush.px(38), room.height)
    made = brush.fitted(code, room.width, size=size, floor=brush.px(22), bold=True, mono=True)
    if made.cut:
        made = brush.fitted(code, room.width, size=size, floor=brush.px(18), bold=True)
    if made.cut:
        made = brush.fitted(
            code, room.width, size=size, floor=brush.px(10), lines=3, height=room.height, bold=True, pitch=1.05
        )
    return made


def _remaining(content: Content, brush: Brush) -> str:
    if content.left is None:
        return ""
    return brush.say(COUPONS_LEFT, count=f"{content.left:,}") if content.left else brush.say(COUPONS_GONE)


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
)
