"""Reducers of what viewers do."""

from msgspec.structs import replace

from console.core.orders import ID_LONGEST
from console.core.reducing import reduces
from console.model.facts import ViewersCounted
from console.model.moment import At
from console.model.state import State

TEXT_LONGEST = 500
"""Of a question and of an answer. Viewers write more than fits; nobody is asked to shorten it."""


@reduces(ViewersCounted)
def viewers_counted(state: State, fact: ViewersCounted, at: At) -> State:
    """The newest count stands until the next."""
    return replace(state, audience=replace(state.audience, viewers=fact.viewers, counted_us=at.show_us))


def known(viewer: str) -> str:
    """An id, or nothing for what cannot be one."""
    return viewer if len(viewer) <= ID_LONGEST else ""
