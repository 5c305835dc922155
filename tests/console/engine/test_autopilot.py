"""A rehearsal that runs by itself, and shows that do not."""

import asyncio
from collections.abc import Iterator

import pytest

from console.engine.autopilot import AutopilotSupervisor
from console.model.commands import StartSession
from console.model.facts import MediaStarted, OrderPlaced
from console.supervise.ground import Ground
from console.supervise.timeline import TimelineSupervisor
from tests.support.desk import Desk
from tests.support.sale import SALE, S


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


def played(desk: Desk, loop: asyncio.AbstractEventLoop, *, is_wanted: bool = True, seconds: int = 400) -> Desk:
    """So much of a show, looked at ten times a second."""
    ground = Ground(desk.store, desk.clocks, loop)
    parts = TimelineSupervisor(ground), AutopilotSupervisor(ground, is_wanted=is_wanted)
    for _ in range(seconds * 10):
        desk.wait(S // 10)
        for part in parts:
            part.follow(desk.state)
            part.look()
    return desk


def rehearsal() -> Desk:
    desk = Desk(SALE)
    desk.do(StartSession("r", rehearsal=True), MediaStarted())
    return desk


def test_the_whole_rundown_is_played_and_sold(loop: asyncio.AbstractEventLoop) -> None:
    state = played(rehearsal(), loop).state
    assert list(state.rundown.played) == ["hello", "tea", "cup", "bye"]
    assert state.selling.status("tea").sold > 0
    assert state.selling.units["tea"] == state.selling.status("tea").sold


def test_two_rehearsals_of_one_name_are_the_same(loop: asyncio.AbstractEventLoop) -> None:
    first, second = played(rehearsal(), loop), played(rehearsal(), loop)
    assert [entry.event for entry in first.entries] == [entry.event for entry in second.entries]


def test_after_a_standstill_nothing_is_sold_twice(loop: asyncio.AbstractEventLoop) -> None:
    desk = played(rehearsal(), loop, seconds=150)
    sold = desk.state.selling.status("tea").sold
    again = AutopilotSupervisor(Ground(desk.store, desk.clocks, loop), is_wanted=True)
    again.look()
    orders = [entry.event.id for entry in desk.entries if isinstance(entry.event, OrderPlaced)]
    assert len(orders) == len(set(orders))
    assert desk.state.selling.status("tea").sold >= sold


def test_without_the_wish_nothing_happens_by_itself(loop: asyncio.AbstractEventLoop) -> None:
    desk = rehearsal()
    written = len(desk.entries)
    played(desk, loop, is_wanted=False, seconds=100)
    assert len(desk.entries) == written


def test_a_real_show_is_left_alone(loop: asyncio.AbstractEventLoop) -> None:
    desk = Desk(SALE)
    desk.do(StartSession("real"), MediaStarted())
    written = len(desk.entries)
    played(desk, loop, seconds=100)
    assert len(desk.entries) == written
