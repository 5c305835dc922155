"""Structs in their order, or by a name: one line each that opens, with buttons to move it and to take it out."""

from collections.abc import Callable
from typing import Any

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QToolButton, QWidget

from widgets.forms.entry import Entry, Unreadable
from widgets.forms.group import Group, plain_of
from widgets.forms.known import Known
from widgets.forms.shape import Shape, emptiest, shapes_of
from widgets.forms.summary import summary
from widgets.icons import Icon, icon
from widgets.keys import without_input_method
from widgets.parts.elided import Elided
from widgets.parts.panel import column, row
from widgets.theme import GAP, GRID, ICON

MakeGroup = Callable[[tuple[Shape, ...]], Group]


class Item(QFrame):
    """One of them. What is in it is made when it is opened first."""

    left, touched = Signal(), Signal()
    moved = Signal(int)
    """By so many places."""
    removed = Signal()

    def __init__(self, shape: Shape, known: Known, make: MakeGroup) -> None:
        """Closed."""
        super().__init__()
        assert shape.struct is not None
        self.setProperty("part", "raised")
        self.key = ""
        self._known, self._make, self._struct = known, make, shape.struct
        self._value: Any = None
        self.group: Group | None = None
        self._opener = self._button("edit", self.tr("Open"))
        self._opener.setCheckable(True)
        self._opener.toggled.connect(self._open)
        self._words = Elided()
        head = [self._opener, self._words]
        if shape.kind == "many":
            up, down = self._button("up", self.tr("Move up")), self._button("down", self.tr("Move down"))
            up.clicked.connect(lambda: self.moved.emit(-1))
            down.clicked.connect(lambda: self.moved.emit(1))
            head += [up, down]
        gone = self._button("remove", self.tr("Take out"))
        gone.clicked.connect(self.removed)
        self._column = column(row(*head, gone, spacing=GRID), spacing=GAP)
        self._column.setContentsMargins(GAP, GRID, GAP, GRID)
        self.setLayout(self._column)

    def show_value(self, value: Any, key: str) -> None:
        """`key`: its name, if it has one."""
        self._value, self.key = value, key
        words = summary(value, self._known)
        self._words.setText(f"{key}: {words}" if key and words else key or words or self.tr("(empty)"))
        self._opener.setAccessibleName(self.tr("Open {name}").format(name=self._words.text()))
        if self.group is not None:
            self.group.show_value(value)

    @property
    def shown(self) -> Any:
        """What was shown last."""
        return self._value

    def value(self) -> Any:
        """Plain values."""
        return plain_of(self._value) if self.group is None else self.group.value()

    def open(self) -> None:
        """Show its fields."""
        self._opener.setChecked(True)

    def _open(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self.group is None:
            self.group = self._make(shapes_of(self._struct))
            self.group.show_value(self._value)
            self.group.left.connect(self.left)
            self.group.touched.connect(self.touched)
            self._column.addWidget(self.group)
        self.group.setVisible(is_open)

    def _button(self, name: Icon, words: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name, self._known.desk.tokens))
        button.setIconSize(QSize(ICON, ICON))
        button.setProperty("size", "plain")
        button.setToolTip(words)
        button.setAccessibleName(words)
        without_input_method(button)
        return button


class ManyEntry(Entry):
    """A tuple of Structs, or a dictionary of them."""

    def __init__(self, shape: Shape, known: Known, make: MakeGroup) -> None:
        """`make` gives a group of fields."""
        super().__init__()
        self._shape, self._known, self._make = shape, known, make
        self._items: list[Item] = []
        self._places = column(spacing=GRID)
        self._new_key = QLineEdit(placeholderText=self.tr("Name"))
        self._new_key.setAccessibleName(self.tr("Name of the new one"))
        if shape.kind != "by_key":
            self._new_key.hide()
        self._adding = QPushButton(icon("add", known.desk.tokens), self.tr("Add"))
        self._adding.setProperty("size", "small")
        without_input_method(self._adding)
        self._adding.clicked.connect(self._add)
        self._new_key.returnPressed.connect(self._add)
        self.setLayout(column(self._places, row(self._new_key, self._adding, None), spacing=GRID))

    def show_value(self, value: Any) -> None:
        """Those that are open stay so."""
        pairs = list(value.items()) if isinstance(value, dict) else [("", one) for one in value]
        while len(self._items) > len(pairs):
            self._drop(self._items[-1])
        while len(self._items) < len(pairs):
            self._items.append(self._item())
        for item, (key, one) in zip(self._items, pairs, strict=True):
            item.show_value(one, key)

    def value(self) -> Any:
        """In their order, or by their names."""
        values = [item.value() for item in self._items]
        if self._shape.kind == "many":
            return values
        return dict(zip((item.key for item in self._items), values, strict=True))

    def focus_on(self, path: tuple[str, ...]) -> None:
        """The path goes on with a number or a name; that one opens."""
        keys = [item.key or str(at) for at, item in enumerate(self._items)]
        if path and path[0] in keys:
            item = self._items[keys.index(path[0])]
            item.open()
            assert item.group is not None
            item.group.focus_on(path[1:])
            return
        self._adding.setFocus(Qt.FocusReason.OtherFocusReason)

    def name(self, words: str, tip: str) -> None:
        """The button that adds says what it adds to."""
        self._adding.setAccessibleName(self.tr("Add to {name}").format(name=words))
        self._adding.setToolTip(tip)

    def _item(self) -> Item:
        item = Item(self._shape, self._known, self._make)
        item.left.connect(self.left)
        item.touched.connect(self.touched)
        item.moved.connect(lambda by: self._move(item, by))
        item.removed.connect(lambda: self._remove(item))
        self._places.addWidget(item)
        return item

    def _add(self) -> None:
        assert self._shape.struct is not None
        key = self._new_key.text().strip()
        is_keyed = self._shape.kind == "by_key"
        if is_keyed and (not key or any(item.key == key for item in self._items)):
            self._new_key.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        item = self._item()
        item.show_value(_fresh(self._shape.struct, self.value()), key if is_keyed else "")
        self._items.append(item)
        self._new_key.clear()
        item.open()
        if item.group is not None:
            item.group.focus_on(())
        self.left.emit()

    def _move(self, item: Item, by: int) -> None:
        at = self._items.index(item)
        to = at + by
        if 0 <= to < len(self._items):
            values = self._values()
            values.insert(to, values.pop(at))
            self._become(values)

    def _remove(self, item: Item) -> None:
        values = self._values()
        keys = [one.key for one in self._items]
        at = self._items.index(item)
        del values[at], keys[at]
        self._become(values if self._shape.kind == "many" else dict(zip(keys, values, strict=True)))

    def _values(self) -> list[Any]:
        """As Structs; one that cannot be read stays as it was."""
        assert self._shape.struct is not None
        found = []
        for item in self._items:
            try:
                found.append(msgspec.convert(item.value(), self._shape.struct))
            except (Unreadable, msgspec.ValidationError):
                found.append(item.shown)
        return found

    def _become(self, values: Any) -> None:
        self.show_value(values)
        self.left.emit()

    def _drop(self, item: Item) -> None:
        self._items.remove(item)
        self._places.removeWidget(item)
        _forget(item)


def _forget(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def _fresh(struct: type[msgspec.Struct], there: Any) -> Any:
    """An empty one; an id that must be unique is another one than those that there are."""
    fresh = emptiest(struct)
    if "id" not in struct.__struct_fields__:
        return fresh
    taken = {one.get("id") for one in there}
    number = next(number for number in range(1, len(taken) + 2) if f"cue-{number}" not in taken)
    return msgspec.structs.replace(fresh, id=f"cue-{number}")
