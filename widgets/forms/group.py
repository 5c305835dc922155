"""Fields below one another: each with its label, its help and what is wrong with it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from console.words.render import Language
from widgets.forms.entry import Entry, Unreadable
from widgets.forms.shape import Shape, default_of
from widgets.forms.words import help_words, label
from widgets.parts.panel import column, row, small
from widgets.sheet import mean
from widgets.theme import BUTTON_HEIGHT, GAP, GRID

LABEL_PX = 132
BELOW = frozenset({"long", "lines", "many", "by_key", "group", "settings", "some_of"})
"""Kinds that need all of the width: their label stands above them."""
Make = Callable[[Shape], "Field"]


class Field(QWidget):
    """One row."""

    left = Signal()

    def __init__(self, shape: Shape, entry: Entry, language: Language) -> None:
        """Labelled from the table of words."""
        super().__init__()
        self.shape, self.entry = shape, entry
        self.base: int | None = None
        """Revision at which somebody began to change it; None: nobody has."""
        words, tip = label(shape.key, language), help_words(shape.key, language, shape.struct)
        entry.name(words, tip)
        self._help, self._problem = small(tip), QLabel()
        self._help.setWordWrap(True)
        if not tip:  # Why: what is shown before it has a parent becomes a window of its own.
            self._help.hide()
        self._problem.setWordWrap(True)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        mean(self._problem, "air")
        self._problem.hide()
        self._caution = QLabel()
        self._caution.setWordWrap(True)
        self._caution.setTextFormat(Qt.TextFormat.PlainText)
        mean(self._caution, "armed")
        self._caution.hide()
        entry.left.connect(self.left)
        self._lay_out(QLabel(words))

    @property
    def problem(self) -> str:
        """What is wrong with it, as it is said."""
        return self._problem.text()

    def say(self, words: str) -> None:
        """What is wrong with it; empty: nothing."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        target = self.entry.focusProxy()
        if target is not None:
            target.setProperty("wrong", "true" if words else "false")
            target.style().unpolish(target)
            target.style().polish(target)

    @property
    def caution(self) -> str:
        """What is better not said in it."""
        return self._caution.text()

    def warn(self, words: str) -> None:
        """What is better not said in it; empty: nothing."""
        self._caution.setText(words)
        self._caution.setVisible(bool(words))

    def every(self) -> Iterator[tuple[tuple[str, ...], "Field"]]:
        """It and all fields in it that stand open, each with its path."""
        yield (self.shape.name,), self
        inner = getattr(self.entry, "inner", None)
        for field in inner.fields.values() if isinstance(inner, Group) else ():
            for path, one in field.every():
                yield (self.shape.name, *path), one

    def _lay_out(self, name: QLabel) -> None:
        name.setWordWrap(True)
        name.setBuddy(self.entry)
        if self.shape.kind in BELOW:
            self.setLayout(column(name, self._help, self.entry, self._caution, self._problem, spacing=GRID))
            return
        name.setFixedWidth(LABEL_PX)
        name.setMinimumHeight(BUTTON_HEIGHT)
        name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        both = row(name, column(self.entry, self._help, self._caution, self._problem, spacing=GRID))
        both.setAlignment(name, Qt.AlignmentFlag.AlignTop)
        both.setStretch(1, 1)
        self.setLayout(both)


class Group(Entry):
    """The fields of one Struct."""

    def __init__(self, shapes: Iterable[Shape], make: Make) -> None:
        """`make` gives each its row."""
        super().__init__()
        self.fields: dict[str, Field] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for shape in shapes:
            field = make(shape)
            field.entry.touched.connect(self.touched)
            field.left.connect(self._leave)
            self.fields[shape.name] = field
            layout.addWidget(field)

    def show_value(self, value: Any) -> None:
        """Of a Struct, or of plain values by name."""
        for field in self.fields.values():
            field.entry.show_value(value_of(value, field.shape))
            field.say("")

    def value(self) -> Any:
        """By name."""
        return {name: plain_of(field.entry.value()) for name, field in self.fields.items()}

    def focus_on(self, path: tuple[str, ...]) -> None:
        """The field that the path begins with, or the first."""
        field = self.fields.get(path[0]) if path else next(iter(self.fields.values()), None)
        if field is not None:
            field.entry.focus_on(path[1:])

    def name(self, words: str, tip: str) -> None:
        """Its fields have names of their own."""

    def _leave(self) -> None:
        """What cannot be read is said where it stands; the whole goes on only when all can be."""
        is_readable = True
        for field in self.fields.values():
            try:
                field.entry.value()
                field.say("")
            except Unreadable as unreadable:
                field.say(str(unreadable))
                is_readable = False
        if is_readable:
            self.left.emit()


class Boxed(Entry):
    """A group that may be missing as a whole, or stands apart from what is around it."""

    def __init__(self, inner: Group) -> None:
        """Set in a little."""
        super().__init__()
        self.inner = inner
        layout = column(inner)
        layout.setContentsMargins(2 * GAP, 0, 0, 0)
        self.setLayout(layout)
        inner.touched.connect(self.touched)
        inner.left.connect(self.left)

    def show_value(self, value: Any) -> None:
        """None: everything empty."""
        self.inner.show_value({} if value is None else value)

    def value(self) -> Any:
        """By name."""
        return self.inner.value()

    def focus_on(self, path: tuple[str, ...]) -> None:
        """In it."""
        self.inner.focus_on(path)

    def name(self, words: str, tip: str) -> None:
        """Its fields have names of their own."""


class OptionalGroup(Boxed):
    """A group of which nothing was said is None."""

    def value(self) -> Any:
        """None while all its fields are empty."""
        value = super().value()
        return value if any(part not in {"", None} for part in value.values()) else None


def value_of(thing: Any, shape: Shape) -> Any:
    """A field of a Struct, or of plain values, which may lack it."""
    if isinstance(thing, Mapping):
        return thing.get(shape.name, default_of(shape))
    return getattr(thing, shape.name)


def plain_of(value: Any) -> Any:
    """As the model's commands carry it."""
    return msgspec.to_builtins(value)
