"""The product on sale: picture, number, name, was-price, price, tag."""

import msgspec

from console.model.product import Money
from console.model.selling import Badge, Over, product_shown
from console.ports.brush import Area, Brush
from console.ports.overlay import Motion, OverlayDriver, Sight
from console.words.on_air import HOT, LOW_STOCK, OVER, PRICE_OVER, SOLD_OUT, TAX_INCLUDED
from overlays import marks
from overlays import theme as looks
from overlays.marks import PriceLine
from overlays.price import amount_of


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Which product; its data is the show's."""

    product: str = ""
    """Id of a product; empty: the one that is explained."""
    tax_included: bool = True
    """Say beside a price in yen that tax is in it, as Japanese law wants prices shown."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    number: int
    name: str
    price: Money | None = None
    """None: not open yet."""
    was_price: Money | None = None
    tag: str = ""
    badges: tuple[Badge, ...] = ()
    sold_out: bool = False
    over: Over = ""
    """Its offer has just ended: that stands in place of a price."""
    picture: str = ""
    tax_included: bool = True


def select(settings: Settings, sight: Sight) -> Content | None:
    """The product that is set or explained, at the terms of now."""
    shown = product_shown(sight.state, settings.product or sight.state.explaining.product, show_us=sight.show_us)
    if shown is None:
        return None
    product, price = shown.product, shown.price
    return Content(
        number=product.number,
        name=product.name,
        price=price.price,
        was_price=price.was_price,
        tag=product.tag,
        badges=shown.badges,
        sold_out=shown.sold_out,
        over=shown.over,
        picture=product.picture,
        tax_included=settings.tax_included and price.tax_included and product.price.currency == "JPY",
    )


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """A column with the picture on top; where there is more width than height, the picture stands left."""
    margin = brush.px(looks.MARGIN)
    card = Area(0, 0, max_width, max_height).inset(margin, margin / 2)
    beside = card.width > card.height * 1.25
    text_width = (card.width * 0.60 if beside else card.width) - 2 * brush.px(looks.PAD)
    words = _Words(content, brush, text_width)
    if beside:
        picture = Area(card.x, card.y, min(card.width * 0.40, card.height * 0.80), card.height)
        text_left, text_top = picture.right, card.y + (card.height - words.height) / 2
    else:
        # Why: 4:5 as the shop shoots it, but the words come first: the picture gives way down to a flat strip.
        picture = Area(card.x, card.y, card.width, max(0.0, min(card.width * 1.25, card.height - words.height)))
        card = Area(card.x, card.y, card.width, picture.height + words.height)
        text_left, text_top = card.x, picture.bottom
    brush.panel(card, looks.card_of(brush.theme), radius=brush.px(looks.RADIUS), shadow=0.5)
    with brush.clipped(card, radius=brush.px(looks.RADIUS)):
        marks.thumbnail(brush, content.picture, picture, radius=0)
        if content.sold_out or content.over:
            brush.panel(picture, looks.VEIL)
    brush.panel(card, "#FFFFFF00", radius=brush.px(looks.RADIUS), line=looks.line_of(brush.theme))
    _badges(content, brush, picture)
    words.write(text_left + brush.px(looks.PAD), text_top)
    return max_width, marks.even(card.bottom + margin / 2, max_height)


def _badges(content: Content, brush: Brush, picture: Area) -> None:
    """Number in the upper left corner of the picture, what makes it sell as pills from the lower left upwards."""
    gap = brush.px(10)
    if picture.height < brush.px(100):
        return
    marks.number(brush, content.number, picture.x + gap, picture.y + gap)
    if content.sold_out or content.over:
        said = brush.say(SOLD_OUT if content.sold_out else OVER)
        words = brush.fitted(said, picture.width - 4 * gap, size=brush.px(52), bold=True)
        marks.centred(brush, words, picture, looks.WHITE)
        return
    corner, room = (picture.x + gap, picture.bottom - gap), picture.width - 2 * gap
    urgent = {"low_stock": LOW_STOCK, "hot": HOT}
    for badge in content.badges[: 1 if picture.height < brush.px(150) else 2]:
        place = marks.pill(brush, brush.say(urgent[badge]), corner, room, fill=looks.ALARM, ink=looks.WHITE)
        corner = (corner[0], place.y - brush.px(6))
    if content.tag and corner[1] - brush.px(38 + 10 + 38) > picture.y:
        fill = brush.theme.brand
        marks.pill(brush, content.tag, corner, room, fill=fill, ink=looks.ink_on(fill))


class _Words:
    """Name, was-price and price under one another, made to fit a width."""

    def __init__(self, content: Content, brush: Brush, width: float) -> None:
        self._brush = brush
        self._width = width
        small, name_size = brush.px(looks.SMALL), brush.px(looks.BODY)
        self.name = brush.fitted(content.name, width, size=name_size, floor=brush.px(24), lines=2, bold=False)
        self.tax = brush.fitted(
            brush.say(TAX_INCLUDED) if content.tax_included else "", width / 2, size=brush.px(looks.SMALL)
        )
        was = str(amount_of(content.was_price)) if content.was_price else ""
        self.was = brush.fitted(was, width * 0.72, size=small, floor=small * 0.5)
        self.price = PriceLine(brush, content.price, width, size=brush.px(looks.PRICE), floor=brush.px(12))
        over = brush.say(PRICE_OVER) if content.over else ""
        room = brush.px(looks.PRICE + looks.SMALL + 7)
        self.over = brush.fitted(over, width, size=brush.px(32), floor=brush.px(16), lines=2, height=room, bold=True)

    @property
    def _tax_beside(self) -> bool:
        """There is room for it to the right of the price."""
        return self.price.width + self._brush.px(8) + self.tax.width <= self._width

    @property
    def _row(self) -> float:
        """Height of the line between name and price: was-price, and 税込 where it finds no room below."""
        needed = bool(self.over.lines) or bool(self.was.lines) or (bool(self.tax.lines) and not self._tax_beside)
        return self._brush.px(looks.SMALL + 7) if needed else 0.0

    @property
    def height(self) -> float:
        """All of it with its paddings."""
        return self._brush.px(32) + self.name.height + self._row + self.price.figures.height

    def write(self, x: float, y: float) -> None:
        brush, theme = self._brush, self._brush.theme
        quiet, accent = looks.quiet_of(theme), looks.accent_of(theme, large=True)
        y += brush.px(10)
        brush.write(self.name, x, y, looks.ink_of(theme))
        y += self.name.height + brush.px(10)
        if self.over.lines:
            room = self._row + self.price.figures.height
            brush.write(self.over, x, y + (room - self.over.height) / 2, quiet)
            return
        brush.write(self.was, x, y, quiet, struck=True)
        if not self._tax_beside:
            brush.write(self.tax, x + self._width, y + self.was.height * 0.1, quiet, align="right")
        y += self._row
        self.price.write(x, y, accent)
        if self._tax_beside:
            foot = y + self.price.figures.size * 0.88
            brush.write(self.tax, x + self.price.width + brush.px(8), foot - self.tax.size * 0.88, quiet)


DRIVER = OverlayDriver(
    kind="product_card",
    title_ja="商品カード",
    title_en="Product card",
    settings=Settings,
    content=Content,
    select=select,
    paint=paint,
    slot="right_column",
    motion=Motion(enter="slide"),
    timed=True,
)
