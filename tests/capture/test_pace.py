import random
from itertools import pairwise

from capture.pace import Pace, Steady

SECOND = 1_000_000


def test_a_steady_stream_keeps_its_own_time() -> None:
    pace = Pace(slack_us=50_000)
    dues = [pace.moment(n * 40_000, now=7 * SECOND + n * 40_000) for n in range(100)]
    assert dues == [7 * SECOND + n * 40_000 for n in range(100)]


def test_jitter_within_the_slack_moves_nothing() -> None:
    pace, chance = Pace(slack_us=50_000), random.Random(1)
    pace.moment(0, now=0)
    dues = [pace.moment(n * 40_000, now=n * 40_000 + chance.randrange(45_000)) for n in range(1, 100)]
    assert dues == [n * 40_000 for n in range(1, 100)]


def test_what_is_late_in_the_first_second_lays_the_stream_later() -> None:
    pace = Pace(slack_us=50_000)
    pace.moment(0, now=0)
    assert pace.moment(40_000, now=240_000) == 240_000
    assert pace.moment(80_000, now=270_000) == 280_000


def test_a_hiccup_is_caught_up_with() -> None:
    pace = Pace(slack_us=50_000)
    for n in range(100):
        pace.moment(n * 40_000, now=n * 40_000)
    for n in range(100, 110):
        assert pace.moment(n * 40_000, now=4 * SECOND + 500_000) == n * 40_000
    assert pace.moment(5 * SECOND, now=5 * SECOND) == 5 * SECOND


def test_being_late_for_a_second_lays_the_stream_later_for_good() -> None:
    pace = Pace(slack_us=50_000)
    for n in range(100):
        pace.moment(n * 40_000, now=n * 40_000)
    for n in range(100, 160):
        due = pace.moment(n * 40_000, now=n * 40_000 + 300_000)
    assert due == 159 * 40_000 + 300_000


def test_a_leap_of_time_stamps_begins_anew() -> None:
    pace = Pace(slack_us=50_000)
    pace.moment(0, now=0)
    assert pace.moment(3_600 * SECOND, now=40_000) == 40_000


def test_a_loop_goes_on_where_its_last_picture_is_over() -> None:
    pace = Pace(slack_us=50_000)
    pace.moment(0, now=0)
    last = pace.moment(40_000, now=35_000)
    pace.begin_again(after_us=40_000)
    assert pace.moment(0, now=45_000) == last + 40_000


def test_arrivals_lose_their_jitter() -> None:
    steady, chance = Steady(), random.Random(2)
    arrived = [n * 33_333 + chance.randrange(-3_000, 3_000) for n in range(600)]
    moments = [steady.moment(at) for at in arrived]
    steps = [b - a for a, b in pairwise(moments[300:])]
    assert max(steps) - min(steps) < 2_500
    assert abs(moments[-1] - 599 * 33_333) < 3_000


def test_a_gap_in_arrivals_is_believed_at_once() -> None:
    steady = Steady()
    for n in range(50):
        steady.moment(n * 33_333)
    assert steady.moment(5 * SECOND) == 5 * SECOND
