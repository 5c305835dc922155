"""A thing of the show as a form: shows what is true, says field by field what a person wants instead."""

from collections.abc import Mapping
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.drivers import points, row
from console.model.base import Entity
from widgets.forms.entry import Unreadable
from widgets.forms.files import FileEntry
from widgets.forms.group import Field, plain_of
from widgets.forms.known import Known
from widgets.forms.making import Making
from widgets.forms.shape import GROUPS, Shape, default_of, shapes_of
from widgets.theme import PAD


class Form(QWidget):
    """Of one kind of entity; `kind` of driver, where it has one."""

    wanted = Signal(dict, int, str)
    """Patch of plain values, the revision that its person saw, and the name of the field."""
    brought = Signal(str, str)
    """Name of a field and path of a file that was dropped onto it."""

    def __init__(
        self, known: Known, struct: type[Entity], *, only: tuple[str, ...] | None = None, kind: str = ""
    ) -> None:
        """`only` these fields."""
        super().__init__()
        self._revision = 0
        self._thing: Any = None
        self._known = known
        self.fields: dict[str, Field] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, PAD, 0)
        self._layout.setSpacing(PAD)
        self._is_driven = struct.__name__ in GROUPS
        making = Making(known)
        for shape in shapes_of(struct, only=only):
            if shape.kind != "settings":
                self._add(shape, making)
        for shape in settings_shapes(struct, kind):
            self._add(shape, making, group="settings")
        self._layout.addStretch(1)

    @property
    def revision(self) -> int:
        """Of what is shown."""
        return self._revision

    def show_thing(self, thing: Any) -> None:
        """What is true now. A field in which somebody types keeps what was typed."""
        self._thing, self._revision = thing, thing.revision
        for field in self.fields.values():
            if field.base is None:
                field.entry.show_value(self._true(field.shape))

    def say(self, name: str, words: str) -> None:
        """Beside a field what is wrong with it; empty: it was taken."""
        field = self.fields.get(name)
        if field is None:
            return
        field.say(words)
        if words:
            field.base = self._revision  # Why: whoever presses Enter once more has seen what is there now.
        else:
            field.base = None
            field.entry.show_value(self._true(field.shape))

    def warn(self, cautions: Mapping[tuple[str, ...], str]) -> None:
        """Beside each field what is better not said in it, by path; what is in a list is said beside the list."""
        for field in self.fields.values():
            inside = dict(field.every())
            for path, one in inside.items():
                deeper = [other for other in inside if len(other) > len(path) and other[: len(path)] == path]
                words = [
                    said
                    for where, said in cautions.items()
                    if where[: len(path)] == path and not any(where[: len(other)] == other for other in deeper)
                ]
                one.warn("\n".join(dict.fromkeys(words)))

    def finish(self) -> None:
        """Send what was typed and not sent yet."""
        for field in self.fields.values():
            if field.base is not None:
                self._send(field)

    def focus_on(self, path: tuple[str, ...]) -> QWidget | None:
        """Lead a person to a field; the widget to be scrolled to, or None if there is no such field."""
        names = path[1:] if path[:1] == ("settings",) else path
        field = self.fields.get(names[0]) if names else next(iter(self.fields.values()), None)
        if field is None:
            return None
        field.entry.focus_on(names[1:])
        return field

    def _add(self, shape: Shape, making: Making, *, group: str = "") -> None:
        field = making.field(shape)
        field.setProperty("group", group)
        field.entry.touched.connect(lambda: self._touch(field))
        field.left.connect(lambda: self._send(field))
        if isinstance(field.entry, FileEntry):
            field.entry.brought.connect(lambda path: self.brought.emit(shape.name, path))
        self.fields[shape.name] = field
        self._layout.addWidget(field)

    def _touch(self, field: Field) -> None:
        if field.base is None:
            field.base = self._revision

    def _send(self, field: Field) -> None:
        """Unless it is what is true anyway."""
        shape = field.shape
        try:
            value = field.entry.value()
            is_same = _typed(value, shape) == _typed(plain_of(self._true(shape)), shape)
        except Unreadable as unreadable:
            field.say(str(unreadable))
            return
        except msgspec.ValidationError:
            is_same = False
        if is_same:
            self.say(shape.name, "")
            return
        base = self._revision if field.base is None else field.base
        self.wanted.emit(self._patch(field, plain_of(value)), base, shape.name)

    def _patch(self, field: Field, value: Any) -> dict[str, Any]:
        if field.property("group") == "settings":
            assert self._thing is not None
            return {"settings": {**self._thing.settings, field.shape.name: value}}
        if field.shape.kind == "driver":
            return {field.shape.name: value, "settings": fresh_settings(field.shape.key.partition(".")[0], value)}
        return {field.shape.name: value}

    def _true(self, shape: Shape) -> Any:
        thing = self._thing
        assert thing is not None
        if self.fields[shape.name].property("group") != "settings":
            return getattr(thing, shape.name)
        value = thing.settings.get(shape.name, default_of(shape))
        try:
            return msgspec.convert(value, shape.typed)
        except msgspec.ValidationError:
            return default_of(shape)  # Why: a hand may have written anything into the file; the engine says so.


def settings_shapes(struct: type[msgspec.Struct], kind: str) -> tuple[Shape, ...]:
    """What a driver wants to know; nothing of one that is missing or broken."""
    group = GROUPS.get(struct.__name__)
    driver = row(group, kind).driver if group is not None and kind in points(group) else None
    return () if driver is None else shapes_of(driver.settings, owner=kind)


def fresh_settings(struct_name: str, kind: str) -> dict[str, Any]:
    """Of a driver of which nothing was said: what must be said is empty."""
    group = GROUPS[struct_name]
    driver = row(group, kind).driver if kind in points(group) else None
    shapes = () if driver is None else shapes_of(driver.settings, owner=kind)
    return {shape.name: plain_of(default_of(shape)) for shape in shapes if shape.default is msgspec.NODEFAULT}


def _typed(value: Any, shape: Shape) -> Any:
    return msgspec.convert(plain_of(value), shape.typed)
