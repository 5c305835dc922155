"""Reducers of what shops tell: orders, stock, prices. Whatever they tell, nothing impossible is shown."""

from msgspec.structs import replace

from console.core.faults import noticed
from console.core.offer_rules import name_of
from console.core.offers import compared, sold_out
from console.core.reducing import reduces
from console.errors import Message
from console.model.amount import amount_of
from console.model.facts import OrderPlaced, PriceSynced, StockChanged
from console.model.moment import At
from console.model.offer import (
    BUYERS_KEPT,
    MOST_MINOR,
    MOST_UNITS,
    SEEN_KEPT,
    TOASTS_KEPT,
    OfferStatus,
    Order,
    Selling,
)
from console.model.product import Money, Product
from console.model.selling import offer_of, stock_left
from console.model.state import State
from console.words.selling import (
    OFFER_OVERSOLD,
    ORDER_CURRENCY_DIFFERS,
    ORDER_PRODUCT_UNKNOWN,
    PER_BUYER_EXCEEDED,
    PRODUCT_PRICE_DIFFERS,
)

MOST_IN_ALL = 2**53
"""Sums stop here: every reader of JSON holds such a number."""
INITIALS = 8
"""Characters; more would be a name."""
ID_LONGEST = 200


@reduces(OrderPlaced)
def order_placed(state: State, fact: OrderPlaced, at: At) -> State:
    """Counts once. Stock falls at once: until the shop says the next, rather too few are shown than too many."""
    if not _is_sound(fact) or is_seen(state, "order", fact.id):
        return state
    state = with_seen(state, "order", fact.id)
    product = state.show.products.get(fact.product)
    if product is None:
        return said_once(state, ORDER_PRODUCT_UNKNOWN(product=fact.product[:80]), at)
    left = stock_left(state, fact.product)
    if left is not None:
        state = _with_stock(state, fact.product, left - fact.units)
    if state.session.running:
        state = _counted(state, fact, product, at)
    return sold_out(state, fact.product, at)


@reduces(StockChanged)
def stock_changed(state: State, fact: StockChanged, at: At) -> State:
    """As the shop says. A shop has more products than a show: those of others are of no interest here."""
    if fact.product not in state.show.products:
        return state
    return sold_out(_with_stock(state, fact.product, fact.units), fact.product, at)


@reduces(PriceSynced)
def price_synced(state: State, fact: PriceSynced, at: At) -> State:
    """As the shop says. What is promised on air stays and a mismatch is a Fault."""
    product = state.show.products.get(fact.product)
    if product is None or not 0 <= fact.price.minor <= MOST_MINOR or len(fact.price.currency) != 3:
        return state
    is_news = state.selling.shop_prices.get(fact.product) != fact.price
    prices = {**state.selling.shop_prices, fact.product: fact.price}
    state = compared(replace(state, selling=replace(state.selling, shop_prices=prices)), at)
    if is_news and fact.price != product.price and offer_of(state, fact.product) is None:
        name, own = product.short_name or product.name, str(amount_of(product.price))
        shop_price = str(amount_of(fact.price))
        state = said_once(state, PRODUCT_PRICE_DIFFERS(name=name, shop_price=shop_price, product_price=own), at)
    return state


def is_seen(state: State, kind: str, key: str) -> bool:
    """This order or claim came before."""
    return f"{kind}:{key}" in state.selling.seen


def with_seen(state: State, kind: str, key: str) -> State:
    """It came."""
    seen = (*state.selling.seen[-(SEEN_KEPT - 1) :], f"{kind}:{key}")
    return replace(state, selling=replace(state.selling, seen=seen))


def said_once(state: State, message: Message, at: At) -> State:
    """With the Notice, unless it stands there already."""
    if any(notice.message == message for notice in state.notices):
        return state
    return noticed(state, message, at)


def _is_sound(fact: OrderPlaced) -> bool:
    """The edge refuses all else in words; what slips through does nothing."""
    is_named = 0 < len(fact.id) <= ID_LONGEST and len(fact.buyer) <= ID_LONGEST
    return is_named and 0 < fact.units <= MOST_UNITS and 0 <= fact.total.minor <= MOST_MINOR


def _counted(state: State, fact: OrderPlaced, product: Product, at: At) -> State:
    state = _in_totals(state, fact, product, at)
    offer = offer_of(state, fact.product)
    if offer is None or state.selling.status(offer).phase != "live":
        return state
    return _in_offer(state, offer, fact, at)


def _in_totals(state: State, fact: OrderPlaced, product: Product, at: At) -> State:
    selling = state.selling
    units = _more(selling.units, fact.product, fact.units)
    sales = selling.sales
    if fact.total.currency == product.price.currency:
        sales = _more(sales, fact.total.currency, fact.total.minor)
    else:
        name = product.short_name or product.name
        state = said_once(state, ORDER_CURRENCY_DIFFERS(name=name, currency=fact.total.currency[:8]), at)
    toasts = (*selling.toasts[-(TOASTS_KEPT - 1) :], _order(fact, at))
    return replace(state, selling=replace(selling, units=units, sales=sales, toasts=toasts))


def _in_offer(state: State, offer: str, fact: OrderPlaced, at: At) -> State:
    plan, status = state.show.offers[offer], state.selling.status(offer)
    sold = status.sold + fact.units
    if plan.quantity is not None and sold > plan.quantity:
        over = sold - max(plan.quantity, status.sold)
        state = noticed(state, OFFER_OVERSOLD(name=name_of(state, offer), units=over), at)
        sold = max(plan.quantity, status.sold)
    status = replace(status, sold=min(sold, MOST_IN_ALL))
    if plan.per_buyer is not None and fact.buyer:
        status = replace(status, bought=_bought(status, fact))
        if status.bought[fact.buyer] > plan.per_buyer:
            exceeded = PER_BUYER_EXCEEDED(order=fact.id[:80], name=name_of(state, offer), limit=plan.per_buyer)
            state = noticed(state, exceeded, at)
    return replace(state, selling=replace(state.selling, offers={**state.selling.offers, offer: status}))


def _bought(status: OfferStatus, fact: OrderPlaced) -> dict[str, int]:
    """Units by buyer, who bought last at the end; the one who has not bought for longest is forgotten first."""
    others = {buyer: units for buyer, units in status.bought.items() if buyer != fact.buyer}
    kept = dict(list(others.items())[-(BUYERS_KEPT - 1) :])
    return {**kept, fact.buyer: min(MOST_IN_ALL, status.bought.get(fact.buyer, 0) + fact.units)}


def _order(fact: OrderPlaced, at: At) -> Order:
    return Order(
        id=fact.id,
        product=fact.product,
        units=fact.units,
        total=Money(minor=fact.total.minor, currency=fact.total.currency),
        buyer=fact.buyer,
        initials=fact.initials[:INITIALS],
        at_us=at.show_us,
    )


def _with_stock(state: State, product: str, units: int) -> State:
    stock = {**state.selling.stock, product: min(max(0, units), MOST_IN_ALL)}
    selling: Selling = replace(state.selling, stock=stock)
    return replace(state, selling=selling)


def _more(sums: dict[str, int], key: str, by: int) -> dict[str, int]:
    return {**sums, key: min(MOST_IN_ALL, sums.get(key, 0) + by)}
