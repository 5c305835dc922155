"""How many are left, as a number and as a bar."""

import msgspec

from console.model.selling import badges, offer_of, product_shown
from console.ports.brush import Area, Brush
from console.ports.overlay import Live, Motion, OverlayDriver, Sight
from console.words.on_air import LOW_STOCK, OVER, SOLD_OUT, UNITS_LEFT
from overlays import theme as looks
from overlays.counted import counted

STEPS = 24
"""Of the bar: it is painted anew when it moves by one."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Of which product; the numbers are the shop's."""

    product: str = ""
    """Id of a product; empty: the one that is explained."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    left: str
    steps: int | None = None
    """How far the bar reaches, 0 to `STEPS`; None: nobody knows how many there were."""
    low: bool = False
    gone: bool = False
    ended: bool = False
    """Its offer has just ended: how many the shop has left is no news in the same breath."""


def select(settings: Settings, sight: Sight) -> Content | None:
    """What can still be bought; nothing where nobody knows."""
    state, key = sight.state, settings.product or sight.state.explaining.product
    shown = product_shown(state, key, show_us=sight.show_us)
    if shown is None or (shown.left is None and not shown.sold_out):
        return None
    if shown.over == "ended":
        return Content(left="0", ended=True)
    left = 0 if shown.sold_out or shown.left is None else shown.left
    offer = state.show.offers.get(offer_of(state, key) or "")
    whole = offer.quantity if offer is not None and offer.quantity else shown.product.stock
    steps = None if not whole else min(STEPS, -(-left * STEPS // whole))
    low = "low_stock" in badges(state, key) or (steps is not None and steps <= STEPS // 5)
    return Content(left=f"{left:,}", steps=steps, low=low, gone=not left)


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """The sentence above its bar on a card; red when little is left."""
    theme, gone = brush.theme, content.gone
    panel = Area(0, 0, max_width, max_height).inset(brush.px(looks.MARGIN), brush.px(looks.MARGIN / 2))
    brush.panel(panel, looks.card_of(theme), radius=brush.px(16), shadow=0.5, line=looks.line_of(theme))
    inside = panel.inset(brush.px(18), 0)
    bar = Area(inside.x, panel.bottom - brush.px(20), inside.width, brush.px(10))
    colour = looks.ALARM if content.low or gone else theme.brand
    if content.steps is not None:
        brush.panel(bar, looks.faded(looks.ink_of(theme), 0.12), radius=bar.height / 2)
        full = Area(bar.x, bar.y, max(bar.height, bar.width * content.steps / STEPS), bar.height)
        if content.steps:
            brush.panel(full, colour, radius=bar.height / 2)
    foot = bar.y - brush.px(7) if content.steps is not None else panel.y + panel.height / 2 + brush.px(12)
    right = inside.width
    if content.low and not gone:
        words = brush.say(LOW_STOCK)
        size = brush.px(looks.SMALL)
        label = brush.fitted(words, inside.width * 0.4, size=size, floor=brush.px(14), bold=True)
        brush.write(label, inside.right, foot - label.size * 0.94, _urgent(brush), align="right")
        right -= label.width + brush.px(12)
    if gone or content.ended:
        words = brush.say(SOLD_OUT if gone else OVER)
        done = brush.fitted(words, inside.width, size=brush.px(30), bold=True)
        brush.write(done, inside.x, foot - done.size * 0.9, _urgent(brush) if gone else looks.quiet_of(theme))
        return max_width, max_height
    line = counted(brush, UNITS_LEFT, "left", content.left, right, words=brush.px(looks.SMALL), figures=brush.px(34))
    line.write(inside.x, foot, (looks.ink_of(theme), _urgent(brush) if content.low else looks.ink_of(theme)))
    return max_width, max_height


def _urgent(brush: Brush) -> str:
    """Red that can be read on the card."""
    return looks.accent_of(msgspec.structs.replace(brush.theme, brand=looks.ALARM), large=True)


DRIVER = OverlayDriver(
    kind="stock_meter",
    title_ja="残り数メーター",
    title_en="Stock meter",
    settings=Settings,
    content=Content,
    select=select,
    paint=paint,
    slot="left_column",
    motion=Motion(enter="slide"),
    live=Live(("left",), rolls=True),
    timed=True,
)
