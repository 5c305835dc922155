"""Where on a clip's own time a tick is."""

from console.media.timebase import sample_of_us

_JUMP_US = 2_000_000
"""A longer leap forward means that nobody watched: the clip goes on where it was."""
_BACK_US = 20_000
"""Times may come back by less than this within one tick, since samples and microseconds round differently."""


class PlayHead:
    """Begins at 0 with the first tick that asks, runs with the media clock, stands still where that jumps."""

    def __init__(self) -> None:
        """Not begun."""
        self._zero_us: int | None = None
        self._zero_sample: int | None = None
        self._last_us = 0
        self.now_us = 0
        """On the clip's time, at the last tick that asked."""

    @property
    def begun(self) -> bool:
        """Somebody asked."""
        return self._zero_us is not None

    def at(self, media_us: int) -> int:
        """Clip time of a tick in microseconds."""
        leap = media_us - self._last_us
        if self._zero_us is None or not -_BACK_US <= leap <= _JUMP_US:
            self._zero_us = media_us - self.now_us
            self._zero_sample = None
        self._last_us = media_us
        self.now_us = max(self.now_us, media_us - self._zero_us)
        return self.now_us

    def at_sample(self, first: int) -> int:
        """Clip sample of the tick's first sample; asked after `at` for the same tick."""
        if self._zero_sample is None:
            self._zero_sample = first - sample_of_us(self.now_us)
        return first - self._zero_sample
