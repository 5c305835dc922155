from fractions import Fraction

from capture.play_head import PlayHead
from console.media.timebase import sample_at, tick_us


def test_it_begins_with_the_first_tick_that_asks() -> None:
    head = PlayHead()
    assert head.at(5_000_000) == 0
    assert head.at(5_033_333) == 33_333


def test_samples_and_microseconds_stay_together_for_hours() -> None:
    head, rate = PlayHead(), Fraction(30000, 1001)
    start = 12_345
    head.at(tick_us(start, rate))
    first = head.at_sample(sample_at(start, rate))
    for tick in range(start, start + 200_000, 57):
        head.at(tick_us(tick, rate))
        gone = head.at_sample(sample_at(tick, rate))
        assert gone - first == sample_at(tick, rate) - sample_at(start, rate)
        assert abs(gone / 48_000 - head.now_us / 1e6) < 0.0001


def test_a_new_epoch_goes_on_where_it_was() -> None:
    head = PlayHead()
    for media_us in range(7_000_000, 8_000_001, 100_000):
        head.at(media_us)
    head.at_sample(384_000)
    assert head.at(0) == 1_000_000
    assert head.at_sample(0) == 48_000
    assert head.at(33_333) == 1_033_333
    assert head.at_sample(1_600) == 49_600


def test_nobody_watching_for_long_pauses_it_and_a_short_stall_does_not() -> None:
    head = PlayHead()
    head.at(0)
    assert head.at(1_500_000) == 1_500_000
    assert head.at(60_000_000) == 1_500_000
    assert head.at(60_033_333) == 1_533_333


def test_it_never_runs_back() -> None:
    head = PlayHead()
    head.at(0)
    head.at(100_000)
    assert head.at(99_990) == 100_000
