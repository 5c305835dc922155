"""What is wanted and what is known, at one revision."""

from typing import Literal

from console.errors import Message
from console.model.base import Noun
from console.model.comment import BeforePin, Comment, Question
from console.model.delays import grace_us
from console.model.destination import Destination, DestinationStatus
from console.model.fault import Fault, Notice
from console.model.giveaway import GiveawayStatus
from console.model.host import HostView
from console.model.kept import Kept
from console.model.listening import Listening
from console.model.mix import Mix
from console.model.offer import Selling
from console.model.overlay import OverlayOnAir, PinnedAnswer, PinnedComment
from console.model.recording import Recording
from console.model.rundown import Explaining, RundownStatus
from console.model.session import Session
from console.model.show import Show

NOTICES_KEPT = 50
REHEARSAL = "rehearsal"
"""Id of the made-up destination; faces have a name for it in their own words."""


class SourceStatus(Noun, frozen=True):
    """What is known of a source. Never restored from disk."""

    phase: Literal["opening", "running", "lost"] = "opening"
    problem: Message | None = None
    openings: int = 0
    """Times it was opened in this session."""


class Audience(Noun, frozen=True):
    """What the platforms say of the viewers."""

    viewers: int | None = None
    counted_us: int = 0
    """Show time of the count."""
    pinned: PinnedAnswer | None = None
    comment: PinnedComment | None = None
    words: dict[str, str] = {}
    """What announcement, ticker and lower third say, by overlay."""
    before_pin: BeforePin | None = None
    """What the last pin replaced; None: there is nothing to take back."""
    comments: int = 0
    """All that came in this session, whatever became of them."""
    questions: int = 0


class State(Noun, frozen=True):
    """The one snapshot. Written by the store only; everyone else reads it."""

    revision: int = 0
    session: Session = Session()
    show: Show = Show()
    kept: Kept = Kept()
    mix: Mix = Mix()
    overlays: dict[str, OverlayOnAir] = {}
    audience: Audience = Audience()
    host: HostView = HostView()
    rundown: RundownStatus = RundownStatus()
    explaining: Explaining = Explaining()
    selling: Selling = Selling()
    giveaway: GiveawayStatus = GiveawayStatus()
    comments: dict[str, Comment] = {}
    """The newest 300 by id, oldest first."""
    questions: dict[str, Question] = {}
    """The newest 100 by id, oldest first; those that wait for an answer stay longest."""
    muted: tuple[str, ...] = ()
    """Viewers whose words never go on air."""
    sources: dict[str, SourceStatus] = {}
    destinations: dict[str, DestinationStatus] = {}
    recording: Recording = Recording()
    listening: Listening = Listening()
    forgetting: tuple[str, ...] = ()
    """Viewers whose names are to be deleted and are not yet. Bounded."""
    faults: dict[str, Fault] = {}
    notices: tuple[Notice, ...] = ()

    @property
    def grace_us(self) -> dict[str, int]:
        """By rendition: how long after the last viewers' countdown the first are still shown theirs. Derived."""
        return {key: grace_us(self.show, key) for key in self.show.renditions}

    @property
    def sent_to(self) -> dict[str, Destination]:
        """Where this session sends: the show's destinations, or a made-up one to rehearse a show that has none."""
        if self.show.destinations or not self.session.is_rehearsal:
            return self.show.destinations
        first = next(iter(self.show.renditions), None)
        return {} if first is None else {REHEARSAL: Destination(REHEARSAL, "", "", rendition=first)}
