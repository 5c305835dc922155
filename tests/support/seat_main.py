"""A seat that says what it shows: `python -m tests.support.seat_main KIND`, one JSON object a line at each change."""

import json
import sys
import time
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from console.seat import main
from console.seat.seat import Kind, Seat
from widgets.host.note import NoteBar
from widgets.parts.monitor import Monitor

LOOK_MS = 20


class TellingSeat(Seat):
    """The real one, looked at over its shoulder."""

    def open(self) -> None:
        """And tell."""
        super().open()
        self._told: dict[str, Any] = {}
        window = self.windows.window
        assert window is not None
        window.resize(1920, 1080)
        self._timer = QTimer(interval=LOOK_MS)
        self._timer.timeout.connect(self._tell)
        self._timer.start()

    def _tell(self) -> None:
        window, snapshot = self.windows.window, self.desk.snapshot
        seen = {
            "status": snapshot.status,
            "engine": snapshot.engine_pid,
            "session": self.desk.state.session.id,
            "words": _words(window) if window is not None else [],
            "pictures": window is not None and any(one.painted for one in window.findChildren(Monitor)),
        }
        if seen != self._told:
            self._told = seen
            sys.stdout.write(json.dumps({"at": time.time(), **seen}) + "\n")
            sys.stdout.flush()


def _words(window: QWidget) -> list[str]:
    """What a person would look for: the phase in the header, the note of the host's window."""
    labels = window.findChildren(QLabel)
    notes = [label.text() for label in labels if isinstance(label, NoteBar) and label.isVisible()]
    phases = {"ON AIR", "REHEARSAL", "STAND BY", "ENDED"}
    return notes + [label.text() for label in labels if label.isVisible() and label.text() in phases]


if __name__ == "__main__":
    main.Seat = TellingSeat  # type: ignore[attr-defined]
    kind: Kind = sys.argv[1]  # type: ignore[assignment]
    sys.exit(main.run(kind))
