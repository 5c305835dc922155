"""A coupon as a ticket: the discount on the stub, the code to type beside it."""

import msgspec

from console.model.state import State
from console.ports.overlay import Area, Brush, Motion, OverlayDriver
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
    split = ticket.x + ticket.width * 0.40
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
    title = brush.fitted(
        content.title or brush.say(COUPON), area.width, size=brush.px(26), floor=brush.px(22), bold=True
    )
    brush.write(title, area.x, area.y, looks.NIGHT)
    rest = brush.fitted(
        _remaining(content, brush), area.width, size=brush.px(looks.SMALL), floor=brush.px(19), bold=True
    )
    brush.write(rest, area.x, area.bottom - rest.size, _urgent(brush))
    top, foot = area.y + title.size + brush.px(8), area.bottom - (rest.size + brush.px(8) if rest.lines else 0)
    box = Area(area.x, top, area.width, foot - top)
    brush.panel(box, looks.mixed(brush.theme.brand, looks.WHITE, 0.08), radius=brush.px(8))
    code = brush.fitted(
        content.code,
        box.width - brush.px(16),
        size=min(brush.px(38), box.height * 0.86),
        floor=brush.px(16),
        bold=True,
        mono=True,
    )
    brush.write(code, box.x + box.width / 2, box.y + (box.height - code.height) / 2, looks.NIGHT, align="centre")


def _remaining(content: Content, brush: Brush) -> str:
    left = ""
    if content.left is not None:
        left = brush.say(COUPONS_LEFT, count=f"{content.left:,}") if content.left else brush.say(COUPONS_GONE)
    return "・".join(part for part in (left, content.until) if part)


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
