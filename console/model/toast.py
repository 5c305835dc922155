"""What may be said of the newest orders."""

from console.model.base import Noun
from console.model.offer import Order
from console.model.state import State

TOAST_US, GATHERED_US = 8_000_000, 5_000_000
"""How long an order is news; orders of one product so close together are one toast."""


class ToastShown(Noun, frozen=True):
    """The newest orders of one product in one line."""

    product: str
    initials: str
    """Of the newest buyer; may be empty."""
    orders: int
    units: int


def toast_shown(state: State, *, show_us: int) -> ToastShown | None:
    """What the order toast says now; None: no order is news."""
    newest: Order | None = state.selling.toasts[-1] if state.selling.toasts else None
    if newest is None or show_us - newest.at_us > TOAST_US:
        return None
    together = [
        order
        for order in state.selling.toasts
        if order.product == newest.product and newest.at_us - order.at_us <= GATHERED_US
    ]
    return ToastShown(
        product=newest.product,
        initials=newest.initials,
        orders=len(together),
        units=sum(order.units for order in together),
    )


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
