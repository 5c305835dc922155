"""Clocks: the machine's, and the one that moves by hand."""

import threading
import time

from console.media.clock import ManualClock, SystemClock
from tests.support.eventually import eventually


def test_the_machines_clocks_are_read_in_microseconds() -> None:
    clock = SystemClock()
    assert abs(clock.monotonic_us() - time.monotonic_ns() // 1000) < 1_000_000
    assert abs(clock.wall_us() - time.time_ns() // 1000) < 1_000_000


def test_waiting_never_returns_early() -> None:
    clock = SystemClock()
    for wait_us in (1, 137, 2_000):
        due = clock.monotonic_us() + wait_us
        clock.wait_until(due)
        assert clock.monotonic_us() >= due


def test_a_moment_that_has_passed_is_not_waited_for() -> None:
    clock = SystemClock()
    before = time.monotonic()
    clock.wait_until(clock.monotonic_us() - 60_000_000)
    assert time.monotonic() - before < 1


def test_a_manual_clock_moves_only_when_told() -> None:
    clock = ManualClock(wall_us=1000)
    assert (clock.monotonic_us(), clock.wall_us()) == (0, 1000)
    clock.advance(250)
    assert (clock.monotonic_us(), clock.wall_us()) == (250, 1250)


def test_a_step_of_the_wall_clock_moves_nothing_else() -> None:
    clock = ManualClock(wall_us=1000)
    clock.step_wall(-700)
    assert (clock.monotonic_us(), clock.wall_us()) == (0, 300)


def test_who_waits_is_woken_by_the_moment_and_not_before() -> None:
    clock = ManualClock()
    woken = threading.Event()

    def wait() -> None:
        clock.wait_until(100)
        woken.set()

    thread = threading.Thread(target=wait)
    thread.start()
    clock.advance(99)
    assert not woken.wait(0.02)
    clock.advance(1)
    assert woken.wait(10)
    thread.join(10)
    assert eventually(lambda: not thread.is_alive())
