"""The product on sale: picture, number, name, was-price, price, tag."""

import msgspec

from console.model.product import Money, Product
from console.model.state import State
from console.ports.overlay import Area, Brush, FittedText, Motion, OverlayDriver
from console.words.on_air import TAX_INCLUDED
from overlays import theme as looks
from overlays.price import amount_of


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Which product; its data is the show's."""

    product: str = ""
    """Id of a product; empty: the one with the lowest number."""
    tax_included: bool = True
    """Say beside a price in yen that tax is in it, as Japanese law wants prices shown."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    number: int
    name: str
    price: Money
    was_price: Money | None = None
    tag: str = ""
    picture: str = ""
    tax_included: bool = True


def select(settings: Settings, state: State) -> Content | None:
    """The product that is set, if the show has it."""
    products = state.show.products
    product = products.get(settings.product) if settings.product else _first(products)
    if product is None:
        return None
    return Content(
        number=product.number,
        name=product.name,
        price=product.price,
        was_price=product.was_price,
        tag=product.tag,
        picture=product.picture,
        tax_included=settings.tax_included and product.price.currency == "JPY",
    )


def _first(products: dict[str, Product]) -> Product | None:
    return min(products.values(), key=lambda product: product.number, default=None)


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """A column with the picture on top; where there is more width than height, the picture stands left."""
    margin = brush.px(looks.MARGIN)
    card = Area(0, 0, max_width, max_height).inset(margin)
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
    brush.panel(card, looks.card_of(brush.theme), radius=brush.px(looks.RADIUS), shadow=True)
    with brush.clipped(card, radius=brush.px(looks.RADIUS)):
        _picture(content, brush, picture)
    brush.panel(card, "#FFFFFF00", radius=brush.px(looks.RADIUS), line=looks.line_of(brush.theme))
    _badges(content, brush, picture)
    words.write(text_left + brush.px(looks.PAD), text_top)
    return max_width, min(max_height, int(card.bottom + margin + 1) // 2 * 2)


def _picture(content: Content, brush: Brush, area: Area) -> None:
    backdrop = looks.mixed(brush.theme.brand, brush.theme.card, looks.PLACEHOLDER)
    brush.panel(area, backdrop)
    if not brush.picture(content.picture, area) and area.height > brush.px(60):
        side = min(area.width, area.height) * 0.30
        middle = Area(area.x + (area.width - side) / 2, area.y + (area.height - side) / 2, side, side)
        brush.bag(middle, looks.mixed(brush.theme.brand, brush.theme.card, 3 * looks.PLACEHOLDER))


def _badges(content: Content, brush: Brush, picture: Area) -> None:
    """Number in the upper left corner of the picture, tag as a pill in the lower left."""
    gap, pad = brush.px(10), brush.px(12)
    if picture.height < brush.px(100):
        return
    label = f"No.{content.number}"
    number = brush.fitted(label, picture.width / 2, size=brush.px(looks.SMALL), bold=True)
    badge = Area(picture.x + gap, picture.y + gap, number.width + 2 * pad, brush.px(38))
    brush.panel(badge, looks.SHADE, radius=badge.height / 2)
    _centred(brush, number, badge, looks.WHITE)
    if content.tag:
        size, floor = brush.px(looks.SMALL), brush.px(looks.SMALL - 4)
        tag = brush.fitted(content.tag, picture.width - 2 * gap - 2 * pad, size=size, floor=floor, bold=True)
        pill = Area(picture.x + gap, picture.bottom - gap - brush.px(40), tag.width + 2 * pad, brush.px(40))
        brush.panel(pill, brush.theme.brand, radius=pill.height / 2)
        _centred(brush, tag, pill, looks.ink_on(brush.theme.brand))


def _centred(brush: Brush, text: FittedText, area: Area, colour: str) -> None:
    brush.write(text, area.x + area.width / 2, area.y + (area.height - text.height) / 2, colour, align="centre")


class _Words:
    """Name, was-price and price under one another, made to fit a width."""

    def __init__(self, content: Content, brush: Brush, width: float) -> None:
        self._brush = brush
        self._width = width
        small, name_size = brush.px(looks.SMALL), brush.px(looks.BODY)
        self.name = brush.fitted(content.name, width, size=name_size, floor=brush.px(24), lines=2, bold=False)
        self.tax = brush.fitted(brush.say(TAX_INCLUDED) if content.tax_included else "", width / 2, size=brush.px(20))
        was = str(amount_of(content.was_price)) if content.was_price else ""
        self.was = brush.fitted(was, width, size=small, floor=small * 0.8)
        price = amount_of(content.price)
        largest, floor = brush.px(looks.PRICE), brush.px(looks.PRICE_FLOOR)
        self.figures = brush.fitted(price.figures, width * 0.88, size=largest, floor=floor * 0.6, bold=True)
        self.sign = brush.fitted(price.sign.strip(), width, size=self.figures.size * 0.62, bold=True)
        while self._price_width > width and self.figures.size > brush.px(20):
            smaller = self.figures.size - brush.px(1)
            self.figures = brush.fitted(price.figures, width * 2, size=smaller, bold=True)
            self.sign = brush.fitted(price.sign.strip(), width, size=smaller * 0.62, bold=True)

    @property
    def _price_width(self) -> float:
        return self.sign.width + self._brush.px(4) + self.figures.width

    @property
    def _tax_beside(self) -> bool:
        """There is room for it to the right of the price."""
        return self._price_width + self._brush.px(8) + self.tax.width <= self._width

    @property
    def _row(self) -> float:
        """Height of the line between name and price: was-price, and 税込 where it finds no room below."""
        needed = bool(self.was.lines) or (bool(self.tax.lines) and not self._tax_beside)
        return self._brush.px(looks.SMALL + 7) if needed else 0.0

    @property
    def height(self) -> float:
        """All of it with its paddings."""
        return (
            self._brush.px(10)
            + self.name.height
            + self._brush.px(10)
            + self._row
            + self.figures.height
            + self._brush.px(12)
        )

    def write(self, x: float, y: float) -> None:
        brush, theme = self._brush, self._brush.theme
        quiet, accent = looks.quiet_of(theme), looks.accent_of(theme, large=True)
        y += brush.px(10)
        brush.write(self.name, x, y, looks.ink_of(theme))
        y += self.name.height + brush.px(10)
        brush.write(self.was, x, y, quiet, struck=True)
        if not self._tax_beside:
            brush.write(self.tax, x + self._width, y + self.was.height * 0.1, quiet, align="right")
        y += self._row
        foot = y + self.figures.size * 0.88
        brush.write(self.sign, x, foot - self.sign.size * 0.88, accent)
        brush.write(self.figures, x + self.sign.width + brush.px(4), y, accent)
        if self._tax_beside:
            left = x + self._price_width + brush.px(8)
            brush.write(self.tax, left, foot - self.tax.size * 0.88, quiet)


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
)
