"""A rehearsal that runs by itself, and shows that do not."""

import asyncio
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from console.core.giveaway import recomputed
from console.engine.autopilot import AutopilotSupervisor
from console.model.commands import CloseGiveaway, DrawGiveaway, OpenGiveaway, StartSession
from console.model.facts import GiveawayEntered, MediaStarted, OrderPlaced
from console.model.overlay import Overlay
from console.model.people import viewers_shown
from console.model.rundown import Cue, Segment
from console.ports.overlay import Sight
from console.rehearsal.buyers import made_up_names
from console.supervise.ground import Ground
from console.supervise.timeline import TimelineSupervisor
from overlays import giveaway
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


GIFT = replace(
    SALE,
    overlays={**SALE.overlays, "gift": Overlay(name="抽選", kind="giveaway")},
    segments={"gift": Segment(name="抽選", planned_s=100, cues=(Cue(id="gift", show=("gift",)),))},
    giveaways={"bag": SALE.giveaways["bag"]},
    rundown=("gift",),
)


def test_a_giveaway_is_entered_closed_and_drawn_while_its_graphic_is_on_air(loop: asyncio.AbstractEventLoop) -> None:
    desk = Desk(GIFT)
    desk.do(StartSession("r", rehearsal=True), MediaStarted())
    played(desk, loop, seconds=120)
    acts = [e.event for e in desk.entries if isinstance(e.event, OpenGiveaway | CloseGiveaway | DrawGiveaway)]
    entered = [e.event.viewer for e in desk.entries if isinstance(e.event, GiveawayEntered)]
    status = desk.state.giveaway
    assert [type(act) for act in acts] == [OpenGiveaway, CloseGiveaway, DrawGiveaway]
    assert list(status.entries) == entered
    assert len(entered) > 40
    assert status.winners == recomputed(entered, "rehearsal r", 2)
    assert len(status.winners) == 2


def test_its_winners_stand_on_air_by_made_up_names(loop: asyncio.AbstractEventLoop) -> None:
    desk = Desk(GIFT)
    desk.do(StartSession("r", rehearsal=True), MediaStarted())
    state = played(desk, loop, seconds=90).state
    assert state.overlays["gift"].shown
    names = made_up_names(viewers_shown(state))
    content = giveaway.select(giveaway.Settings(), Sight(state, "gift", 0, "main", names=names))
    assert content is not None
    assert content.winners == tuple(f"{names[one][0]}***{names[one][-1]}" for one in state.giveaway.winners)


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
