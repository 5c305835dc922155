"""A list whose order a person may change, by dragging or with Ctrl+Up and Ctrl+Down."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from widgets.parts.keyed_model import KeyedModel
from widgets.parts.row_list import TALL_ROW_HEIGHT, Draw, RowList
from widgets.theme import Tokens

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderedList(RowList):
    """Says `moved(key, to)`; the rows move when the State says so."""

    moved = Signal(str, int)

    def __init__(self, model: KeyedModel[Any], draw: Draw, tokens: Tokens, *, height: int = TALL_ROW_HEIGHT) -> None:
        """As `RowList`."""
        super().__init__(model, draw, tokens, height=height)
        self._model = model
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)

    def dropEvent(self, event: QDropEvent) -> None:
        """Where it was let go: its new place among all rows."""
        key = self._model.key_at(self.currentIndex())
        under = self.indexAt(event.position().toPoint())
        to = under.row() if under.isValid() else self._model.rowCount() - 1
        event.setDropAction(Qt.DropAction.IgnoreAction)  # Why: Qt would take the row away by itself.
        event.accept()
        self._move(key, to)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with an arrow moves the selected row."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._move(self._model.key_at(self.currentIndex()), self.currentIndex().row() + step)
            return
        super().keyPressEvent(event)

    def _move(self, key: str, to: int) -> None:
        if key and 0 <= to < self._model.rowCount() and self._model.index_of(key).row() != to:
            self.moved.emit(key, to)
