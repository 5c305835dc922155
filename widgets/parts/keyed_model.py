"""Rows by key: what changed is said row by row, so that selection and scrolling stay where the person left them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)
"""Role of the whole row, for delegates."""
_NOWHERE = QModelIndex()


class KeyedModel(QAbstractListModel, Generic[T]):
    """A list of values, each under a key that is its own for ever."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty."""
        super().__init__(parent)
        self.words: Callable[[T], str] = str
        """A row as text, for screen readers and for finding by typing. The list that shows the rows knows how."""
        self._keys: list[str] = []
        self._rows: dict[str, T] = {}

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Rows have no rows below them."""
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The row for delegates, its words for those who cannot see."""
        if not index.isValid() or index.row() >= len(self._keys):
            return None
        row = self._rows[self._keys[index.row()]]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.words(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be dragged; they are dropped between rows, never onto one."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """A row that is dropped moves."""
        return Qt.DropAction.MoveAction

    def key_at(self, index: Index) -> str:
        """Empty: there is none."""
        return self._keys[index.row()] if index.isValid() and index.row() < len(self._keys) else ""

    def row_of(self, key: str) -> T | None:
        """The value under a key."""
        return self._rows.get(key)

    def index_of(self, key: str) -> QModelIndex:
        """Invalid: no such row."""
        return self.index(self._keys.index(key)) if key in self._rows else QModelIndex()

    @property
    def keys(self) -> Sequence[str]:
        """In their order."""
        return tuple(self._keys)

    def show(self, rows: Mapping[str, T]) -> None:
        """Become these rows, in this order: removed, inserted, moved and changed each by themselves."""
        self._remove([at for at, key in enumerate(self._keys) if key not in rows])
        self._insert(rows)
        self._order(list(rows))
        for key, row in rows.items():
            before = self._rows[key]
            if before is not row and before != row:
                self._rows[key] = row
                where = self.index_of(key)
                self.dataChanged.emit(where, where)

    def _remove(self, gone: list[int]) -> None:
        for first, last in reversed(_runs(gone)):
            self.beginRemoveRows(_NOWHERE, first, last)
            for key in self._keys[first : last + 1]:
                del self._rows[key]
            del self._keys[first : last + 1]
            self.endRemoveRows()

    def _insert(self, rows: Mapping[str, T]) -> None:
        """New rows in stretches, each behind the known row that it follows."""
        wanted = list(rows)
        for first, last in _runs([at for at, key in enumerate(wanted) if key not in self._rows]):
            place = self._keys.index(wanted[first - 1]) + 1 if first else 0
            self.beginInsertRows(_NOWHERE, place, place + last - first)
            self._keys[place:place] = wanted[first : last + 1]
            self._rows.update((key, rows[key]) for key in wanted[first : last + 1])
            self.endInsertRows()

    def _order(self, wanted: list[str]) -> None:
        for at, key in enumerate(wanted):
            now = self._keys.index(key, at) if self._keys[at] != key else at
            if now != at:
                self.beginMoveRows(_NOWHERE, now, now, _NOWHERE, at)
                self._keys.insert(at, self._keys.pop(now))
                self.endMoveRows()


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Neighbours together: (first, last)."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
