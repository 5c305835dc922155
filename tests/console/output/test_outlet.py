"""What waits for one destination: what is kept, what is dropped, what is said of it."""

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable

from hypothesis import given
from hypothesis import strategies as st

from console.output.attempt import CONGESTED_MS
from console.output.outlet import HOPELESS_BYTES, HOPELESS_MS, Fan, Outlet, since_ms
from console.wire.flv import Tag, TagKind
from tests.support.publishing import tick_tags

KEYS = 60
ALL = 10**9


def on_a_loop(scene: Callable[[Outlet], Awaitable[None]]) -> None:
    """Run a scene with an outlet of its loop."""

    async def run() -> None:
        await scene(Outlet(asyncio.get_running_loop(), lambda: None))

    asyncio.run(run())


def put(outlet: Outlet, first: int, count: int, *, zero_ms: int = 0) -> None:
    for number in range(first, first + count):
        outlet.put(tick_tags(number, kbps=100, zero_ms=zero_ms))


def kinds(tags: list[Tag]) -> str:
    return "".join("s" if tag.kind is TagKind.AUDIO else "K" if tag.keyframe else "p" for tag in tags)


def test_it_begins_with_a_keyframe_and_counts_nothing_before_it() -> None:
    async def scene(outlet: Outlet) -> None:
        put(outlet, 30, 32)
        assert kinds(outlet.taken(max_bytes=ALL)) == "Ksps"
        assert outlet.dropped == 0

    on_a_loop(scene)


def test_too_much_waiting_drops_pictures_up_to_the_next_keyframe_and_never_sound() -> None:
    async def scene(outlet: Outlet) -> None:
        put(outlet, 0, 90)
        taken = kinds(outlet.taken(max_bytes=ALL))
        kept = CONGESTED_MS * 30 // 1000
        assert taken == "Ks" + "ps" * kept + "s" * (59 - kept) + "Ks" + "s" * 29
        assert outlet.dropped == taken.count("s") - taken.count("p") - 2
        outlet.below(None)
        put(outlet, 90, 31)
        assert kinds(outlet.taken(max_bytes=ALL)) == "s" * 30 + "Ks", "not before the next keyframe"

    on_a_loop(scene)


def test_what_was_taken_and_has_not_left_still_waits() -> None:
    async def scene(outlet: Outlet) -> None:
        put(outlet, 0, 10)
        outlet.taken(max_bytes=ALL)
        assert outlet.buffered_ms == 300, "nobody has said that it left"
        outlet.below(200)
        assert outlet.buffered_ms == 100
        put(outlet, 10, 10)
        assert outlet.buffered_ms == 433
        outlet.below(None)
        assert outlet.buffered_ms == 300
        outlet.taken(max_bytes=ALL)
        outlet.below(None)
        assert outlet.buffered_ms == 0
        assert outlet.buffered_ms_max == 433

    on_a_loop(scene)


def test_figures_go_on_while_nobody_takes() -> None:
    async def scene(outlet: Outlet) -> None:
        put(outlet, 0, 1)
        outlet.taken(max_bytes=ALL)
        put(outlet, 1, 100)
        assert outlet.buffered_ms == 3333
        assert outlet.dropped > 0

    on_a_loop(scene)


def test_hopeless_lines_lose_all_and_begin_anew_with_a_keyframe() -> None:
    async def scene(outlet: Outlet) -> None:
        ticks = HOPELESS_MS * 30 // 1000 + 10
        put(outlet, 0, ticks)
        assert outlet.dropped > ticks
        outlet.below(None)
        put(outlet, ticks, 60)
        taken = outlet.taken(max_bytes=ALL)
        assert taken[0].keyframe
        assert taken[0].dts_ms == 10_000

    on_a_loop(scene)


def test_memory_is_bounded_whatever_the_times_say() -> None:
    async def scene(outlet: Outlet) -> None:
        key = Tag.read(TagKind.VIDEO, 0, b"\x17\x01\0\0\0" + bytes(1_000_000))
        for _ in range(100):
            outlet.put([key])
        taken = outlet.taken(max_bytes=ALL)
        assert sum(len(tag.body) for tag in taken) <= HOPELESS_BYTES + 2_000_000
        assert outlet.dropped > 0

    on_a_loop(scene)


def test_a_piece_is_about_as_large_as_asked_and_at_least_one_tag() -> None:
    async def scene(outlet: Outlet) -> None:
        put(outlet, 0, 5)
        assert len(outlet.taken(max_bytes=1)) == 1
        size = len(tick_tags(1, kbps=100)[0].body)
        assert len(outlet.taken(max_bytes=size)) <= 2
        assert len(outlet.taken(max_bytes=ALL)) >= 7

    on_a_loop(scene)


def test_the_wrap_of_the_clock_is_no_congestion() -> None:
    async def scene(outlet: Outlet) -> None:
        put(outlet, 0, 20, zero_ms=2**32 - 300)
        assert outlet.buffered_ms == 633
        assert outlet.dropped == 0

    on_a_loop(scene)


@given(st.integers(0, 2**32 - 1), st.integers(-(2**31), 2**31 - 1))
def test_time_between_tags_survives_the_wrap(earlier: int, step: int) -> None:
    assert since_ms((earlier + step) % 2**32, earlier) == step


def test_the_loop_is_woken_once_for_all_that_comes_while_it_is_busy() -> None:
    async def scene(outlet: Outlet) -> None:
        loop, calls = asyncio.get_running_loop(), []
        wake = loop.call_soon_threadsafe
        loop.call_soon_threadsafe = lambda *a, **k: calls.append(a) or wake(*a, **k)  # type: ignore[method-assign,func-returns-value]
        put(outlet, 0, 20)
        assert len(calls) == 1
        outlet.taken(max_bytes=ALL)
        put(outlet, 20, 1)
        assert len(calls) == 1, "who takes goes on until nothing is left"
        assert len(outlet.taken(max_bytes=ALL)) == 2
        assert outlet.taken(max_bytes=ALL) == []
        put(outlet, 21, 1)
        assert len(calls) == 2

    on_a_loop(scene)


def test_a_writer_and_a_reader_at_once_lose_nothing() -> None:
    ticks = 200  # less than what is hopeless, should the reader come late

    async def scene(outlet: Outlet) -> None:
        writer = threading.Thread(target=put, args=(outlet, 0, ticks))
        got: list[Tag] = []
        until_s = time.monotonic() + 10
        writer.start()
        while writer.is_alive() or len(got) + outlet.dropped < 2 * ticks:
            assert time.monotonic() < until_s
            got += outlet.taken(max_bytes=2000)
            outlet.below(None)
        await asyncio.to_thread(writer.join)
        assert len(got) + outlet.dropped == 2 * ticks
        sounds = [tag.dts_ms for tag in got if tag.kind is TagKind.AUDIO]
        assert sounds == [number * 100 // 3 for number in range(ticks)]

    on_a_loop(scene)


def test_a_closed_loop_is_no_trouble_for_the_encoder() -> None:
    loop = asyncio.new_event_loop()
    outlet = Outlet(loop, lambda: None)
    loop.close()
    put(outlet, 0, 3)
    assert outlet.buffered_ms == 66


def test_receivers_come_and_go_from_any_thread() -> None:
    fan, seen = Fan(), list[list[Tag]]()
    fan(tick_tags(0))
    fan.add(seen.append)
    fan(tick_tags(1))
    others: list[list[list[Tag]]] = [[] for _ in range(40)]
    threads = [threading.Thread(target=fan.add, args=(other.append,)) for other in others]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    fan(tick_tags(2))
    fan.remove(seen.append)
    fan.remove(seen.append)
    fan(tick_tags(3))
    assert len(seen) == 2
    assert [len(other) for other in others] == [2] * 40
