"""The two clocks of the machine, as a thing that can be handed in and replaced by hand."""

import threading
import time
from typing import Protocol


class Clock(Protocol):
    """Reads time and waits for it. Whole microseconds."""

    def monotonic_us(self) -> int:
        """Never steps. Its zero means nothing."""

    def wall_us(self) -> int:
        """Unix time. May step."""

    def wait_until(self, monotonic_us: int) -> None:
        """Return at or after that moment; at once if it has passed."""


def now_us() -> int:
    """Monotonic time in microseconds, the same in every process of this machine; on Linux it counts suspends."""
    return time.clock_gettime_ns(_CLOCK) // 1000 if _CLOCK is not None else time.monotonic_ns() // 1000


_CLOCK = getattr(time, "CLOCK_BOOTTIME", None)
"""CLOCK_MONOTONIC stands still while a Linux machine sleeps, so a stall would not be seen."""


class SystemClock:
    """The machine's own."""

    monotonic_us = staticmethod(now_us)

    def wall_us(self) -> int:
        """CLOCK_REALTIME."""
        return time.time_ns() // 1000

    def wait_until(self, monotonic_us: int) -> None:
        """Sleep once: the kernel's wake-up is more exact than a spin that other threads must share."""
        left_us = monotonic_us - self.monotonic_us()
        if left_us > 0:
            time.sleep(left_us / 1e6)


class ManualClock:
    """Moves only when told to. Who waits is woken by `advance`, so tests never sleep."""

    def __init__(self, *, wall_us: int = 1_800_000_000_000_000) -> None:
        """Start at monotonic 0 and the given Unix time."""
        self._moved = threading.Condition()
        self._monotonic_us = 0
        self._wall_us = wall_us
        self.awaited_us = 0
        """The moment that somebody began to wait for last."""

    def monotonic_us(self) -> int:
        """What `advance` summed up."""
        with self._moved:
            return self._monotonic_us

    def wall_us(self) -> int:
        """Start plus what `advance` and `step_wall` summed up."""
        with self._moved:
            return self._wall_us

    def wait_until(self, monotonic_us: int) -> None:
        """Block until `advance` reaches the moment."""
        with self._moved:
            self.awaited_us = monotonic_us
            self._moved.wait_for(lambda: self._monotonic_us >= monotonic_us)

    def advance(self, by_us: int) -> None:
        """Let time pass on both clocks."""
        with self._moved:
            self._monotonic_us += by_us
            self._wall_us += by_us
            self._moved.notify_all()

    def step_wall(self, by_us: int) -> None:
        """Set the wall clock as an administrator would: monotonic time does not move."""
        with self._moved:
            self._wall_us += by_us
