"""How an edit is taken back: by another edit. Pure, so that a desk keeps its own list."""

from typing import Any

import msgspec

from console.core.show_edits import Step, changed, entities, entity
from console.errors import Refused
from console.model.commands import Add, Command, Edit, EditTogether, Remove
from console.model.show import Show
from console.model.state import State


def inverse(before: State, command: Command) -> Command | None:
    """What takes `command` back once it was obeyed in the State `before`; None: it changed nothing, or is no edit.

    It is refused as stale if somebody has edited the same thing since.
    """
    show, number = before.show, before.show.edits + 1
    if isinstance(command, EditTogether):
        return _together(show, command.steps, number)
    return _of(show, command, number) if isinstance(command, Edit | Add | Remove) else None


def _together(show: Show, steps: tuple[Step, ...], number: int) -> EditTogether | None:
    back: list[Step] = []
    for step in steps:
        undone = _of(show, step, number)
        if undone is not None:
            back.insert(0, undone)
            show = changed(show, step, number)
    return EditTogether(tuple(back)) if back else None


def _of(show: Show, step: Step, number: int) -> Step | None:
    try:
        if changed(show, step, number) is show:
            return None
    except Refused:
        return None
    if isinstance(step, Add):
        return Remove(step.area, step.id, base=number)
    known = entity(show, step.area, step.id)
    assert known is not None  # Or it would have been refused.
    if isinstance(step, Edit):
        names = [name for name in step.patch if name != "revision"]
        return Edit(step.area, step.id, _plain({name: getattr(known, name) for name in names}), base=number)
    fields = _plain({name: getattr(known, name) for name in known.__struct_fields__ if name != "revision"})
    return Add(step.area, step.id, fields, to=list(entities(show, step.area)).index(step.id))


def _plain(fields: dict[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(fields)
    return plain
