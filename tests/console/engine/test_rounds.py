"""Rounds: everybody in order, whatever one of them does."""

import asyncio

import pytest

from console.engine import rounds
from console.engine.rounds import Rounds
from console.engine.upkeep import Upkeep
from console.media.clock import ManualClock
from console.model.entry import Event
from console.model.facts import FaultRaised
from console.model.state import State
from tests.support.guards import Expect


class PartSupervisor:
    """Notes what it is asked, and breaks if it is told to."""

    def __init__(self, notes: list[str], name: str, *, breaks: bool = False, hangs: bool = False) -> None:
        self._notes, self._name, self._breaks, self._hangs = notes, name, breaks, hangs

    def look(self) -> None:
        self._note("look")

    def follow(self, state: State) -> None:
        self._note(f"follow {state.revision}")

    async def close(self) -> None:
        if self._hangs:
            await asyncio.Event().wait()
        self._note("close")

    def _note(self, what: str) -> None:
        self._notes.append(f"{self._name} {what}")
        if self._breaks:
            raise ValueError(what)


async def went_round(notes: list[str], told: list[Event], **second: bool) -> None:
    parts = PartSupervisor(notes, "a", **second), PartSupervisor(notes, "b")
    round_trips = Rounds(parts, Upkeep(ManualClock(), told.append), asyncio.get_running_loop())
    round_trips.look()
    round_trips.stop()
    round_trips.follow(State(revision=7))
    await round_trips.close()


def test_everybody_is_asked_in_order() -> None:
    notes: list[str] = []
    asyncio.run(went_round(notes, []))
    assert notes == ["a look", "b look", "a follow 7", "b follow 7", "a close", "b close"]


def test_one_that_breaks_is_said_once_and_the_others_never_notice(expect_warning: Expect) -> None:
    expect_warning("part broke")
    expect_warning("closing broke")
    notes: list[str] = []
    told: list[Event] = []
    asyncio.run(went_round(notes, told, breaks=True))
    assert [note for note in notes if note.startswith("b")] == ["b look", "b follow 7", "b close"]
    assert [type(one) for one in told] == [FaultRaised]


def test_one_that_does_not_close_is_given_up(expect_warning: Expect, monkeypatch: pytest.MonkeyPatch) -> None:
    expect_warning("closing takes too long")
    monkeypatch.setattr(rounds, "CLOSE_S", 0.02)
    notes: list[str] = []
    asyncio.run(went_round(notes, [], hangs=True))
    assert notes[-1] == "b close"
