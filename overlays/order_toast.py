"""Who has just bought what: the orders of five seconds in one line, with initials only."""

import msgspec

from console.model.state import State
from console.model.toast import GATHERED_US, toast_shown
from console.ports.brush import Area, Brush
from console.ports.overlay import Motion, OverlayDriver, Sight
from console.words.on_air import BOUGHT_MANY, BOUGHT_NAMELESS, BOUGHT_ONE
from overlays import marks
from overlays import theme as looks


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Nothing to set: orders are the shop's."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    who: str
    """Initials; may be empty."""
    orders: int
    number: int
    """Of the product."""


def select(_: Settings, sight: Sight) -> Content | None:
    """What was gathered when these five seconds began: a toast that stands does not change."""
    began_us = sight.show_us // GATHERED_US * GATHERED_US
    toast = toast_shown(_until(sight.state, began_us), show_us=began_us)
    product = sight.state.show.products.get(toast.product) if toast is not None else None
    if toast is None or product is None:
        return None
    return Content(who=toast.initials, orders=toast.orders, number=product.number)


def _until(state: State, show_us: int) -> State:
    """The State as far as its orders were known then."""
    known = tuple(order for order in state.selling.toasts if order.at_us < show_us)
    return msgspec.structs.replace(state, selling=msgspec.structs.replace(state.selling, toasts=known))


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """A pill with a cart, as long as its sentence."""
    across, down, pad = brush.px(looks.MARGIN), brush.px(looks.MARGIN / 2), brush.px(5)
    side = max_height - 2 * down - 2 * pad
    left = across + pad + side + brush.px(10)
    room = max_width - across - brush.px(18) - left
    text = brush.fitted(_sentence(content, brush), room, size=brush.px(looks.BODY), floor=brush.px(16), bold=True)
    pill = Area(across, down, left - across + text.width + brush.px(18), max_height - 2 * down)
    brush.panel(pill, looks.SHADE, radius=pill.height / 2)
    brand = brush.theme.brand
    marks.disc(brush, "cart", Area(pill.x + pad, pill.y + pad, side, side), brand, looks.ink_on(brand))
    brush.write(text, left, pill.y + (pill.height - text.size) / 2, looks.WHITE)
    return min(max_width, int(pill.right + across + 1) // 2 * 2), max_height


def _sentence(content: Content, brush: Brush) -> str:
    number = content.number
    if not content.who:
        return brush.say(BOUGHT_NAMELESS, count=f"{content.orders:,}", number=number)
    if content.orders < 2:
        return brush.say(BOUGHT_ONE, who=content.who, number=number)
    return brush.say(BOUGHT_MANY, who=content.who, others=f"{content.orders - 1:,}", number=number)


DRIVER = OverlayDriver(
    kind="order_toast",
    title_ja="購入のお知らせ",
    title_en="Order toast",
    settings=Settings,
    content=Content,
    select=select,
    paint=paint,
    slot="above_band",
    motion=Motion(enter="slide"),
    timed=True,
)
