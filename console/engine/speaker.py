"""Says things to the parent without ever waiting for it."""

import threading
from collections import OrderedDict
from typing import BinaryIO

import msgspec

from console.engine.figures import Figures
from console.engine.order import News
from console.media.worker import Worker

MOST = 1000
"""Messages that wait for a parent that does not read; the oldest goes first."""
NEWEST_ONLY = (News, Figures)
CLOSE_S = 1.0
IDLE_S = 5.0
"""Longest wait for something to say."""


class Speaker:
    """Writes messages as lines on a thread of its own. Of news and figures that wait only the newest is said."""

    def __init__(self, out: BinaryIO) -> None:
        """`out` is the pipe to the parent; a parent that is gone hears nothing and stops nobody."""
        self._out = out
        self._changed = threading.Condition()
        self._waiting: OrderedDict[object, msgspec.Struct] = OrderedDict()
        self._number = 0
        self._is_writing = False
        self.lost = 0
        """Messages that nobody read in time."""
        self._worker = Worker("speaker", self._work, wake=self._wake).start()

    def say(self, message: msgspec.Struct) -> None:
        """Soon. Any thread; never waits."""
        with self._changed:
            self._number += 1
            key = type(message) if isinstance(message, NEWEST_ONLY) else self._number
            self._waiting.pop(key, None)
            self._waiting[key] = message
            if len(self._waiting) > MOST:
                self._waiting.popitem(last=False)
                self.lost += 1
            self._changed.notify_all()

    def close(self, *, timeout_s: float = CLOSE_S) -> None:
        """Say what waits, if the parent still listens."""
        with self._changed:
            self._changed.wait_for(lambda: not self._waiting and not self._is_writing, timeout_s)
        self._worker.stop(timeout_s=timeout_s)

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def _work(self, stop: threading.Event) -> None:
        while not stop.is_set():
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or stop.is_set(), IDLE_S)
                message = self._waiting.popitem(last=False)[1] if self._waiting else None
                self._is_writing = message is not None
            if message is not None:
                self._write(message)
            with self._changed:
                self._is_writing = False
                self._changed.notify_all()

    def _write(self, message: msgspec.Struct) -> None:
        try:
            self._out.write(msgspec.json.encode(message) + b"\n")
            self._out.flush()
        except (OSError, ValueError):
            return
