"""Reducers of the session: one run of a show."""

from msgspec.structs import replace

from console.core import mix, overlays
from console.core.destinations import unwanted
from console.core.faults import noticed
from console.core.reducing import reduces
from console.errors import Refused
from console.model.commands import EndSession, StartSession
from console.model.facts import MediaRestarted, SessionLost, SessionResumed
from console.model.mix import Mix
from console.model.moment import At
from console.model.overlay import OverlayOnAir
from console.model.recording import Recording
from console.model.session import Session
from console.model.state import Audience, State
from console.words.core import (
    MEDIA_RESTARTED,
    NO_SCENES,
    NO_SESSION,
    SESSION_LOST,
    SESSION_RESUMED,
    SESSION_RUNS,
    SPEED_ONLY_IN_REHEARSAL,
)


@reduces(StartSession)
def start_session(state: State, command: StartSession, at: At) -> State:
    """Opening scene on Program, opening graphics on air, nothing public."""
    if state.session.running:
        raise Refused(SESSION_RUNS())
    if not state.show.scenes:
        raise Refused(NO_SCENES())
    if command.speed != 1.0 and not command.rehearsal:
        raise Refused(SPEED_ONLY_IN_REHEARSAL())
    return State(
        revision=state.revision,
        show=state.show,
        session=Session(
            id=command.id,
            phase="rehearsal" if command.rehearsal else "standby",
            started=at,
            speed=command.speed,
        ),
        mix=Mix(program=state.show.opening_scene or next(iter(state.show.scenes))),
        overlays={key: OverlayOnAir(shown=True, since_us=at.media_us) for key in state.show.opening_overlays},
        notices=state.notices,
    )


@reduces(EndSession)
def end_session(state: State, command: EndSession, at: At) -> State:
    """Nothing is wanted on air any more."""
    if not state.session.running:
        raise Refused(NO_SESSION())
    return _over(state, "ended")


@reduces(SessionResumed)
def session_resumed(state: State, fact: SessionResumed, at: At) -> State:
    """After a crash: what was wanted is wanted, what was known is forgotten, nothing moves."""
    return noticed(_new_epoch(state), SESSION_RESUMED(), at)


@reduces(SessionLost)
def session_lost(state: State, fact: SessionLost, at: At) -> State:
    """After a crash too long ago: nothing goes public by itself."""
    return noticed(_over(state, "ended_unexpectedly"), SESSION_LOST(), at)


@reduces(MediaRestarted)
def media_restarted(state: State, fact: MediaRestarted, at: At) -> State:
    """After a stall: media times begin anew."""
    return noticed(_new_epoch(state), MEDIA_RESTARTED(seconds=round(fact.stalled_us / 1e6, 1)), at)


def _over(state: State, phase: str) -> State:
    ended = replace(
        state,
        session=replace(state.session, phase=phase),
        recording=replace(state.recording, wanted=False),
        overlays={},
        audience=Audience(),
    )
    return unwanted(ended)


def _new_epoch(state: State) -> State:
    return replace(
        state,
        session=replace(state.session, epoch=state.session.epoch + 1),
        mix=mix.settled(state.mix),
        overlays=overlays.settled(state.overlays),
    )


def forgotten(state: State) -> State:
    """Without everything that only the engine that wrote it could know: for a State read from disk."""
    destinations = {
        key: replace(status, phase="stopped", problem=None, attempts=0, retry_at_us=0)
        for key, status in state.destinations.items()
    }
    recording: Recording = replace(state.recording, phase="stopped", problem=None)
    return replace(state, sources={}, faults={}, destinations=destinations, recording=recording)
