"""What people and programs may ask for. Imperative; each is obeyed by one reducer or refused in words."""

from console.model.answering import (
    AddComment,
    AnswerQuestion,
    ClaimQuestion,
    DropQuestion,
    MuteViewer,
    PinAnswer,
    PinComment,
    ReopenQuestion,
    UndoPin,
    UnmuteViewer,
    UnpinAnswer,
    UnpinComment,
)
from console.model.command import Command
from console.model.edit import Add, Edit, EditArea, EditTogether, Remove, SetEditOnAir
from console.model.scene import CUT, Transition
from console.model.session import Guarded
from console.model.show import Show

__all__ = [
    "Add",
    "AddComment",
    "AnswerQuestion",
    "ClaimQuestion",
    "Command",
    "DropQuestion",
    "Edit",
    "EditArea",
    "EditTogether",
    "MuteViewer",
    "PinAnswer",
    "PinComment",
    "Remove",
    "ReopenQuestion",
    "SetEditOnAir",
    "UndoPin",
    "UnmuteViewer",
    "UnpinAnswer",
    "UnpinComment",
]
"""What stands in rooms of its own and is imported from here like all the other commands."""


class OpenShow(Command, frozen=True):
    """Make `show` the open show. Refused while a session runs."""

    show: Show


class StartSession(Command, frozen=True):
    """Start mixing: opening scene on Program, opening overlays on air, nothing public yet."""

    id: str
    rehearsal: bool = False
    speed: float = 1.0


class Arm(Command, frozen=True):
    """Allow one `GoLive` or one `EndSession` within the next minute."""

    action: Guarded


class Disarm(Command, frozen=True):
    """Nothing is allowed that must be armed."""


class GoLive(Command, frozen=True):
    """Every destination of the show is wanted from now on. Refused unless armed."""


class EndSession(Command, frozen=True):
    """Stop destinations and recording; the session is over. Refused unless armed while anything is sent."""


class LoadPreview(Command, frozen=True):
    """Put a scene on Preview."""

    scene: str


class TakePreview(Command, frozen=True):
    """Put Preview on Program; what was on Program goes to Preview."""

    transition: Transition = CUT


class FadeToBlack(Command, frozen=True):
    """Fade Program to black, or back."""

    black: bool
    duration_us: int = 500_000


class ShowOverlay(Command, frozen=True):
    """Put a graphic on air."""

    overlay: str


class HideOverlay(Command, frozen=True):
    """Take a graphic off air."""

    overlay: str


class TakeNext(Command, frozen=True):
    """Next becomes On air: its scene by the given transition, its product explained, its cues armed."""

    transition: Transition = CUT


class SetNext(Command, frozen=True):
    """Another segment is Next (jump); its scene goes to Preview."""

    segment: str


class SkipNext(Command, frozen=True):
    """Next is left out; the one after it is Next."""


class HoldSegment(Command, frozen=True):
    """The clock of the segment on air stands still, or goes on."""

    hold: bool


class MoveSegment(Command, frozen=True):
    """Change the running order; never touches what is on air."""

    segment: str
    to: int
    """Its new place among all segments."""


class Explain(Command, frozen=True):
    """Explain a product: card, list, prompter, clip and report follow. Ends the one before."""

    product: str


class EndExplaining(Command, frozen=True):
    """Nothing is explained."""


class UndoExplain(Command, frozen=True):
    """Take a wrong Explain back, within 5 s of it."""


class ArmOffer(Command, frozen=True):
    """Make an offer ready; refused with the reason while anything about it does not match."""

    offer: str


class StartOffer(Command, frozen=True):
    """Begin the countdown of an armed offer, or open it at once if it has none."""

    offer: str


class OpenPrice(Command, frozen=True):
    """Show the price of an offer that hid it."""

    offer: str


class ExtendOffer(Command, frozen=True):
    """Make the window longer. The reason is kept."""

    offer: str
    by_s: int
    reason: str


class EndOffer(Command, frozen=True):
    """Close an offer that is open before its time."""

    offer: str


class WithdrawOffer(Command, frozen=True):
    """Take an offer back; it cannot be opened again."""

    offer: str
    reason: str


class OpenGiveaway(Command, frozen=True):
    """Let viewers enter; one giveaway at a time."""

    giveaway: str


class CloseGiveaway(Command, frozen=True):
    """No more entries."""


class DrawGiveaway(Command, frozen=True):
    """Draw the winners. Chance comes in as data, so that the draw can be computed again."""

    seed: str


class SetAnnouncement(Command, frozen=True):
    """What announcement, ticker or lower third say; empty: what their settings say."""

    overlay: str
    text: str


class ForgetViewer(Command, frozen=True):
    """A person asked to be forgotten: their name is deleted, and State speaks of them no more."""

    viewer: str


class StartDestination(Command, frozen=True):
    """Send to one destination."""

    destination: str


class StopDestination(Command, frozen=True):
    """Stop sending to one destination."""

    destination: str


class RetryDestination(Command, frozen=True):
    """Do not wait for the next attempt: try now."""

    destination: str


class StartRecording(Command, frozen=True):
    """Record one rendition to `path`."""

    path: str
    rendition: str = "main"


class StopRecording(Command, frozen=True):
    """Close the recording."""


class Listen(Command, frozen=True):
    """Hear Program, or one strip alone, on a sound output of the engine's machine; an empty `device`: nothing."""

    device: str
    """Stable key, as listed."""
    carries: str = "program"
    """`program`, or the id of a strip."""
    gain_db: float = 0.0


class SendNote(Command, frozen=True):
    """Show the host a note; `flash`: so that it cannot be missed."""

    text: str
    flash: bool = False


class ClearNote(Command, frozen=True):
    """The host has no note."""


class AskHost(Command, frozen=True):
    """Give the host a question to answer, by its id; an empty one takes it away."""

    question: str
