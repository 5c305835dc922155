"""The running order of a show, and where it stands."""

from typing import Literal

from console.model.base import Entity, Noun

OfferVerb = Literal["arm", "start", "open_price", "end"]


class Script(Noun, frozen=True):
    """What the host says, phase by phase."""

    opening: str = ""
    benefits: str = ""
    interaction: str = ""
    offer: str = ""
    closing: str = ""


class OfferAction(Noun, frozen=True):
    """What a cue does to an offer."""

    offer: str
    verb: OfferVerb


class Cue(Noun, frozen=True):
    """Something that happens by itself in a segment."""

    id: str
    """Unique within its segment."""
    at_s: int | None = None
    """Seconds of show time after the segment's Take; None: with the Take."""
    scene: str = ""
    """Goes to Program by a cut; empty: the picture stays."""
    show: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    explain: str = ""
    """Id of a product."""
    offers: tuple[OfferAction, ...] = ()


class Segment(Entity, frozen=True):
    """One item of the rundown."""

    name: str
    planned_s: int
    scene: str = ""
    """Goes to Preview when the segment is Next; empty: none."""
    product: str = ""
    """Explained with its Take; empty: none."""
    script: Script = Script()
    benefits: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()


class Played(Noun, frozen=True):
    """When a segment was on air, on the show clock."""

    started_us: int
    ended_us: int = 0
    """0: it is on air."""
    held_us: int = 0
    """How long its clock stood meanwhile."""
    earlier_us: int = 0
    """On air before that, if it was taken more than once."""


class RundownStatus(Noun, frozen=True):
    """Where the running order stands."""

    order: tuple[str, ...] = ()
    """Segments as they will be played; begins as the show's, may be changed live."""
    on_air: str | None = None
    next: str | None = None
    held: bool = False
    """The clock of the segment stands; its timed cues wait."""
    held_since_us: int = 0
    held_us: int = 0
    """How long it was held before."""
    fired: tuple[str, ...] = ()
    """Cues of the segment on air that have happened."""
    played: dict[str, Played] = {}
    on_preview: str | None = None
    """The segment that put its scene on Preview by being Next; None: somebody chose what is there."""
    started_us: int = 0
    """Show time of the first Take of a segment; 0: none yet."""


class Explaining(Noun, frozen=True):
    """The product that is being explained (紹介中)."""

    product: str = ""
    since_us: int = 0
    """Show time."""
    before: str = ""
    """What was explained before, for taking a wrong one back."""
    before_since_us: int = 0
    undo_until_us: int = 0
    """Show time until which it can be taken back; 0: it cannot."""
