"""What is sold."""

from console.model.base import Entity, Noun


class Money(Noun, frozen=True):
    """An amount in the currency's minor units, never negative; yen have none, so 1980 is ¥1,980."""

    minor: int
    currency: str = "JPY"


class Product(Entity, frozen=True):
    """One article of the show."""

    number: int
    name: str
    price: Money
    short_name: str = ""
    """For lists, tickers and toasts; empty: the name."""
    aliases: tuple[str, ...] = ()
    """What viewers call it in comments."""
    was_price: Money | None = None
    was_basis: str = ""
    """What the was-price was and when (二重価格): without it the was-price is never shown."""
    tax_included: bool = True
    tag: str = ""
    picture: str = ""
    """File name inside the show folder."""
    link: str = ""
    stock: int | None = None
    """At planning time; None: unknown. What is known later stands in `State.selling`."""
    facts: tuple[str, ...] = ()
    """What the host and the answers may say: material, size, allergens."""


class Coupon(Entity, frozen=True):
    """A discount people claim with a code."""

    code: str
    title: str
    discount: str
    """As it is shown: ¥500 OFF."""
    quota: int | None = None
    """How many can be claimed; None: no limit."""
    valid_from: str = ""
    """ISO 8601 with offset; empty: from the beginning."""
    valid_until: str = ""
    """ISO 8601 with offset; empty: without end."""
