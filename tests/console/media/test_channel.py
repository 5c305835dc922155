"""A channel: in order, bounded, and closing wakes who waits."""

import threading
import time

from console.media.channel import Channel


def test_items_come_out_in_the_order_they_went_in() -> None:
    channel = Channel[int](depth=3)
    assert [channel.offer(item) for item in (1, 2, 3)] == [True] * 3
    assert [channel.take() for _ in range(3)] == [1, 2, 3]


def test_a_full_channel_says_no_and_counts() -> None:
    channel = Channel[int](depth=2)
    assert [channel.offer(item) for item in range(5)] == [True, True, False, False, False]
    assert (channel.skipped, len(channel)) == (3, 2)
    channel.take()
    assert channel.offer(9)


def test_an_empty_channel_is_waited_for_no_longer_than_said() -> None:
    before = time.monotonic()
    assert Channel[int](depth=1).take(timeout_s=0.01) is None
    assert time.monotonic() - before < 5


def test_who_waits_gets_what_comes() -> None:
    channel = Channel[str](depth=1)
    got: list[str | None] = []
    taker = threading.Thread(target=lambda: got.append(channel.take(timeout_s=30)))
    taker.start()
    channel.offer("news")
    taker.join(10)
    assert got == ["news"]


def test_a_closed_channel_takes_nothing_in_but_gives_what_it_has() -> None:
    channel = Channel[int](depth=5)
    channel.offer(1)
    channel.close()
    assert not channel.offer(2)
    assert channel.skipped == 0
    assert not channel.finished
    assert channel.take() == 1
    assert channel.finished
    assert channel.take(timeout_s=30) is None


def test_closing_wakes_everybody_who_waits() -> None:
    channel = Channel[int](depth=1)
    takers = [threading.Thread(target=lambda: channel.take(timeout_s=30)) for _ in range(3)]
    for taker in takers:
        taker.start()
    channel.close()
    for taker in takers:
        taker.join(10)
    assert not any(taker.is_alive() for taker in takers)


def test_no_item_is_lost_or_doubled_between_threads() -> None:
    channel = Channel[int](depth=7)
    taken: list[int] = []

    def take() -> None:
        while not channel.finished:
            item = channel.take(timeout_s=0.05)
            if item is not None:
                taken.append(item)

    taker = threading.Thread(target=take)
    taker.start()
    offered = [item for item in range(20_000) if channel.offer(item)]
    channel.close()
    taker.join(30)
    assert taken == offered
    assert len(taken) + channel.skipped == 20_000
