"""Brings what the link says from its thread to the window's, the newest only."""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from console.errors import Message
from widgets.desk import Desk


class Bridge(QObject):
    """Its methods are the link's callbacks; the desk hears of them on the GUI thread."""

    _changed = Signal()
    _answered = Signal(int, object, object)

    def __init__(self) -> None:
        """Silent until `carry_to`."""
        super().__init__()
        self._is_told = False
        self._values: dict[int, Any] = {}
        self._desk: Desk | None = None
        queued = Qt.ConnectionType.QueuedConnection
        self._changed.connect(self._refresh, queued)
        self._answered.connect(self._answer, queued)

    def carry_to(self, desk: Desk) -> None:
        """From now on `desk` hears."""
        self._desk = desk

    def changed(self) -> None:
        """Link's thread. However often it is called, one refresh waits at most."""
        if not self._is_told:
            self._is_told = True
            self._changed.emit()

    def replied(self, number: int, value: Any) -> None:
        """Link's thread: the value that the answer to `number` brings."""
        self._values[number] = value

    def answered(self, number: int, problem: Message | None) -> None:
        """Link's thread."""
        self._answered.emit(number, problem, self._values.pop(number, None))

    def _refresh(self) -> None:
        self._is_told = False
        if self._desk is not None:
            self._desk.refresh()

    def _answer(self, number: int, problem: Message | None, value: Any) -> None:
        if self._desk is not None:
            self._desk.answer(number, problem, value)
