"""What an operator who keeps to the plan would do next, for rehearsals without one. A pure function of the State."""

from console.model.commands import CloseGiveaway, Command, DrawGiveaway, OpenGiveaway, TakeNext
from console.model.running import SegmentClock, segment_clock
from console.model.state import State

GIVEAWAY_KIND = "giveaway"
OPEN_US = 5_000_000
"""A giveaway opens when its graphic was explained for so long."""
CLOSED_AT, DRAWN_AT = 0.55, 0.65
"""Part of the planned time of its segment after which a giveaway closes, and is drawn."""


def next_wish(state: State, show_us: int) -> Command | None:
    """The next command; None: there is nothing to do now, or it is no rehearsal on air."""
    if state.session.phase != "rehearsal" or state.session.on_air is None:
        return None
    clock = segment_clock(state, show_us)
    return _take(state, clock) or _giveaway(state, clock)


def _take(state: State, clock: SegmentClock | None) -> Command | None:
    """The first segment with tick 0, each other one when the planned time of the one before is over."""
    if state.rundown.next not in state.show.segments:
        return None
    if clock is None:
        return None if state.rundown.started_us else TakeNext()
    return TakeNext() if clock.over_us >= 0 and not clock.held else None


def _giveaway(state: State, clock: SegmentClock | None) -> Command | None:
    """Open while its graphic is on air, closed and drawn before the segment ends, or as soon as the graphic goes."""
    status = state.giveaway
    part = clock.elapsed_us / max(1, clock.planned_us) if clock is not None and _is_shown(state) else 1.0
    if status.phase == "open":
        return CloseGiveaway() if part >= CLOSED_AT else None
    if status.phase == "closed":
        return DrawGiveaway(f"rehearsal {state.session.id}") if part >= DRAWN_AT else None
    to_come = next((key for key in state.show.giveaways if key not in status.drawn), None)
    if to_come is None or clock is None or clock.elapsed_us < OPEN_US or part >= CLOSED_AT:
        return None
    return OpenGiveaway(to_come)


def _is_shown(state: State) -> bool:
    on_air = (key for key, status in state.overlays.items() if status.shown)
    return any(key in state.show.overlays and state.show.overlays[key].kind == GIVEAWAY_KIND for key in on_air)
