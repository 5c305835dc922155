"""How the rundown runs: time planned and time taken, ahead or behind, what is read now. Pure functions over State."""

from console.model.base import Noun
from console.model.rundown import Cue, Played
from console.model.state import State


class SegmentClock(Noun, frozen=True):
    """The clock of the segment on air. Held time does not count."""

    segment: str
    elapsed_us: int
    planned_us: int
    held: bool = False

    @property
    def over_us(self) -> int:
        """Positive: longer than planned (押し); negative: so much is left."""
        return self.elapsed_us - self.planned_us


class ShowClock(Noun, frozen=True):
    """The clock of the whole show, from the first Take of a segment on."""

    elapsed_us: int
    planned_us: int
    """Of all segments as the show planned them."""
    left_us: int
    """What the segment on air and all that follow still need as planned."""

    @property
    def over_us(self) -> int:
        """Positive: the show will end so much later than planned (押し); negative: earlier (巻き)."""
        return self.elapsed_us + self.left_us - self.planned_us


class Timing(Noun, frozen=True):
    """A segment's time, planned and taken."""

    segment: str
    planned_us: int
    taken_us: int | None = None
    """On air in all, held time included; None: not played."""
    started_us: int = 0
    """Show time of its last Take; 0: not played."""


class PrompterPlace(Noun, frozen=True):
    """Where the prompter stands."""

    segment: str
    """Whose script is read; empty: none."""
    product: str
    """Explained now; empty: none."""


def segment_clock(state: State, show_us: int) -> SegmentClock | None:
    """Of the segment on air; None: there is none."""
    status = state.rundown
    segment = state.show.segments.get(status.on_air) if status.on_air is not None else None
    played = state.rundown.played.get(status.on_air or "")
    if segment is None or played is None or status.on_air is None:
        return None
    elapsed_us = max(0, show_us - played.started_us - held_us(state, show_us))
    return SegmentClock(
        segment=status.on_air, elapsed_us=elapsed_us, planned_us=_us(segment.planned_s), held=status.held
    )


def show_clock(state: State, show_us: int) -> ShowClock | None:
    """Of the show; None: no segment was on air yet, or none is any more."""
    status, clock = state.rundown, segment_clock(state, show_us)
    if clock is None or not status.started_us:
        return None
    planned_us = sum(_planned_us(state, key) for key in dict.fromkeys(state.show.rundown))
    to_come = status.order[status.order.index(status.next) :] if status.next in status.order else ()
    left_us = max(0, -clock.over_us) + sum(_planned_us(state, key) for key in to_come)
    return ShowClock(elapsed_us=max(0, show_us - status.started_us), planned_us=planned_us, left_us=left_us)


def timings(state: State, show_us: int) -> tuple[Timing, ...]:
    """All segments in the running order."""
    return tuple(_timing(state, key, show_us) for key in state.rundown.order)


def prompter_place(state: State) -> PrompterPlace:
    """The script of what is explained if a segment has one, nearest to the one on air; else of the segment on air."""
    product, status = state.explaining.product, state.rundown
    on_air = status.on_air or ""
    segments = state.show.segments
    if not product or (on_air in segments and segments[on_air].product == product):
        return PrompterPlace(segment=on_air, product=product)
    at = status.order.index(on_air) if on_air in status.order else 0
    following = (*status.order[at:], *status.order[:at])
    found = next((key for key in following if key in segments and segments[key].product == product), on_air)
    return PrompterPlace(segment=found, product=product)


def held_us(state: State, show_us: int) -> int:
    """How long the clock of the segment on air has stood in all."""
    status = state.rundown
    return status.held_us + (max(0, show_us - status.held_since_us) if status.held else 0)


def cue_due_us(state: State, cue: Cue) -> int | None:
    """Show time at which a timed cue of the segment on air falls due; None: it is not timed, or the clock stands."""
    status = state.rundown
    played = status.played.get(status.on_air or "")
    if cue.at_s is None or played is None or status.held:
        return None
    return played.started_us + _us(cue.at_s) + status.held_us


def taken_us(played: Played, show_us: int) -> int:
    """Time on air in all."""
    return played.earlier_us + max(0, (played.ended_us or show_us) - played.started_us)


def _timing(state: State, segment: str, show_us: int) -> Timing:
    played, planned_us = state.rundown.played.get(segment), _planned_us(state, segment)
    if played is None:
        return Timing(segment=segment, planned_us=planned_us)
    taken = taken_us(played, show_us)
    return Timing(segment=segment, planned_us=planned_us, taken_us=taken, started_us=played.started_us)


def _planned_us(state: State, segment: str) -> int:
    known = state.show.segments.get(segment)
    return _us(known.planned_s) if known is not None else 0


def _us(seconds: int) -> int:
    return seconds * 1_000_000
