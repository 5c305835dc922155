"""Reducers of the running order: what is Next, what is held, what moves. None of them touches what is on air."""

from collections.abc import Sequence

from msgspec.structs import replace

from console.core.reducing import reduces
from console.errors import Refused
from console.model.commands import HoldSegment, MoveSegment, SetNext, SkipNext
from console.model.moment import At
from console.model.rundown import Played, RundownStatus
from console.model.show import Show
from console.model.state import State
from console.words.core import NO_SESSION
from console.words.selling import NO_SEGMENT_ON_AIR, NO_SUCH_SEGMENT, NOTHING_IS_NEXT, PLACE_OUT_OF_RANGE


@reduces(SetNext)
def set_next(state: State, command: SetNext, at: At) -> State:
    """A jump: the order stays, the pointer moves."""
    _in_session(state)
    if command.segment not in state.rundown.order:
        raise Refused(NO_SUCH_SEGMENT(segment=command.segment))
    return with_next(state, command.segment)


@reduces(SkipNext)
def skip_next(state: State, command: SkipNext, at: At) -> State:
    """The one after Next is Next."""
    _in_session(state)
    if state.rundown.next is None:
        raise Refused(NOTHING_IS_NEXT())
    return with_next(state, follower(state.rundown.order, state.rundown.next))


@reduces(HoldSegment)
def hold_segment(state: State, command: HoldSegment, at: At) -> State:
    """While it is held, the segment's clock and its timed cues wait."""
    status = state.rundown
    _in_session(state)
    if status.on_air is None:
        raise Refused(NO_SEGMENT_ON_AIR())
    if command.hold == status.held:
        return state
    if command.hold:
        return replace(state, rundown=replace(status, held=True, held_since_us=at.show_us))
    return replace(state, rundown=released(status, at))


@reduces(MoveSegment)
def move_segment(state: State, command: MoveSegment, at: At) -> State:
    """A new order. Next follows it where it was simply the one after the segment on air."""
    _in_session(state)
    status = state.rundown
    if command.segment not in status.order:
        raise Refused(NO_SUCH_SEGMENT(segment=command.segment))
    if not 0 <= command.to < len(status.order):
        raise Refused(PLACE_OUT_OF_RANGE(last=len(status.order)))
    others = [key for key in status.order if key != command.segment]
    order = (*others[: command.to], command.segment, *others[command.to :])
    moved = replace(state, rundown=replace(status, order=order))
    was_natural = status.next == follower(status.order, status.on_air)
    if not was_natural or command.segment == status.on_air:
        return moved
    return with_next(moved, follower(order, status.on_air))


def opened(show: Show) -> RundownStatus:
    """As a session begins: in the order of the show, the first is Next."""
    order = tuple(dict.fromkeys(key for key in show.rundown if key in show.segments))
    return RundownStatus(order=order, next=order[0] if order else None)


def follower(order: Sequence[str], segment: str | None) -> str | None:
    """The one after a segment; the first if there is none; None at the end."""
    place = order.index(segment) + 1 if segment in order else 0
    return order[place] if place < len(order) else None


def with_next(state: State, segment: str | None) -> State:
    """Another segment is Next, its scene on Preview. What the old Next had put there goes; what a person did stays
    where the new one has no scene.
    """
    was_ours = state.rundown.on_preview is not None
    state = replace(state, rundown=replace(state.rundown, next=segment, on_preview=None))
    scene = scene_of(state, segment)
    if scene is not None:
        status = replace(state.rundown, on_preview=segment)
        return replace(state, rundown=status, mix=replace(state.mix, preview=scene))
    return replace(state, mix=replace(state.mix, preview=None)) if was_ours else state


def scene_of(state: State, segment: str | None) -> str | None:
    """The scene that a segment brings; None: none, or one that the show does not have."""
    known = state.show.segments.get(segment) if segment is not None else None
    return known.scene if known is not None and known.scene in state.show.scenes else None


def released(status: RundownStatus, at: At) -> RundownStatus:
    """No longer held; how long it was is kept."""
    if not status.held:
        return status
    held_us = status.held_us + max(0, at.show_us - status.held_since_us)
    return replace(status, held=False, held_since_us=0, held_us=held_us)


def finished(status: RundownStatus, at: At) -> RundownStatus:
    """The segment on air is over, its times on record."""
    status = released(status, at)
    played = status.played.get(status.on_air or "")
    if status.on_air is None or played is None:
        return status
    ended_us = max(at.show_us, played.started_us)
    record = {**status.played, status.on_air: replace(played, ended_us=ended_us, held_us=status.held_us)}
    return replace(status, on_air=None, held_us=0, fired=(), played=record)


def begun(status: RundownStatus, segment: str, at: At) -> RundownStatus:
    """A segment is on air. One that was before keeps how long."""
    before = status.played.get(segment)
    earlier_us = 0 if before is None else before.earlier_us + max(0, before.ended_us - before.started_us)
    played = {**status.played, segment: Played(started_us=at.show_us, earlier_us=earlier_us)}
    started_us = status.started_us or at.show_us
    return replace(status, on_air=segment, held_us=0, fired=(), played=played, started_us=started_us)


def _in_session(state: State) -> None:
    if not state.session.running:
        raise Refused(NO_SESSION())
