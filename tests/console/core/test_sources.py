"""What is known of the sources."""

from collections.abc import Callable
from functools import partial

import pytest

from console.model.commands import EndSession
from console.model.facts import Fact, SourceLost, SourceOpening, SourceRunning
from tests.support.desk import Desk, on_air
from tests.support.shows import TROUBLE

FACTS: list[Callable[[str], Fact]] = [SourceOpening, SourceRunning, partial(SourceLost, problem=TROUBLE)]


def test_a_source_opens_and_runs() -> None:
    desk = on_air()
    assert desk.do(SourceOpening("cam")).sources["cam"].phase == "opening"
    assert desk.do(SourceRunning("cam")).sources["cam"].phase == "running"


def test_a_lost_source_is_a_fault_until_it_runs_again() -> None:
    desk = on_air()
    lost = desk.do(SourceRunning("cam"), SourceLost("cam", TROUBLE))
    assert lost.faults["source/cam"].message == TROUBLE
    trying = desk.do(SourceOpening("cam"))
    assert (trying.sources["cam"].phase, trying.sources["cam"].problem) == ("lost", TROUBLE)
    well = desk.do(SourceRunning("cam"))
    assert "source/cam" not in well.faults
    assert well.sources["cam"].problem is None


def test_openings_are_counted() -> None:
    state = on_air().do(SourceOpening("cam"), SourceLost("cam", TROUBLE), SourceOpening("cam"), SourceRunning("cam"))
    assert state.sources["cam"].openings == 2


@pytest.mark.parametrize("number", range(3))
def test_a_source_the_show_does_not_have_is_no_trouble(number: int) -> None:
    assert on_air().do(FACTS[number]("nobody")).revision == 1


@pytest.mark.parametrize("number", range(3))
def test_what_closes_after_the_end_is_no_trouble(number: int) -> None:
    desk = on_air()
    ended = desk.do(SourceRunning("cam"), SourceLost("clip", TROUBLE), EndSession())
    assert (ended.sources, ended.faults) == ({}, {})
    assert desk.do(FACTS[number]("cam")) is ended
    assert Desk().do(FACTS[number]("cam")).revision == 0
