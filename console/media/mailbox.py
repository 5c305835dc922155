"""Hand-over of which only the newest counts."""

import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class Mailbox(Generic[T]):
    """Holds one item: a new one takes the place of an unread one, which is counted. For devices and snapshots."""

    def __init__(self) -> None:
        """Empty."""
        self._lock = threading.Lock()
        self._item: T | None = None
        self._unread = False
        self.overwritten = 0
        """Items that nobody had read when the next came."""

    def put(self, item: T) -> None:
        """Never waits."""
        with self._lock:
            self.overwritten += self._unread
            self._item, self._unread = item, True

    def newest(self) -> T | None:
        """The last item put, read or not; None before the first."""
        with self._lock:
            self._unread = False
            return self._item
