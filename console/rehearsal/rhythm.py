"""Intervals between things that should come regularly."""

import heapq
from collections import Counter

MAX_KINDS = 1000
"""Different intervals kept apart: a stream with wild time stamps cannot fill the memory."""


class Rhythm:
    """Moments in microseconds; intervals are kept in whole milliseconds, as FLV keeps them."""

    def __init__(self, *, reordered: int = 0) -> None:
        """A moment may come up to `reordered` places too late; as many are held back until `cut`."""
        self._reordered = reordered
        self._held: list[int] = []
        self._last_us: int | None = None
        self._counts: Counter[int] = Counter()
        self._total_us = 0

    def note(self, at_us: int) -> None:
        """One more moment."""
        heapq.heappush(self._held, at_us)
        if len(self._held) > self._reordered:
            self._follow(heapq.heappop(self._held))

    def cut(self) -> None:
        """The next moment has nothing to do with those before."""
        while self._held:
            self._follow(heapq.heappop(self._held))
        self._last_us = None

    def _follow(self, at_us: int) -> None:
        if self._last_us is not None:
            self._total_us += at_us - self._last_us
            interval_ms = round((at_us - self._last_us) / 1000)
            is_known = interval_ms in self._counts or len(self._counts) < MAX_KINDS
            self._counts[interval_ms if is_known else max(self._counts)] += 1
        self._last_us = at_us

    @property
    def per_second(self) -> float:
        """Moments a second; 0 before the second one."""
        return self._counts.total() * 1e6 / self._total_us if self._total_us > 0 else 0.0

    @property
    def seconds(self) -> float:
        """All intervals together."""
        return self._total_us / 1e6

    @property
    def usual_ms(self) -> int:
        """The median interval; 0 before the second moment."""
        left = self._counts.total() / 2
        for interval_ms in sorted(self._counts):
            left -= self._counts[interval_ms]
            if left <= 0:
                return interval_ms
        return 0

    @property
    def longest_ms(self) -> int:
        """The longest interval."""
        return max(self._counts, default=0)

    @property
    def gaps(self) -> int:
        """Intervals longer than one and a half of the usual one."""
        limit_ms = 1.5 * self.usual_ms
        return sum(count for interval_ms, count in self._counts.items() if interval_ms > limit_ms)
