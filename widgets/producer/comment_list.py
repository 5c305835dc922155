"""The list of comments: follows the newest, unless its person reads further up."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from widgets.parts.row_list import ROW_HEIGHT, Draw, RowList
from widgets.theme import Tokens

NEAR_PX = 4
"""From the end; so near is there."""
RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class CommentList(RowList):
    """Newest at the bottom."""

    entered = Signal()
    """Enter on the selected row."""
    unseen = Signal(int)
    """How many came below what is shown."""
    top_reached = Signal()

    def __init__(self, model: QAbstractItemModel, draw: Draw, tokens: Tokens, *, height: int = ROW_HEIGHT) -> None:
        """As `RowList`."""
        super().__init__(model, draw, tokens, height=height)
        self._unseen = 0
        self._follows = True
        model.rowsInserted.connect(self._count)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.verticalScrollBar().rangeChanged.connect(self._stay)

    @property
    def follows(self) -> bool:
        """The newest is shown, and so will the next be."""
        return self._follows

    def keep_place(self, change: Callable[[], None]) -> None:
        """Let the rows change: at the end it stays at the end, elsewhere what is read stays where it is."""
        followed, top = self.follows, QPersistentModelIndex(self.indexAt(QPoint(0, 0)))
        offset = self.visualRect(self.model().index(top.row(), 0)).top() if top.isValid() else 0
        change()
        if followed:
            self.scrollToBottom()
        elif top.isValid():
            self.scrollTo(self.model().index(top.row(), 0), QAbstractItemView.ScrollHint.PositionAtTop)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - offset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter answers."""
        if event.key() in RETURN:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def _count(self, _parent: object, first: int, last: int) -> None:
        is_newest = last == self.model().rowCount() - 1
        if is_newest and not self.follows:
            self._unseen += last - first + 1
            self.unseen.emit(self._unseen)

    def _stay(self, _least: int, most: int) -> None:
        """Another size, or rows that were laid out late: whoever was at the end is still there."""
        if self._follows:
            self.verticalScrollBar().setValue(most)

    def _moved(self, value: int) -> None:
        self._follows = value >= self.verticalScrollBar().maximum() - NEAR_PX
        if self.follows and self._unseen:
            self._unseen = 0
            self.unseen.emit(0)
        if value == self.verticalScrollBar().minimum() and self.verticalScrollBar().maximum() > 0:
            self.top_reached.emit()
