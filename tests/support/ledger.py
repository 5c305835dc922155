"""What a shop would write down by hand while a show sells: the sums that State must come to."""

from collections import Counter

from console.model.entry import Event
from console.model.facts import OrderPlaced, StockChanged
from console.model.offer import MOST_MINOR, MOST_UNITS
from console.model.selling import offer_of
from console.model.show import Show
from console.model.state import State


class Ledger:
    """Knows nothing of reducers: it adds up what it is told, each order once."""

    def __init__(self, show: Show) -> None:
        self.units: Counter[str] = Counter()
        self.sales: Counter[str] = Counter()
        self.sold: Counter[str] = Counter()
        """By offer, without its limit."""
        self.stock = {key: product.stock for key, product in show.products.items()}
        self._ids: set[str] = set()

    def write(self, event: Event, before: State) -> None:
        """`before`: the State in which it was told."""
        if isinstance(event, StockChanged) and event.product in self.stock:
            self.stock[event.product] = max(0, min(event.units, 2**53))
        if isinstance(event, OrderPlaced) and self._is_new(event) and event.product in self.stock:
            self._write_order(event, before)

    def left(self, state: State, offer: str) -> int | None:
        """Units of a running offer that can be sold."""
        plan = state.show.offers[offer]
        limits = [None if plan.quantity is None else plan.quantity - self.sold[offer], self.stock[plan.product]]
        known = [limit for limit in limits if limit is not None]
        return max(0, min(known)) if known else None

    def _is_new(self, order: OrderPlaced) -> bool:
        is_sound = 0 < order.units <= MOST_UNITS and 0 <= order.total.minor <= MOST_MINOR
        if not is_sound or not order.id or order.id in self._ids:
            return False
        self._ids.add(order.id)
        return True

    def _write_order(self, order: OrderPlaced, before: State) -> None:
        stock = self.stock[order.product]
        self.stock[order.product] = None if stock is None else max(0, stock - order.units)
        self.units[order.product] += order.units
        if order.total.currency == before.show.products[order.product].price.currency:
            self.sales[order.total.currency] += order.total.minor
        offer = offer_of(before, order.product)
        if offer is not None and before.selling.status(offer).phase == "live":
            self.sold[offer] += order.units
