"""Hand-over of ticks to an encoder."""

import numpy as np

from console.media.feed import DEPTH, SOUNDS_KEPT, Feed
from console.media.sound import silence
from tests.support import ticks


def offer(feed: Feed, count: int, first: int = 0) -> None:
    for number in range(first, first + count):
        feed.offer(number, feed.blank(), silence(100))


def test_what_the_mixer_writes_is_what_the_encoder_gets() -> None:
    feed = ticks.feed()
    memory = feed.blank()
    assert memory is not None
    memory.picture.y[:] = np.arange(memory.picture.y.size, dtype=np.uint8).reshape(memory.picture.y.shape)
    feed.offer(7, memory, silence(1600))
    tick = feed.take()
    assert tick is not None
    assert (tick.number, tick.memory) == (7, memory)
    assert np.array_equal(memory.frame.to_ndarray()[: memory.picture.height], memory.picture.y)
    assert (memory.frame.colorspace, memory.frame.color_range) == (1, 1)


def test_a_full_feed_skips_counts_and_keeps_the_sound_and_its_memory() -> None:
    feed = ticks.feed()
    offer(feed, DEPTH + 5)
    assert (feed.waiting, feed.skipped) == (DEPTH, 5)
    taken = [feed.take(timeout_s=0) for _ in range(DEPTH)]
    assert all(tick is not None and len(tick.sounds) == 1 for tick in taken)
    offer(feed, 1, first=DEPTH + 5)
    tick = feed.take(timeout_s=0)
    assert tick is not None
    assert (tick.number, len(tick.sounds), tick.lost_samples) == (DEPTH + 5, 6, 0)
    blanks = [feed.blank() for _ in range(DEPTH)]
    assert blanks.count(None) == DEPTH - 2, "five are with the encoder"


def test_sound_that_was_given_up_is_counted() -> None:
    feed = ticks.feed()
    offer(feed, DEPTH + SOUNDS_KEPT + 10)
    for _ in range(DEPTH):
        feed.take(timeout_s=0)
    offer(feed, 1, first=1000)
    tick = feed.take(timeout_s=0)
    assert tick is not None
    assert (len(tick.sounds), tick.lost_samples) == (SOUNDS_KEPT + 1, 1000)


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


def test_without_memory_left_the_mixer_is_told() -> None:
    feed = ticks.feed()
    got = [feed.blank() for _ in range(DEPTH + 3)]
    assert None not in got
    assert feed.blank() is None
    assert got[0] is not None
    feed.give_back(got[0])
    assert feed.blank() is got[0]
