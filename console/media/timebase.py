"""Exact arithmetic between ticks, microseconds and samples. Integers only, so nothing drifts."""

from fractions import Fraction

SAMPLE_RATE_HZ = 48_000
CHANNELS = 2


def tick_us(tick: int, rate: Fraction) -> int:
    """Media time at which a tick is due; `rate` in pictures a second."""
    pictures, seconds = rate.as_integer_ratio()
    return tick * 1_000_000 * seconds // pictures


def tick_at(media_us: int, rate: Fraction) -> int:
    """The last tick due at or before a media time."""
    pictures, seconds = rate.as_integer_ratio()
    return ((media_us + 1) * pictures - 1) // (1_000_000 * seconds)


def sample_at(tick: int, rate: Fraction) -> int:
    """Index of the first sample that belongs to a tick; tick n owns sample_at(n) up to sample_at(n + 1)."""
    pictures, seconds = rate.as_integer_ratio()
    return tick * SAMPLE_RATE_HZ * seconds // pictures


def sample_us(sample: int) -> int:
    """Media time of a sample."""
    return sample * 1_000_000 // SAMPLE_RATE_HZ


def sample_of_us(media_us: int) -> int:
    """Index of the last sample at or before a media time; sample_of_us(sample_us(n)) is n."""
    return ((media_us + 1) * SAMPLE_RATE_HZ - 1) // 1_000_000
