"""The open show is kept on disk, and nothing that somebody else wrote is lost for it."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from console.engine.keeper import LONGEST_US, QUIET_US, KeeperSupervisor
from console.errors import ConsoleError
from console.library.show_file import demo_show_folder, load_show, save_show
from console.library.show_keeping import Keeping, keep_show
from console.library.show_versions import versions
from console.model.commands import Edit, OpenShow, StartSession
from console.model.show import Show
from console.words.library import SHOW_NOT_SAVED
from tests.support.arming import GO_LIVE
from tests.support.guards import Expect
from tests.support.shows import SHOW
from tests.support.stage import Stage, staged

LOOKS = QUIET_US // 100_000 + 1


class Disk:
    """`keep_show`, as slow and as full as a test wants it."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.is_full = False
        self.saves = 0

    def keep(self, folder: Path, show: Show, **how: Any) -> Keeping:
        """Save, when it may."""
        assert self.gate.wait(5)
        self.saves += 1
        if self.is_full:
            raise ConsoleError(SHOW_NOT_SAVED(path=str(folder), reason="No space left on device"))
        return keep_show(folder, show, **how)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def stage(tmp_path: Path, disk: Disk) -> Iterator[Stage]:
    """A show that was opened from its folder."""
    save_show(tmp_path, SHOW)
    with staged(Show()) as stage:
        stage.cast(KeeperSupervisor(stage.ground, keep=disk.keep))
        opened(stage, tmp_path)
        yield stage


def opened(stage: Stage, folder: Path) -> None:
    stage.do(OpenShow(load_show(folder)))
    looked_until(stage, lambda: stage.state.kept.edits >= 0)


def looked_until(stage: Stage, is_so: Callable[[], bool]) -> None:
    """Everybody looks on until it is so."""

    def look() -> bool:
        stage.look()
        return is_so()

    stage.until(look)


def rename(stage: Stage, title: str) -> None:
    stage.do(Edit("show", "", {"title": title}, stage.state.show.revision))


def saved(stage: Stage) -> None:
    stage.look(LOOKS)
    stage.until(lambda: stage.state.kept.edits == stage.state.show.edits)


def test_an_edit_is_on_disk_a_second_later_and_comes_back_as_it_was(stage: Stage, tmp_path: Path) -> None:
    rename(stage, "夜の部")
    stage.look(LOOKS - 3)
    assert load_show(tmp_path).title == "evening"
    saved(stage)
    assert replace(load_show(tmp_path), folder="") == replace(stage.state.show, folder="")
    assert stage.state.show.title == "夜の部"
    assert stage.faults() == {}


def test_while_live_too(stage: Stage, tmp_path: Path) -> None:
    stage.do(StartSession("s1"), *GO_LIVE)
    rename(stage, "live")
    saved(stage)
    assert load_show(tmp_path).title == "live"


def test_a_slider_that_is_dragged_is_saved_now_and_then_and_not_a_hundred_times(
    stage: Stage, disk: Disk, tmp_path: Path
) -> None:
    for number in range(LONGEST_US // 100_000 + 2):
        rename(stage, f"title {number}")
        stage.look()
    stage.until(lambda: disk.saves == 1 and stage.state.kept.edits > 0)
    assert load_show(tmp_path).title.startswith("title")
    saved(stage)
    assert (disk.saves, load_show(tmp_path).title) == (2, stage.state.show.title)


def test_what_was_there_stays_as_one_version_not_as_one_a_second(stage: Stage, tmp_path: Path) -> None:
    for title in ("one", "two", "three"):
        rename(stage, title)
        saved(stage)
    assert [one.number for one in versions(tmp_path)] == [1]
    assert b"evening" in versions(tmp_path)[0].path.read_bytes()


def test_what_is_not_edited_is_not_written(stage: Stage, disk: Disk) -> None:
    stage.look(LOOKS * 3)
    assert disk.saves == 0


def test_a_file_that_somebody_else_changed_is_never_written_over(stage: Stage, tmp_path: Path) -> None:
    save_show(tmp_path, replace(SHOW, title="theirs"))
    rename(stage, "mine")
    stage.look(LOOKS)
    stage.until(lambda: "show" in stage.faults())
    assert stage.faults()["show"] == "show_changed_underneath"
    copy = Path(str(stage.state.faults["show"].message.params["copy"]))
    assert (load_show(tmp_path).title, b"mine" in copy.read_bytes()) == ("theirs", True)
    rename(stage, "mine again")
    stage.look(LOOKS)
    stage.until(lambda: b"mine again" in copy.read_bytes())
    assert len(list(tmp_path.glob("show.edited-*.json"))) == 1
    assert load_show(tmp_path).title == "theirs"
    opened(stage, tmp_path)
    assert (stage.state.show.title, stage.faults()) == ("theirs", {})


def test_a_show_that_is_not_what_its_file_holds_is_never_written_over_it(tmp_path: Path) -> None:
    save_show(tmp_path, SHOW)
    with staged(Show()) as stage:
        stage.cast(KeeperSupervisor(stage.ground))
        stage.do(OpenShow(replace(SHOW, title="made up by a program", folder=str(tmp_path))))
        stage.look()
        stage.until(lambda: stage.state.kept.edits >= 0)
        rename(stage, "edited")
        stage.look(LOOKS)
        stage.until(lambda: "show" in stage.faults())
        assert load_show(tmp_path).title == "evening"


def test_an_engine_that_goes_on_after_a_crash_saves_what_was_not_saved(stage: Stage, tmp_path: Path) -> None:
    rename(stage, "edited before the crash")
    state = stage.state
    assert state.kept.digest
    with staged(Show()) as second:
        second.store._state = state
        second.cast(KeeperSupervisor(second.ground))
        second.follow()
        second.look(LOOKS)
        second.until(lambda: second.state.kept.edits == state.show.edits)
        assert load_show(tmp_path).title == "edited before the crash"
        assert second.faults() == {}
    stage.store._state = second.state  # Or the first would find its file changed.


def test_a_full_disk_is_a_fault_until_it_is_not(stage: Stage, disk: Disk, tmp_path: Path) -> None:
    disk.is_full = True
    rename(stage, "edited")
    stage.look(LOOKS)
    stage.until(lambda: stage.faults() == {"show": "show_not_saved"})
    disk.is_full = False
    stage.look(LOOKS * 3)
    stage.until(lambda: stage.faults() == {})
    assert load_show(tmp_path).title == "edited"


def test_a_disk_that_does_not_answer_holds_nothing_up_and_is_asked_once(stage: Stage, disk: Disk) -> None:
    disk.gate.clear()
    rename(stage, "one")
    stage.look(LOOKS)
    rename(stage, "two")
    stage.look(LOOKS * 2)
    disk.gate.set()
    stage.until(lambda: stage.state.kept.edits == 1)
    saved(stage)
    assert disk.saves == 2


def test_the_end_of_the_engine_saves_at_once(tmp_path: Path) -> None:
    save_show(tmp_path, SHOW)
    with staged(Show()) as stage:
        stage.cast(KeeperSupervisor(stage.ground))
        stage.do(OpenShow(load_show(tmp_path)))
        rename(stage, "the last word")
    assert load_show(tmp_path).title == "the last word"


def test_nothing_is_written_into_the_program_itself() -> None:
    before = (demo_show_folder() / "show.json").read_bytes()
    with staged(Show()) as stage:
        stage.cast(KeeperSupervisor(stage.ground))
        opened(stage, demo_show_folder())
        rename(stage, "edited")
        stage.look(LOOKS)
        stage.until(lambda: stage.faults() == {"show": "show_of_the_program"})
    assert (demo_show_folder() / "show.json").read_bytes() == before


def test_a_show_of_no_folder_is_nobodys_business() -> None:
    with staged(SHOW) as stage:
        stage.cast(KeeperSupervisor(stage.ground))
        rename(stage, "edited")
        stage.look(LOOKS)
        assert stage.faults() == {}


def test_a_bug_on_the_disks_thread_is_said_and_the_disk_is_asked_again(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expect_warning: Expect
) -> None:
    expect_warning("compare show broke")
    with monkeypatch.context() as broken:
        broken.setattr("console.engine.keeper.digest_of", lambda *_: 1 / 0)
        stage.do(OpenShow(load_show(tmp_path)))
        looked_until(stage, lambda: "show" in stage.state.faults)
        assert stage.state.kept.edits < 0
    looked_until(stage, lambda: stage.state.kept.edits >= 0)
    assert "show" not in stage.state.faults
    rename(stage, "後で")
    saved(stage)
    assert load_show(tmp_path).title == "後で"
