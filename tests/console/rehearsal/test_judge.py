from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.rehearsal.judge import (
    REMEMBERED_ABSENT,
    RESTART_TICKS,
    Ticks,
    colour_seen,
    drift_ms_per_minute,
    lip_sync,
    percentile,
    ticks_after,
    ticks_cut,
)


def judged(*numbers: int | None) -> Ticks:
    return reduce(ticks_after, numbers, Ticks())


def test_a_clean_run_has_no_flaw() -> None:
    ticks = judged(*range(100, 160))
    assert (ticks.seen, ticks.missing, ticks.repeated, ticks.out_of_order, ticks.restarts) == (60, 0, 0, 0, 0)
    assert (ticks.first, ticks.newest) == (100, 159)


def test_what_never_came_is_missing() -> None:
    assert judged(1, 2, 5, 6, 9).missing == 4


def test_the_same_number_again_is_a_repeat() -> None:
    assert judged(1, 2, 2, 2, 3).repeated == 2


def test_a_late_picture_is_out_of_order_and_not_missing() -> None:
    ticks = judged(1, 3, 2, 4)
    assert (ticks.missing, ticks.out_of_order) == (0, 1)


def test_an_old_picture_shown_again_takes_nothing_from_what_is_missing() -> None:
    ticks = judged(1, 2, 3, 6, 2, 7)
    assert (ticks.missing, ticks.out_of_order) == (2, 1)


def test_a_late_picture_is_found_only_once() -> None:
    ticks = judged(1, 3, 2, 2, 4)
    assert (ticks.missing, ticks.out_of_order) == (0, 2)


def test_pictures_nobody_could_read_are_not_missing() -> None:
    ticks = judged(1, None, None, 4, None, 5)
    assert (ticks.missing, ticks.unread) == (0, 3)


def test_more_lost_than_unread_is_missing_for_the_difference() -> None:
    assert judged(1, None, 10).missing == 7


def test_numbers_that_begin_again_are_a_restart() -> None:
    ticks = judged(500, 501, 0, 1, 2)
    assert (ticks.restarts, ticks.out_of_order, ticks.missing, ticks.newest) == (1, 0, 0, 2)


def test_what_is_lost_between_connections_is_not_missing() -> None:
    ticks = reduce(ticks_after, [80, 81], ticks_cut(judged(1, 2)))
    assert (ticks.missing, ticks.first, ticks.seen) == (0, 1, 4)


@given(st.sets(st.integers(0, RESTART_TICKS - 1), min_size=1))
def test_missing_is_exactly_the_holes(numbers: set[int]) -> None:
    assert judged(*sorted(numbers)).missing == max(numbers) - min(numbers) + 1 - len(numbers)


@given(st.lists(st.none() | st.integers(0, 2**24 - 1), max_size=200))
def test_any_numbers_at_all_give_figures_that_add_up(numbers: list[int | None]) -> None:
    ticks = judged(*numbers)
    assert ticks.seen + ticks.unread == len(numbers)
    assert ticks.missing >= 0
    assert len(ticks.absent) <= REMEMBERED_ABSENT


def test_sound_that_comes_late_is_a_positive_error() -> None:
    sync = lip_sync([1_000_000, 2_000_000, 3_000_000], [1_020_000, 2_020_000, 3_040_000])
    assert sync.errors_ms == (20.0, 20.0, 40.0)
    assert (sync.median_ms, sync.p95_ms) == (20.0, 40.0)


def test_p95_looks_at_the_size_of_the_error_only() -> None:
    assert lip_sync([1_000_000, 2_000_000], [970_000, 2_010_000]).p95_ms == 30.0


def test_a_flash_without_its_beep_is_left_out() -> None:
    sync = lip_sync([1_000_000, 2_000_000, 3_000_000], [1_001_000, 3_001_000])
    assert (sync.flashes, sync.beeps, sync.errors_ms) == (3, 2, (1.0, 1.0))


def test_a_beep_belongs_to_one_flash() -> None:
    assert lip_sync([1_000_000, 1_200_000], [1_150_000]).errors_ms == (-50.0,)
    assert lip_sync([1_000_000, 1_200_000], [1_050_000]).errors_ms == (50.0,)


def test_nothing_to_compare_says_nothing() -> None:
    sync = lip_sync([], [1_000_000])
    assert (sync.median_ms, sync.p95_ms, sync.drift_ms_per_minute) == (None, None, None)


def test_an_error_that_grows_is_drift() -> None:
    seconds = range(1, 21)
    flashes = [second * 1_000_000 for second in seconds]
    beeps = [second * 1_000_100 for second in seconds]  # 0.1 ms a second
    assert lip_sync(flashes, beeps).drift_ms_per_minute == pytest.approx(6.0)


def test_drift_of_a_moment_is_not_told() -> None:
    assert drift_ms_per_minute([0, 1_000_000, 2_000_000], [0.0, 1.0, 2.0]) is None
    assert drift_ms_per_minute([0, 9_000_000], [0.0, 1.0]) is None


def test_percentiles_are_values_that_occur() -> None:
    assert percentile([5.0, 1.0, 3.0], 50) == 3.0
    assert percentile(list(map(float, range(1, 101))), 95) == 95.0
    assert percentile([7.0], 95) == 7.0


def test_a_colour_is_as_far_off_as_its_worst_channel() -> None:
    seen = colour_seen("#E5484D", (0xE7, 0x45, 0x4D))
    assert (seen.seen, seen.off) == ("#E7454D", 3)
