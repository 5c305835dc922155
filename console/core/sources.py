"""Reducers of what is known of the sources."""

from msgspec.structs import replace

from console.core.faults import cleared, raised
from console.core.reducing import reduces
from console.model.facts import SourceLost, SourceOpening, SourceRunning
from console.model.moment import At
from console.model.state import SourceStatus, State


@reduces(SourceOpening)
def source_opening(state: State, fact: SourceOpening, at: At) -> State:
    """One opening more; why the last one failed stays readable."""
    if not _counts(state, fact.source):
        return state
    known = state.sources.get(fact.source, SourceStatus())
    return _with(state, fact.source, replace(known, phase=_phase(known), openings=known.openings + 1))


@reduces(SourceRunning)
def source_running(state: State, fact: SourceRunning, at: At) -> State:
    """The source is well, so its Fault is over."""
    if not _counts(state, fact.source):
        return state
    known = state.sources.get(fact.source, SourceStatus())
    running = replace(known, phase="running", problem=None)
    return cleared(_with(state, fact.source, running), fault_of(fact.source))


@reduces(SourceLost)
def source_lost(state: State, fact: SourceLost, at: At) -> State:
    """The slate is shown in its place, and people are told."""
    if not _counts(state, fact.source):
        return state
    known = state.sources.get(fact.source, SourceStatus())
    lost = replace(known, phase="lost", problem=fact.problem)
    return raised(_with(state, fact.source, lost), fault_of(fact.source), fact.problem, at)


def fault_of(source: str) -> str:
    """Key of the Fault of a source."""
    return f"source/{source}"


def closed(state: State) -> State:
    """Nothing is known of any source, so nothing is wrong with one."""
    for source in state.sources:
        state = cleared(state, fault_of(source))
    return replace(state, sources={})


def _counts(state: State, source: str) -> bool:
    """A fact about a source of another show, or one that closes after the end, comes too late."""
    return state.session.running and source in state.show.sources


def _phase(known: SourceStatus) -> str:
    return "lost" if known.phase == "lost" else "opening"


def _with(state: State, source: str, status: SourceStatus) -> State:
    return replace(state, sources={**state.sources, source: status})
