"""Media, show and wall time go their own ways."""

from console.core.clocks import STEP_US, Clocks
from console.media.clock import ManualClock

WALL_US = 1_800_000_000_000_000


def clocks() -> tuple[ManualClock, Clocks]:
    clock = ManualClock(wall_us=WALL_US)
    clock.advance(5_000_000)
    return clock, Clocks(clock)


def test_media_time_begins_at_nothing_and_show_time_at_the_wall() -> None:
    clock, all_three = clocks()
    clock.advance(1_000_000)
    at = all_three.now()
    assert (at.media_us, at.show_us, at.wall_us) == (1_000_000, WALL_US + 6_000_000, WALL_US + 6_000_000)


def test_a_set_wall_clock_moves_neither_show_nor_media() -> None:
    clock, all_three = clocks()
    before = all_three.now()
    clock.step_wall(-3_600_000_000)
    after = all_three.now()
    assert (after.media_us, after.show_us) == (before.media_us, before.show_us)
    assert after.wall_us == before.wall_us - 3_600_000_000


def test_a_step_is_told_once_and_small_corrections_are_not_steps() -> None:
    clock, all_three = clocks()
    clock.step_wall(3_600_000_000)
    assert all_three.wall_step_us() == 3_600_000_000
    assert all_three.wall_step_us() == 0
    clock.step_wall(-STEP_US)
    clock.advance(10_000_000)
    assert all_three.wall_step_us() == 0
    clock.step_wall(-STEP_US - 1)
    assert all_three.wall_step_us() == -STEP_US - 1


def test_a_rehearsal_hurries_the_show_and_nothing_else() -> None:
    clock, all_three = clocks()
    all_three.start_show(speed=10.0)
    start = all_three.now()
    clock.advance(1_000_000)
    at = all_three.now()
    assert at.show_us - start.show_us == 10_000_000
    assert at.media_us - start.media_us == 1_000_000


def test_the_show_clock_goes_on_from_the_wall_once() -> None:
    clock, all_three = clocks()
    clock.step_wall(60_000_000)
    all_three.start_show()
    assert all_three.now().show_us == all_three.now().wall_us
    clock.step_wall(60_000_000)
    assert all_three.now().show_us == all_three.now().wall_us - 60_000_000


def test_after_a_crash_the_show_goes_on_at_its_speed_from_where_it_was() -> None:
    clock, all_three = clocks()
    all_three.start_show(speed=8.0)
    clock.advance(10_000_000)
    then = all_three.now()
    clock.advance(3_000_000)
    after = Clocks(clock)
    after.resume_show(then, speed=8.0)
    assert after.now().show_us == all_three.now().show_us == then.show_us + 24_000_000
    clock.advance(1_000_000)
    assert after.now().show_us == all_three.now().show_us


def test_a_wall_that_was_set_back_takes_no_show_time_back() -> None:
    clock, all_three = clocks()
    then = all_three.now()
    clock.step_wall(-60_000_000)
    after = Clocks(clock)
    after.resume_show(then, speed=8.0)
    assert after.now().show_us == then.show_us


def test_a_new_epoch_restarts_media_time_only() -> None:
    clock, all_three = clocks()
    clock.advance(10_000_000)
    show_us = all_three.now().show_us
    all_three.start_media(clock.monotonic_us() + 500)
    assert all_three.now().media_us == -500
    assert all_three.now().show_us == show_us
