"""What State still says of a thing that is removed from the show, and why it must not be removed now."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from msgspec.structs import replace

from console.core.air_rules import is_seen, on_program
from console.core.faults import cleared
from console.core.names import called
from console.core.show_edits import entity
from console.errors import Message
from console.model.commands import EditArea
from console.model.giveaway import GiveawayStatus
from console.model.state import State
from console.words.edits import (
    DESTINATION_NOT_REMOVED,
    ON_AIR_NOT_REMOVED,
    ON_RECORD_NOT_REMOVED,
    RENDITIONS_STAY,
)

V = TypeVar("V")
_KEYED: dict[EditArea, tuple[str, ...]] = {
    "sources": ("sources",),
    "overlays": ("overlays",),
    "destinations": ("destinations",),
}
_SOLD: dict[EditArea, tuple[str, ...]] = {
    "products": ("units", "sales", "stock", "shop_prices"),
    "coupons": ("coupons",),
    "offers": ("offers",),
}


def why_not_remove(state: State, area: EditArea, key: str) -> Message | None:
    """What forbids to remove it now; None: nothing but the show itself might."""
    name = called(state.show, key, entity(state.show, area, key))
    if area == "destinations" and _is_used(state, key):
        return DESTINATION_NOT_REMOVED(name=name)
    if not state.session.running:
        return None
    if area == "renditions":
        return RENDITIONS_STAY()
    if any(_in_use(state, area, key)):
        return ON_AIR_NOT_REMOVED(name=name)
    return ON_RECORD_NOT_REMOVED(name=name) if any(_on_record(state, area, key)) else None


def without(state: State, area: EditArea, key: str) -> State:
    """State says nothing more of what was removed."""
    for field in _KEYED.get(area, ()):
        state = replace(state, **{field: _less(getattr(state, field), key)})
    for field in _SOLD.get(area, ()):
        state = replace(state, selling=replace(state.selling, **{field: _less(getattr(state.selling, field), key)}))
    match area:
        case "sources" | "destinations":
            return cleared(state, f"{area[:-1]}/{key}")
        case "offers":
            return cleared(state, f"offer/{key}")
        case "overlays":
            return replace(state, audience=replace(state.audience, words=_less(state.audience.words, key)))
        case "scenes":
            return replace(state, mix=_without_scene(state, key))
        case "giveaways" if state.giveaway.giveaway == key:
            return replace(state, giveaway=GiveawayStatus())
    return state


def _is_used(state: State, destination: str) -> bool:
    status = state.destinations.get(destination)
    return status is not None and (status.wanted or status.phase != "stopped")


def _in_use(state: State, area: EditArea, key: str) -> Iterator[bool]:
    match area:
        case "scenes":
            yield key in on_program(state) or key == state.mix.preview
        case "sources":
            yield is_seen(state, key)
        case "overlays":
            status = state.overlays.get(key)
            yield status is not None and status.shown
        case "products":
            yield key in {state.explaining.product, state.explaining.before}
        case "segments":
            yield key in {state.rundown.on_air, state.rundown.next}


def _on_record(state: State, area: EditArea, key: str) -> Iterator[bool]:
    match area:
        case "products":
            yield key in state.selling.units or key in state.selling.sales
        case "coupons":
            yield key in state.selling.coupons
        case "offers":
            yield state.selling.status(key).phase != "draft"
        case "giveaways":
            yield state.giveaway.giveaway == key
        case "segments":
            yield key in state.rundown.played


def _without_scene(state: State, key: str) -> object:
    mix = state.mix
    program, preview = (None if scene == key else scene for scene in (mix.program, mix.preview))
    change = None if mix.change is not None and mix.change.from_scene == key else mix.change
    return replace(mix, program=program, preview=preview, change=change)


def _less(known: Mapping[str, V], key: str) -> Mapping[str, V]:
    return {name: value for name, value in known.items() if name != key} if key in known else known
