"""Reducers of comments: they come in batches that were looked through, and the newest stay in State."""

from itertools import islice

from msgspec.structs import replace

from console.core.audience import known
from console.core.giveaway import giveaway_entered
from console.core.orders import ID_LONGEST
from console.core.pins import without_words_of
from console.core.questions import asked, without_asker
from console.core.reducing import reduces
from console.errors import Refused
from console.model.commands import AddComment, MuteViewer, UnmuteViewer
from console.model.comment import COMMENT_LONGEST, COMMENTS_KEPT, MADE_UP, MUTED_MOST, Comment
from console.model.facts import CommentsMarked, GiveawayEntered
from console.model.moment import At
from console.model.state import State
from console.words.comments import COMMENT_EMPTY, TOO_MANY_MUTED
from console.words.core import NO_SESSION
from console.words.people import NO_SUCH_VIEWER


@reduces(CommentsMarked)
def comments_marked(state: State, fact: CommentsMarked, at: At) -> State:
    """Each id once. Without a session nobody watches; what is made up stays out of a real show."""
    fresh = {comment.id: _bounded(comment) for comment in fact.comments if _is_welcome(state, comment)}
    if not fresh or not state.session.running:
        return state
    comments = state.comments | fresh
    over = max(0, len(comments) - COMMENTS_KEPT)
    audience = replace(state.audience, comments=state.audience.comments + len(fresh))
    state = replace(state, comments=dict(islice(comments.items(), over, None)), audience=audience)
    state = asked(state, fresh.values(), fact.questions, at)
    for comment in fresh.values():
        if "entry" in comment.flags:
            state = giveaway_entered(state, GiveawayEntered(comment.viewer), at)
    return state


@reduces(AddComment)
def add_comment(state: State, command: AddComment, at: At) -> State:
    """Whether it may come. It comes as a fact once it was looked through; so no journal holds the name."""
    if not state.session.running:
        raise Refused(NO_SESSION())
    if not command.text.strip():
        raise Refused(COMMENT_EMPTY())
    return state


@reduces(MuteViewer)
def mute_viewer(state: State, command: MuteViewer, at: At) -> State:
    """From now on, and in later sessions; what they asked waits no more."""
    viewer = command.viewer
    if not 0 < len(viewer) <= ID_LONGEST:
        raise Refused(NO_SUCH_VIEWER(viewer=viewer[:80]))
    if viewer in state.muted:
        return state
    if len(state.muted) >= MUTED_MOST:
        raise Refused(TOO_MANY_MUTED(most=MUTED_MOST))
    state = without_words_of(without_asker(state, viewer), viewer, at)
    return replace(state, muted=(*state.muted, viewer))


@reduces(UnmuteViewer)
def unmute_viewer(state: State, command: UnmuteViewer, at: At) -> State:
    """What they write from now on counts."""
    if command.viewer not in state.muted:
        return state
    return replace(state, muted=tuple(viewer for viewer in state.muted if viewer != command.viewer))


def lasting_mutes(state: State) -> tuple[str, ...]:
    """Those of people; made-up ones end with their rehearsal."""
    return tuple(viewer for viewer in state.muted if not viewer.startswith(MADE_UP))


def _is_welcome(state: State, comment: Comment) -> bool:
    """Of use, not here yet, and of this world."""
    is_sound = 0 < len(comment.id) <= ID_LONGEST and bool(comment.text.strip())
    return is_sound and comment.id not in state.comments and (state.session.is_rehearsal or not comment.is_made_up)


def _bounded(comment: Comment) -> Comment:
    """What is too long is cut."""
    viewer = known(comment.viewer)
    if len(comment.text) <= COMMENT_LONGEST and viewer == comment.viewer:
        return comment
    return replace(comment, text=comment.text[:COMMENT_LONGEST], viewer=viewer)
