"""What viewers write, and what they ask. People are ids here; their names are kept elsewhere."""

from typing import Literal

from console.model.base import Noun
from console.model.overlay import PinnedAnswer, PinnedComment

COMMENTS_KEPT = 300
"""The newest, in State; older ones are in the library."""
QUESTIONS_KEPT = 100
ASKERS_KEPT = 20
"""Viewers of one question who are remembered; all are counted."""
MUTED_MOST = 1_000
COMMENT_LONGEST = 500
"""Characters; viewers write more than fits, and nobody is asked to shorten it."""
REHEARSAL_PLATFORM = "rehearsal"
"""Where made-up viewers write. Nothing from there enters a real show."""
MADE_UP = "made-up-"
"""How ids of made-up viewers begin."""
MANUAL_PLATFORM = "manual"
"""Of comments that somebody at the desk typed in."""

Flag = Literal["ng", "spam", "first", "buyer", "question", "entry"]
"""ng: holds words not to say; spam: an advertisement, or said again and again; first: of this viewer in this session;
buyer: its viewer has bought in this session; question: it asks; entry: it holds the keyword of the open giveaway."""
Phase = Literal["open", "claimed", "answered", "typed", "dropped"]
"""answered: said on air; typed: answered in writing only."""
PENDING: frozenset[Phase] = frozenset({"open", "claimed"})
"""Somebody waits for an answer."""


class Comment(Noun, frozen=True, kw_only=True):
    """What one viewer wrote, on one platform."""

    id: str
    """The platform's, unique over all platforms."""
    viewer: str = ""
    """Id; empty: nobody who is known."""
    platform: str = ""
    text: str
    at_us: int
    """Show time at which it came."""
    question: str = ""
    """Id of what it asks; empty: it asks nothing."""
    product: str = ""
    """Id of the product that it names; empty: none."""
    flags: tuple[Flag, ...] = ()

    @property
    def is_made_up(self) -> bool:
        """Of a rehearsal."""
        return self.platform == REHEARSAL_PLATFORM or self.viewer.startswith(MADE_UP)


class Question(Noun, frozen=True):
    """What one or more comments ask, in the words of the first."""

    id: str
    text: str
    comment: str = ""
    """Id of the first that asked."""
    viewers: tuple[str, ...] = ()
    """The first of those who asked, each once."""
    asked: int = 0
    """Comments."""
    product: str = ""
    """What it is about; empty: no certain product."""
    phase: Phase = "open"
    claimed_by: str = ""
    since_us: int = 0
    """Show time of the first that asked."""
    answered_us: int = 0
    """Show time of the answer; 0: none yet."""

    @property
    def is_pending(self) -> bool:
        """Somebody waits for an answer."""
        return self.phase in PENDING


class BeforePin(Noun, frozen=True):
    """What was on air before the last pin, for taking a wrong one back."""

    kind: Literal["comment", "answer"]
    until_us: int
    """Show time until which it can be taken back."""
    comment: PinnedComment | None = None
    pinned: PinnedAnswer | None = None
    shown: tuple[str, ...] = ()
    """Graphics that the pin put on air."""
    question: Question | None = None
    """As it was before this answer."""
