from itertools import islice, pairwise

from hypothesis import given
from hypothesis import strategies as st

from console.rehearsal.audience import audience, viewers_at

MINUTE_US = 60_000_000


def test_the_same_seed_is_the_same_audience() -> None:
    assert list(islice(audience(7), 50)) == list(islice(audience(7), 50))


def test_another_seed_is_another_audience() -> None:
    assert list(islice(audience(7), 50)) != list(islice(audience(8), 50))


def test_counts_come_every_two_seconds_of_show_time() -> None:
    assert [show_us for show_us, _ in islice(audience(1), 4)] == [0, 2_000_000, 4_000_000, 6_000_000]


@given(st.integers(), st.integers(-MINUTE_US, 600 * MINUTE_US), st.integers(0, 1_000_000))
def test_there_are_never_fewer_than_none_nor_half_as_many_again_as_the_crowd(
    seed: int, show_us: int, crowd: int
) -> None:
    assert 0 <= viewers_at(seed, show_us, crowd=crowd) <= crowd * 1.2 + 1


def test_people_arrive_and_stay() -> None:
    early = [viewers_at(seed, 0) for seed in range(20)]
    later = [viewers_at(seed, 30 * MINUTE_US) for seed in range(20)]
    assert max(early) < 250
    assert 1_000 < sum(later) / 20 < 1_400


def test_the_number_moves_within_a_short_rehearsal_and_never_leaps() -> None:
    counts = [fact.viewers or 0 for _, fact in islice(audience(3), 10)]
    assert len(set(counts)) > 5
    assert all(abs(after - before) < 120 for before, after in pairwise(counts))
