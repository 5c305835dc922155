"""Which edits Program would show or sound at once. They are made only while "edit on air" is on.

Gain and mute of a strip are operating, not editing. What was promised to viewers is `edit_rules`, and has no switch.
"""

from collections.abc import Callable

from console.core.guards import is_sent
from console.core.names import called
from console.core.show_edits import entity
from console.errors import Message
from console.model.base import Entity
from console.model.commands import EditArea
from console.model.selling import offer_of
from console.model.show import Show
from console.model.state import State
from console.words.edits import TOUCHES_PROGRAM

UNSEEN: dict[EditArea, frozenset[str]] = {
    "scenes": frozenset({"name"}),
    "sources": frozenset({"name"}),
    "overlays": frozenset({"name"}),
    "products": frozenset({"facts", "aliases", "stock"}),
    "strips": frozenset({"gain_db", "mute"}),
}
"""Fields that may change while the thing itself is on Program."""
WHERE_TO = frozenset({"server", "key", "ca_file", "rendition"})
LISTING = frozenset({"product_list", "qr", "order_toast", "ticker"})
"""Kinds of graphics that show products which are not explained."""


def why_not_on_air(state: State, area: EditArea, key: str, after: Show) -> Message | None:
    """What forbids that `area`/`key` of the open show becomes what it is in `after`; None: Program stays as it is."""
    if not state.session.running or state.session.edit_on_air:
        return None
    known, fresh = entity(state.show, area, key), entity(after, area, key)
    fields = _differing(known, fresh) - UNSEEN.get(area, frozenset())
    touches = _TOUCHES.get(area)
    if not fields or touches is None or not touches(state, key, fields):
        return None
    return TOUCHES_PROGRAM(name=called(state.show, key or area, known or fresh))


def is_heard(state: State, source: str) -> bool:
    """Its sound is, or may be, on Program: what stands in no scene may be a microphone."""
    strip = state.show.audio.strips.get(source)
    scenes = state.show.scenes.values()
    is_placed = any(placement.source == source for scene in scenes for placement in scene.placements)
    return not is_placed or is_seen(state, source) or (strip is not None and strip.always)


def is_seen(state: State, source: str) -> bool:
    """It is in the picture."""
    scenes = (state.show.scenes.get(key) for key in on_program(state))
    return any(placement.source == source for scene in scenes if scene for placement in scene.placements)


def on_program(state: State) -> frozenset[str]:
    """The scene on Program, and the one that is just leaving it."""
    leaving = state.mix.change.from_scene if state.mix.change else None
    return frozenset(key for key in (state.mix.program, leaving) if key is not None)


def _kinds(state: State) -> set[str]:
    """Of the graphics on air."""
    overlays = (state.show.overlays.get(key) for key, status in state.overlays.items() if status.shown)
    return {overlay.kind for overlay in overlays if overlay is not None}


def _is_overlay_seen(state: State, key: str, fields: set[str]) -> bool:
    return key in state.overlays and state.overlays[key].shown


def _is_product_seen(state: State, key: str, fields: set[str]) -> bool:
    offer, kinds = offer_of(state, key), _kinds(state)
    is_promised = offer is not None and state.selling.status(offer).is_running
    return bool(kinds) and (state.explaining.product == key or is_promised or bool(kinds & LISTING))


def _is_sent_elsewhere(state: State, key: str, fields: set[str]) -> bool:
    status = state.destinations.get(key)
    return status is not None and status.phase == "live" and bool(fields & WHERE_TO)


def _is_encode_touched(state: State, key: str, fields: set[str]) -> bool:
    is_begun_anew = fields != {"hide"} and (is_sent(state) or state.recording.wanted)
    return is_begun_anew or ("hide" in fields and bool(_kinds(state)))


def _is_show_seen(state: State, key: str, fields: set[str]) -> bool:
    kinds = _kinds(state)
    return ("safe_areas" in fields and bool(kinds)) or ("title" in fields and "slate_opening" in kinds)


_TOUCHES: dict[EditArea, Callable[[State, str, set[str]], bool]] = {
    "scenes": lambda state, key, _: key in on_program(state),
    "sources": lambda state, key, _: is_heard(state, key),
    "strips": lambda state, key, _: is_heard(state, key),
    "audio": lambda *_: True,
    "overlays": _is_overlay_seen,
    "theme": lambda state, *_: bool(_kinds(state)),
    "products": _is_product_seen,
    "renditions": _is_encode_touched,
    "destinations": _is_sent_elsewhere,
    "show": _is_show_seen,
}
"""By area: whether Program would be another one, if these fields of this entity were. Other areas are never on it."""


def _differing(known: Entity | None, fresh: Entity | None) -> set[str]:
    """Names of fields; all of them of what comes or goes."""
    one = known or fresh
    if one is None:
        return set()
    names = set(one.__struct_fields__) - {"revision", "edits"}
    if known is None or fresh is None:
        return names
    return {name for name in names if getattr(known, name) != getattr(fresh, name)}
