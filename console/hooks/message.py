"""What programs send: orders, stock and prices, claims. JSON with a time, everything in it bounded."""

from typing import Annotated, Any

import msgspec

from console.errors import ConsoleError
from console.model.facts import PriceSynced, StockChanged
from console.model.offer import MOST_MINOR, MOST_UNITS
from console.model.product import Money
from console.words.hooks import HOOK_NOT_UNDERSTOOD

MOST_AT_ONCE = 500
"""Orders, claims or stock levels in one message."""

Id = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Text = Annotated[str, msgspec.Meta(max_length=200)]


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word that is not known is a mistake of the sender's: it is refused with its place."""


class Buyer(_Part, frozen=True):
    """Who bought or claimed."""

    account: Id
    """What the shop calls them. Never leaves the file of names."""
    name: Text = ""
    shop: Text = "shop"


class Amount(_Part, frozen=True):
    """Money in minor units; yen have none."""

    minor: Annotated[int, msgspec.Meta(ge=0, le=MOST_MINOR)]
    currency: Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")] = "JPY"

    @property
    def money(self) -> Money:
        """As the show counts it."""
        return Money(minor=self.minor, currency=self.currency)


class OrderSent(_Part, frozen=True):
    """An order. One id counts once."""

    id: Id
    product: Id
    """Id of the product in the show."""
    units: Annotated[int, msgspec.Meta(ge=1, le=MOST_UNITS)]
    total: Amount
    buyer: Buyer | None = None


class StockSent(_Part, frozen=True):
    """How many are left, what it costs, or both. One id counts once."""

    id: Id
    product: Id
    units: Annotated[int, msgspec.Meta(ge=0, le=MOST_UNITS)] | None = None
    price: Amount | None = None

    def __post_init__(self) -> None:
        """Raises `ValueError` for one that says nothing."""
        if self.units is None and self.price is None:
            raise ValueError("units or price")

    @property
    def facts(self) -> list[StockChanged | PriceSynced]:
        """What it says."""
        told: list[StockChanged | PriceSynced] = []
        if self.units is not None:
            told.append(StockChanged(self.product, self.units))
        if self.price is not None:
            told.append(PriceSynced(self.product, self.price.money))
        return told


class ClaimSent(_Part, frozen=True):
    """A claim of a coupon. One id counts once."""

    id: Id
    coupon: Id
    """Id of the coupon in the show."""
    buyer: Buyer | None = None


class _Sent(_Part, frozen=True, kw_only=True):
    sent_at: Annotated[float, msgspec.Meta(ge=0, le=1e11)]
    """Unix time in seconds when it was signed."""


class Orders(_Sent, frozen=True, kw_only=True):
    """Body of `POST /hooks/orders`."""

    orders: Annotated[tuple[OrderSent, ...], msgspec.Meta(min_length=1, max_length=MOST_AT_ONCE)]


class StockLevels(_Sent, frozen=True, kw_only=True):
    """Body of `POST /hooks/stock`."""

    stock: Annotated[tuple[StockSent, ...], msgspec.Meta(min_length=1, max_length=MOST_AT_ONCE)]


class Claims(_Sent, frozen=True, kw_only=True):
    """Body of `POST /hooks/claims`."""

    claims: Annotated[tuple[ClaimSent, ...], msgspec.Meta(min_length=1, max_length=MOST_AT_ONCE)]


Delivery = Orders | StockLevels | Claims

_DECODERS: dict[str, msgspec.json.Decoder[Any]] = {
    "/hooks/orders": msgspec.json.Decoder(Orders),
    "/hooks/stock": msgspec.json.Decoder(StockLevels),
    "/hooks/claims": msgspec.json.Decoder(Claims),
}
PATHS = frozenset(_DECODERS)


def decoded(path: str, body: bytes) -> Delivery:
    """What a body says; raises `ConsoleError` with the place of the mistake."""
    try:
        delivery: Delivery = _DECODERS[path].decode(body)
        msgspec.json.encode(delivery).decode()  # Why: half a surrogate pair passes as text and breaks the journal.
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise ConsoleError(HOOK_NOT_UNDERSTOOD(reason=str(error)[:200] or type(error).__name__)) from None
    return delivery


def buyers_of(delivery: Delivery) -> tuple[Buyer, ...]:
    """Everybody it names."""
    match delivery:
        case Orders(orders=parts) | Claims(claims=parts):
            return tuple(dict.fromkeys(part.buyer for part in parts if part.buyer is not None))
        case StockLevels():
            return ()
