"""Reducers of people's data: a viewer who is forgotten leaves the State, but for what a draw is proved by."""

from msgspec.structs import replace

from console.core.faults import noticed
from console.core.giveaway import recomputed
from console.core.orders import ID_LONGEST
from console.core.reducing import reduces
from console.errors import Refused
from console.model.commands import ForgetViewer
from console.model.comment import Question
from console.model.facts import ViewerForgotten
from console.model.giveaway import GiveawayStatus
from console.model.moment import At
from console.model.offer import OfferStatus, Selling
from console.model.people import viewers_before
from console.model.state import Audience, State
from console.words.people import NO_SUCH_VIEWER, TOO_MANY_TO_FORGET, VIEWER_FORGOTTEN

FORGETTING_MOST = 1_000
"""Waiting for a disk that does not come back."""


@reduces(ForgetViewer)
def forget_viewer(state: State, command: ForgetViewer, at: At) -> State:
    """They leave the State at once; whether their name is deleted, the disk says."""
    viewer = command.viewer.strip()
    if not 0 < len(viewer) <= ID_LONGEST:
        raise Refused(NO_SUCH_VIEWER(viewer=viewer[:80]))
    if viewer in state.forgetting:
        return state
    if len(state.forgetting) >= FORGETTING_MOST:
        raise Refused(TOO_MANY_TO_FORGET(count=FORGETTING_MOST))
    return replace(without(state, viewer), forgetting=(*state.forgetting, viewer))


@reduces(ViewerForgotten)
def viewer_forgotten(state: State, fact: ViewerForgotten, at: At) -> State:
    """Their name is gone. Said to who asked for it; nobody asked for those whose time was over."""
    state = without(state, fact.viewer)
    if fact.viewer not in state.forgetting:
        return state
    left = tuple(viewer for viewer in state.forgetting if viewer != fact.viewer)
    return noticed(replace(state, forgetting=left), VIEWER_FORGOTTEN(viewer=fact.viewer[:80]), at)


def without(state: State, viewer: str) -> State:
    """State without a person; numbers stay."""
    if not viewer:
        return state
    return replace(
        state,
        audience=_unpinned(state.audience, viewer),
        comments={key: comment for key, comment in state.comments.items() if comment.viewer != viewer},
        questions=_unasked(state.questions, viewer),
        muted=tuple(muted for muted in state.muted if muted != viewer),
        selling=_unsold(state.selling, viewer),
        giveaway=_undrawn(state.giveaway, viewer),
    )


def _unpinned(audience: Audience, viewer: str) -> Audience:
    """What they wrote leaves the air; an answer stays without the question and who asked it.

    What it stood in the place of cannot be brought back any more.
    """
    pinned, comment, before = audience.pinned, audience.comment, audience.before_pin
    if comment is not None and comment.viewer == viewer:
        audience = replace(audience, comment=None)
    if pinned is not None and pinned.viewer == viewer:
        audience = replace(audience, pinned=replace(pinned, viewer="", question=""))
    is_back = before is not None and viewer in viewers_before(before)
    return replace(audience, before_pin=None) if is_back else audience


def _unasked(questions: dict[str, Question], viewer: str) -> dict[str, Question]:
    """A question that others ask too stays; one that only they asked goes with them."""
    others = {key: _without_asker(question, viewer) for key, question in questions.items()}
    return {key: question for key, question in others.items() if question is not None}


def _without_asker(question: Question, viewer: str) -> Question | None:
    if viewer not in question.viewers:
        return question
    left = tuple(asker for asker in question.viewers if asker != viewer)
    return replace(question, viewers=left) if left else None


def _unsold(selling: Selling, viewer: str) -> Selling:
    toasts = tuple(replace(o, buyer="", initials="") if o.buyer == viewer else o for o in selling.toasts)
    offers = {key: _without_buyer(status, viewer) for key, status in selling.offers.items()}
    return replace(selling, toasts=toasts, offers=offers)


def _without_buyer(status: OfferStatus, viewer: str) -> OfferStatus:
    bought = {buyer: units for buyer, units in status.bought.items() if buyer != viewer}
    return status if len(bought) == len(status.bought) else replace(status, bought=bought)


def _undrawn(giveaway: GiveawayStatus, viewer: str) -> GiveawayStatus:
    """They have neither entered nor won. Of a draw that is made, the bare id of a winner stays among the entries."""
    if viewer not in giveaway.entries:
        return giveaway
    winners = tuple(winner for winner in giveaway.winners if winner != viewer)
    # Why: without it, computing the draw again would name somebody who has not won.
    if viewer in recomputed(giveaway.entries, giveaway.seed, giveaway.places):
        return replace(giveaway, winners=winners)
    entries = tuple(entry for entry in giveaway.entries if entry != viewer)
    return replace(giveaway, winners=winners, entries=entries)
