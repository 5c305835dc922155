"""Where an engine begins: never on air by itself after two minutes, never dead because of a journal."""

from collections.abc import Callable

import pytest

from console.core.store import Store
from console.engine.order import Order
from console.engine.recovery import TOO_OLD_US, beginning
from console.library.journal import FileJournal
from console.library.sessions import journal_path
from console.media.clock import ManualClock
from console.model.commands import StartSession
from console.model.entry import Event
from console.model.facts import DestinationLive, SessionLost, SessionResumed
from console.model.state import State
from tests.support.arming import END, GO_LIVE
from tests.support.desk import Desk
from tests.support.guards import Expect
from tests.support.shows import SHOW


def written(session: str, *events: Event) -> int:
    """A journal of an engine that died after these events; the wall time of the last."""
    clock = ManualClock()
    journal = FileJournal(journal_path(session), session=session, clock=clock, report=lambda _: None)
    desk = Desk(SHOW)
    store = Store(State(show=SHOW), now=desk.clocks.now, journal=journal)
    for event in events:
        desk.clock.advance(1_000)
        store.dispatch(event)
    assert journal.close()
    return desk.clock.wall_us()


ON_AIR = (StartSession("monday"), *GO_LIVE, DestinationLive("yt"))


@pytest.mark.parametrize("order", [Order(resume="session", session="monday"), Order(resume="newest")])
def test_a_session_that_broke_off_a_moment_ago_goes_on(order: Order) -> None:
    last_us = written("monday", *ON_AIR)
    found = beginning(order, wall_us=last_us + TOO_OLD_US - 1_000)
    assert found.fact == SessionResumed()
    assert found.state.session.id == "monday"
    assert found.state.destinations["yt"].wanted
    assert found.state.destinations["yt"].proven, "so that a name still held is no rejection"
    assert found.state.destinations["yt"].phase == "stopped"
    assert found.then is not None
    assert found.then.wall_us == last_us


@pytest.mark.parametrize("wait_us", [TOO_OLD_US, 3_600_000_000, -TOO_OLD_US])
def test_after_two_minutes_or_with_a_clock_that_was_set_nothing_goes_on_air(wait_us: int) -> None:
    last_us = written("monday", *ON_AIR)
    found = beginning(Order(resume="newest"), wall_us=last_us + wait_us)
    assert found.fact == SessionLost()
    assert found.state.session.id == "monday"


def test_a_session_that_ended_is_over() -> None:
    last_us = written("monday", *ON_AIR, *END)
    assert beginning(Order(resume="newest"), wall_us=last_us).fact is None


def test_never_is_never_and_nothing_is_nothing() -> None:
    assert beginning(Order(resume="newest"), wall_us=0).state == State()
    last_us = written("monday", *ON_AIR)
    assert beginning(Order(), wall_us=last_us).state == State()
    assert beginning(Order(resume="session", session="tuesday"), wall_us=last_us).state == State()


def scribble(path: str) -> None:
    journal_path("monday").write_bytes(path.encode())


def cut(_path: str) -> None:
    file = journal_path("monday")
    file.write_bytes(file.read_bytes()[:5000])


@pytest.mark.parametrize("damage", [scribble, cut])
def test_a_damaged_journal_is_said_and_an_engine_starts(
    damage: Callable[[str], None], expect_warning: Expect
) -> None:
    expect_warning("nothing resumed")
    last_us = written("monday", *ON_AIR)
    damage("this is no journal" * 100)
    found = beginning(Order(resume="newest"), wall_us=last_us)
    assert found.state == State()
    assert found.fact is None
    assert found.problem is not None


def test_a_session_name_that_can_be_no_file_is_said(expect_warning: Expect) -> None:
    expect_warning("nothing resumed")
    assert beginning(Order(resume="session", session="../x"), wall_us=0).problem is not None
