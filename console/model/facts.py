"""What the world told us. Past tense; a fact is never refused."""

import msgspec

from console.errors import Message
from console.model.comment import Comment, Question
from console.model.product import Money


class Fact(msgspec.Struct, frozen=True, tag=True, omit_defaults=True, forbid_unknown_fields=True):
    """Something that happened. Carries no time of its own: the store stamps it."""


class SourceOpening(Fact, frozen=True):
    """A source's device or file is being opened."""

    source: str


class SourceRunning(Fact, frozen=True):
    """A source gives pictures or sound."""

    source: str


class SourceLost(Fact, frozen=True):
    """A source gives nothing; it is opened again by itself."""

    source: str
    problem: Message


class DestinationConnecting(Fact, frozen=True):
    """A publisher began an attempt."""

    destination: str


class DestinationLive(Fact, frozen=True):
    """The server accepted the publish."""

    destination: str


class DestinationFailed(Fact, frozen=True):
    """An attempt or a live connection ended badly."""

    destination: str
    problem: Message
    final: bool = False
    """The server or the certificate said no; only counts before the first success with this key."""
    retry_in_us: int = 0
    """How long the publisher waits before the next attempt."""


class KeyStored(Fact, frozen=True):
    """Another stream key is kept for a destination."""

    destination: str


class DestinationStopped(Fact, frozen=True):
    """The publisher closed since it is no longer wanted."""

    destination: str


class RecordingStarted(Fact, frozen=True):
    """The recorder opened a file."""

    path: str


class RecordingEnded(Fact, frozen=True):
    """The recorder closed; `problem` says why if nobody asked it to."""

    problem: Message | None = None
    restart: bool = False
    """It is started again into a new file."""


class FaultRaised(Fact, frozen=True):
    """A condition began; said again with other words, it replaces what was said."""

    key: str
    message: Message
    action: str = ""


class FaultCleared(Fact, frozen=True):
    """A condition ended."""

    key: str


class NoticeGiven(Fact, frozen=True):
    """Something worth knowing passed."""

    message: Message


class OverlayEnded(Fact, frozen=True):
    """A graphic had its time: its hold is over, or its line has run."""

    overlay: str
    since_us: int
    """`OverlayOnAir.since_us` of the time on air that is meant."""


class ViewersCounted(Fact, frozen=True):
    """The platforms' viewers, summed; None: nobody knows now."""

    viewers: int | None


class CommentsMarked(Fact, frozen=True):
    """Comments came and were looked through. One fact for all of a tenth of a second; one id counts once."""

    comments: tuple[Comment, ...]
    """In the order in which they came. A `question` of theirs is one of State or of `questions`."""
    questions: tuple[Question, ...] = ()
    """Those that were not asked before, without viewers and count: these follow from the comments."""


class OfferOpened(Fact, frozen=True):
    """The countdown of an offer came to its end, on the engine's clock."""

    offer: str


class OfferClosed(Fact, frozen=True):
    """The window of an offer came to its end, on the engine's clock."""

    offer: str


class CueFired(Fact, frozen=True):
    """A timed cue fell due, on the engine's clock."""

    segment: str
    cue: str


class OrderPlaced(Fact, frozen=True):
    """A shop took an order. One id counts once."""

    id: str
    product: str
    units: int
    total: Money
    buyer: str = ""
    initials: str = ""


class StockChanged(Fact, frozen=True):
    """A shop says how many are left."""

    product: str
    units: int


class PriceSynced(Fact, frozen=True):
    """A shop says what a product costs."""

    product: str
    price: Money


class CouponClaimed(Fact, frozen=True):
    """Somebody claimed a coupon. One id counts once."""

    id: str
    coupon: str
    buyer: str = ""


class GiveawayEntered(Fact, frozen=True):
    """A viewer wrote the keyword."""

    viewer: str


class ViewerForgotten(Fact, frozen=True):
    """The name of a viewer is deleted: on request, or since they were not seen for long."""

    viewer: str


class SessionResumed(Fact, frozen=True):
    """An engine replayed the journal and goes on: a new media epoch begins."""


class SessionLost(Fact, frozen=True):
    """An engine found a journal too old to go on with: nothing is wanted on air any more."""


class MediaStarted(Fact, frozen=True):
    """Everything was ready and tick 0 is due: the show is on air."""


class MediaRestarted(Fact, frozen=True):
    """The media clock began again after a stall (suspend)."""

    stalled_us: int


class ShowKept(Fact, frozen=True):
    """The open show was compared with its file, or written to it."""

    folder: str
    digest: str
    """SHA-256 of the file; empty: it holds another show and is left alone."""
    edits: int
    """`Show.edits` of the show that was compared or written."""


class ClockStepped(Fact, frozen=True):
    """The wall clock moved by itself; nothing of the show moved."""

    step_us: int
    """Positive: it jumped ahead."""
