"""What may be shown of a sale: the only source of price, count, badge and time for graphics, lists and prompter.

Pure functions over State. They live beside the nouns since graphics and reducers are strangers to each other, and
both must say the same.
"""

from typing import Literal

from console.model.base import Noun
from console.model.coupon_window import is_valid
from console.model.offer import OfferPhase, OfferStatus
from console.model.product import Money, Product
from console.model.state import State

Badge = Literal["low_stock", "hot"]
Over = Literal["", "ended", "sold_out"]

LOW_STOCK, LOW_STOCK_OF_OFFER = 10, 3
"""Units left that are few: of a product; of an offer, whose tenth part counts if that is more."""
HOT, HOT_OF_LIMITED = 30, 10
"""Units sold in an offer that are many: without a limit; with one, half of it and at least so many."""
OVER_US = 3_000_000
"""How long it is said that an offer is over, before its product stands there at its own price again."""


class PriceShown(Noun, frozen=True):
    """A price as it may be shown."""

    price: Money | None
    """None: hidden, ??? in its place."""
    was_price: Money | None = None
    """Only with its basis, in the same currency and higher than the price."""
    tax_included: bool = True


class ProductShown(Noun, frozen=True):
    """A product as it may be shown."""

    id: str
    product: Product
    price: PriceShown
    badges: tuple[Badge, ...] = ()
    sold_out: bool = False
    over: Over = ""
    """How its offer has just ended: its price holds no more, and no other is shown in the same breath."""
    explained: bool = False
    offer: str = ""
    """The offer whose terms are shown; empty: none."""
    left: int | None = None
    """Units that can still be bought; None: nobody knows."""


class OfferShown(Noun, frozen=True):
    """An offer as it may be shown."""

    id: str
    product: str
    phase: OfferPhase
    price: PriceShown
    sold: int
    left: int | None
    quantity: int | None
    per_buyer: int | None
    remaining_us: int
    """Until it opens while it counts, until it closes while it is live, for the slowest viewers; else 0."""
    whole_us: int
    """What the countdown began with, extensions included; 0 if nothing counts."""


class CouponShown(Noun, frozen=True):
    """A coupon as it may be shown."""

    id: str
    code: str
    title: str
    discount: str
    left: int | None
    """How many can still be claimed; None: no limit."""
    until: str = ""
    """ISO 8601 with offset; empty: without end."""


def price_shown(state: State, product: str) -> PriceShown | None:
    """The price of a product now: its offer's while one is promised, else its own; None: no such product.

    An armed offer is not open yet: it changes nothing but the hiding of a price that is to be revealed.
    """
    known = state.show.products.get(product)
    if known is None:
        return None
    offer = offer_of(state, product)
    if offer is not None and (state.selling.status(offer).is_running or is_price_hidden(state, offer)):
        return _offer_price(state, offer, known)
    return _shown(known, known.price)


def product_shown(state: State, product: str, *, show_us: int) -> ProductShown | None:
    """All that may be shown of a product; None: the show has none of that id."""
    known, price = state.show.products.get(product), price_shown(state, product)
    if known is None or price is None:
        return None
    over = just_over(state, product, show_us=show_us)
    if over:
        return _shown_over(state, product, known, over)
    offer = offer_of(state, product)
    return ProductShown(
        id=product,
        product=known,
        price=price,
        badges=badges(state, product),
        sold_out=is_sold_out(state, product),
        explained=state.explaining.product == product,
        offer=offer or "",
        left=stock_left(state, product) if offer is None else units_left(state, offer),
    )


def products_shown(state: State, *, show_us: int) -> tuple[ProductShown, ...]:
    """All products by their numbers."""
    products = sorted(state.show.products, key=lambda key: (state.show.products[key].number, key))
    return tuple(shown for key in products if (shown := product_shown(state, key, show_us=show_us)) is not None)


def offer_shown(state: State, offer: str, *, show_us: int, delay_us: int = 0) -> OfferShown | None:
    """All that may be shown of an offer; None: unknown, not yet armed or withdrawn, so nothing of it may be shown.

    `delay_us`: of the slowest viewers who look, see `console.model.delays`.
    """
    plan, status = state.show.offers.get(offer), state.selling.status(offer)
    product = state.show.products.get(plan.product) if plan is not None else None
    if plan is None or product is None or status.phase in {"draft", "withdrawn"}:
        return None
    return OfferShown(
        id=offer,
        product=plan.product,
        phase=status.phase,
        price=_offer_price(state, offer, product),
        sold=status.sold,
        left=units_left(state, offer),
        quantity=plan.quantity,
        per_buyer=plan.per_buyer,
        remaining_us=remaining_us(status, show_us, delay_us),
        whole_us=_whole_us(status, plan.precount_s),
    )


def just_over(state: State, product: str, *, show_us: int) -> Over:
    """How the offer of a product ended, for `OVER_US` from then, unless the next one runs already.

    A price that jumps up under the stamp that says the end would look like the offer's.
    """
    offer = offer_of(state, product)
    if offer is not None and (state.selling.status(offer).is_running or is_price_hidden(state, offer)):
        return ""
    overs = ("ended", "sold_out")
    news = [s for s in _statuses(state, product) if s.phase in overs and 0 <= show_us - s.changed_us < OVER_US]
    if not news:
        return ""
    return "sold_out" if max(news, key=lambda status: status.changed_us).phase == "sold_out" else "ended"


def remaining_us(status: OfferStatus, show_us: int, delay_us: int = 0) -> int:
    """What a countdown shows: max(0, end − now − delay). While it counts the end is the opening; 0: nothing runs."""
    if not status.is_running:
        return 0
    end_us = status.opens_us if status.phase == "counting" else status.ends_us
    return max(0, end_us - show_us - max(0, delay_us))


def offer_of(state: State, product: str) -> str | None:
    """The offer of a product that is armed, counting or live; there is never more than one."""
    offers, plans = state.selling.offers, state.show.offers
    active = (key for key, status in offers.items() if status.is_active)
    return next((key for key in active if key in plans and plans[key].product == product), None)


def is_price_hidden(state: State, offer: str) -> bool:
    """??? is shown in place of the price of this offer."""
    plan = state.show.offers.get(offer)
    return plan is not None and plan.price_hidden and not state.selling.status(offer).price_open


def stock_left(state: State, product: str) -> int | None:
    """Units of a product that are left, as far as anyone knows; None: nobody does."""
    known = state.show.products.get(product)
    planned = None if known is None else known.stock
    left = state.selling.stock.get(product, planned)
    return None if left is None else max(0, left)


def units_left(state: State, offer: str) -> int | None:
    """Units of an offer that can still be sold: max(0, min(quantity − sold, stock)); None: without limit."""
    plan, status = state.show.offers.get(offer), state.selling.status(offer)
    if plan is None or status.phase == "sold_out":
        return 0
    limits = [None if plan.quantity is None else plan.quantity - status.sold, stock_left(state, plan.product)]
    known = [limit for limit in limits if limit is not None]
    return max(0, min(known)) if known else None


def is_sold_out(state: State, product: str) -> bool:
    """Nothing of it can be bought. Where nobody knows the stock, a sold-out offer has the last word."""
    left, offer = stock_left(state, product), offer_of(state, product)
    if left is not None or offer is not None:
        return left == 0
    newest = max(_statuses(state, product), key=lambda status: status.changed_us, default=OfferStatus())
    return newest.phase == "sold_out"


def badges(state: State, product: str) -> tuple[Badge, ...]:
    """Only while the product is explained, its price open and it is not sold out."""
    price = price_shown(state, product)
    if state.explaining.product != product or price is None or price.price is None or is_sold_out(state, product):
        return ()
    offer = offer_of(state, product)
    if offer is None or state.selling.status(offer).phase != "live":
        left = stock_left(state, product)
        return ("low_stock",) if left is not None and left <= LOW_STOCK else ()
    low: tuple[Badge, ...] = ("low_stock",) if _is_low(state, offer) else ()
    hot: tuple[Badge, ...] = ("hot",) if _is_hot(state, offer) else ()
    return low + hot


def coupon_shown(state: State, coupon: str, *, show_us: int) -> CouponShown | None:
    """A coupon while it counts; None: unknown, or outside its window."""
    plan = state.show.coupons.get(coupon)
    if plan is None or not is_valid(plan, show_us):
        return None
    return CouponShown(
        id=coupon,
        code=plan.code,
        title=plan.title,
        discount=plan.discount,
        left=coupons_left(state, coupon),
        until=plan.valid_until,
    )


def coupons_left(state: State, coupon: str) -> int | None:
    """How many can still be claimed; None: no limit, or no such coupon."""
    plan, status = state.show.coupons.get(coupon), state.selling.coupons.get(coupon)
    if plan is None or plan.quota is None:
        return None
    return max(0, plan.quota - (status.claimed if status is not None else 0))


def _shown_over(state: State, product: str, known: Product, over: Over) -> ProductShown:
    """Without a price of any kind: neither the one that is over nor, yet, the one that holds from now on."""
    return ProductShown(
        id=product,
        product=known,
        price=PriceShown(price=None, tax_included=known.tax_included),
        sold_out=over == "sold_out",
        over=over,
        explained=state.explaining.product == product,
        left=0,
    )


def _statuses(state: State, product: str) -> list[OfferStatus]:
    """Of all offers of a product that anybody has touched."""
    plans = state.show.offers
    return [s for key, s in state.selling.offers.items() if key in plans and plans[key].product == product]


def _offer_price(state: State, offer: str, product: Product) -> PriceShown:
    shown = _shown(product, state.show.offers[offer].price)
    hidden = is_price_hidden(state, offer)
    return PriceShown(price=None, was_price=shown.was_price, tax_included=shown.tax_included) if hidden else shown


def _shown(product: Product, price: Money) -> PriceShown:
    was = product.was_price
    is_proven = was is not None and product.was_basis.strip() and was.currency == price.currency
    return PriceShown(
        price=price,
        was_price=was if is_proven and was is not None and was.minor > price.minor else None,
        tax_included=product.tax_included,
    )


def _whole_us(status: OfferStatus, precount_s: int) -> int:
    if not status.is_running:
        return 0
    return precount_s * 1_000_000 if status.phase == "counting" else status.ends_us - status.opens_us


def _is_low(state: State, offer: str) -> bool:
    left, quantity = units_left(state, offer), state.show.offers[offer].quantity
    few = LOW_STOCK if quantity is None else max(LOW_STOCK_OF_OFFER, quantity // 10)
    return left is not None and left <= few


def _is_hot(state: State, offer: str) -> bool:
    sold, quantity = state.selling.status(offer).sold, state.show.offers[offer].quantity
    return sold >= (HOT if quantity is None else max(HOT_OF_LIMITED, -(-quantity // 2)))
