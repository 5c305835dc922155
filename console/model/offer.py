"""A product at terms, for a time."""

from typing import Literal

from console.model.base import Entity, Noun
from console.model.product import Money

OfferPhase = Literal["draft", "armed", "counting", "live", "ended", "sold_out", "withdrawn"]
"""draft → armed → counting → live → ended | sold_out; withdrawn from any of the first four.

One step back: a countdown that ends in a mismatch is armed again instead of going on air.
"""

REASON_LONGEST = 200
"""Characters of a reason."""
SEEN_KEPT, TOASTS_KEPT, BUYERS_KEPT = 4_000, 20, 2_000
"""Orders and claims are told again within minutes if at all; older ids are forgotten."""
MOST_UNITS, MOST_MINOR = 1_000_000, 1_000_000_000_000
"""More than this in one order, or as a price, is a program's mistake."""


class Offer(Entity, frozen=True):
    """What is offered. Everything that a graphic shows of it comes from here and from its `OfferStatus`."""

    product: str
    price: Money
    price_hidden: bool = False
    """Shown as ??? until somebody opens the price."""
    precount_s: int = 30
    """Countdown before it opens: 0, or 10 to 300."""
    window_s: int = 600
    """How long it is open: 60 to 1200."""
    quantity: int | None = None
    """Units in all; None: as many as there are."""
    per_buyer: int | None = None
    """Units for one buyer; None: no limit."""
    coupon: str = ""
    """Id of the coupon that belongs to it."""


class Extension(Noun, frozen=True):
    """The window was made longer; kept as proof that a limit was honest."""

    by_s: int
    reason: str
    at_us: int
    """Show time."""


class OfferStatus(Noun, frozen=True):
    """Where an offer stands. Times are of the show clock."""

    phase: OfferPhase = "draft"
    price_open: bool = False
    opens_us: int = 0
    """When the countdown ends; 0 before it counts."""
    ends_us: int = 0
    """When the window closes; 0 before it counts."""
    sold: int = 0
    """Units, never more than there are."""
    bought: dict[str, int] = {}
    """Units by buyer's id; kept only where the offer limits them."""
    extensions: tuple[Extension, ...] = ()
    changed_us: int = 0
    """Show time of the last change of phase."""
    withdrawn_for: str = ""
    """Why it was taken back."""

    @property
    def is_active(self) -> bool:
        """It is ready, counts down or is open: its terms are promised."""
        return self.phase in {"armed", "counting", "live"}

    @property
    def is_running(self) -> bool:
        """It counts down or is open: viewers have seen it."""
        return self.phase in {"counting", "live"}


class CouponStatus(Noun, frozen=True):
    """How much of a coupon is gone."""

    claimed: int = 0


class Selling(Noun, frozen=True):
    """What the shop and its buyers told, and where the offers stand."""

    offers: dict[str, OfferStatus] = {}
    coupons: dict[str, CouponStatus] = {}
    stock: dict[str, int] = {}
    """Units left by product, as the shop last said, less what was ordered since."""
    shop_prices: dict[str, Money] = {}
    """Price by product, as the shop last said."""
    units: dict[str, int] = {}
    """Units ordered in this session, by product."""
    sales: dict[str, int] = {}
    """Minor units ordered in this session, by currency."""
    seen: tuple[str, ...] = ()
    """Ids of the newest orders and claims: one that comes twice counts once. Bounded."""
    toasts: tuple["Order", ...] = ()
    """The newest orders, for the order toast. Bounded."""

    def status(self, offer: str) -> OfferStatus:
        """Where an offer stands; one nobody has touched is a draft."""
        return self.offers.get(offer, OfferStatus())


class Order(Noun, frozen=True):
    """An order as the shop told it. The buyer is an id; names are elsewhere."""

    id: str
    product: str
    units: int
    total: Money
    buyer: str = ""
    initials: str = ""
    """All that is ever shown of a name."""
    at_us: int = 0
    """Show time at which it came."""
