"""Reducers of Faults and Notices."""

from msgspec.structs import replace

from console.core.reducing import reduces
from console.errors import Message
from console.model.facts import FaultCleared, FaultRaised, NoticeGiven
from console.model.fault import Fault, Notice
from console.model.moment import At
from console.model.state import NOTICES_KEPT, State


@reduces(FaultRaised)
def fault_raised(state: State, fact: FaultRaised, at: At) -> State:
    """A condition began."""
    return raised(state, fact.key, fact.message, at, action=fact.action)


@reduces(FaultCleared)
def fault_cleared(state: State, fact: FaultCleared, at: At) -> State:
    """A condition ended."""
    return cleared(state, fact.key)


@reduces(NoticeGiven)
def notice_given(state: State, fact: NoticeGiven, at: At) -> State:
    """Something passed."""
    return noticed(state, fact.message, at)


def raised(state: State, key: str, message: Message, at: At, *, action: str = "") -> State:
    """With the Fault; since when stays as it was if it is there already."""
    known = state.faults.get(key)
    fault = Fault(message=message, since=known.since if known else at, action=action)
    return state if fault == known else replace(state, faults={**state.faults, key: fault})


def cleared(state: State, key: str) -> State:
    """Without the Fault."""
    if key not in state.faults:
        return state
    return replace(state, faults={name: fault for name, fault in state.faults.items() if name != key})


def lasting(state: State) -> dict[str, Fault]:
    """The Faults that do not end with a session: whoever raised them clears them."""
    of_a_session = ("source/", "destination/", "recording", "offer/")
    return {key: fault for key, fault in state.faults.items() if not key.startswith(of_a_session)}


def noticed(state: State, message: Message, at: At) -> State:
    """With one Notice more, the newest last, bounded."""
    kept = state.notices[-(NOTICES_KEPT - 1) :]
    return replace(state, notices=(*kept, Notice(message=message, at=at)))
