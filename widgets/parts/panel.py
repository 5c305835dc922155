"""A titled box, and what stands in it while there is nothing to show."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QLayout, QStackedLayout, QVBoxLayout, QWidget

from widgets.theme import GAP, PAD, REGULAR, font

L = TypeVar("L", bound=QBoxLayout)
Item = QWidget | QLayout | None
"""None: a stretch."""


def heading(words: str) -> QLabel:
    """A panel's name."""
    return _label(words, "heading")


def small(words: str = "") -> QLabel:
    """What matters less."""
    return _label(words, "small")


def lettered(label: QLabel, size: int, weight: int = REGULAR) -> QLabel:
    """The same label in letters of this size; its colour stays its meaning's."""
    label.setFont(font(size, weight))
    label.setStyleSheet(f"font-size: {size}px; font-weight: {weight};")
    return label


def row(*items: Item, spacing: int = GAP) -> QHBoxLayout:
    """Side by side."""
    return _filled(QHBoxLayout(), items, spacing)


def column(*items: Item, spacing: int = GAP) -> QVBoxLayout:
    """One below the other."""
    return _filled(QVBoxLayout(), items, spacing)


class Panel(QFrame):
    """A box with a heading, room for buttons beside it, and a body that can speak while it is empty."""

    def __init__(self) -> None:
        """Nameless until `set_title`: `tr` needs the panel to exist."""
        super().__init__()
        self.setProperty("part", "panel")
        self.title = heading("")
        self.title.hide()
        self.head = row(self.title, None)
        self.head_row = QWidget()
        """The heading and the buttons beside it; a workspace makes it the handle by which the panel is moved."""
        self.head_row.setLayout(self.head)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(GAP)
        inner = QWidget()
        inner.setLayout(self.body)
        self._note = _label("", "empty")
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout()
        self._stack.addWidget(inner)
        self._stack.addWidget(self._note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD, GAP, PAD, PAD)
        layout.setSpacing(GAP)
        layout.addWidget(self.head_row)
        layout.addLayout(self._stack, 1)

    def set_title(self, words: str, *, empty: str = "") -> None:
        """Its name; `empty` says what to do next while there is nothing to show."""
        self.title.setText(words)
        self.title.setVisible(bool(words))
        self._note.setText(empty)
        self.setAccessibleName(words)

    def set_empty(self, is_empty: bool) -> None:  # noqa: FBT001 - a property of the panel
        """Show what to do next instead of the body."""
        self._stack.setCurrentIndex(int(is_empty))


def _label(words: str, part: str) -> QLabel:
    made = QLabel(words)
    made.setProperty("part", part)
    return made


def _filled(layout: L, items: tuple[Item, ...], spacing: int) -> L:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)
    return layout
