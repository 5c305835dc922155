"""Which moment of the real world a tick shows, for sources that cannot be asked to wait."""

from console.media.clock import Clock


class LiveHead:
    """Media time to monotonic time less the latency, free of the lateness of single ticks."""

    def __init__(self, clock: Clock, *, latency_us: int) -> None:
        """Learns where media time 0 lies from the ticks that ask: the least late of them tells."""
        self._clock = clock
        self._latency_us = latency_us
        self._zero_us: int | None = None
        self._last_us = 0

    def due_us(self, media_us: int) -> int:
        """Monotonic time of what this tick shows."""
        zero_us = self._clock.monotonic_us() - media_us
        begins_anew = media_us < self._last_us - 20_000
        if self._zero_us is None or begins_anew or zero_us < self._zero_us:
            self._zero_us = zero_us
        self._last_us = media_us
        return self._zero_us + media_us - self._latency_us
