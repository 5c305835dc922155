import pytest

from console.rehearsal.rhythm import MAX_KINDS, Rhythm


def rhythm(*moments_ms: float) -> Rhythm:
    noted = Rhythm()
    for moment_ms in moments_ms:
        noted.note(round(moment_ms * 1000))
    return noted


def test_thirty_a_second_in_whole_milliseconds_are_thirty_a_second() -> None:
    noted = rhythm(*(round(number * 1000 / 30) for number in range(301)))
    assert noted.per_second == pytest.approx(30)
    assert noted.gaps == 0


def test_a_missing_moment_is_a_gap() -> None:
    noted = rhythm(0, 33, 67, 133, 167, 200, 233)
    assert (noted.gaps, noted.longest_ms, noted.usual_ms) == (1, 66, 33)


def test_nothing_is_said_before_the_second_moment() -> None:
    noted = rhythm(5)
    assert (noted.per_second, noted.usual_ms, noted.longest_ms, noted.gaps) == (0.0, 0, 0, 0)


def test_a_cut_is_no_interval() -> None:
    noted = rhythm(0, 40)
    noted.cut()
    noted.note(9_000_000)
    noted.note(9_040_000)
    assert (noted.longest_ms, noted.gaps) == (40, 0)


def test_wild_time_stamps_do_not_fill_the_memory() -> None:
    noted = rhythm(*(number * number for number in range(3 * MAX_KINDS)))
    assert len(noted._counts) <= MAX_KINDS
    assert noted.per_second > 0


def test_time_that_runs_back_is_survived() -> None:
    assert rhythm(0, 40, 20, 10).per_second >= 0


def test_moments_in_another_order_are_sorted_as_far_as_was_said() -> None:
    noted = Rhythm(reordered=2)
    for moment_ms in (0, 120, 40, 80, 200, 160):
        noted.note(moment_ms * 1000)
    noted.cut()
    assert (noted.longest_ms, noted.usual_ms, noted.gaps) == (40, 40, 0)
