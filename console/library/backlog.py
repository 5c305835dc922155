"""Entries on their way to the disk: bounded, and never forgotten before they are there."""

import threading
from collections import deque
from itertools import islice

from console.model.entry import Entry
from console.model.state import State

Step = tuple[Entry, State]
"""An entry and the State it led to."""


class Backlog:
    """A queue whose reader looks first and removes when it is done. Full: the newest is refused and counted.

    What was refused lives on in the State of the newest step, which the reader is given with the oldest ones.
    """

    def __init__(self, *, depth: int) -> None:
        """At most `depth` steps, those that are being written included."""
        self._depth = depth
        self._changed = threading.Condition()
        self._steps: deque[Step] = deque()
        self._newest: Step | None = None
        self._closed = False
        self._hurried = 0
        self._taken_in = 0
        self._done = 0
        self.lost = 0
        """Steps refused."""

    def offer(self, step: Step) -> bool:
        """Append unless full or closed; never waits."""
        with self._changed:
            self._newest = step
            if self._closed or len(self._steps) >= self._depth:
                self.lost += 1
                return False
            self._steps.append(step)
            self._taken_in += 1
            self._changed.notify_all()
            return True

    def gather(self, *, limit: int, wait_s: float, window_s: float) -> list[Step]:
        """The oldest steps, which stay inside: waits for the first, then for company, unless somebody hurries."""
        with self._changed:
            if self._changed.wait_for(lambda: self._steps or self._closed, wait_s):
                self._changed.wait_for(lambda: self._hurrying or len(self._steps) >= limit, window_s)
            return list(islice(self._steps, limit))

    def remove(self, count: int) -> None:
        """The oldest `count` are where they belong."""
        with self._changed:
            for _ in range(count):
                self._steps.popleft()
            self._done += count
            self._changed.notify_all()

    def wait_empty(self, *, timeout_s: float) -> bool:
        """Hurry, and wait until all that was taken in by now is removed; False if that took longer."""
        with self._changed:
            goal = self._taken_in
            self._hurried = max(self._hurried, goal)
            self._changed.notify_all()
            return self._changed.wait_for(lambda: self._done >= goal, timeout_s)

    def close(self) -> None:
        """Nothing more is taken in, and nobody waits for company any more."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    @property
    def finished(self) -> bool:
        """Closed and empty."""
        with self._changed:
            return self._closed and not self._steps

    @property
    def newest(self) -> Step | None:
        """The last step offered, taken in or not."""
        with self._changed:
            return self._newest

    def __len__(self) -> int:
        """Steps inside."""
        with self._changed:
            return len(self._steps)

    @property
    def _hurrying(self) -> bool:
        return self._closed or self._hurried > self._done
