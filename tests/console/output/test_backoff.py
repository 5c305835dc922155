"""How long to wait before the next attempt."""

from hypothesis import given
from hypothesis import strategies as st

from console.output.backoff import JITTER, LONGEST_US, retry_in_us


def test_it_doubles_up_to_ten_seconds() -> None:
    assert [retry_in_us(n, chance=0) // 1_000_000 for n in range(7)] == [1, 1, 2, 4, 8, 10, 10]


@given(st.integers(0, 10**6), st.floats(0, 1))
def test_it_is_never_longer_and_at_most_a_fifth_shorter(failures: int, chance: float) -> None:
    whole = retry_in_us(failures, chance=0)
    assert whole * (1 - JITTER) - 1 <= retry_in_us(failures, chance=chance) <= whole <= LONGEST_US
