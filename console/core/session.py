"""Reducers of the session: one run of a show."""

from msgspec.structs import replace

from console.core import comments, giveaway, mix, offers, overlays, rundown, sources
from console.core.destinations import stepped, unwanted
from console.core.faults import lasting, noticed
from console.core.guards import disarmed, is_sent, used
from console.core.reducing import reduces
from console.errors import Refused
from console.model.commands import EndSession, StartSession
from console.model.facts import ClockStepped, MediaRestarted, MediaStarted, SessionLost, SessionResumed
from console.model.host import HostView
from console.model.mix import Mix
from console.model.moment import At
from console.model.offer import Selling
from console.model.recording import Recording
from console.model.rundown import Explaining
from console.model.session import FASTEST, SLOWEST, Session
from console.model.state import Audience, State
from console.words.core import (
    CLOCK_STEPPED,
    MEDIA_RESTARTED,
    NO_SCENES,
    NO_SESSION,
    NO_SUCH_SCENE,
    SESSION_LOST,
    SESSION_RESUMED,
    SESSION_RUNS,
    SPEED_ONLY_IN_REHEARSAL,
    SPEED_OUT_OF_RANGE,
)

"""Limits of a rehearsal's show clock."""


@reduces(StartSession)
def start_session(state: State, command: StartSession, at: At) -> State:
    """Opening scene on Program, opening graphics on air, nothing public."""
    if state.session.running:
        raise Refused(SESSION_RUNS())
    if not state.show.scenes:
        raise Refused(NO_SCENES())
    if command.speed != 1.0 and not command.rehearsal:
        raise Refused(SPEED_ONLY_IN_REHEARSAL())
    if not SLOWEST <= command.speed <= FASTEST:
        raise Refused(SPEED_OUT_OF_RANGE(low=SLOWEST, high=FASTEST, speed=str(command.speed)))
    opened = State(
        revision=state.revision,
        show=state.show,
        kept=state.kept,
        session=Session(
            id=command.id,
            phase="rehearsal" if command.rehearsal else "standby",
            started=at,
            speed=command.speed,
            rehearsal=command.rehearsal,
        ),
        mix=Mix(program=_opening_scene(state)),
        overlays=overlays.standing(key for key in state.show.opening_overlays if key in state.show.overlays),
        audience=Audience(pinned=state.show.opening_answer),
        host=HostView(note=state.host.note),
        rundown=rundown.opened(state.show),
        selling=_of_the_shop(state.selling),
        listening=state.listening,
        faults=lasting(state),
        notices=state.notices,
        forgetting=state.forgetting,
        muted=comments.lasting_mutes(state),
    )
    return rundown.with_next(opened, opened.rundown.next)


def _of_the_shop(selling: Selling) -> Selling:
    """What shops told before a session is as true in it; what was sold then is not this session's."""
    told = {name: getattr(selling, name) for name in ("stock", "shop_prices", "coupons", "seen")}
    return Selling(**told)


def _opening_scene(state: State) -> str:
    scene = state.show.opening_scene or next(iter(state.show.scenes))
    if scene not in state.show.scenes:
        raise Refused(NO_SUCH_SCENE(scene=scene))
    return scene


@reduces(EndSession)
def end_session(state: State, command: EndSession, at: At) -> State:
    """Nothing is wanted on air any more. What nobody can be watching ends without having been armed."""
    if not state.session.running:
        raise Refused(NO_SESSION())
    return _over(used(state, "end", at) if is_sent(state) else state, "ended", at)


@reduces(SessionResumed)
def session_resumed(state: State, fact: SessionResumed, at: At) -> State:
    """After a crash: what was wanted is wanted, what was known is forgotten, nothing moves."""
    if not state.session.running:
        return forgotten(state)
    return offers.compared(noticed(_new_epoch(forgotten(state)), SESSION_RESUMED(), at), at)


@reduces(SessionLost)
def session_lost(state: State, fact: SessionLost, at: At) -> State:
    """After a crash too long ago: nothing goes public by itself."""
    if not state.session.running:
        return forgotten(state)
    return noticed(_over(forgotten(state), "ended_unexpectedly", at), SESSION_LOST(), at)


@reduces(MediaStarted)
def media_started(state: State, fact: MediaStarted, at: At) -> State:
    """Opening graphics come in at tick 0; those of a resumed session stand."""
    first = state.session.on_air is None
    state = _new_epoch(state)
    state = replace(state, session=replace(state.session, on_air=state.session.on_air or at))
    return replace(state, overlays=overlays.entering(state.overlays, at)) if first else state


@reduces(MediaRestarted)
def media_restarted(state: State, fact: MediaRestarted, at: At) -> State:
    """After a stall: media times begin anew."""
    return noticed(_new_epoch(state), MEDIA_RESTARTED(seconds=round(fact.stalled_us / 1e6, 1)), at)


@reduces(ClockStepped)
def clock_stepped(state: State, fact: ClockStepped, at: At) -> State:
    """Said once; nothing of the show moves. What was armed is not any more: nobody knows how long ago that was."""
    return noticed(disarmed(stepped(state, fact.step_us)), CLOCK_STEPPED(seconds=round(fact.step_us / 1e6, 1)), at)


def _over(state: State, phase: str, at: At) -> State:
    ended = replace(
        giveaway.closed(offers.closed(_unrehearsed(state), at)),
        session=replace(state.session, phase=phase, armed="", armed_until_us=0, edit_on_air=False),
        recording=replace(state.recording, wanted=False),
        overlays={},
        audience=Audience(),
        host=HostView(note=state.host.note),
        rundown=replace(rundown.finished(state.rundown, at), next=None, on_preview=None),
        explaining=Explaining(),
    )
    return unwanted(sources.closed(ended))


def _unrehearsed(state: State) -> State:
    """Orders of a rehearsal are made up: they take nothing from the real stock. Prices come from shops only."""
    if state.session.phase != "rehearsal":
        return state
    return replace(state, selling=replace(state.selling, stock={}, coupons={}, seen=()))


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
    return disarmed(replace(state, sources={}, faults={}, destinations=destinations, recording=recording))
