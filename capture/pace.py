"""When a picture or sound belongs on this machine's clock, by its own time stamp or by its arrival."""

_LATE_FOR_US = 1_000_000
_JUMP_US = 10_000_000


class Pace:
    """A stream's own time laid upon the monotonic clock.

    Late by more than `slack_us` during its first second, or for a second without a break, it is laid later: the
    stream is that far behind. A shorter hiccup is caught up with, so that no latency stays.
    """

    def __init__(self, *, slack_us: int) -> None:
        """`slack_us`: how late is still in time, thanks to the latency of all live sources."""
        self._slack_us = slack_us
        self._zero_us: int | None = None
        self._began_us = 0
        self._late_since_us: int | None = None
        self._last_us = 0

    def moment(self, stamp_us: int, *, now: int) -> int:
        """Monotonic time at which what carries this time stamp is due."""
        if self._zero_us is None:
            # Order matters: after `begin_again` the next one is due where the last one was over.
            self._zero_us = max(now, self._last_us) - stamp_us
            self._began_us = now
        if abs(self._zero_us + stamp_us - now) > _JUMP_US:
            self._zero_us = now - stamp_us
        self._lay_later(now - self._zero_us - stamp_us, now)
        self._last_us = self._zero_us + stamp_us
        return self._last_us

    def begin_again(self, *, after_us: int) -> None:
        """Time stamps start anew, this long after the last."""
        self._zero_us = None
        self._last_us += after_us

    def _lay_later(self, late_us: int, now: int) -> None:
        if late_us <= self._slack_us:
            self._late_since_us = None
            return
        self._late_since_us = now if self._late_since_us is None else self._late_since_us
        if now - self._began_us < _LATE_FOR_US or now - self._late_since_us > _LATE_FOR_US:
            assert self._zero_us is not None
            self._zero_us += late_us
            self._late_since_us = None


class Steady:
    """Moments of arrival without the jitter of the way, for devices that send at a steady rate.

    An alpha-beta filter: without it a camera whose pictures arrive just about when a tick looks would now be seen
    twice, now not at all.
    """

    def __init__(self) -> None:
        """Knows nothing yet."""
        self._moment_us: float | None = None
        self._interval_us = 0.0

    def moment(self, arrived_us: int) -> int:
        """When it would have arrived; the arrival itself after a gap and at the beginning."""
        if self._moment_us is None:
            self._moment_us = arrived_us
            return arrived_us
        expected = self._moment_us + (self._interval_us or arrived_us - self._moment_us)
        error = arrived_us - expected
        if self._interval_us == 0 or abs(error) > self._interval_us / 2:
            self._interval_us = min(1e6, max(1.0, arrived_us - self._moment_us))
            self._moment_us = arrived_us
        else:
            self._moment_us = expected + error / 8
            self._interval_us += error / 128
        return int(self._moment_us)
