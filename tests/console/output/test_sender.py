"""A line that was accepted: how it breaks, how it stalls, what a slow one gets."""

import asyncio
import itertools
import logging
import time
from collections.abc import Iterator

import pytest

from console.output.attempt import Ending
from console.wire.flv import TagKind
from console.wire.policy import BAD_NAME
from tests.support.publishing import KEY, STOPS_WITHIN_S, pictures, publishing, said
from tests.support.rtmp_server import Fault, FaultyServer, OneAtATime


@pytest.fixture(autouse=True)
def _no_key_in_any_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level(logging.DEBUG)
    yield
    assert KEY not in caplog.text


@pytest.mark.parametrize(
    "fault",
    [
        Fault(closes_after_s=0.05),
        Fault(closes_after_tags=5),
        Fault(closes_after_tags=5, resets=True),
        Fault(policy=OneAtATime(), closes_after_tags=1),
    ],
)
def test_a_line_that_breaks_is_said_and_connected_again(fault: Fault) -> None:
    async def scene(server: FaultyServer) -> Ending:
        async with publishing(server.address) as running:
            await running.is_live()
            await running.stream(10)
            return await running.ended()

    with FaultyServer(fault) as server:
        ending = asyncio.run(scene(server))
    assert said(ending) == "closed_without_word"
    assert (ending.is_final, ending.was_live) == (False, True)


def test_what_a_server_says_in_mid_show_is_not_final() -> None:
    async def scene(server: FaultyServer) -> Ending:
        async with publishing(server.address) as running:
            await running.is_live()
            await running.stream(10)
            return await running.ended()

    with FaultyServer(Fault(says_after_tags=(5, BAD_NAME))) as server:
        ending = asyncio.run(scene(server))
    assert said(ending) == "closed_by_server"
    assert (ending.is_final, ending.was_live) == (False, True)


def test_after_a_restart_of_the_server_a_new_attempt_begins_with_a_keyframe() -> None:
    async def scene(server: FaultyServer) -> None:
        async with publishing(server.address) as running:
            await running.is_live()
            await running.stream(70)
            await asyncio.to_thread(server.restart)
            assert said(await running.ended()) == "closed_without_word"
        async with publishing(server.address) as again:
            await again.is_live()
            again.ticks = 80
            await again.stream(60)
            await again.until(lambda: server.visits[-1].tag_count >= 3 + 39)

    with FaultyServer() as server:
        asyncio.run(scene(server))
        first = pictures(list(server.visits[-1].tags))[0]
        assert (first.keyframe, first.dts_ms) == (True, 0)


def test_a_server_that_stops_reading_is_seen_at_once_and_given_up() -> None:
    async def scene(server: FaultyServer) -> Ending:
        async with publishing(server.address) as running:
            await running.is_live()
            await running.stream(10)
            await running.until(lambda: server.visits[0].tag_count >= 5)
            await running.flood(30)
            # A second of pictures waits, and it is seen wherever it waits.
            await running.until(lambda: running.figures.buffered_ms > 500, within_s=1.0)
            await running.flood(300)
            # Why: the sender is stuck in its wait for room; figures go on all the same.
            await running.until(lambda: running.figures.dropped > 0 and running.figures.congestion > 1)
            ending = await running.ended()
            assert running.figures.buffered_ms == 0, "a line that is gone congests nothing"
            assert running.figures.buffered_ms_max > 700
            return ending

    with FaultyServer(Fault(stops_reading_after_tags=5)) as server:
        began_s = time.monotonic()
        ending = asyncio.run(scene(server))
    assert said(ending) == "sending_stalled"
    assert time.monotonic() - began_s < 5
    assert (ending.is_final, ending.was_live) == (False, True)


def test_a_throttled_line_drops_pictures_and_lives() -> None:
    async def scene(server: FaultyServer) -> tuple[Ending, float]:
        async with publishing(server.address) as running:
            await running.is_live()
            await running.flood(120)
            await running.until(lambda: running.figures.congestion > 1, within_s=1.0)
            slow_s = time.monotonic() + 1.5
            await running.until(lambda: time.monotonic() > slow_s or running.task.done())
            assert not running.task.done(), "slow is not dead, though it takes longer than a dead line is given"
            assert running.figures.dropped > 0
            return await running.stopped()

    with FaultyServer(Fault(kbps=500)) as server:
        ending, seconds = asyncio.run(scene(server))
        assert ending == Ending(None, was_live=True)
        assert seconds < STOPS_WITHIN_S


def test_a_slow_line_gets_all_sound_all_keyframes_and_no_torn_group() -> None:
    def sounds(server: FaultyServer) -> list[int]:
        return [tag.dts_ms for tag in server.visits[0].tags if tag.kind is TagKind.AUDIO and not tag.header]

    async def scene(server: FaultyServer) -> None:
        async with publishing(server.address) as running:
            await running.is_live()
            await running.flood(200, kbps=1000)
            await running.until(lambda: len(sounds(server)) == 200)
            assert running.figures.dropped == 200 - running.figures.pictures

    with FaultyServer(Fault(kbps=8000)) as server:
        asyncio.run(scene(server))
        shown = pictures(list(server.visits[0].tags))
        assert sounds(server) == [number * 100 // 3 for number in range(200)]
    assert [tag.dts_ms for tag in shown if tag.keyframe] == [0, 2000, 4000, 6000]
    assert len(shown) < 200
    for before, after in itertools.pairwise(shown):
        assert after.keyframe or after.dts_ms - before.dts_ms <= 34, "a picture whose reference is missing"


def test_one_dead_line_does_not_touch_the_other() -> None:
    async def scene(bad: FaultyServer, good: FaultyServer) -> None:
        async with publishing(bad.address) as dead, publishing(good.address, fan=dead.fan) as alive:
            await dead.is_live()
            await alive.is_live(listeners=2)
            for _ in range(300):
                await dead.flood(1)
                await alive.until(lambda: alive.figures.pictures >= min(dead.ticks, 300))
            await dead.until(lambda: dead.figures.dropped > 0)
            assert alive.figures.dropped == 0
            await alive.until(lambda: good.visits[0].tag_count >= 603)

    with FaultyServer(Fault(stops_reading_after_tags=5)) as bad, FaultyServer() as good:
        asyncio.run(scene(bad, good))
