"""Bounded hand-over between threads in which every item counts."""

import threading
from collections import deque
from typing import Generic, TypeVar

T = TypeVar("T")


class Channel(Generic[T]):
    """First in, first out. Full: `offer` says no and counts; it never waits, so back-pressure ends here."""

    def __init__(self, *, depth: int) -> None:
        """`depth` items at most."""
        self._depth = depth
        self._changed = threading.Condition()
        self._items: deque[T] = deque()
        self._closed = False
        self.skipped = 0
        """Items refused since the channel was full."""

    def offer(self, item: T) -> bool:
        """Append unless full or closed."""
        with self._changed:
            if self._closed or len(self._items) >= self._depth:
                self.skipped += not self._closed
                return False
            self._items.append(item)
            self._changed.notify()
            return True

    def take(self, *, timeout_s: float = 0.2) -> T | None:
        """The oldest item; None if none came in time or the channel is closed and empty."""
        with self._changed:
            self._changed.wait_for(lambda: self._items or self._closed, timeout_s)
            return self._items.popleft() if self._items else None

    def close(self) -> None:
        """Nothing more is taken in; what is inside can still be taken out."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    @property
    def finished(self) -> bool:
        """Closed and empty."""
        with self._changed:
            return self._closed and not self._items

    def __len__(self) -> int:
        """Items inside."""
        with self._changed:
            return len(self._items)
