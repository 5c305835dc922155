"""The products of the show in rows, with the one that is explained standing out."""

import msgspec

from console.model.product import Money
from console.model.selling import Over, ProductShown, products_shown
from console.ports.brush import Area, Brush
from console.ports.overlay import Motion, OverlayDriver, Sight
from console.words.on_air import EXPLAINING_NOW, OVER, PRODUCTS, PRODUCTS_COUNT, SOLD_OUT
from overlays import marks
from overlays import theme as looks
from overlays.marks import PriceLine

MOST_ROWS = 5
HEAD, ROW = 48, 84


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How many rows; the products are the show's."""

    rows: int = 3
    """1 to 5. Of more products, those around the one that is explained."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One product."""

    number: int
    name: str
    price: Money | None = None
    """None: not open yet."""
    picture: str = ""
    sold_out: bool = False
    over: Over = ""
    """Its offer has just ended: that stands in place of a price."""
    explained: bool = False


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    lines: tuple[Line, ...]
    count: int
    """Of all products."""


def select(settings: Settings, sight: Sight) -> Content | None:
    """The rows around the product that is explained."""
    products = products_shown(sight.state, show_us=sight.show_us)
    rows = min(MOST_ROWS, max(1, settings.rows), len(products))
    if not rows:
        return None
    explained = next((place for place, one in enumerate(products) if one.explained), 0)
    first = min(max(0, explained - rows // 2), len(products) - rows)
    return Content(lines=tuple(_line(one) for one in products[first : first + rows]), count=len(products))


def _line(shown: ProductShown) -> Line:
    product = shown.product
    return Line(
        number=product.number,
        name=product.short_name or product.name,
        price=shown.price.price,
        picture=product.picture,
        sold_out=shown.sold_out,
        over=shown.over,
        explained=shown.explained,
    )


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """A head with the brand's colour, then rows of equal height."""
    theme, across, down = brush.theme, brush.px(looks.MARGIN), brush.px(looks.MARGIN / 2)
    head, row = brush.px(HEAD), brush.px(ROW)
    rows = max(1, min(len(content.lines), int((max_height - 2 * down - head - brush.px(6)) / row)))
    card = Area(across, down, max_width - 2 * across, head + rows * row + brush.px(6))
    radius = brush.px(looks.RADIUS)
    brush.panel(card, looks.card_of(theme), radius=radius, shadow=0.5)
    with brush.clipped(card, radius=radius):
        brush.panel(Area(card.x, card.y, card.width, head), theme.brand, to=looks.deep_of(theme.brand))
    _head(content, brush, Area(card.x, card.y, card.width, head).inset(brush.px(18), 0))
    for place, line in enumerate(_around_explained(content.lines, rows)):
        area = Area(card.x, card.y + head + brush.px(3) + place * row, card.width, row)
        _row(line, brush, area, first=place == 0)
    return max_width, marks.even(card.bottom + down, max_height)


def _around_explained(lines: tuple[Line, ...], rows: int) -> tuple[Line, ...]:
    """As many as there is room for, the explained one among them."""
    explained = next((place for place, line in enumerate(lines) if line.explained), 0)
    first = min(max(0, explained - rows // 2), len(lines) - rows)
    return lines[first : first + rows]


def _head(content: Content, brush: Brush, area: Area) -> None:
    ink, middle = looks.ink_on(brush.theme.brand), area.y + area.height / 2
    words = brush.say(PRODUCTS_COUNT, count=content.count)
    count = brush.fitted(words, area.width * 0.4, size=brush.px(22), floor=brush.px(14))
    title = brush.fitted(brush.say(PRODUCTS), area.width * 0.6, size=brush.px(26), floor=brush.px(16), bold=True)
    brush.write(title, area.x, middle - title.size / 2, ink)
    brush.write(count, area.right, middle - count.size / 2, ink, align="right")


def _row(line: Line, brush: Brush, area: Area, *, first: bool) -> None:
    """Picture, number and name, price under it; a tint and a bar of the brand's colour where it is explained."""
    theme, pad = brush.theme, brush.px(12)
    if line.explained:
        tint = looks.faded(theme.brand, 0.14)
        brush.panel(area.inset(brush.px(6), brush.px(1)), tint, radius=brush.px(12))
        bar = Area(area.x + brush.px(6), area.y + brush.px(12), brush.px(6), area.height - brush.px(24))
        brush.panel(bar, theme.brand, radius=bar.width / 2)
    elif not first:
        brush.panel(Area(area.x + pad, area.y, area.width - 2 * pad, brush.px(1)), looks.line_of(theme))
    side = area.height - brush.px(12)
    picture = Area(area.x + brush.px(18), area.y + brush.px(6), side, side)
    marks.thumbnail(brush, line.picture, picture, radius=brush.px(10))
    if line.sold_out:
        brush.panel(picture, looks.VEIL, radius=brush.px(10))
        gone = brush.fitted(
            brush.say(SOLD_OUT),
            side - brush.px(8),
            size=brush.px(looks.SMALL),
            floor=brush.px(18),
            lines=2,
            bold=True,
            pitch=1.1,
        )
        marks.centred(brush, gone, picture, looks.WHITE)
    words = Area(picture.right + pad, area.y, area.right - picture.right - 2 * pad, area.height)
    _words(line, brush, words)


def _words(line: Line, brush: Brush, area: Area) -> None:
    theme = brush.theme
    ink, quiet = looks.ink_of(theme), looks.quiet_of(theme)
    top, size = area.y + brush.px(8), brush.px(looks.BODY)
    number = brush.fitted(f"{line.number}", brush.px(60), size=size, floor=brush.px(10), bold=True)
    brush.write(number, area.x, top, looks.accent_of(theme))
    left = area.x + number.width + brush.px(8)
    name = brush.fitted(line.name, area.right - left, size=size, floor=brush.px(looks.SMALL), bold=line.explained)
    brush.write(name, left, top + size - name.size, quiet if line.sold_out else ink)
    colour = quiet if line.sold_out else looks.accent_of(theme, large=True)
    right = area.right
    if line.explained and not line.sold_out:
        words, fill = brush.say(EXPLAINING_NOW), theme.brand
        tag = brush.fitted(words, area.width * 0.36, size=brush.px(22), floor=brush.px(14), bold=True)
        width = tag.width + brush.px(16)
        pill = Area(right - width, area.bottom - brush.px(38), width, brush.px(30))
        brush.panel(pill, fill, radius=pill.height / 2)
        marks.centred(brush, tag, pill, looks.ink_on(fill))
        right = pill.x - brush.px(8)
    if line.over:
        said = brush.fitted(brush.say(OVER), right - area.x, size=brush.px(looks.BODY), floor=brush.px(10), bold=True)
        brush.write(said, area.x, area.bottom - brush.px(12) - said.size, quiet)
        return
    price = PriceLine(brush, line.price, right - area.x, size=brush.px(36), floor=brush.px(10))
    price.write(area.x, area.bottom - brush.px(8) - price.figures.size, colour)


DRIVER = OverlayDriver(
    kind="product_list",
    title_ja="商品リスト",
    title_en="Product list",
    settings=Settings,
    content=Content,
    select=select,
    paint=paint,
    slot="left_column",
    motion=Motion(enter="slide"),
    timed=True,
)
