"""The map of keys (F1): every action that has one, by what it is about."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from widgets.actions import Line
from widgets.desk import Desk
from widgets.parts.chip import Chip
from widgets.parts.panel import heading, row, small
from widgets.theme import GAP, PAD

COLUMN_PX = 340
"""A column of the map."""


class KeyMap(QFrame):
    """Lies over the window until it is closed; the show goes on beneath, and every key still works."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Hidden."""
        super().__init__(parent)
        self.setProperty("part", "raised")
        self.setAccessibleName(self.tr("Map of keys"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._desk = desk
        self._columns = QHBoxLayout()
        self._columns.setSpacing(2 * PAD)
        self._before: QWidget | None = None
        inner = QWidget()
        inner.setLayout(self._columns)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        layout.setSpacing(GAP)
        layout.addLayout(row(heading(self.tr("Map of keys")), None, small(self.tr("Esc closes it"))))
        layout.addWidget(scroll, 1)
        self.hide()

    def toggle(self) -> None:
        """Open it with what there is now, or close it."""
        if not self.isHidden():
            self.close_map()
            return
        self._fill()
        self._before = self.window().focusWidget()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_map(self) -> None:
        """The focus goes back to where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
            self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_map()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        while (item := self._columns.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        groups = grouped(self._desk.actions.lines())
        parent = self.parentWidget()
        count = max(1, (parent.width() - 4 * PAD) // (COLUMN_PX + 2 * PAD)) if parent is not None else 1
        for column in shared_out(groups, count):
            self._columns.addWidget(_column(column), 1, Qt.AlignmentFlag.AlignTop)


Groups = dict[str, tuple[Line, ...]]


def grouped(deeds: tuple[Line, ...]) -> Groups:
    """Those with a key, each once."""
    found: dict[str, dict[str, Line]] = {}
    for deed in deeds:
        if deed.keys:
            found.setdefault(deed.group, {}).setdefault(deed.keys, deed)
    return {group: tuple(by_key.values()) for group, by_key in found.items()}


def shared_out(groups: Groups, columns: int) -> list[Groups]:
    """About as much in each column; a group stays whole."""
    shared: list[Groups] = [{} for _ in range(columns)]
    lengths = [0] * columns
    for group, deeds in sorted(groups.items(), key=lambda pair: -len(pair[1])):
        at = lengths.index(min(lengths))
        shared[at][group] = deeds
        lengths[at] += len(deeds) + 2
    return [column for column in shared if column]


def _column(groups: Groups) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(GAP // 2)
    grid.setColumnStretch(1, 1)
    for group, deeds in groups.items():
        grid.addWidget(heading(group), grid.rowCount(), 0, 1, 2)
        for deed in deeds:
            at = grid.rowCount()
            grid.addWidget(Chip(deed.keys), at, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(QLabel(deed.words), at, 1)
    return made
