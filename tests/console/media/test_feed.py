"""Hand-over of ticks to an encoder."""

import numpy as np
import pytest

from console.media.feed import BURST, DEPTH, SOUNDS_KEPT, Burst, Feed
from console.media.sound import silence
from tests.support import ticks


def offer(feed: Feed, count: int, first: int = 0) -> None:
    for number in range(first, first + count):
        feed.offer(number, feed.blank(), silence(100))


def taken(feed: Feed) -> Burst:
    """The next one."""
    burst = feed.take(timeout_s=0)
    assert burst is not None
    return burst


def numbers_of(burst: Burst | None) -> list[int]:
    return [] if burst is None else [tick.number for tick in burst.ticks]


def test_what_the_mixer_writes_is_what_the_encoder_gets() -> None:
    feed = ticks.feed()
    memory = feed.blank()
    assert memory is not None
    memory.picture.y[:] = np.arange(memory.picture.y.size, dtype=np.uint8).reshape(memory.picture.y.shape)
    feed.offer(7, memory, silence(1600))
    (tick,) = taken(feed).ticks
    assert (tick.number, tick.memory) == (7, memory)
    assert np.array_equal(memory.frame.to_ndarray()[: memory.picture.height], memory.picture.y)
    assert (memory.frame.colorspace, memory.frame.color_range) == (1, 1)


def test_a_full_feed_skips_counts_and_keeps_the_sound_and_its_memory() -> None:
    feed = ticks.feed()
    offer(feed, DEPTH + 5)
    assert (feed.waiting, feed.skipped) == (DEPTH, 5)
    assert all(len(taken(feed).sounds) == 1 for _ in range(DEPTH))
    offer(feed, 1, first=DEPTH + 5)
    burst = taken(feed)
    assert (numbers_of(burst), len(burst.sounds), burst.lost_samples) == ([DEPTH + 5], 6, 0)
    blanks = [feed.blank() for _ in range(DEPTH)]
    assert blanks.count(None) == DEPTH - 2, "five are with the encoder"


def test_sound_that_was_given_up_is_counted() -> None:
    feed = ticks.feed()
    offer(feed, DEPTH + SOUNDS_KEPT + 10)
    for _ in range(DEPTH):
        taken(feed)
    offer(feed, 1, first=1000)
    burst = taken(feed)
    assert (len(burst.sounds), burst.lost_samples) == (SOUNDS_KEPT + 1, 1000)


def test_closed_it_gives_what_is_inside_and_what_was_left_over() -> None:
    feed = ticks.feed()
    offer(feed, DEPTH + 2)
    assert feed.left_over == ()
    feed.close()
    assert not feed.finished
    while not feed.finished:
        feed.take(timeout_s=0)
    assert len(feed.left_over) == 2
    offer(feed, 1)
    assert feed.take(timeout_s=0) is None
    assert feed.skipped == 2, "nothing is missing of what comes after the end"


def test_without_memory_left_the_mixer_is_told() -> None:
    feed = ticks.feed()
    got = [feed.blank() for _ in range(DEPTH + 3)]
    assert None not in got
    assert feed.blank() is None
    assert got[0] is not None
    feed.give_back(got[0])
    assert feed.blank() is got[0]


@pytest.mark.parametrize("turn", range(BURST))
def test_ticks_come_in_bursts_each_feed_at_its_turn(turn: int) -> None:
    feed = Feed(64, 64, ticks.RATE, turn=turn)
    came = []
    for number in range(9):
        offer(feed, 1, first=number)
        came += [(number, numbers_of(burst)) for burst in [feed.take(timeout_s=0)] if burst is not None]
    assert [number % BURST for number, _ in came] == [-turn % BURST] * 3
    assert [number for _, burst in came for number in burst] == list(range(came[-1][0] + 1))
    assert all(len(burst) == BURST for _, burst in came[1:])


def test_the_sound_of_what_was_skipped_comes_with_the_next_burst() -> None:
    feed = ticks.feed(burst=3)
    offer(feed, DEPTH + 4)
    assert (feed.waiting, feed.skipped) == (DEPTH, 4)
    assert [(numbers_of(burst), len(burst.sounds)) for burst in (taken(feed), taken(feed), taken(feed))] == [
        ([0], 1),
        ([1, 2, 3], 3),
        ([4, 5], 3),
    ]
    offer(feed, 3, first=DEPTH + 4)
    burst = taken(feed)
    assert (numbers_of(burst), len(burst.sounds)) == ([DEPTH + 4, DEPTH + 5, DEPTH + 6], 6)


def test_what_was_gathered_for_a_burst_is_not_lost_at_the_end() -> None:
    feed = ticks.feed(burst=3)
    offer(feed, 3)
    assert numbers_of(taken(feed)) == [0]
    assert feed.take(timeout_s=0) is None
    feed.close()
    assert not feed.finished
    assert numbers_of(taken(feed)) == [1, 2]
    assert feed.finished


@pytest.mark.parametrize("burst", [1, BURST])
def test_an_encoder_that_takes_each_burst_before_the_next_is_not_crowded(burst: int) -> None:
    feed = ticks.feed(burst=burst)
    for number in range(60):
        offer(feed, 1, first=number)
        burst_taken = feed.take(timeout_s=0)
        for tick in burst_taken.ticks if burst_taken is not None else ():
            assert not feed.is_crowded
            assert tick.memory is not None
            feed.give_back(tick.memory)


@pytest.mark.parametrize("burst", [1, BURST])
def test_one_that_is_a_whole_feed_behind_is_crowded_whenever_it_looks(burst: int) -> None:
    feed = ticks.feed(burst=burst)
    offer(feed, DEPTH + 1)
    for number in range(DEPTH + 1, 60, burst):
        offer(feed, burst, first=number)
        assert taken(feed)
        offer(feed, 1, first=number + burst)
        assert feed.is_crowded
