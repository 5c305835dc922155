"""Reducers of what comes to Program with the rundown: Takes, and the cues that a segment brings."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from console.core.explaining import explained
from console.core.faults import noticed
from console.core.mix import swapped
from console.core.offers import arm_offer, end_offer, open_price, start_offer
from console.core.overlays import hide_overlay, show_overlay
from console.core.reducing import reduces
from console.core.rundown import begun, finished, follower, scene_of, with_next
from console.errors import Refused
from console.model.commands import (
    ArmOffer,
    EndOffer,
    HideOverlay,
    OpenPrice,
    ShowOverlay,
    StartOffer,
    TakeNext,
    TakePreview,
)
from console.model.facts import CueFired
from console.model.moment import At
from console.model.rundown import Cue, Explaining, OfferAction
from console.model.running import cue_due_us
from console.model.scene import Transition
from console.model.state import State
from console.words.core import NO_SESSION, NO_SUCH_SCENE, NOTHING_ON_PREVIEW
from console.words.selling import CUE_NOT_DONE, NOTHING_IS_NEXT

Effect = Callable[[State], State]
"""One thing that a cue does; raises `Refused`."""


@reduces(TakePreview)
def take_preview(state: State, command: TakePreview, at: At) -> State:
    """Preview and Program change places; if Next had put its scene on Preview, the rundown advances."""
    if not state.session.running:
        raise Refused(NO_SESSION())
    if state.mix.preview is None:
        raise Refused(NOTHING_ON_PREVIEW())
    if state.rundown.on_preview is not None and state.rundown.on_preview == state.rundown.next:
        return _advanced(state, state.rundown.on_preview, command.transition, at)
    state = replace(state, rundown=replace(state.rundown, on_preview=None))
    return replace(state, mix=swapped(state.mix, command.transition, at))


@reduces(TakeNext)
def take_next(state: State, command: TakeNext, at: At) -> State:
    """Next is on air, whatever is on Preview."""
    if not state.session.running:
        raise Refused(NO_SESSION())
    if state.rundown.next is None or state.rundown.next not in state.show.segments:
        raise Refused(NOTHING_IS_NEXT())
    return _advanced(state, state.rundown.next, command.transition, at)


@reduces(CueFired)
def cue_fired(state: State, fact: CueFired, at: At) -> State:
    """A timed cue of the segment on air happens when it is due, once; all else changes nothing."""
    status = state.rundown
    if not state.session.running or status.on_air != fact.segment or fact.cue in status.fired:
        return state
    cue = next((cue for cue in _cues(state, fact.segment) if cue.id == fact.cue), None)
    due_us = cue_due_us(state, cue) if cue is not None else None
    if cue is None or due_us is None or at.show_us < due_us:
        return state
    return _happened(state, cue, at)


def _advanced(state: State, segment: str, transition: Transition, at: At) -> State:
    """The segment is on air: its scene, its product, its Take cues; the one after it is Next."""
    scene, product = scene_of(state, segment), state.show.segments[segment].product
    if scene is not None and scene != state.mix.program:
        mix = swapped(replace(state.mix, preview=scene), transition, at)
        state = replace(state, mix=mix)
    status = replace(begun(finished(state.rundown, at), segment, at), on_preview=None)
    state = replace(state, rundown=status)
    is_known = product in state.show.products
    state = explained(state, product, at) if is_known else replace(state, explaining=Explaining())
    state = with_next(state, follower(state.rundown.order, segment))
    for cue in _cues(state, segment):
        if cue.at_s is None and cue.id not in state.rundown.fired:
            state = _happened(state, cue, at)
    return state


def _cues(state: State, segment: str) -> tuple[Cue, ...]:
    known = state.show.segments.get(segment)
    return known.cues if known is not None else ()


def _happened(state: State, cue: Cue, at: At) -> State:
    """Everything the cue does; what cannot be done is a Notice and stops nothing else."""
    state = replace(state, rundown=replace(state.rundown, fired=(*state.rundown.fired, cue.id)))
    for effect in _effects(cue, at):
        try:
            state = effect(state)
        except Refused as refusal:
            state = noticed(noticed(state, CUE_NOT_DONE(cue=cue.id), at), refusal.message, at)
    return state


def _effects(cue: Cue, at: At) -> Iterator[Effect]:
    """In this order: the picture, what is explained, offers, then graphics, which show what came before."""
    if cue.scene:
        yield lambda state: _cut_to(state, cue.scene)
    if cue.explain:
        yield lambda state: explained(state, cue.explain, at)
    for action in cue.offers:
        yield _offer_effect(action, at)
    for overlay in cue.hide:
        yield _overlay_effect(HideOverlay(overlay), at)
    for overlay in cue.show:
        yield _overlay_effect(ShowOverlay(overlay), at)


def _cut_to(state: State, scene: str) -> State:
    if scene not in state.show.scenes:
        raise Refused(NO_SUCH_SCENE(scene=scene))
    return replace(state, mix=replace(state.mix, program=scene, change=None))


def _offer_effect(action: OfferAction, at: At) -> Effect:
    match action.verb:
        case "arm":
            return lambda state: arm_offer(state, ArmOffer(action.offer), at)
        case "start":
            return lambda state: start_offer(state, StartOffer(action.offer), at)
        case "open_price":
            return lambda state: open_price(state, OpenPrice(action.offer), at)
        case "end":
            return lambda state: end_offer(state, EndOffer(action.offer), at)


def _overlay_effect(command: ShowOverlay | HideOverlay, at: At) -> Effect:
    if isinstance(command, ShowOverlay):
        return lambda state: show_overlay(state, command, at)
    return lambda state: hide_overlay(state, command, at)
