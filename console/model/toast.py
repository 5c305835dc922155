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
