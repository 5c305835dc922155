"""A prize drawn among those who wrote a word."""

from typing import Literal

from console.model.base import Entity, Noun


class Giveaway(Entity, frozen=True):
    """What can be won and how to enter."""

    prize: str
    keyword: str
    """A comment that contains it enters its author, once."""
    winners: int = 1


class GiveawayStatus(Noun, frozen=True):
    """The one giveaway that runs or was last run. The draw can be computed again from entries and seed."""

    giveaway: str = ""
    phase: Literal["none", "open", "closed", "drawn"] = "none"
    entries: tuple[str, ...] = ()
    """Viewers' ids in the order of entry."""
    seed: str = ""
    places: int = 0
    """How many were drawn. Before a draw nobody has won."""
    winners: tuple[str, ...] = ()
    """Viewers' ids, first prize first, without those who were forgotten since."""
    drawn: tuple[str, ...] = ()
    """Giveaways of this session whose winners were drawn: none is drawn twice."""
