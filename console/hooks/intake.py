"""From what was sent to facts. Thread: control; in small slices, so that nothing else waits for a large message."""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from console.core.orders import is_seen
from console.errors import Message
from console.hooks.message import Buyer, Claims, ClaimSent, Delivery, Orders, OrderSent, StockLevels, StockSent
from console.model.facts import CouponClaimed, NoticeGiven, OrderPlaced
from console.supervise.ground import Ground

SLICE, REST_S = 10, 0.005
"""Orders told before everybody else has a turn, and how long that is at least."""
STOCK_IDS_KEPT = 4_000


class Known(NamedTuple):
    """A buyer as the show may know one."""

    id: str
    initials: str


NOBODY = Known("", "")


class Taken(msgspec.Struct, frozen=True):
    """What became of a delivery."""

    taken: int = 0
    again: int = 0
    """Came before, and counted then."""
    unknown: tuple[str, ...] = ()
    """Products or coupons that are not in the show; their orders count for nothing in it."""


class Intake:
    """Tells what shops say as facts, each id once."""

    def __init__(self, ground: Ground) -> None:
        """Nothing came yet."""
        self._ground = ground
        self._stock_ids: OrderedDict[str, None] = OrderedDict()
        self._stock_times: dict[tuple[str, bool], float] = {}
        self._said = ""

    async def take(
        self, delivery: Delivery, known: Mapping[Buyer, Known], problem: Message | None = None
    ) -> Taken | None:
        """None: no session runs. `problem`: why names are missing, said once."""
        if problem is not None and problem.code != self._said:
            self._said = problem.code
            self._ground.tell(NoticeGiven(problem))
        parts = _parts(delivery)
        total = Taken()
        for start in range(0, len(parts), SLICE):
            if not self._ground.store.state.session.running:
                return None
            for part in parts[start : start + SLICE]:
                total = self._told(total, part, known, sent_at=delivery.sent_at)
            if start + SLICE < len(parts):
                await asyncio.sleep(REST_S)
        return total

    def _told(
        self, total: Taken, part: OrderSent | StockSent | ClaimSent, known: Mapping[Buyer, Known], *, sent_at: float
    ) -> Taken:
        match part:
            case OrderSent():
                is_new, of = self._order(part, known), part.product
                is_known = of in self._ground.store.state.show.products
            case ClaimSent():
                is_new, of = self._claim(part, known), part.coupon
                is_known = of in self._ground.store.state.show.coupons
            case StockSent():
                is_new, of = self._stock(part, sent_at), part.product
                is_known = of in self._ground.store.state.show.products
        unknown = total.unknown if is_known or of in total.unknown else (*total.unknown, of)
        return Taken(taken=total.taken + is_new, again=total.again + (not is_new), unknown=unknown)

    def _order(self, order: OrderSent, known: Mapping[Buyer, Known]) -> bool:
        buyer = known.get(order.buyer, NOBODY) if order.buyer is not None else NOBODY
        is_new = not is_seen(self._ground.store.state, "order", order.id)
        self._ground.tell(
            OrderPlaced(order.id, order.product, order.units, order.total.money, buyer.id, buyer.initials)
        )
        return is_new

    def _claim(self, claim: ClaimSent, known: Mapping[Buyer, Known]) -> bool:
        buyer = known.get(claim.buyer, NOBODY) if claim.buyer is not None else NOBODY
        is_new = not is_seen(self._ground.store.state, "claim", claim.id)
        self._ground.tell(CouponClaimed(claim.id, claim.coupon, buyer.id))
        return is_new

    def _stock(self, stock: StockSent, sent_at: float) -> bool:
        """A level that was overtaken by a newer one is no news."""
        if stock.id in self._stock_ids:
            return False
        self._stock_ids[stock.id] = None
        while len(self._stock_ids) > STOCK_IDS_KEPT:
            self._stock_ids.popitem(last=False)
        is_known = stock.product in self._ground.store.state.show.products
        for fact in stock.facts if is_known else ():
            kind = stock.product, hasattr(fact, "price")
            if sent_at >= self._stock_times.get(kind, 0.0):
                self._stock_times[kind] = sent_at
                self._ground.tell(fact)
        return True


def _parts(delivery: Delivery) -> tuple[OrderSent, ...] | tuple[StockSent, ...] | tuple[ClaimSent, ...]:
    match delivery:
        case Orders(orders=orders):
            return orders
        case StockLevels(stock=stock):
            return stock
        case Claims(claims=claims):
            return claims
