"""Names are looked up beside the State, and deleted where somebody asked for it or their time was over."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.library.viewers import RETENTION_DAYS, Viewers
from console.model.commands import (
    CloseGiveaway,
    DrawGiveaway,
    ForgetViewer,
    OpenGiveaway,
    PinAnswer,
    PinComment,
    StartSession,
)
from console.model.entry import encode_event
from console.model.facts import GiveawayEntered, ViewerForgotten
from console.rehearsal.buyers import made_up_names
from console.supervise.names import RETENTION_EVERY_US, NamesSupervisor
from tests.support.guards import Announced
from tests.support.sale import SALE
from tests.support.stage import Stage, staged

DAY_US = 86_400_000_000
NAME = "山田はなこ"


class House:
    """A file of names and a show that speaks of viewers."""

    def __init__(self, path: Path, stage: Stage) -> None:
        self.path, self.stage = path, stage
        self.opened = 0
        with_names = Viewers(path)
        self.now_us = stage.clock.wall_us()
        self.hanako = with_names.id_of("shop", "hanako", name=NAME, seen_us=self.now_us)
        self.old = with_names.id_of("shop", "old", name="Old", seen_us=self.now_us - (RETENTION_DAYS + 1) * DAY_US)
        with_names.close()
        self.supervisor = stage.cast(
            NamesSupervisor(stage.ground, self.open, changed=stage.changed, made_up=made_up_names)
        )
        stage.do(StartSession("s1"))

    def open(self) -> Viewers | None:
        """As `console.engine.makers.viewers`."""
        self.opened += 1
        return Viewers(self.path) if self.path.exists() else None

    @property
    def names(self) -> dict[str, str]:
        return dict(self.stage.ground.names.names)

    def kept(self) -> set[str]:
        """Ids in the file."""
        viewers = Viewers(self.path)
        try:
            return set(viewers.named([self.hanako, self.old]))
        finally:
            viewers.close()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """With its first retention behind it."""
    with staged(SALE) as stage:
        house = House(tmp_path / "viewers.sqlite", stage)
        stage.look()
        stage.until(lambda: house.kept() == {house.hanako} and not house.supervisor._is_asked)
        yield house


def test_who_is_pinned_has_a_name_and_no_journal_holds_it(house: House) -> None:
    stage = house.stage
    stage.do(PinComment("きれい", house.hanako), PinAnswer("はい", "洗えますか", "vnobody"))
    stage.until(lambda: house.names == {house.hanako: NAME, "vnobody": ""})
    assert stage.changes
    assert not [entry for entry in stage.entries if NAME.encode() in encode_event(entry.event)]
    assert NAME not in repr(stage.state)


def test_who_left_the_state_leaves_the_book(house: House) -> None:
    house.stage.do(PinComment("きれい", house.hanako))
    house.stage.until(lambda: house.names)
    house.stage.do(PinComment(""))
    assert house.names == {}


def test_nobody_is_asked_for_twice(house: House) -> None:
    house.stage.do(PinComment("きれい", "vnobody"))
    house.stage.until(lambda: house.names)
    worker = house.supervisor._worker
    house.stage.look(5)
    assert house.supervisor._worker is worker


def test_a_forgotten_viewer_is_gone_from_file_book_and_state(house: House) -> None:
    stage = house.stage
    stage.do(PinComment("きれい", house.hanako))
    stage.until(lambda: house.names)
    stage.do(ForgetViewer(house.hanako))
    assert house.names == {}
    stage.until(lambda: stage.state.forgetting == ())
    assert house.kept() == set()
    assert stage.told(ViewerForgotten) == [ViewerForgotten(house.hanako)]


def test_who_was_not_seen_for_long_is_forgotten_by_itself_once_a_day(house: House) -> None:
    stage = house.stage
    stage.do(PinComment("きれい", house.hanako))
    stage.until(lambda: house.names)
    stage.clock.advance(RETENTION_DAYS * DAY_US - RETENTION_EVERY_US)
    stage.look()
    stage.until(lambda: not house.supervisor._is_asked)
    assert house.kept() == {house.hanako}
    stage.clock.advance(RETENTION_EVERY_US)
    stage.look()
    stage.until(lambda: stage.state.audience.comment is None)
    assert house.kept() == set()
    assert house.names == {}


def test_a_disk_that_fails_costs_names_is_said_and_tried_again(house: House, tmp_path: Path) -> None:
    stage = house.stage
    away = house.path.rename(tmp_path / "away")
    house.path.mkdir()
    stage.do(ForgetViewer(house.hanako))
    stage.until(lambda: stage.faults() == {"names": "names_not_deleted"})
    assert stage.state.forgetting == (house.hanako,)
    house.path.rmdir()
    away.rename(house.path)
    stage.look(2, every_us=1_000_000)
    stage.until(lambda: stage.state.forgetting == ())
    assert stage.faults() == {}
    assert house.kept() == set()


def test_without_a_file_nobody_has_a_name_and_none_is_made(tmp_path: Path) -> None:
    path = tmp_path / "viewers.sqlite"
    with staged(SALE) as stage:
        supervisor = NamesSupervisor(
            stage.ground, lambda: Viewers(path) if path.exists() else None, changed=stage.changed
        )
        stage.cast(supervisor)
        stage.do(StartSession("s1"), PinComment("a", "v1"), ForgetViewer("v2"))
        stage.look()
        stage.until(lambda: stage.ground.names.names and not stage.state.forgetting)
        assert dict(stage.ground.names.names) == {"v1": ""}
    assert not path.exists()


def test_winners_who_are_made_up_have_made_up_names(house: House) -> None:
    house.stage.do(OpenGiveaway("mug"), GiveawayEntered("made-up-17"), CloseGiveaway(), DrawGiveaway("1"))
    house.stage.until(lambda: house.names)
    assert house.names == made_up_names(["made-up-17", "v1", "made-up-x"])
    assert house.names["made-up-17"].endswith("17")


def test_a_bug_is_no_end(house: House, monkeypatch: pytest.MonkeyPatch, expect_warning: Announced) -> None:
    expect_warning("names broke")
    with monkeypatch.context() as broken:
        broken.setattr(Viewers, "named", lambda *_: 1 / 0)
        house.stage.do(PinComment("a", house.hanako))
        house.stage.until(lambda: house.supervisor._worker is not None and house.supervisor._worker.failure)
    house.stage.look(3, every_us=1_000_000)
    house.stage.until(lambda: house.names == {house.hanako: NAME})
