"""A price that is not told yet, and flips open when it is."""

import msgspec

from console.model.product import Money
from console.model.selling import Over, product_shown
from console.ports.brush import Area, Brush
from console.ports.overlay import Motion, OverlayDriver, Sight
from console.words.on_air import OVER, PRICE_OPENED, PRICE_OVER, PRICE_SOON, SOLD_OUT, TAX_INCLUDED
from console.words.saying import Saying
from overlays import marks
from overlays import theme as looks
from overlays.marks import PriceLine
from overlays.price import amount_of


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Of which product; whether its price is open is the offer's."""

    product: str = ""
    """Id of a product; empty: the one that is explained."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    number: int
    name: str
    price: Money | None = None
    """None: not open yet."""
    was_price: Money | None = None
    sold_out: bool = False
    over: Over = ""
    """Its offer has just ended: that stands in place of a price."""
    picture: str = ""
    tax_included: bool = True


def select(settings: Settings, sight: Sight) -> Content | None:
    """The price, as far as it may be told."""
    shown = product_shown(sight.state, settings.product or sight.state.explaining.product, show_us=sight.show_us)
    if shown is None:
        return None
    product, price = shown.product, shown.price
    return Content(
        number=product.number,
        name=product.name,
        price=price.price,
        was_price=price.was_price,
        sold_out=shown.sold_out,
        over=shown.over,
        picture=product.picture,
        tax_included=price.tax_included and product.price.currency == "JPY",
    )


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """Picture to the left, name above, and the board that flips."""
    theme, margin = brush.theme, brush.px(looks.MARGIN)
    card = Area(0, 0, max_width, max_height).inset(margin, margin / 2)
    radius = brush.px(looks.RADIUS)
    brush.panel(card, looks.card_of(theme), radius=radius, shadow=0.5)
    picture = Area(card.x, card.y, card.height * 1.08, card.height)
    with brush.clipped(card, radius=radius):
        marks.thumbnail(brush, content.picture, picture, radius=0)
    marks.number(brush, content.number, picture.x + brush.px(8), picture.y + brush.px(8))
    inside = Area(picture.right, card.y, card.right - picture.right, card.height).inset(brush.px(16), brush.px(12))
    above = _above(content, brush, inside)
    board = Area(inside.x, above, inside.width, inside.bottom - above)
    with brush.part("board", board, "flip"):
        _board(content, brush, board)
    return max_width, max_height


def _above(content: Content, brush: Brush, inside: Area) -> float:
    """Name, and the was-price to the right of it; the y where they end."""
    theme, size = brush.theme, brush.px(looks.BODY)
    was = str(amount_of(content.was_price)) if content.was_price and content.price else ""
    old = brush.fitted(was, inside.width * 0.34, size=brush.px(looks.SMALL), floor=brush.px(12))
    room = inside.width - (old.width + brush.px(14) if old.lines else 0)
    name = brush.fitted(content.name, room, size=size, floor=brush.px(22))
    brush.write(name, inside.x, inside.y, looks.ink_of(theme))
    top = inside.y + name.size * 0.94 - old.size * 0.94
    brush.write(old, inside.right - brush.px(3), top, looks.quiet_of(theme), align="right", struck=True)
    return inside.y + size + brush.px(10)


def _board(content: Content, brush: Brush, board: Area) -> None:
    """What is said of the price on a plate; both its faces are equally large."""
    theme, pad, open_now = brush.theme, brush.px(14), content.price is not None
    fill = theme.brand if open_now else looks.BOX
    foot = looks.deep_of(fill) if open_now else looks.NIGHT
    if content.sold_out:
        fill, foot = looks.BOX, looks.NIGHT
    ink = looks.ink_on(fill)
    brush.panel(board, fill, to=foot, radius=brush.px(12))
    words = brush.say(_word(content))
    label = brush.fitted(words, board.width * 0.26, size=brush.px(24), floor=brush.px(16), lines=2, bold=True)
    brush.write(label, board.x + pad, board.y + (board.height - label.height) / 2, ink)
    if content.over:
        used = label.width + 2 * pad
        _over(brush, Area(board.x + used, board.y, board.width - used - pad, board.height))
        return
    taxed = brush.say(TAX_INCLUDED) if content.tax_included and open_now else ""
    tax = brush.fitted(taxed, board.width * 0.14, size=brush.px(20), floor=brush.px(14))
    tax_room = tax.width + brush.px(8) if tax.lines else 0.0
    room = board.width - label.width - 3 * pad - tax_room
    size = min(brush.px(74), board.height * 0.94)
    price = PriceLine(brush, content.price, room, size=size, floor=brush.px(14))
    # Why: figures are as high as 0.73 of an ideograph and stand on its foot; the middle is theirs.
    top = board.y + board.height / 2 - price.figures.size * 0.515
    left = board.right - pad - tax_room - price.width
    price.write(left, top, ink)
    foot_y = top + price.figures.size * 0.88
    brush.write(tax, board.right - pad, foot_y - tax.size * 0.88, ink, align="right")


def _word(content: Content) -> Saying:
    """What is said of the price beside it."""
    if content.sold_out:
        return SOLD_OUT
    if content.over:
        return OVER
    return PRICE_SOON if content.price is None else PRICE_OPENED


def _over(brush: Brush, area: Area) -> None:
    """That the offer has ended, in place of a price."""
    said = brush.say(PRICE_OVER)
    words = brush.fitted(said, area.width, size=brush.px(34), floor=brush.px(16), lines=2, height=area.height * 0.9)
    brush.write(words, area.right, area.y + (area.height - words.height) / 2, looks.ink_on(looks.BOX), align="right")


DRIVER = OverlayDriver(
    kind="price_reveal",
    title_ja="価格オープン",
    title_en="Price reveal",
    settings=Settings,
    content=Content,
    select=select,
    paint=paint,
    slot="lower_band",
    motion=Motion(enter="slide"),
    timed=True,
)
