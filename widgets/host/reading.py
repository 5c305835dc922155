"""How a name is read aloud, in hiragana: a host who stumbles over a name loses its viewer."""

import threading
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Signal


class Readings(QObject):
    """Reads names once its dictionary is there; that takes most of a second, on a thread of its own."""

    ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begins to load."""
        super().__init__(parent)
        self._is_ready = False
        self._thread = threading.Thread(target=self._load, name="readings", daemon=True)
        self._thread.start()

    def of(self, name: str) -> str:
        """Empty: it is read as it is written, or nobody knows yet."""
        return reading(name) if self._is_ready else ""

    def wait(self, timeout_s: float) -> bool:
        """Whether the dictionary is there."""
        self._thread.join(timeout_s)
        return self._is_ready

    def _load(self) -> None:
        _dictionary()
        self._is_ready = True
        self.ready.emit()


def reading(name: str) -> str:
    """In hiragana; empty where the name has no Chinese characters."""
    if not any("一" <= letter <= "鿿" or letter == "々" for letter in name):
        return ""
    return "".join(part["hira"] for part in _dictionary().convert(name))


@cache
def _dictionary() -> Any:
    import pykakasi  # noqa: PLC0415 - it reads its dictionaries when it is made

    return pykakasi.kakasi()  # type: ignore[no-untyped-call]
