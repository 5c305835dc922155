"""Bounded hand-over between threads in which every item counts."""

import queue
import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class Channel(Generic[T]):
    """First in, first out. Full: `offer` says no and counts; it never waits, so back-pressure ends here.

    Why a `SimpleQueue`: it waits and wakes in C; a condition does so in two dozen lines of Python at each tick.
    """

    def __init__(self, *, depth: int) -> None:
        """`depth` items at most."""
        self._depth = depth
        self._offering = threading.Lock()
        self._items: queue.SimpleQueue[T | _End] = queue.SimpleQueue()
        self._closed = False
        self.skipped = 0
        """Items refused since the channel was full."""

    def offer(self, item: T) -> bool:
        """Append unless full or closed."""
        with self._offering:
            if self._closed or self._items.qsize() >= self._depth:
                self.skipped += not self._closed
                return False
            self._items.put(item)
            return True

    def take(self, *, timeout_s: float = 0.2) -> T | None:
        """The oldest item; None if none came in time or the channel is closed and empty."""
        try:
            item = self._items.get(timeout=timeout_s)
        except queue.Empty:
            return None
        if isinstance(item, _End):
            self._items.put(item)  # For whoever else waits, or comes later.
            return None
        return item

    def close(self) -> None:
        """Nothing more is taken in; what is inside can still be taken out."""
        with self._offering:
            if not self._closed:
                self._items.put(_End())
            self._closed = True

    @property
    def finished(self) -> bool:
        """Closed and empty."""
        return self._closed and len(self) == 0

    def __len__(self) -> int:
        """Items inside."""
        return max(0, self._items.qsize() - self._closed)


class _End:
    """What stands last in a closed channel."""
