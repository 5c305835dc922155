"""What people ask for when they read viewers' comments: to pin, to answer, to mute."""

from console.model.command import Command


class PinComment(Command, frozen=True):
    """Put a viewer's comment on air by its id.

    Words alone are what the graphic shows when it comes; an empty one takes it off.
    """

    text: str = ""
    viewer: str = ""
    """Id of who wrote it."""
    comment: str = ""
    """Id of the comment; it is on air at once."""


class PinAnswer(Command, frozen=True):
    """Put an answer on air, prepared or typed, to a comment or to nobody.

    With `comment` or `prepared` it is on air at once. Words alone are what the graphic shows when it comes; an empty
    one takes it off.
    """

    answer: str = ""
    """The words; empty: those of `prepared`."""
    question: str = ""
    """The words; of a comment its own count."""
    viewer: str = ""
    """Id of who asked. Commands are journaled, so they never hold a name."""
    comment: str = ""
    """Id of the comment that is answered."""
    prepared: str = ""
    """Id of an answer of the show."""


class UnpinComment(Command, frozen=True):
    """Take the viewer's comment off air."""


class UnpinAnswer(Command, frozen=True):
    """Take the answer off air."""


class UndoPin(Command, frozen=True):
    """Take a wrong pin of a comment or an answer back, within 5 s of it."""


class AddComment(Command, frozen=True):
    """Type in what a viewer wrote where the engine cannot read it. Never journaled, for it may hold a name."""

    text: str
    name: str = ""


class ClaimQuestion(Command, frozen=True):
    """Somebody takes care of a question."""

    question: str
    by: str
    """A seat or a role, not a viewer."""


class AnswerQuestion(Command, frozen=True):
    """A question is answered, for everybody who asked it."""

    question: str
    typed: bool = False
    """In writing only, not on air."""


class DropQuestion(Command, frozen=True):
    """Nobody will answer this."""

    question: str


class ReopenQuestion(Command, frozen=True):
    """A question waits for an answer again."""

    question: str


class MuteViewer(Command, frozen=True):
    """What this viewer writes never goes on air; what is there leaves it."""

    viewer: str


class UnmuteViewer(Command, frozen=True):
    """What this viewer writes counts again."""

    viewer: str
