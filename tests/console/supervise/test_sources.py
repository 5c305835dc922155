"""Sources are opened, lost, opened again; nothing hangs and nothing is forgotten."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest

from console.errors import ConsoleError, Refused
from console.model.commands import Edit, EndSession, SetEditOnAir, StartSession
from console.model.facts import SourceLost, SourceOpening, SourceRunning
from console.model.source import Source
from console.ports.source import Opening, OpenSource
from console.supervise.sources import LEFT_BEHIND, SourceSupervisor
from tests.support.fake_source import FakeSettings, FakeSource
from tests.support.guards import Expect
from tests.support.mixing import Played
from tests.support.shows import TROUBLE
from tests.support.stage import Stage, staged


class Shelf:
    """Opens fakes for the supervisor, or whatever the test wants to happen instead."""

    def __init__(self) -> None:
        self.opened: dict[str, list[FakeSource]] = {"cam": [], "clip": []}
        self.refuses: set[str] = set()
        self.breaks: set[str] = set()
        self.hangs: dict[str, threading.Event] = {}
        self.attempts = 0

    def __call__(self, source: Source, opening: Opening) -> OpenSource:
        self.attempts += 1
        if opening.id in self.hangs:
            self.hangs[opening.id].wait(10)
        if opening.id in self.refuses:
            raise ConsoleError(TROUBLE)
        if opening.id in self.breaks:
            raise RuntimeError("bug")
        found = FakeSource(FakeSettings(live=opening.id == "cam"), opening)
        self.opened[opening.id].append(found)
        return found

    def camera(self) -> FakeSource:
        return self.opened["cam"][-1]


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def stage() -> Iterator[Stage]:
    with staged() as stage:
        yield stage


@pytest.fixture
def sources(stage: Stage, shelf: Shelf) -> SourceSupervisor:
    return stage.cast(SourceSupervisor(stage.ground, shelf, changed=stage.changed))


def begin(stage: Stage, sources: SourceSupervisor) -> None:
    stage.do(StartSession("s1"), SetEditOnAir(on=True))
    stage.until(lambda: sources.settled)


def test_every_source_of_the_show_is_open_while_a_session_runs(
    stage: Stage, sources: SourceSupervisor, shelf: Shelf
) -> None:
    begin(stage, sources)
    assert set(sources.opened) == {"cam", "clip"}
    assert {status.phase for status in stage.state.sources.values()} == {"running"}
    stage.do(EndSession())
    assert sources.opened == {}
    stage.until(lambda: shelf.camera().closed)


def test_one_that_cannot_be_opened_is_a_fault_and_tried_again_at_longer_and_longer_intervals(
    stage: Stage, sources: SourceSupervisor, shelf: Shelf
) -> None:
    shelf.refuses.add("cam")
    begin(stage, sources)
    assert stage.faults() == {"source/cam": "trouble"}
    waits = []
    for _ in range(6):
        before, looks = shelf.attempts, 0
        while shelf.attempts == before:
            stage.look()
            looks += 1
        waits.append(looks)
        count = len(waits)
        stage.until(partial(lambda count: sources._slots["cam"].backoff.failures > count, count))
    assert waits == [5, 10, 20, 40, 50, 50]
    shelf.refuses.clear()
    stage.look(51)
    stage.until(lambda: "cam" in sources.opened)
    assert stage.faults() == {}


def test_a_bug_in_a_driver_is_said_in_words_and_tried_again(
    stage: Stage, sources: SourceSupervisor, shelf: Shelf, expect_warning: Expect
) -> None:
    expect_warning("opening cam")
    shelf.breaks.add("cam")
    begin(stage, sources)
    assert stage.faults() == {"source/cam": "source_broken"}
    shelf.breaks.clear()
    stage.look(6)
    stage.until(lambda: "cam" in sources.opened)


def test_one_that_says_it_has_a_problem_is_closed_and_opened_again(
    stage: Stage, sources: SourceSupervisor, shelf: Shelf
) -> None:
    begin(stage, sources)
    first = shelf.camera()
    first.fail(TROUBLE)
    stage.look()
    assert "cam" not in sources.opened
    assert stage.faults() == {"source/cam": "trouble"}
    stage.until(lambda: first.closed)
    stage.look(6)
    stage.until(lambda: "cam" in sources.opened)
    assert stage.faults() == {}
    assert sources.records["cam"].restarts == 1
    assert sources.records["clip"].restarts == 0


def test_only_a_source_that_declares_a_rate_goes_stale(stage: Stage, sources: SourceSupervisor, shelf: Shelf) -> None:
    begin(stage, sources)
    stage.look(19)
    assert set(sources.opened) == {"cam", "clip"}
    stage.look(3)
    assert set(sources.opened) == {"clip"}
    assert [fact.problem.code for fact in stage.told(SourceLost)] == ["source_stale"]


def test_one_that_goes_on_giving_pictures_is_never_stale(
    stage: Stage, sources: SourceSupervisor, shelf: Shelf
) -> None:
    begin(stage, sources)
    for _ in range(100):
        shelf.camera().give(shelf.camera()._picture)  # type: ignore[arg-type]
        stage.look()
    assert stage.told(SourceLost) == []


def test_a_machine_that_stood_still_blames_no_source(stage: Stage, sources: SourceSupervisor, shelf: Shelf) -> None:
    begin(stage, sources)
    stage.look(5)
    stage.look(1, every_us=10_000_000)
    stage.look(10)
    assert set(sources.opened) == {"cam", "clip"}
    stage.look(15)
    assert set(sources.opened) == {"clip"}, "but it gets no more than two seconds for a new picture"


def test_how_long_it_gave_nothing_is_counted_until_it_is_back(
    stage: Stage, sources: SourceSupervisor, shelf: Shelf
) -> None:
    begin(stage, sources)
    shelf.refuses.add("cam")
    stage.look(21)
    record = sources.records["cam"]
    assert record.stale_us(stage.clock.monotonic_us()) == pytest.approx(2_100_000, abs=50_000)
    shelf.refuses.clear()
    stage.look(6)
    stage.until(lambda: "cam" in sources.opened)
    back_us = stage.clock.monotonic_us()
    assert record.stale_us(back_us + 10_000_000) == pytest.approx(2_650_000, abs=150_000)


def test_settings_that_are_edited_open_it_anew_and_a_new_name_does_not(
    stage: Stage, sources: SourceSupervisor, shelf: Shelf
) -> None:
    begin(stage, sources)
    first = shelf.camera()
    stage.do(Edit("sources", "cam", {"name": "Left camera"}, 0))
    assert sources.opened["cam"] is first
    stage.do(Edit("sources", "cam", {"settings": {"colour": "#FF0000"}}, stage.state.revision))
    stage.until(lambda: sources.opened.get("cam") not in {None, first})
    stage.until(lambda: first.closed)
    assert sources.records["cam"].figures.pictures == 2, "figures are kept over the change"


def test_figures_are_kept_over_restarts_and_begin_anew_with_a_session(
    stage: Stage, sources: SourceSupervisor, shelf: Shelf
) -> None:
    begin(stage, sources)
    shelf.camera().fail(TROUBLE)
    stage.look(7)
    stage.until(lambda: "cam" in sources.opened)
    assert sources.records["cam"].figures.pictures == 2
    stage.do(EndSession())
    assert sources.records["cam"].figures.pictures == 2
    stage.do(StartSession("s2"))
    stage.until(lambda: sources.settled)
    assert sources.records["cam"].figures.pictures == 1
    assert sources.records["cam"].restarts == 0


def test_an_opening_that_hangs_is_left_behind_and_what_it_brings_late_is_closed(
    stage: Stage, sources: SourceSupervisor, shelf: Shelf
) -> None:
    hanging = shelf.hangs["cam"] = threading.Event()
    stage.do(StartSession("s1"), SetEditOnAir(on=True))
    stage.until(lambda: shelf.attempts == 2 and "clip" in sources.opened)
    stage.look(151)
    assert stage.faults() == {"source/cam": "source_hangs"}
    del shelf.hangs["cam"]
    stage.look(6)
    stage.until(lambda: "cam" in sources.opened)
    second = shelf.camera()
    hanging.set()
    stage.until(lambda: len(shelf.opened["cam"]) == 2 and shelf.opened["cam"][1].closed)
    assert sources.opened["cam"] is second
    assert not second.closed


def test_no_more_than_a_few_hanging_openings_pile_up(stage: Stage, sources: SourceSupervisor, shelf: Shelf) -> None:
    hanging = shelf.hangs["cam"] = threading.Event()
    stage.do(StartSession("s1"), SetEditOnAir(on=True))
    stage.until(lambda: shelf.attempts == 2 and "clip" in sources.opened)
    for opening in range(1, LEFT_BEHIND + 1):
        stage.until(partial(lambda opening: shelf.attempts == 1 + opening, opening))
        stage.look(21, every_us=1_000_000)
    stage.look(100, every_us=1_000_000)
    assert shelf.attempts == LEFT_BEHIND + 1
    del shelf.hangs["cam"]
    hanging.set()
    stage.until(lambda: all(source.closed for source in shelf.opened["cam"]) and len(shelf.opened["cam"]) == 3)
    stage.look(2)
    stage.until(lambda: "cam" in sources.opened)


def test_what_opens_after_the_end_is_closed_again(stage: Stage, sources: SourceSupervisor, shelf: Shelf) -> None:
    hanging = shelf.hangs["cam"] = threading.Event()
    stage.do(StartSession("s1"), SetEditOnAir(on=True))
    stage.until(lambda: shelf.attempts == 2)
    stage.do(EndSession())
    hanging.set()
    stage.until(lambda: shelf.opened["cam"] and shelf.camera().closed)
    assert sources.opened == {}


def test_closing_takes_no_longer_than_its_bound_though_a_driver_hangs(stage: Stage, shelf: Shelf) -> None:
    class Stuck(FakeSource):
        def close(self) -> None:
            released.wait(10)

    released = threading.Event()
    sources = stage.cast(
        SourceSupervisor(stage.ground, lambda _, opening: Stuck(FakeSettings(), opening), changed=stage.changed)
    )
    begin(stage, sources)
    began = stage.loop.time()
    stage.run(sources.close())
    assert stage.loop.time() - began < 3.0, "both together"
    released.set()


def test_each_opening_is_told_once(stage: Stage, sources: SourceSupervisor, shelf: Shelf) -> None:
    begin(stage, sources)
    stage.look(5)
    assert len(stage.told(SourceOpening)) == 2
    assert len(stage.told(SourceRunning)) == 2


def test_one_that_raised_in_the_mixer_is_a_fault_and_opened_again(
    stage: Stage, sources: SourceSupervisor, shelf: Shelf
) -> None:
    begin(stage, sources)
    bad = shelf.camera()
    sources.misbehaved("cam", bad)
    sources.misbehaved("cam", bad)
    assert set(sources.opened) == {"clip"}
    stage.until(lambda: bad.closed)
    assert stage.faults() == {"source/cam": "source_misbehaved"}
    stage.look(10)
    stage.until(lambda: "cam" in sources.opened)
    assert shelf.camera() is not bad
    assert stage.faults() == {}
    assert sources.records["cam"].restarts == 1


def test_what_is_said_of_one_that_is_closed_already_is_nothing_to_its_successor(
    stage: Stage, sources: SourceSupervisor, shelf: Shelf
) -> None:
    begin(stage, sources)
    sources.misbehaved("cam", Played())
    sources.misbehaved("nobody", shelf.camera())
    assert set(sources.opened) == {"cam", "clip"}


def test_a_person_can_have_a_source_closed_and_opened_anew(
    stage: Stage, sources: SourceSupervisor, shelf: Shelf
) -> None:
    begin(stage, sources)
    first = shelf.camera()
    sources.reopen("cam")
    assert set(sources.opened) == {"clip"}
    stage.until(lambda: first.closed)
    stage.look(6)
    stage.until(lambda: "cam" in sources.opened)
    assert shelf.camera() is not first
    assert len(shelf.opened["clip"]) == 1
    assert stage.faults() == {}


def test_a_source_whose_opening_hangs_is_opened_anew_and_what_comes_late_is_closed(
    stage: Stage, sources: SourceSupervisor, shelf: Shelf
) -> None:
    hanging = shelf.hangs["cam"] = threading.Event()
    stage.do(StartSession("s1"))
    stage.until(lambda: shelf.attempts == 2)
    del shelf.hangs["cam"]
    sources.reopen("cam")
    stage.look(6)
    stage.until(lambda: "cam" in sources.opened)
    taken = shelf.camera()
    hanging.set()
    stage.until(lambda: len(shelf.opened["cam"]) == 2)
    stage.until(lambda: shelf.camera().closed)
    assert sources.opened["cam"] is taken


def test_a_source_that_nobody_uses_is_not_opened_by_hand(stage: Stage, sources: SourceSupervisor) -> None:
    with pytest.raises(Refused) as refused:
        sources.reopen("cam")
    assert refused.value.message.code == "no_such_source_open"
    begin(stage, sources)
    with pytest.raises(Refused):
        sources.reopen("nobody")
