"""Reducers of what viewers do."""

from msgspec.structs import replace

from console.core.reducing import reduces
from console.model.commands import PinAnswer
from console.model.facts import ViewersCounted
from console.model.moment import At
from console.model.state import State


@reduces(ViewersCounted)
def viewers_counted(state: State, fact: ViewersCounted, at: At) -> State:
    """The newest count stands until the next."""
    return replace(state, audience=replace(state.audience, viewers=fact.viewers, counted_us=at.show_us))


@reduces(PinAnswer)
def pin_answer(state: State, command: PinAnswer, at: At) -> State:
    """The pinned-answer graphic has this content from now on."""
    return replace(state, audience=replace(state.audience, pinned=command.pinned))
