"""Pictures with a time of their own, waiting for their tick. For clips and network streams."""

import threading
from collections import deque

from console.media.picture import Picture

GUARD_US = 2_000
"""A picture due within this of the play-head is not waited for (libobs: avoids needless judder)."""


class FrameQueue:
    """At most `depth` pictures in the order of their pts. The reader decides; the writer waits for room.

    Once full it takes nothing until half of it is gone: a decoder that works in bursts wakes up less often.
    """

    def __init__(self, *, depth: int = 8) -> None:
        """`depth` bounds memory and how far the decoder runs ahead."""
        self._depth = depth
        self._lock = threading.Lock()
        self._changed = threading.Condition(self._lock)
        self._waiting: deque[Picture] = deque()
        self._full = False
        self._shown: Picture | None = None
        self.passed_over = 0
        """Pictures whose time passed between two ticks, so that none ever saw them."""

    def put(self, picture: Picture, *, timeout_s: float = 0.2) -> bool:
        """Append if there is room within the timeout; False if not: the writer looks whether to stop."""
        with self._lock:
            if self._full and not self._changed.wait_for(lambda: not self._full, timeout_s):
                return False
            self._waiting.append(picture)
            self._full = len(self._waiting) >= self._depth
            return True

    def newest(self, play_head_us: int) -> Picture | None:
        """The newest picture not later than the play-head (plus guard); the last one again if none is new."""
        with self._lock:
            taken = 0
            while self._waiting and self._waiting[0].pts_us <= play_head_us + GUARD_US:
                self._shown = self._waiting.popleft()
                taken += 1
            self.passed_over += max(0, taken - 1)
            self._make_room()
            return self._shown

    def _make_room(self) -> None:
        if self._full and len(self._waiting) <= self._depth // 2:
            self._full = False
            self._changed.notify_all()

    def first_pts_us(self) -> int | None:
        """Pts of the picture that would come next; None while empty."""
        with self._lock:
            return self._waiting[0].pts_us if self._waiting else None

    def __len__(self) -> int:
        """Pictures waiting."""
        with self._lock:
            return len(self._waiting)

    def clear(self) -> None:
        """Forget what waits; what is shown stays until something newer comes."""
        with self._lock:
            self._waiting.clear()
            self._make_room()
