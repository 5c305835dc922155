"""Ticks at absolute deadlines: lateness is counted and never moves what comes after."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.media.clock import ManualClock
from console.media.frame_clock import STALL_US, FrameClock
from console.media.timebase import tick_us


class LateClock(ManualClock):
    """Time passes only by waiting, and each wake-up comes as late as the test says."""

    def __init__(self) -> None:
        super().__init__()
        self.late_us: list[int] = []

    def wait_until(self, monotonic_us: int) -> None:
        """Jump to the moment, or past it."""
        late = self.late_us.pop(0) if self.late_us else 0
        self.advance(max(0, monotonic_us + late - self.monotonic_us()))


RATE = Fraction(30)
START_US = 5_000_000


@pytest.fixture
def clock() -> LateClock:
    """The machine."""
    return LateClock()


@pytest.fixture
def ticks(clock: LateClock) -> FrameClock:
    """Tick 0 is due at five seconds."""
    return FrameClock(clock, RATE, start_us=START_US)


def test_the_first_tick_is_due_at_the_start(clock: LateClock, ticks: FrameClock) -> None:
    assert ticks.next() == 0
    assert ticks.tick == 0
    assert clock.monotonic_us() == START_US


def test_ticks_in_time_miss_nothing(clock: LateClock, ticks: FrameClock) -> None:
    assert [ticks.next() for _ in range(31)] == [0] * 31
    assert ticks.tick == 30
    assert clock.monotonic_us() == START_US + 1_000_000
    assert ticks.late_us == 0


def test_a_late_tick_does_not_move_the_next(clock: LateClock, ticks: FrameClock) -> None:
    clock.late_us = [0, 20_000, 0]
    assert [ticks.next() for _ in range(2)] == [0, 0]
    assert ticks.late_us == 20_000
    assert ticks.next() == 0
    assert ticks.late_us == 0
    assert clock.monotonic_us() == START_US + tick_us(2, RATE)


def test_missed_ticks_are_counted_and_not_caught_up(clock: LateClock, ticks: FrameClock) -> None:
    clock.late_us = [0, 100_000]
    ticks.next()
    assert ticks.next() == 3
    assert ticks.tick == 4
    assert ticks.next() == 0
    assert ticks.tick == 5
    assert clock.monotonic_us() == START_US + tick_us(5, RATE)


def test_ticks_and_misses_together_are_all_ticks(clock: LateClock, ticks: FrameClock) -> None:
    clock.late_us = [0, 33_333, 33_334, 70_000, 0, 1_999_999, 5]
    missed = [ticks.next() for _ in range(7)]
    assert sum(missed) + 7 == ticks.tick + 1


@given(late_us=st.lists(st.integers(0, STALL_US), max_size=40))
def test_no_lateness_short_of_a_stall_ever_re_times_a_tick(late_us: list[int]) -> None:
    clock = LateClock()
    ticks = FrameClock(clock, Fraction(30000, 1001), start_us=START_US)
    clock.late_us = list(late_us)
    seen = [-1]
    for _ in late_us:
        missed = ticks.next()
        assert ticks.tick == seen[-1] + 1 + missed
        assert START_US + tick_us(ticks.tick, ticks.rate) <= clock.monotonic_us()
        seen.append(ticks.tick)
    assert ticks.start_us == START_US
    assert ticks.stalled_us == 0


def test_after_a_stall_a_new_epoch_begins_and_nothing_is_repeated(clock: LateClock, ticks: FrameClock) -> None:
    clock.late_us = [0, 10_000_000, 0]
    ticks.next()
    assert ticks.next() == 0
    assert ticks.tick == 0
    assert ticks.stalled_us == 10_000_000
    assert ticks.start_us == clock.monotonic_us()
    assert ticks.next() == 0
    assert (ticks.tick, ticks.stalled_us) == (1, 0)
    assert clock.monotonic_us() == ticks.start_us + tick_us(1, RATE)


def test_two_seconds_late_is_still_lateness(clock: LateClock, ticks: FrameClock) -> None:
    clock.late_us = [STALL_US]
    assert ticks.next() == 60
    assert ticks.stalled_us == 0
    clock.late_us = [STALL_US + 1]
    assert ticks.next() == 0
    assert ticks.stalled_us == STALL_US + 1
