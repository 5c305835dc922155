"""What is sold."""

from console.model.base import Entity, Noun


class Money(Noun, frozen=True):
    """An amount in the currency's minor units; yen have none, so 1980 is ¥1,980."""

    minor: int
    currency: str = "JPY"


class Product(Entity, frozen=True):
    """One article of the show."""

    number: int
    name: str
    price: Money
    was_price: Money | None = None
    tag: str = ""
    picture: str = ""
    """File name inside the show folder."""
    link: str = ""


class Coupon(Entity, frozen=True):
    """A discount people claim with a code."""

    code: str
    title: str
    discount: str
    """As it is shown: ¥500 OFF."""
    quota: int | None = None
    claimed: int = 0
    """How many of the quota are gone."""
    until: str = ""
    """Its end as it is shown: 21:30まで."""
