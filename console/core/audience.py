"""Reducers of what viewers do."""

from msgspec.structs import replace

from console.core.orders import ID_LONGEST
from console.core.reducing import reduces
from console.errors import Refused
from console.model.commands import PinAnswer
from console.model.facts import ViewersCounted
from console.model.moment import At
from console.model.overlay import PinnedAnswer
from console.model.state import State
from console.words.core import NO_SESSION

TEXT_LONGEST = 500
"""Of a question and of an answer. Viewers write more than fits; nobody is asked to shorten it."""


@reduces(ViewersCounted)
def viewers_counted(state: State, fact: ViewersCounted, at: At) -> State:
    """The newest count stands until the next."""
    return replace(state, audience=replace(state.audience, viewers=fact.viewers, counted_us=at.show_us))


@reduces(PinAnswer)
def pin_answer(state: State, command: PinAnswer, at: At) -> State:
    """The pinned-answer graphic has this content from now on."""
    if not state.session.running:
        raise Refused(NO_SESSION())
    answer, question = (text.strip()[:TEXT_LONGEST] for text in (command.answer, command.question))
    pinned = PinnedAnswer(viewer=known(command.viewer), question=question, answer=answer) if answer else None
    return replace(state, audience=replace(state.audience, pinned=pinned))


def known(viewer: str) -> str:
    """An id, or nothing for what cannot be one."""
    return viewer if len(viewer) <= ID_LONGEST else ""
