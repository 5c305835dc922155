"""What falls due on the show clock: openings and ends of offers, timed cues."""

from collections.abc import Iterator
from typing import NamedTuple

from console.model.facts import CueFired, Fact, OfferClosed, OfferOpened
from console.model.running import cue_due_us
from console.model.state import State


class Due(NamedTuple):
    """A fact and when it becomes true."""

    show_us: int
    fact: Fact


def coming(state: State) -> list[Due]:
    """Everything that will fall due if nobody does anything, the earliest first; of one moment, cues come last."""
    if not state.session.running:
        return []
    return sorted([*_offers(state), *_cues(state)], key=lambda due: due.show_us)


def _offers(state: State) -> Iterator[Due]:
    for key, status in state.selling.offers.items():
        if status.phase == "counting":
            yield Due(status.opens_us, OfferOpened(key))
        elif status.phase == "live":
            yield Due(status.ends_us, OfferClosed(key))


def _cues(state: State) -> Iterator[Due]:
    on_air = state.rundown.on_air
    segment = state.show.segments.get(on_air) if on_air is not None else None
    if segment is None or on_air is None:
        return
    for cue in segment.cues:
        due_us = cue_due_us(state, cue)
        if due_us is not None and cue.id not in state.rundown.fired:
            yield Due(due_us, CueFired(on_air, cue.id))
