"""A list whose rows are drawn by the room that owns them, all of one height."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from widgets.keys import without_input_method
from widgets.parts.keyed_model import ROW, KeyedModel
from widgets.parts.row_painter import RowPainter
from widgets.parts.row_words import words_of_row
from widgets.theme import Tokens

ROW_HEIGHT, TALL_ROW_HEIGHT = 32, 44
Draw = Callable[[RowPainter, Any], None]


class RowDelegate(QStyledItemDelegate):
    """Hands each row to `draw`."""

    def __init__(self, draw: Draw, tokens: Tokens, height: int, parent: QWidget) -> None:
        """`height` in logical pixels."""
        super().__init__(parent)
        self._draw, self._tokens, self._height = draw, tokens, height

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(RowPainter(painter, option, self._tokens), index.data(ROW))
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as there is room."""
        return QSize(0, self._height)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """A row that is cut says all of its words in its tip."""
        words = words_of_row(self._draw, index.data(ROW)) if self._is_cut(option, index) else ""
        QToolTip.showText(event.globalPos(), words, view)
        return True

    def _is_cut(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Painted where nobody sees it."""
        if not index.isValid():
            return False
        unseen = QPixmap(1, 1)
        painter = QPainter(unseen)
        drawn = RowPainter(painter, option, self._tokens)
        self._draw(drawn, index.data(ROW))
        painter.end()
        return drawn.is_cut


class RowList(QListView):
    """One row selected at most; keys go up and down, nothing is edited in place."""

    def __init__(self, model: QAbstractItemModel, draw: Draw, tokens: Tokens, *, height: int = ROW_HEIGHT) -> None:
        """Rows are elements of `model` under the role `ROW`."""
        super().__init__()
        self.setModel(model)
        if isinstance(model, KeyedModel):
            model.words = partial(words_of_row, draw)
        self.setItemDelegate(RowDelegate(draw, tokens, height, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        without_input_method(self)
        self._least = QSize(80, 2 * height)

    def sizeHint(self) -> QSize:
        """It takes what is left, and asks for two rows."""
        return self._least

    def minimumSizeHint(self) -> QSize:
        """Two rows."""
        return self._least
