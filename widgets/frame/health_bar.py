"""The bottom line: every destination, the recording, the encoder, and who listens."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from widgets.desk import Desk
from widgets.frame.destination_health import DestinationHealth
from widgets.frame.encoder_health import EncoderHealth
from widgets.frame.listening import ListeningChooser
from widgets.frame.recording_health import RecordingHealth
from widgets.parts.panel import small
from widgets.theme import GAP, PAD

LEAST_PX, MOST_PX = 240, 520
"""Width of one destination."""


class HealthBar(QFrame):
    """Destinations take the room that is left, in more lines if there are many."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk's State."""
        super().__init__()
        self.setProperty("part", "bar")
        self._desk = desk
        self.destinations: dict[str, DestinationHealth] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(0)
        self._none = small(self.tr("No destinations: nothing is sent anywhere"))
        self._grid.addWidget(self._none, 0, 0)
        self.recording, self.encoder, self.listening = (
            RecordingHealth(desk),
            EncoderHealth(desk),
            ListeningChooser(desk),
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PAD, 2, PAD, 2)
        layout.setSpacing(PAD)
        self._room = QWidget()
        self._room.setLayout(self._grid)
        layout.addWidget(self._room, 1)
        for part in (self.recording, self.encoder, self.listening):
            layout.addWidget(part)
        desk.bind(self, self._show, lambda state: tuple(state.sent_to))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Others in a line."""
        super().resizeEvent(event)
        self._place()

    def _show(self, keys: tuple[str, ...]) -> None:
        for key in set(self.destinations) - set(keys):
            self.destinations.pop(key).deleteLater()
        self.destinations = {key: self.destinations.get(key) or DestinationHealth(self._desk, key) for key in keys}
        self._none.setVisible(not keys)
        self._place()

    def _place(self) -> None:
        while self._grid.count():
            self._grid.takeAt(0)
        self._grid.addWidget(self._none, 0, 0)
        count = len(self.destinations)
        if not count:
            return
        fixed = (self.recording, self.encoder, self.listening)
        room = self.width() - sum(part.sizeHint().width() + PAD for part in fixed) - 2 * PAD
        columns = max(1, min(count, (room + GAP) // (LEAST_PX + GAP)))
        width = max(LEAST_PX, min(MOST_PX, (room - (columns - 1) * GAP) // columns))
        for at, group in enumerate(self.destinations.values()):
            group.set_width(width)
            self._grid.addWidget(group, at // columns, at % columns)
        self._grid.setColumnStretch(columns, 1)
