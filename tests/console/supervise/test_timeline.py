"""Facts of the show clock, told when they are due."""

import asyncio
from collections.abc import Iterator

import pytest

from console.core.store import Store, replayed
from console.model.commands import ArmOffer, ExtendOffer, StartOffer, StartSession, TakeNext
from console.model.facts import CueFired, Fact, OfferClosed, OfferOpened, SessionResumed
from console.supervise.ground import Ground
from console.supervise.timeline import TimelineSupervisor
from tests.support.desk import Desk
from tests.support.sale import SALE, S, desk_with, selling_desk


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


def supervisor_of(desk: Desk, loop: asyncio.AbstractEventLoop) -> TimelineSupervisor:
    return TimelineSupervisor(Ground(desk.store, desk.clocks, loop))


def told(desk: Desk) -> list[Fact]:
    return [entry.event for entry in desk.entries if isinstance(entry.event, OfferOpened | OfferClosed | CueFired)]


def test_an_offer_opens_and_closes_on_the_show_clock(loop: asyncio.AbstractEventLoop) -> None:
    desk = desk_with("tea")
    timeline = supervisor_of(desk, loop)
    phases = []
    for wait_s in (29, 1, 299, 1):
        desk.wait(wait_s * S)
        timeline.look()
        phases.append(desk.state.selling.status("tea").phase)
    assert phases == ["counting", "live", "live", "ended"]


def test_whoever_looks_often_tells_nothing_twice(loop: asyncio.AbstractEventLoop) -> None:
    desk = selling_desk()
    timeline = supervisor_of(desk, loop)
    desk.do(TakeNext(), TakeNext())
    for _ in range(4_000):
        desk.wait(100_000)
        timeline.look()
    assert told(desk) == [CueFired("tea", "start"), CueFired("tea", "wide"), OfferOpened("tea"), OfferClosed("tea")]


def test_after_an_absence_everything_happens_in_its_order_once(loop: asyncio.AbstractEventLoop) -> None:
    """The start of the offer is itself the effect of a late cue: its countdown begins when it happens."""
    desk = selling_desk()
    desk.do(TakeNext(), TakeNext())
    desk.wait(100 * S)
    timeline = supervisor_of(desk, loop)
    timeline.look()
    assert told(desk) == [CueFired("tea", "start"), CueFired("tea", "wide")]
    assert desk.state.selling.status("tea").phase == "counting"
    desk.wait(331 * S)
    timeline.look()
    assert told(desk)[2:] == [OfferOpened("tea"), OfferClosed("tea")]


def test_an_engine_that_takes_up_the_journal_goes_on_where_the_other_broke_off(
    loop: asyncio.AbstractEventLoop,
) -> None:
    desk = selling_desk()
    desk.do(TakeNext(), TakeNext())
    desk.wait(25 * S)
    supervisor_of(desk, loop).look()
    again = Desk(SALE)
    again.clock.advance(desk.clock.monotonic_us() + 30 * S)
    again.store = Store(replayed(desk.states[0], desk.entries), now=again.clocks.now, journal=again)
    again.do(SessionResumed())
    timeline = supervisor_of(again, loop)
    for _ in range(3):
        timeline.look()
    assert told(desk) == [CueFired("tea", "start")]
    assert told(again) == [CueFired("tea", "wide"), OfferOpened("tea")]


def test_an_extension_moves_the_end_that_is_waited_for(loop: asyncio.AbstractEventLoop) -> None:
    desk = desk_with("cup")
    timeline = supervisor_of(desk, loop)
    desk.do(ExtendOffer("cup", 60, "回線の乱れ"))
    for wait_s, phase in ((61, "live"), (60, "ended")):
        desk.wait(wait_s * S)
        timeline.look()
        assert desk.state.selling.status("cup").phase == phase


def test_an_idle_show_has_nothing_due_and_a_closed_timeline_waits_for_nothing(
    loop: asyncio.AbstractEventLoop,
) -> None:
    desk = Desk(SALE)
    timeline = supervisor_of(desk, loop)
    timeline.look()
    assert desk.entries == []
    desk.do(StartSession("s1"), ArmOffer("cup"), StartOffer("cup"))
    desk.wait(60 * S - 50_000)
    timeline.follow(desk.state)
    loop.run_until_complete(timeline.close())
    assert timeline.waiting is False


def test_what_is_due_before_the_next_look_is_waited_for(loop: asyncio.AbstractEventLoop) -> None:
    desk = desk_with("cup")
    timeline = supervisor_of(desk, loop)
    desk.wait(60 * S - 20_000)
    timeline.follow(desk.state)
    assert timeline.waiting
    desk.wait(20_000)
    loop.run_until_complete(_next_change(desk))
    assert desk.state.selling.status("cup").phase == "ended"


async def _next_change(desk: Desk) -> None:
    changed = asyncio.Event()
    desk.store.listen(lambda before, after: changed.set())
    async with asyncio.timeout(5):
        await changed.wait()


def test_a_rehearsal_at_eightfold_speed_is_eight_times_as_soon_over(loop: asyncio.AbstractEventLoop) -> None:
    desk = Desk(SALE)
    desk.clocks.start_show(speed=8.0)
    desk.do(StartSession("r", rehearsal=True, speed=8.0), ArmOffer("cup"), StartOffer("cup"))
    timeline = supervisor_of(desk, loop)
    desk.wait(7 * S)
    timeline.look()
    assert desk.state.selling.status("cup").phase == "live"
    desk.wait(S)
    timeline.look()
    assert desk.state.selling.status("cup").phase == "ended"
