"""How long to wait before the next attempt. Pure; chance comes in as a number."""

FIRST_US = 1_000_000
LONGEST_US = 10_000_000
JITTER = 0.2


def retry_in_us(failures: int, *, chance: float) -> int:
    """1, 2, 4 … at most 10 s after so many failures in a row; `chance` 0..1 spreads it by up to a fifth less.

    OBS lets it grow to 15 min, after which an operator waits through half the show.
    """
    wait_us = min(LONGEST_US, FIRST_US << min(max(failures, 1) - 1, 10))
    return round(wait_us * (1 - JITTER * chance))
