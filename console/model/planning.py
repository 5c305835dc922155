"""What a planner writes beside products and rundown."""

from console.model.base import Entity, Noun
from console.model.product import Money
from console.model.scene import Box

NG_LISTS = ("cosmetics", "labelling", "platforms")
"""Lists of words not to say that come with the program."""


class Answer(Entity, frozen=True):
    """A prepared answer of the library."""

    question: str
    answer: str
    product: str = ""
    """Id of the product it belongs to; empty: general."""


class NgWord(Noun, frozen=True):
    """Words not to say, and what to say instead. Help, not legal advice."""

    word: str
    reason: str
    instead: str
    """A whole sentence that may be said."""


class Targets(Entity, frozen=True):
    """What the show is to reach; None: not planned."""

    viewers: int | None = None
    comments: int | None = None
    units: int | None = None
    sales: Money | None = None


class Policy(Noun, frozen=True):
    """What a platform allows at one destination."""

    no_qr: bool = False
    """No code that leads off the platform."""
    no_simulcast: bool = False
    longest_s: int | None = None


class SafeAreas(Noun, frozen=True):
    """Places of the canvas that a platform's own interface covers."""

    portrait: tuple[Box, ...] = ()
    landscape: tuple[Box, ...] = ()
