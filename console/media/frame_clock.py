"""When each tick is due, and how many were missed."""

from fractions import Fraction

from console.media.clock import Clock
from console.media.timebase import tick_us

STALL_US = 2_000_000
"""Later than this is not lateness but a stall: the machine slept. A new epoch begins, nothing is repeated."""


class FrameClock:
    """Absolute deadlines start + n x interval: lateness is counted, never re-timed (libobs `video_sleep`)."""

    late_us: int = 0
    """How long after its deadline the last tick began."""

    def __init__(self, clock: Clock, rate: Fraction, *, start_us: int) -> None:
        """Tick 0 is due at monotonic `start_us`."""
        self._clock = clock
        self.rate = rate
        self.start_us = start_us
        self.tick = -1

    def next(self) -> int:
        """Wait for the next tick; returns how many ticks before it were missed and must be repeated.

        After a stall (`stalled_us` > 0) the clock has begun a new epoch at tick 0 and nothing is repeated.
        """
        due = self.start_us + tick_us(self.tick + 1, self.rate)
        self._clock.wait_until(due)
        self.late_us = self._clock.monotonic_us() - due
        if self.late_us > STALL_US:
            return self._begin_again()
        missed = self._missed(self.late_us)
        self.tick += 1 + missed
        self.stalled_us = 0
        return missed

    stalled_us: int = 0
    """How long the stall was that ended with the last tick; 0 for every ordinary tick."""

    def _missed(self, late_us: int) -> int:
        pictures, seconds = self.rate.as_integer_ratio()
        return late_us * pictures // (1_000_000 * seconds)

    def _begin_again(self) -> int:
        self.stalled_us = self.late_us
        self.start_us = self._clock.monotonic_us()
        self.tick = 0
        self.late_us = 0
        return 0
