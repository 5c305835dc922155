"""Ticks, microseconds and samples: exact, whatever the rate and however long the show."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.media.timebase import SAMPLE_RATE_HZ, sample_at, sample_of_us, sample_us, tick_at, tick_us

RATES = st.sampled_from([Fraction(n) for n in (1, 24, 25, 30, 50, 60, 120)]) | st.sampled_from(
    [Fraction(24000, 1001), Fraction(30000, 1001), Fraction(60000, 1001), Fraction(15, 2), Fraction(7, 3)]
)
TICKS = st.integers(0, 120 * 3600 * 24 * 30)
"""A month at 120 pictures a second."""


@given(tick=TICKS, rate=RATES)
def test_a_ticks_time_leads_back_to_the_tick(tick: int, rate: Fraction) -> None:
    assert tick_at(tick_us(tick, rate), rate) == tick


@given(media_us=st.integers(0, 10**13), rate=RATES)
def test_the_tick_at_a_time_is_due_and_the_next_is_not(media_us: int, rate: Fraction) -> None:
    tick = tick_at(media_us, rate)
    assert tick_us(tick, rate) <= media_us < tick_us(tick + 1, rate)


@given(tick=TICKS, rate=RATES)
def test_a_tick_is_never_more_than_a_microsecond_early(tick: int, rate: Fraction) -> None:
    exact = Fraction(tick * 1_000_000) / rate
    assert 0 <= exact - tick_us(tick, rate) < 1


@given(tick=TICKS, count=st.integers(1, 1000), rate=RATES)
def test_every_sample_belongs_to_exactly_one_tick(tick: int, count: int, rate: Fraction) -> None:
    owned = [sample_at(n + 1, rate) - sample_at(n, rate) for n in range(tick, tick + count)]
    assert sum(owned) == sample_at(tick + count, rate) - sample_at(tick, rate)
    assert max(owned) - min(owned) <= 1


@given(tick=TICKS, rate=RATES)
def test_sound_and_picture_of_a_tick_are_never_a_sample_apart(tick: int, rate: Fraction) -> None:
    exact = Fraction(tick * SAMPLE_RATE_HZ) / rate
    assert 0 <= exact - sample_at(tick, rate) < 1


@given(sample=st.integers(-(10**12), 10**12))
def test_a_samples_time_leads_back_to_the_sample(sample: int) -> None:
    assert sample_of_us(sample_us(sample)) == sample


@given(media_us=st.integers(-(10**12), 10**12))
def test_the_sample_at_a_time_has_come_and_the_next_has_not(media_us: int) -> None:
    sample = sample_of_us(media_us)
    assert sample_us(sample) <= media_us < sample_us(sample + 1)


@pytest.mark.parametrize(
    ("rate", "second"),
    [(Fraction(30), [1600] * 30), (Fraction(30000, 1001), [1601, 1602, 1601, 1602, 1602])],
)
def test_samples_a_tick_are_what_broadcasters_count(rate: Fraction, second: list[int]) -> None:
    assert [sample_at(n + 1, rate) - sample_at(n, rate) for n in range(len(second))] == second


def test_a_day_at_a_fractional_rate_has_no_drift() -> None:
    rate = Fraction(30000, 1001)
    day = 30000 * 86_400
    assert tick_us(day, rate) == 1001 * 86_400 * 1_000_000
    assert sample_at(day, rate) == 1001 * 86_400 * SAMPLE_RATE_HZ
