"""Reducers of where the stream goes. Commands want, facts report."""

from msgspec.structs import replace

from console.core.faults import cleared, raised
from console.core.guards import used
from console.core.reducing import reduces
from console.errors import Refused
from console.model.commands import GoLive, RetryDestination, StartDestination, StopDestination
from console.model.destination import DestinationStatus
from console.model.facts import (
    DestinationConnecting,
    DestinationFailed,
    DestinationLive,
    DestinationStopped,
    KeyStored,
)
from console.model.moment import At
from console.model.state import State
from console.words.core import DESTINATION_NOT_WANTED, NO_SESSION, NO_SUCH_DESTINATION


@reduces(GoLive)
def go_live(state: State, command: GoLive, at: At) -> State:
    """Every destination is wanted; a rehearsal stays a rehearsal."""
    if not state.session.running:
        raise Refused(NO_SESSION())
    state = used(state, "go_live", at)
    for destination in state.sent_to:
        state = _wanted(state, destination)
    phase = "live" if state.session.phase == "standby" else state.session.phase
    return replace(state, session=replace(state.session, phase=phase))


@reduces(StartDestination)
def start_destination(state: State, command: StartDestination, at: At) -> State:
    """One destination is wanted; a rejected one is tried anew. What makes a session public must have been armed."""
    _known(state, command.destination)
    if not state.session.running:
        raise Refused(NO_SESSION())
    if state.session.phase == "standby":
        state = used(state, "go_live", at)
    return _wanted(state, command.destination)


@reduces(StopDestination)
def stop_destination(state: State, command: StopDestination, at: At) -> State:
    """One destination is no longer wanted."""
    _known(state, command.destination)
    return _unwanted(state, command.destination)


@reduces(RetryDestination)
def retry_destination(state: State, command: RetryDestination, at: At) -> State:
    """The next attempt is due now; a rejected destination is tried anew."""
    status = _known(state, command.destination)
    if not status.wanted:
        raise Refused(DESTINATION_NOT_WANTED(destination=command.destination))
    if status.phase == "retrying":
        return _with(state, command.destination, replace(status, retry_at_us=at.wall_us))
    return _wanted(state, command.destination)


@reduces(DestinationConnecting)
def destination_connecting(state: State, fact: DestinationConnecting, at: At) -> State:
    """An attempt runs."""
    return _moved(state, fact.destination, at, phase="connecting")


@reduces(DestinationLive)
def destination_live(state: State, fact: DestinationLive, at: At) -> State:
    """Accepted: from now on every failure is retried."""
    if fact.destination not in state.sent_to:
        return state
    status = state.destinations.get(fact.destination, DestinationStatus())
    again = status.reconnects + status.proven
    state = _moved(
        state, fact.destination, at, phase="live", proven=True, attempts=0, reconnects=again, retry_at_us=0
    )
    return cleared(state, fault_of(fact.destination))


@reduces(DestinationFailed)
def destination_failed(state: State, fact: DestinationFailed, at: At) -> State:
    """Final before the first success, retried after it; people are told either way, unless it is to stop anyway."""
    if fact.destination not in state.sent_to:
        return state
    status = state.destinations.get(fact.destination, DestinationStatus())
    if not status.wanted:
        return _stopped(state, fact.destination, at)
    phase = "rejected" if fact.final and not status.proven else "retrying"
    state = _moved(
        state,
        fact.destination,
        at,
        phase=phase,
        problem=fact.problem,
        attempts=status.attempts + 1,
        retry_at_us=at.wall_us + fact.retry_in_us,
    )
    return raised(state, fault_of(fact.destination), fact.problem, at, action="RetryDestination")


@reduces(DestinationStopped)
def destination_stopped(state: State, fact: DestinationStopped, at: At) -> State:
    """Nothing is sent, nothing is wrong."""
    return _stopped(state, fact.destination, at)


@reduces(KeyStored)
def key_stored(state: State, fact: KeyStored, at: At) -> State:
    """What is sent goes on as it is; what waits is tried at once with the new key, and may be rejected with it."""
    status = state.destinations.get(fact.destination, DestinationStatus())
    if status.phase == "rejected":
        return renewed(state, fact.destination)
    if status.phase != "retrying":
        return state
    return _with(state, fact.destination, replace(status, proven=False, retry_at_us=at.wall_us))


def fault_of(destination: str) -> str:
    """Key of the Fault of a destination."""
    return f"destination/{destination}"


def unwanted(state: State) -> State:
    """No destination is wanted."""
    for destination in state.destinations:
        state = _unwanted(state, destination)
    return state


def stepped(state: State, step_us: int) -> State:
    """The wall clock was set: what waits goes on waiting as long as it would have."""
    for key, status in state.destinations.items():
        if status.phase == "retrying":
            state = _with(state, key, replace(status, retry_at_us=status.retry_at_us + step_us))
    return state


def renewed(state: State, destination: str) -> State:
    """Its server or key is another one: the next rejection is final again, and an old one says nothing."""
    status = state.destinations.get(destination)
    if status is None:
        return state
    state = _with(state, destination, replace(status, proven=False))
    return _wanted(state, destination) if status.wanted else state


def _wanted(state: State, destination: str) -> State:
    status = state.destinations.get(destination, DestinationStatus())
    if status.phase == "rejected":
        status = replace(status, phase="stopped", attempts=0)
    return _with(state, destination, replace(status, wanted=True))


def _unwanted(state: State, destination: str) -> State:
    """One that waits or is rejected has no publisher that could say that it stopped."""
    status = state.destinations.get(destination, DestinationStatus())
    if status.phase not in {"rejected", "retrying"}:
        return _with(state, destination, replace(status, wanted=False))
    idle = replace(status, wanted=False, phase="stopped", attempts=0, retry_at_us=0)
    return cleared(_with(state, destination, idle), fault_of(destination))


def _stopped(state: State, destination: str, at: At) -> State:
    state = _moved(state, destination, at, phase="stopped", attempts=0, retry_at_us=0)
    return cleared(state, fault_of(destination))


def _known(state: State, destination: str) -> DestinationStatus:
    if destination not in state.sent_to:
        raise Refused(NO_SUCH_DESTINATION(destination=destination))
    return state.destinations.get(destination, DestinationStatus())


def _moved(state: State, destination: str, at: At, **changes: object) -> State:
    """What is said of a destination that the show does not have is of no use."""
    if destination not in state.sent_to:
        return state
    status = state.destinations.get(destination, DestinationStatus())
    return _with(state, destination, replace(status, since_us=at.wall_us, **changes))


def _with(state: State, destination: str, status: DestinationStatus) -> State:
    return replace(state, destinations={**state.destinations, destination: status})
