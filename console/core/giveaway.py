"""Reducers of giveaways, and the draw that anyone can compute again."""

import hashlib
from collections.abc import Sequence

from msgspec.structs import replace

from console.core.orders import ID_LONGEST, said_once
from console.core.reducing import reduces
from console.errors import Refused
from console.model.commands import CloseGiveaway, DrawGiveaway, OpenGiveaway
from console.model.facts import GiveawayEntered
from console.model.giveaway import GiveawayStatus
from console.model.moment import At
from console.model.state import State
from console.words.core import NO_SESSION
from console.words.selling import (
    GIVEAWAY_DRAWN_ALREADY,
    GIVEAWAY_FULL,
    GIVEAWAY_NOT_CLOSED,
    GIVEAWAY_NOT_OPEN,
    GIVEAWAY_RUNS,
    GIVEAWAY_WITHOUT_SEED,
    NO_SUCH_GIVEAWAY,
)

ENTRIES_KEPT = 10_000


@reduces(OpenGiveaway)
def open_giveaway(state: State, command: OpenGiveaway, at: At) -> State:
    """Takes entries; the one before must have been drawn."""
    if not state.session.running:
        raise Refused(NO_SESSION())
    status = state.giveaway
    if command.giveaway not in state.show.giveaways:
        raise Refused(NO_SUCH_GIVEAWAY(giveaway=command.giveaway))
    if command.giveaway in status.drawn:
        raise Refused(GIVEAWAY_DRAWN_ALREADY(giveaway=command.giveaway))
    if status.phase in {"open", "closed"}:
        raise Refused(GIVEAWAY_RUNS(giveaway=status.giveaway))
    return replace(state, giveaway=GiveawayStatus(giveaway=command.giveaway, phase="open", drawn=status.drawn))


@reduces(GiveawayEntered)
def giveaway_entered(state: State, fact: GiveawayEntered, at: At) -> State:
    """One entry a viewer, while it is open."""
    status = state.giveaway
    if status.phase != "open" or not 0 < len(fact.viewer) <= ID_LONGEST or fact.viewer in status.entries:
        return state
    if len(status.entries) >= ENTRIES_KEPT:
        return said_once(state, GIVEAWAY_FULL(entries=ENTRIES_KEPT), at)
    return replace(state, giveaway=replace(status, entries=(*status.entries, fact.viewer)))


@reduces(CloseGiveaway)
def close_giveaway(state: State, command: CloseGiveaway, at: At) -> State:
    """No more entries."""
    if state.giveaway.phase != "open":
        raise Refused(GIVEAWAY_NOT_OPEN())
    return closed(state)


@reduces(DrawGiveaway)
def draw_giveaway(state: State, command: DrawGiveaway, at: At) -> State:
    """The winners follow from entries and seed. If nobody entered, nobody wins and the next one can open."""
    status, seed = state.giveaway, command.seed.strip()
    if status.phase != "closed":
        raise Refused(GIVEAWAY_NOT_CLOSED())
    if not seed:
        raise Refused(GIVEAWAY_WITHOUT_SEED())
    plan = state.show.giveaways.get(status.giveaway)
    winners = recomputed(status.entries, seed, plan.winners if plan is not None else 1)
    drawn = (*status.drawn, status.giveaway)
    status = replace(status, phase="drawn", seed=seed, places=len(winners), winners=winners, drawn=drawn)
    return replace(state, giveaway=status)


def closed(state: State) -> State:
    """An open one takes no more entries."""
    if state.giveaway.phase != "open":
        return state
    return replace(state, giveaway=replace(state.giveaway, phase="closed"))


def recomputed(entries: Sequence[str], seed: str, winners: int) -> tuple[str, ...]:
    """The winners, first prize first: those whose SHA-256 of `seed`, a line feed and the viewer's id is smallest.

    Texts are UTF-8. The order of entry and those who did not win change nothing, so the draw can be computed again
    even after viewers asked to be forgotten: `printf 'SEED\\nVIEWER' | sha256sum`, line by line, then sort.
    """
    ranked = sorted(set(entries), key=lambda viewer: (_rank(seed, viewer), viewer))
    return tuple(ranked[: max(0, winners)])


def _rank(seed: str, viewer: str) -> bytes:
    return hashlib.sha256(f"{seed}\n{viewer}".encode(errors="surrogatepass")).digest()
