"""How a name is read aloud, in hiragana: a host who stumbles over a name loses its viewer."""

import threading
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

LOOK_MS = 50


class Readings(QObject):
    """Reads names once its dictionary is there; that takes most of a second, on a thread of its own."""

    ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begins to load. The thread knows nothing of this object, which may be gone before it ends."""
        super().__init__(parent)
        self._thread = _loading()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def of(self, name: str) -> str:
        """Empty: it is read as it is written, or nobody knows yet."""
        return "" if self._thread.is_alive() else reading(name)

    def _look(self) -> None:
        if not self._thread.is_alive():
            self._timer.stop()
            self.ready.emit()


def reading(name: str) -> str:
    """In hiragana; empty where the name has no Chinese characters."""
    if not any("一" <= letter <= "鿿" or letter == "々" for letter in name):
        return ""
    return "".join(part["hira"] for part in _dictionary().convert(name))


@cache
def _loading() -> threading.Thread:
    """One for all windows: a cache alone would let a second one load it once more beside the first."""
    thread = threading.Thread(target=_dictionary, name="readings", daemon=True)
    thread.start()
    return thread


@cache
def _dictionary() -> Any:
    import pykakasi  # noqa: PLC0415 - it reads its dictionaries when it is made

    return pykakasi.kakasi()  # type: ignore[no-untyped-call]
