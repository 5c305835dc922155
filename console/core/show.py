"""Reducers of the open show: opening another one, editing this one."""

from typing import Any

import msgspec
from msgspec.structs import replace

from console.core.destinations import renewed
from console.core.edit_rules import new_problem, why_not_edit
from console.core.faults import lasting
from console.core.listening import within
from console.core.offers import disarmed
from console.core.reducing import reduces
from console.core.rundown import with_next
from console.errors import Refused
from console.model.base import Entity
from console.model.commands import Edit, OpenShow
from console.model.destination import Destination
from console.model.moment import At
from console.model.show import Show
from console.model.state import State
from console.words.core import BAD_EDIT, NO_SUCH_ENTITY, NO_SUCH_RENDITION, SESSION_RUNS, STALE_EDIT


@reduces(OpenShow)
def open_show(state: State, command: OpenShow, at: At) -> State:
    """Another show is open, with nothing known about it yet."""
    if state.session.running:
        raise Refused(SESSION_RUNS())
    return State(
        revision=state.revision,
        show=command.show,
        listening=within(state.listening, command.show),
        faults=lasting(state),
        notices=state.notices,
    )


@reduces(Edit)
def edit(state: State, command: Edit, at: At) -> State:
    """Fields of one entity change; refused: from an older revision, what makes the show unsound, what viewers see."""
    entities = _area(state.show, command.area)
    known = entities.get(command.id)
    if known is None:
        raise Refused(NO_SUCH_ENTITY(area=command.area, id=command.id))
    if command.base < known.revision:
        raise Refused(STALE_EDIT(id=command.id))
    changed = patched(known, {**command.patch, "revision": known.revision})
    if changed == known:
        return state
    if isinstance(changed, Destination):
        state = _redirected(state, command.id, changed)
    stamped = replace(changed, revision=state.revision + 1)
    edited = _with_area(state.show, command.area, {**entities, command.id: stamped})
    problem = why_not_edit(state, command.id, known, changed) or new_problem(state.show, edited)
    if problem is not None:
        raise Refused(problem)
    return _followed(replace(state, show=edited), command, at)


def _followed(state: State, command: Edit, at: At) -> State:
    """What was made ready from the entity is made ready from what it is now."""
    if command.area == "offers":
        return disarmed(state, command.id, at)
    if command.area == "segments" and state.rundown.on_preview == command.id:
        return with_next(state, state.rundown.next)
    return state


def patched(entity: Entity, patch: dict[str, Any]) -> Entity:
    """The entity with new field values; raises `Refused` naming the field that is unknown or of the wrong type."""
    fields = {**msgspec.to_builtins(entity), **patch}
    try:
        # Why: by way of JSON, so that what the journal cannot say (infinity, say) is refused and not found at replay.
        return msgspec.json.decode(msgspec.json.encode(fields), type=type(entity))
    except (msgspec.MsgspecError, TypeError, ValueError, OverflowError) as error:
        raise Refused(BAD_EDIT(reason=str(error))) from error


def _redirected(state: State, key: str, changed: Destination) -> State:
    if changed.rendition not in state.show.renditions:
        raise Refused(NO_SUCH_RENDITION(rendition=changed.rendition))
    known = state.show.destinations[key]
    same = (known.server, known.key, known.ca_file) == (changed.server, changed.key, changed.ca_file)
    return state if same else renewed(state, key)


def _area(show: Show, area: str) -> dict[str, Entity]:
    found: dict[str, Entity] = show.audio.strips if area == "strips" else getattr(show, area)  # type: ignore[assignment]
    return found


def _with_area(show: Show, area: str, entities: dict[str, Entity]) -> Show:
    if area == "strips":
        return replace(show, audio=replace(show.audio, strips=entities))
    return replace(show, **{area: entities})
