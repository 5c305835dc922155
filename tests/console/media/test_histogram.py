"""How long things took."""

import statistics

from hypothesis import given
from hypothesis import strategies as st

from console.media.histogram import BUCKET_US, Histogram, Spread


def counted(*durations_us: int) -> Spread:
    histogram = Histogram()
    for duration in durations_us:
        histogram.add(duration)
    return histogram.spread()


def test_nothing_counted_is_zero() -> None:
    assert counted() == Spread()


@given(st.lists(st.integers(0, 190_000), min_size=1))
def test_the_median_is_within_a_step_of_the_true_one(durations_us: list[int]) -> None:
    assert abs(counted(*durations_us).p50 * 1000 - statistics.median_low(durations_us)) <= BUCKET_US
    assert round(counted(*durations_us).max * 1000) == max(durations_us)


@given(st.lists(st.integers(-100, 10**7), min_size=1))
def test_the_three_are_in_order(durations_us: list[int]) -> None:
    spread = counted(*durations_us)
    assert spread.p50 <= spread.p99 <= max(spread.max, 0.0)


def test_what_is_very_long_is_not_made_short() -> None:
    assert counted(5_000_000).p99 == 5000.0
