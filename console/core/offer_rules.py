"""Why an offer may not go on air now, in words: the same for button, key, cue and countdown."""

from collections.abc import Iterator

from console.errors import Message
from console.model.amount import amount_of
from console.model.coupon_window import is_valid
from console.model.offer import Offer
from console.model.product import Product
from console.model.selling import coupons_left, offer_of, stock_left
from console.model.selling_rules import PRECOUNT_S, WINDOW_S
from console.model.state import State
from console.words.core import NO_SESSION
from console.words.selling import (
    NO_SUCH_OFFER,
    OFFER_COUPON_GONE,
    OFFER_COUPON_MISSING,
    OFFER_COUPON_NOT_VALID,
    OFFER_CURRENCY_DIFFERS,
    OFFER_NOT_ARMED,
    OFFER_OUT_OF_STOCK,
    OFFER_OVER,
    OFFER_PRECOUNT_OUT_OF_RANGE,
    OFFER_PRICE_DIFFERS,
    OFFER_PRICE_NOTHING,
    OFFER_PRODUCT_MISSING,
    OFFER_QUANTITY_NOTHING,
    OFFER_UNDER_WAY,
    OFFER_WINDOW_OUT_OF_RANGE,
    PRODUCT_HAS_OFFER,
)

OVER = frozenset({"ended", "sold_out", "withdrawn"})


def why_not_arm(state: State, offer: str, *, wall_us: int) -> Message | None:
    """What forbids arming; None: nothing."""
    return next(_against_arming(state, offer, wall_us), None)


def why_not_start(state: State, offer: str, *, wall_us: int) -> Message | None:
    """What forbids the countdown; None: nothing."""
    return next(_against_starting(state, offer, wall_us), None)


def why_not_air(state: State, offer: str, *, wall_us: int) -> Message | None:
    """What of an offer does not match the world, whatever its phase; None: all matches."""
    plan = state.show.offers.get(offer)
    if plan is None:
        return NO_SUCH_OFFER(offer=offer)
    product = state.show.products.get(plan.product)
    if product is None:
        return OFFER_PRODUCT_MISSING(offer=offer, product=plan.product)
    return next(_mismatches(state, plan, product, wall_us), None)


def price_mismatch(state: State, offer: str) -> Message | None:
    """The shop's price is another than the offer's; None: the same, or nobody knows."""
    plan = state.show.offers.get(offer)
    product = state.show.products.get(plan.product) if plan is not None else None
    if plan is None or product is None:
        return None
    return next(_other_price(state, plan, product), None)


def name_of(state: State, offer: str) -> str:
    """What people call it: its product's name, else its id."""
    plan = state.show.offers.get(offer)
    product = state.show.products.get(plan.product) if plan is not None else None
    return offer if product is None else product.short_name or product.name


def _against_arming(state: State, offer: str, wall_us: int) -> Iterator[Message]:
    yield from _unknown(state, offer)
    phase, name = state.selling.status(offer).phase, name_of(state, offer)
    if phase in OVER:
        yield OFFER_OVER(name=name)
    elif phase != "draft":
        yield OFFER_UNDER_WAY(name=name)
    problem = why_not_air(state, offer, wall_us=wall_us)
    if problem is not None:
        yield problem
    other = offer_of(state, state.show.offers[offer].product)
    if other is not None and other != offer:
        yield PRODUCT_HAS_OFFER(name=name, offer=other)


def _against_starting(state: State, offer: str, wall_us: int) -> Iterator[Message]:
    yield from _unknown(state, offer)
    phase, name = state.selling.status(offer).phase, name_of(state, offer)
    if phase in OVER:
        yield OFFER_OVER(name=name)
    elif phase == "draft":
        yield OFFER_NOT_ARMED(name=name)
    elif phase != "armed":
        yield OFFER_UNDER_WAY(name=name)
    problem = why_not_air(state, offer, wall_us=wall_us)
    if problem is not None:
        yield problem


def _unknown(state: State, offer: str) -> Iterator[Message]:
    if not state.session.running:
        yield NO_SESSION()
    if offer not in state.show.offers:
        yield NO_SUCH_OFFER(offer=offer)


def _mismatches(state: State, plan: Offer, product: Product, wall_us: int) -> Iterator[Message]:
    name = product.short_name or product.name
    offered, own = str(amount_of(plan.price)), str(amount_of(product.price))
    if plan.price.currency != product.price.currency:
        yield OFFER_CURRENCY_DIFFERS(name=name, offer_price=offered, product_price=own)
    if plan.price.minor <= 0:
        yield OFFER_PRICE_NOTHING(name=name, offer_price=offered)
    yield from _other_price(state, plan, product)
    yield from _terms(plan, name)
    if stock_left(state, plan.product) == 0:
        yield OFFER_OUT_OF_STOCK(name=name)
    if plan.coupon:
        yield from _coupon(state, plan.coupon, name, wall_us)


def _other_price(state: State, plan: Offer, product: Product) -> Iterator[Message]:
    shop = state.selling.shop_prices.get(plan.product)
    if shop is not None and shop != plan.price:
        name = product.short_name or product.name
        shop_price, offered = str(amount_of(shop)), str(amount_of(plan.price))
        yield OFFER_PRICE_DIFFERS(name=name, shop_price=shop_price, offer_price=offered)


def _terms(plan: Offer, name: str) -> Iterator[Message]:
    if plan.precount_s and not PRECOUNT_S[0] <= plan.precount_s <= PRECOUNT_S[1]:
        low, high = PRECOUNT_S
        yield OFFER_PRECOUNT_OUT_OF_RANGE(name=name, low=low, high=high, seconds=plan.precount_s)
    if not WINDOW_S[0] <= plan.window_s <= WINDOW_S[1]:
        low, high = WINDOW_S
        yield OFFER_WINDOW_OUT_OF_RANGE(name=name, low=low, high=high, seconds=plan.window_s)
    if plan.quantity is not None and plan.quantity <= 0:
        yield OFFER_QUANTITY_NOTHING(name=name, quantity=plan.quantity)


def _coupon(state: State, key: str, name: str, wall_us: int) -> Iterator[Message]:
    coupon = state.show.coupons.get(key)
    if coupon is None:
        yield OFFER_COUPON_MISSING(name=name, coupon=key)
        return
    if not is_valid(coupon, wall_us):
        yield OFFER_COUPON_NOT_VALID(name=name, code=coupon.code)
    if coupons_left(state, key) == 0:
        yield OFFER_COUPON_GONE(name=name, code=coupon.code)
