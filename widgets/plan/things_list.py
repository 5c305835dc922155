"""The list of things, onto which files may be dropped."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent

from widgets.forms.files import local_files
from widgets.parts.keyed_model import KeyedModel
from widgets.parts.ordered_list import OrderedList
from widgets.parts.row_list import Draw
from widgets.theme import PAD, Tokens


class ThingsList(OrderedList):
    """Rows move within it; a file from outside is brought to the row under it."""

    brought = Signal(str, str)
    """Path of a file, and the key of the row on which it was let go; empty: beside all rows."""

    def __init__(self, model: KeyedModel[Any], draw: Draw, tokens: Tokens) -> None:
        """As `OrderedList`."""
        super().__init__(model, draw, tokens)
        self._rows, self._note = model, ""
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)

    def key_of(self, index: QModelIndex) -> str:
        """Of the row there."""
        return self._rows.key_at(index)

    def say(self, words: str) -> None:
        """What stands here while there is nothing to list."""
        if words != self._note:
            self._note = words
            self.viewport().update()

    def set_ordered(self, is_ordered: bool) -> None:  # noqa: FBT001 - a property
        """Whether rows may be moved."""
        mode = self.DragDropMode.InternalMove if is_ordered else self.DragDropMode.DropOnly
        self.setDragDropMode(mode)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, or what to do."""
        super().paintEvent(event)
        if self._note:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            where = self.viewport().rect().adjusted(PAD, PAD, -PAD, -PAD)
            painter.drawText(where, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, self._note)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file of this machine, or a row."""
        if local_files(event):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """A file may be let go anywhere."""
        if event.source() is None:
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """The first file, or the row."""
        paths = local_files(event)
        if not paths:
            super().dropEvent(event)
            return
        event.acceptProposedAction()
        self.brought.emit(paths[0], self._rows.key_at(self.indexAt(event.position().toPoint())))
