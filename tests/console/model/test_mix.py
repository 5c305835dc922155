"""A fade is a function of media time and never leaves its two levels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.model.mix import Fade

LEVEL = st.floats(0, 1)
TIME_US = st.integers(-(10**9), 10**12)


@given(start=LEVEL, end=LEVEL, since_us=TIME_US, duration_us=st.integers(1, 10**8), media_us=TIME_US)
def test_a_fade_begins_and_ends_at_its_levels_and_stays_between_them(
    start: float, end: float, since_us: int, duration_us: int, media_us: int
) -> None:
    fade = Fade(start_level=start, end_level=end, since_us=since_us, duration_us=duration_us)
    assert fade.level(since_us) == start
    assert fade.level(since_us + duration_us) == end
    assert min(start, end) - 1e-12 <= fade.level(media_us) <= max(start, end) + 1e-12


def test_a_fade_is_half_way_in_the_middle() -> None:
    fade = Fade(start_level=1.0, end_level=0.0, since_us=1_000, duration_us=500_000)
    assert fade.level(251_000) == pytest.approx(0.5)


@given(media_us=TIME_US)
def test_a_fade_without_duration_is_over(media_us: int) -> None:
    assert Fade(start_level=1.0, end_level=0.25).level(media_us) == 0.25
