"""The scenes with their living pictures; a click puts one on Preview."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from console.model.commands import LoadPreview
from console.model.state import State
from widgets.desk import Desk
from widgets.keys import without_input_method
from widgets.parts.chip import Chip
from widgets.parts.elided import Elided
from widgets.parts.monitor import Monitor
from widgets.parts.panel import row
from widgets.producer.tally import Tally, tally
from widgets.sheet import mean
from widgets.theme import GAP

KEYS = 9
EVERY_MS = 100
LARGEST_PERCENT = 200
PORTRAIT, LANDSCAPE = QSize(84, 116), QSize(128, 98)
"""A tile: its picture, its border and one line of words."""
Named = tuple[tuple[str, str], ...]


def tile_size(state: State) -> QSize:
    """For the canvas of the show."""
    first = next(iter(state.show.renditions.values()), None)
    return PORTRAIT if first is None or first.canvas.portrait else LANDSCAPE


class Scenes(QScrollArea):
    """As many in a row as fit; more rows scroll, and nothing scrolls sideways."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk's State."""
        super().__init__()
        self._desk = desk
        self.tiles: dict[str, SceneTile] = {}
        self._keys: list[QAction] = [self._key(number) for number in range(1, KEYS + 1)]
        self._room = QWidget()
        self._grid = QGridLayout(self._room)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP // 2)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._empty = QLabel(self.tr("No scenes yet. Make one in Plan (Alt+3)."), self._room)
        self._empty.setProperty("part", "empty")
        self._empty.setWordWrap(True)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Scenes"))
        self.setWidget(self._room)
        desk.bind(self, self._show, _named)
        desk.changed.connect(self._tell)
        desk.ticked.connect(self._tell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other columns."""
        super().resizeEvent(event)
        self._place()

    def _key(self, number: int) -> QAction:
        return self._desk.actions.command(
            self,
            self.tr("Scene {number} to Preview").format(number=number),
            lambda: self._wanted(number),
            group=self.tr("Picture"),
            icon_name="show",
            key=f"Ctrl+{number}",
        )

    def _wanted(self, number: int) -> LoadPreview | None:
        scenes = tuple(self._desk.state.show.scenes)
        return LoadPreview(scenes[number - 1]) if number <= len(scenes) else None

    def _show(self, scenes: Named) -> None:
        gone = set(self.tiles) - {key for key, _ in scenes}
        for key in gone:
            self.tiles.pop(key).deleteLater()
        for number, (key, name) in enumerate(scenes, 1):
            if key not in self.tiles:
                self.tiles[key] = SceneTile(self._desk, key)
            self.tiles[key].show_name(name, number)
        self.tiles = {key: self.tiles[key] for key, _ in scenes}
        self._empty.setVisible(not scenes)
        self._place()
        self._tell()

    def _place(self) -> None:
        size, columns = self._fitting(tile_size(self._desk.state))
        while self._grid.count():
            self._grid.takeAt(0)
        if not self.tiles:
            self._grid.addWidget(self._empty, 0, 0)
        for at, tile in enumerate(self.tiles.values()):
            tile.setFixedSize(size)
            self._grid.addWidget(tile, at // columns, at % columns)

    def _fitting(self, least: QSize) -> tuple[QSize, int]:
        """The largest tiles of which all can be seen, and how many stand in a row."""
        room, gap = self.viewport().size(), GAP // 2
        for percent in range(LARGEST_PERCENT, 100, -10):
            size = least * (percent / 100)
            columns, rows = (
                (room.width() + gap) // (size.width() + gap),
                (room.height() + gap) // (size.height() + gap),
            )
            if columns * rows >= len(self.tiles):
                return size, columns
        return least, max(1, (room.width() + gap) // (least.width() + gap))

    def _tell(self) -> None:
        state, media_us = self._desk.state, self._desk.now().media_us
        for key, tile in self.tiles.items():
            tile.show_tally(tally(state, key, media_us))


class SceneTile(QFrame):
    """One scene. Its border and its word say where it is."""

    def __init__(self, desk: Desk, scene: str) -> None:
        """Small and slow: it is only to be recognised."""
        super().__init__()
        self._desk, self._scene = desk, scene
        self.setProperty("part", "tally")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.monitor = Monitor(desk, f"scene/{scene}", every_ms=EVERY_MS)
        self._name, self._number, self._chip = Elided(), QLabel(), Chip()
        self._chip.setParent(self.monitor)
        self._title = ""
        self._told: tuple[Tally, str] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        without_input_method(self)
        self._name.setProperty("part", "small")
        self._number.setProperty("part", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.monitor, 1)
        words = row(self._number, self._name, spacing=GAP // 2)
        words.setContentsMargins(2, 0, 2, 0)
        layout.addLayout(words)

    def show_name(self, name: str, number: int) -> None:
        """`number` is that of its key; beyond nine there is none."""
        self._name.setText(name)
        self._number.setText(str(number) if number <= KEYS else "")
        self._title = name
        self.setToolTip(f"{name}  [Ctrl+{number}]" if number <= KEYS else name)

    def show_tally(self, where: Tally) -> None:
        """On Program, on Preview, nowhere."""
        if (where, self._title) == self._told:
            return
        self._told = where, self._title
        words = {"air": self.tr("Program"), "preview": self.tr("Preview"), "": ""}[where]
        mean(self, where)
        self._chip.show_state(words, where)
        self._chip.adjustSize()
        self.setAccessibleName(f"{self._title} {words}".strip())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """To Preview."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._desk.do(LoadPreview(self._scene))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Preview is not on air, so any key that presses may put a scene there."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._desk.do(LoadPreview(self._scene))
        else:
            super().keyPressEvent(event)


def _named(state: State) -> Named:
    return tuple((key, scene.name) for key, scene in state.show.scenes.items())
