"""The three clocks read as one moment."""

from console.media.clock import Clock
from console.model.moment import At

STEP_US = 250_000
"""A wall clock that moves by more than this against the monotonic one has been set."""


class Clocks:
    """Media, show and wall time of the engine. Any thread may read; the control thread sets."""

    def __init__(self, clock: Clock) -> None:
        """Media and show time begin now, at speed 1."""
        self.clock = clock
        self.media_start_us = clock.monotonic_us()
        """Monotonic time of tick 0."""
        self._show = (clock.wall_us(), self.media_start_us, 1.0)
        """Show time at its start, monotonic time of its start, speed: one value, no reader sees half of it."""
        self._wall_ahead_us = clock.wall_us() - clock.monotonic_us()

    def now(self) -> At:
        """This moment."""
        monotonic_us = self.clock.monotonic_us()
        start_us, since_us, speed = self._show
        show_us = start_us + round((monotonic_us - since_us) * speed)
        return At(wall_us=self.clock.wall_us(), show_us=show_us, media_us=monotonic_us - self.media_start_us)

    def start_show(self, *, speed: float = 1.0) -> None:
        """The show clock begins at wall time, and goes on at this speed."""
        self._show = (self.clock.wall_us(), self.clock.monotonic_us(), speed)

    def resume_show(self, then: At, *, speed: float) -> None:
        """The show clock goes on from a moment of an engine before this one: by the wall since then, at this speed.

        A wall that was set back meanwhile counts as no time.
        """
        gone_us = max(0, self.clock.wall_us() - then.wall_us)
        self._show = (then.show_us + round(gone_us * speed), self.clock.monotonic_us(), speed)

    def start_media(self, monotonic_us: int) -> None:
        """Tick 0 of the new epoch is due at this monotonic time."""
        self.media_start_us = monotonic_us

    def wall_step_us(self) -> int:
        """How far the wall clock was set since the last look; 0 if it was not. Steps nothing of the show."""
        ahead_us = self.clock.wall_us() - self.clock.monotonic_us()
        step_us = ahead_us - self._wall_ahead_us
        self._wall_ahead_us = ahead_us
        return step_us if abs(step_us) > STEP_US else 0
