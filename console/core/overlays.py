"""Reducers of the graphics on air."""

from collections.abc import Iterable

from msgspec.structs import replace

from console.core.reducing import reduces
from console.errors import Refused
from console.model.commands import HideOverlay, ShowOverlay
from console.model.facts import OverlayEnded
from console.model.moment import At
from console.model.overlay import OverlayOnAir
from console.model.state import State
from console.words.core import NO_SESSION, NO_SUCH_OVERLAY

LONG_AGO_US = -10_000_000
"""Media time before every animation: what began then stands still."""


@reduces(ShowOverlay)
def show_overlay(state: State, command: ShowOverlay, at: At) -> State:
    """A graphic comes on air; one that is there stays as it is."""
    return _set(state, command.overlay, at, shown=True)


@reduces(HideOverlay)
def hide_overlay(state: State, command: HideOverlay, at: At) -> State:
    """A graphic leaves the air; one that is off stays off."""
    return _set(state, command.overlay, at, shown=False)


@reduces(OverlayEnded)
def overlay_ended(state: State, fact: OverlayEnded, at: At) -> State:
    """It leaves by itself; a fact that comes late, about an earlier time on air, changes nothing."""
    now = state.overlays.get(fact.overlay)
    is_meant = now is not None and now.shown and now.since_us == fact.since_us
    return _turned(state, fact.overlay, at, to=False) if is_meant else state


def _set(state: State, overlay: str, at: At, *, shown: bool) -> State:
    if overlay not in state.show.overlays:
        raise Refused(NO_SUCH_OVERLAY(overlay=overlay))
    if not state.session.running:
        raise Refused(NO_SESSION())
    return _turned(state, overlay, at, to=shown)


def shown(state: State, overlay: str, at: At) -> State:
    """With this graphic of the show on air."""
    return _turned(state, overlay, at, to=True)


def shown_anew(state: State, overlay: str, at: At) -> State:
    """With this graphic of the show on air and its hold counted from now; one that is there stays."""
    state = _turned(state, overlay, at, to=True)
    on_air = replace(state.overlays[overlay], shown_us=at.show_us)
    return replace(state, overlays={**state.overlays, overlay: on_air})


def hidden(state: State, overlay: str, at: At) -> State:
    """With this graphic of the show off air."""
    return _turned(state, overlay, at, to=False) if overlay in state.overlays else state


def _turned(state: State, overlay: str, at: At, *, to: bool) -> State:
    now = state.overlays.get(overlay)
    if (now is not None and now.shown) == to:
        return state
    shown_us = at.show_us if to or now is None else now.shown_us
    on_air = OverlayOnAir(shown=to, since_us=at.media_us, shown_us=shown_us)
    return replace(state, overlays={**state.overlays, overlay: on_air})


def settled(overlays: dict[str, OverlayOnAir]) -> dict[str, OverlayOnAir]:
    """The same graphics with nothing moving: for a new media epoch."""
    return {key: replace(overlay, since_us=LONG_AGO_US) for key, overlay in overlays.items() if overlay.shown}


def entering(overlays: dict[str, OverlayOnAir], at: At) -> dict[str, OverlayOnAir]:
    """The same graphics, coming in with the first tick; their time begins."""
    coming = OverlayOnAir(shown=True, since_us=0, shown_us=at.show_us)
    return {key: coming for key, overlay in overlays.items() if overlay.shown}


def standing(overlays: Iterable[str]) -> dict[str, OverlayOnAir]:
    """These graphics on air, their animation long over."""
    return {key: OverlayOnAir(shown=True, since_us=LONG_AGO_US) for key in overlays}
