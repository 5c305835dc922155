"""What an edit makes of a show. Knows nothing of what is on air; whether the show is sound is asked elsewhere."""

from typing import Any, cast

import msgspec
from msgspec.structs import replace

from console.errors import Refused
from console.model.audio import Strip
from console.model.base import Entity
from console.model.commands import Add, Edit, EditArea, Remove
from console.model.destination import Destination, Rendition
from console.model.edit import SHOW_FIELDS
from console.model.giveaway import Giveaway
from console.model.offer import Offer
from console.model.overlay import Overlay
from console.model.planning import Answer
from console.model.product import Coupon, Product
from console.model.rules import bad_id
from console.model.rundown import Segment
from console.model.scene import Scene
from console.model.show import Show
from console.model.source import Source
from console.words.core import BAD_EDIT, NO_SUCH_ENTITY, STALE_EDIT
from console.words.edits import ADDED_ALREADY, THERE_IS_ONE

Step = Edit | Add | Remove
KINDS: dict[EditArea, type[Entity]] = {
    "sources": Source,
    "scenes": Scene,
    "overlays": Overlay,
    "products": Product,
    "coupons": Coupon,
    "offers": Offer,
    "giveaways": Giveaway,
    "segments": Segment,
    "answers": Answer,
    "renditions": Rendition,
    "destinations": Destination,
    "strips": Strip,
}
"""Collections of the show."""
_OWN = {"show": frozenset(SHOW_FIELDS), "audio": frozenset({"duck_db", "duck_threshold_db"})}
"""Of what there is once and holds more than its own: the fields that are its own."""


def changed(show: Show, step: Step, number: int) -> Show:
    """The show after one step of the edit `number`; raises `Refused`. The same show if it changes nothing."""
    match step:
        case Edit():
            known = _known(show, step, number)
            after = patched(known, step.patch, own=_OWN.get(step.area))
            return show if after == known else _put(show, step.area, step.id, after, number)
        case Add():
            return _added(show, step, number)
        case Remove():
            _known(show, step, number)
            left = {key: one for key, one in entities(show, step.area).items() if key != step.id}
            return _with_area(show, step.area, left, number)


def entity(show: Show, area: EditArea, key: str) -> Entity | None:
    """What an edit would change; None: it is not there."""
    if area in KINDS:
        return entities(show, area).get(key)
    if key:
        return None
    return show if area == "show" else cast(Entity, getattr(show, area))


def entities(show: Show, area: EditArea) -> dict[str, Entity]:
    """A collection of the show; empty for what there is once."""
    if area not in KINDS:
        return {}
    return cast(dict[str, Entity], show.audio.strips if area == "strips" else getattr(show, area))


def patched(known: Entity, patch: dict[str, Any], *, own: frozenset[str] | None = None) -> Entity:
    """With new field values; raises `Refused` naming the field that is unknown, another's, or of the wrong type.

    Its revision is not the patch's to change.
    """
    names = [name for name in known.__struct_fields__ if own is None or name in own]
    foreign = next((name for name in patch if name not in names and name in known.__struct_fields__), None)
    if foreign is not None and foreign != "revision":
        raise Refused(BAD_EDIT(reason=f"`{foreign[:80]}`"))
    fields = (
        msgspec.to_builtins({name: getattr(known, name) for name in names}) | patch | {"revision": known.revision}
    )
    built = _built(type(known), fields)
    return built if own is None else replace(known, **{name: getattr(built, name) for name in names})


def _added(show: Show, step: Add, number: int) -> Show:
    if step.area not in KINDS:
        raise Refused(THERE_IS_ONE(area=step.area))
    for problem in bad_id(step.area, step.id):
        raise Refused(problem)
    there = entities(show, step.area)
    if step.id in there:
        raise Refused(ADDED_ALREADY(area=step.area, id=step.id))
    keys = list(there)
    keys.insert(len(keys) if step.to is None else max(0, step.to), step.id)
    fresh = _built(KINDS[step.area], step.fields | {"revision": number})
    return _with_area(show, step.area, {key: there.get(key, fresh) for key in keys}, number)


def _known(show: Show, step: Edit | Remove, number: int) -> Entity:
    known = entity(show, step.area, step.id)
    if known is None or (isinstance(step, Remove) and step.area not in KINDS):
        raise Refused(NO_SUCH_ENTITY(area=step.area, id=step.id[:80]))
    if step.base < known.revision != number:  # Why: steps of one edit do not make one another stale.
        raise Refused(STALE_EDIT(id=step.id or step.area))
    return known


def _built(kind: type[Entity], fields: dict[str, Any]) -> Entity:
    try:
        # Why: by way of JSON, so that what the journal cannot say (infinity, say) is refused and not found at replay.
        return msgspec.json.decode(msgspec.json.encode(fields), type=kind)
    except (msgspec.MsgspecError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise Refused(BAD_EDIT(reason=str(error)[:500])) from error


def _put(show: Show, area: EditArea, key: str, after: Entity, number: int) -> Show:
    stamped = replace(after, revision=number)
    if area in KINDS:
        return _with_area(show, area, {**entities(show, area), key: stamped}, number)
    if area == "show":
        return cast(Show, replace(stamped, edits=number))
    return replace(show, edits=number, **{area: stamped})


def _with_area(show: Show, area: EditArea, there: dict[str, Entity], number: int) -> Show:
    if area == "strips":
        return replace(show, edits=number, audio=replace(show.audio, strips=there))
    return replace(show, edits=number, **{area: there})
