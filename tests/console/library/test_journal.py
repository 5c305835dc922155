"""The journal: never in the way of the show, and what it promised is on disk."""

import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console.core.store import replayed
from console.errors import Message
from console.library.journal import SNAPSHOT_EVERY_US, FileJournal
from console.library.replay import recovered
from console.media.clock import ManualClock
from console.model.commands import Edit
from console.model.entry import Entry
from console.model.facts import RecordingStarted, ViewersCounted
from console.model.moment import At
from console.model.state import Audience, State
from tests.support.eventually import eventually
from tests.support.guards import Expect

Write = Callable[[int], None]


def step(revision: int) -> tuple[Entry, State]:
    """The entry that leads to a revision, and the State it leads to."""
    at = At(1_000_000 + revision, revision, revision)
    state = State(revision=revision, audience=Audience(viewers=revision))
    return Entry(revision, at, ViewersCounted(revision)), state


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal goes."""
    return tmp_path / "sessions" / "a.journal"


@pytest.fixture
def clock() -> ManualClock:
    """Decides when a snapshot is due."""
    return ManualClock()


@pytest.fixture
def heard() -> list[Message | None]:
    """What the journal reported."""
    return []


@pytest.fixture
def journal(path: Path, clock: ManualClock, heard: list[Message | None]) -> Iterator[FileJournal]:
    """An open journal of session `a`."""
    journal = FileJournal(path, session="a", clock=clock, report=heard.append, depth=50)
    yield journal
    journal.close()


def rows(path: Path, sql: str) -> list[tuple[int | str, ...]]:
    """What a stranger's SQLite sees in the file."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def write(journal: FileJournal, *revisions: int) -> None:
    """Write the entries of these revisions."""
    for revision in revisions:
        journal.write(*step(revision))


def test_what_was_flushed_is_read_again(journal: FileJournal, path: Path) -> None:
    write(journal, 1, 2, 3)
    assert journal.flush()
    found = recovered(path)
    assert found.session == "a"
    assert found.last_wall_us == 1_000_003
    assert found.last_at == At(1_000_003, 3, 3)
    assert found.state.revision + len(found.entries) == 3


def test_the_file_speaks_wal_and_is_private(journal: FileJournal, path: Path) -> None:
    write(journal, 1)
    assert journal.flush()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.with_name("a.journal-wal").stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert rows(path, "pragma journal_mode") == [("wal",)]


def test_a_row_tells_its_kind_and_its_three_times(journal: FileJournal, path: Path) -> None:
    write(journal, 7)
    assert journal.flush()
    found = rows(path, "select revision, wall_us, show_us, media_us, kind, body from entries")
    assert found == [(7, 1_000_007, 7, 7, "ViewersCounted", '{"type":"ViewersCounted","viewers":7}')]


def test_the_first_commit_holds_a_snapshot(journal: FileJournal, path: Path) -> None:
    write(journal, 41)
    assert journal.flush()
    assert rows(path, "select revision from snapshots") == [(41,)]


def test_a_snapshot_comes_when_it_is_due_and_something_changed(
    journal: FileJournal, path: Path, clock: ManualClock
) -> None:
    write(journal, 1)
    assert journal.flush()
    write(journal, 2)
    assert journal.flush()
    assert rows(path, "select revision from snapshots") == [(1,)]
    clock.advance(SNAPSHOT_EVERY_US)
    assert eventually(lambda: rows(path, "select revision from snapshots") == [(1,), (2,)])
    clock.advance(SNAPSHOT_EVERY_US)
    write(journal, 3)
    assert eventually(lambda: rows(path, "select count(*) from snapshots") == [(3,)])


def test_only_the_newest_snapshots_are_kept(journal: FileJournal, path: Path, clock: ManualClock) -> None:
    for revision in range(1, 8):
        clock.advance(SNAPSHOT_EVERY_US)
        write(journal, revision)
        assert journal.flush()
    assert rows(path, "select revision from snapshots order by 1") == [(5,), (6,), (7,)]


def test_closing_commits_what_waits_and_a_last_snapshot(journal: FileJournal, path: Path) -> None:
    write(journal, 1)
    assert journal.flush()
    write(journal, 2, 3)
    assert journal.close()
    assert [file.name for file in path.parent.iterdir()] == ["a.journal"]
    found = recovered(path)
    assert found.state.revision == 3
    assert found.entries == []


def test_closing_twice_and_writing_after_it_harm_nothing(journal: FileJournal, path: Path) -> None:
    write(journal, 1)
    assert journal.close()
    assert journal.close()
    write(journal, 2)
    assert journal.lost == 1
    assert recovered(path).state.revision == 1


def test_a_session_goes_on_in_the_same_file(journal: FileJournal, path: Path, clock: ManualClock) -> None:
    write(journal, 1, 2)
    journal.close()
    second = FileJournal(path, session="a", clock=clock, report=lambda _: None)
    write(second, 3)
    assert second.close()
    assert rows(path, "select revision from entries") == [(1,), (2,), (3,)]
    assert rows(path, "select session from meta") == [("a",)]


def test_an_engine_that_goes_on_from_an_earlier_point_leaves_no_other_future(
    journal: FileJournal, path: Path, clock: ManualClock
) -> None:
    write(journal, 1)
    assert journal.flush()
    write(journal, 2, 3, 4, 5, 6)
    journal.close()
    second = FileJournal(path, session="a", clock=clock, report=lambda _: None)
    second.write(Entry(3, At(9, 9, 9), ViewersCounted(99)), State(revision=3, audience=Audience(viewers=99)))
    assert second.flush()
    found = recovered(path)
    assert replayed(found.state, found.entries).audience.viewers == 99
    assert found.last_wall_us == 9
    assert second.close()
    assert rows(path, "select revision from entries") == [(1,), (2,), (3,)]


def test_a_journal_of_another_session_is_reported_and_left_alone(
    journal: FileJournal, path: Path, clock: ManualClock
) -> None:
    write(journal, 1)
    journal.close()
    before = path.read_bytes()
    reports: list[Message | None] = []
    other = FileJournal(path, session="b", clock=clock, report=reports.append)
    write(other, 1)
    assert eventually(lambda: reports)
    assert not other.close(timeout_s=0.1)
    assert reports[0] is not None
    assert reports[0].code == "journal_of_another_session"
    assert path.read_bytes() == before
    assert eventually(lambda: not other._worker.alive)


def locked(path: Path) -> sqlite3.Connection:
    """A stranger that lets nobody write."""
    stranger = sqlite3.connect(path, isolation_level=None)
    stranger.execute("begin immediate")
    return stranger


def test_while_the_disk_refuses_entries_wait_and_then_arrive_in_order(
    journal: FileJournal, path: Path, heard: list[Message | None]
) -> None:
    write(journal, 1)
    assert journal.flush()
    stranger = locked(path)
    write(journal, 2, 3)
    assert eventually(lambda: heard)
    assert heard[0] is not None
    assert heard[0].code == "journal_failing"
    assert not journal.flush(timeout_s=0.01)
    stranger.close()
    assert journal.flush(timeout_s=10)
    assert eventually(lambda: heard[-1] is None)
    assert rows(path, "select revision from entries") == [(1,), (2,), (3,)]
    assert len(heard) == 2


def test_a_full_backlog_is_counted_reported_once_and_leaves_no_gap(
    journal: FileJournal, path: Path, heard: list[Message | None]
) -> None:
    write(journal, 1)
    assert journal.flush()
    stranger = locked(path)
    write(journal, *range(2, 102))
    assert journal.lost == 50
    assert [message.code for message in heard if message].count("journal_behind") == 1
    stranger.close()
    assert eventually(lambda: heard[-1] is None)
    found = recovered(path)
    assert found.state.audience.viewers == 101
    write(journal, 102)
    assert journal.flush()
    found = recovered(path)
    assert [entry.revision for entry in found.entries] == [102]


def test_a_commit_that_hangs_never_holds_the_caller(
    journal: FileJournal, monkeypatch: pytest.MonkeyPatch, heard: list[Message | None]
) -> None:
    hanging, free = threading.Event(), threading.Event()

    def hang(*_: object) -> None:
        hanging.set()
        free.wait(30)

    monkeypatch.setattr("console.library.journal_file.JournalFile.store", hang)
    write(journal, 1)
    assert hanging.wait(10)
    write(journal, *range(2, 202))  # The disk has said nothing yet, and this line is reached all the same.
    assert journal.lost == 151
    assert [message.code for message in heard if message] == ["journal_behind"]
    free.set()
    assert journal.flush()


def test_a_folder_that_cannot_be_made_is_reported_until_it_can(tmp_path: Path, clock: ManualClock) -> None:
    in_the_way = tmp_path / "gone"
    in_the_way.write_text("a file where a folder should be")
    reports: list[Message | None] = []
    journal = FileJournal(in_the_way / "a.journal", session="a", clock=clock, report=reports.append)
    write(journal, 1)
    assert eventually(lambda: reports)
    assert reports[0] is not None
    assert reports[0].code == "folder_unusable"
    in_the_way.unlink()
    assert journal.flush(timeout_s=10)
    assert journal.close()
    assert reports[-1] is None
    assert recovered(in_the_way / "a.journal").state.revision == 1


FULL_DISK = """
import resource, sys, threading
from pathlib import Path
from console.library.journal import FileJournal
from console.media.clock import SystemClock
from console.model.commands import Edit
from console.model.entry import Entry
from console.model.moment import At
from console.model.state import State

told, over = threading.Event(), threading.Event()
journal = FileJournal(Path(sys.argv[1]), session="a", clock=SystemClock(),
                      report=lambda problem: over.set() if problem is None else told.set())
big = Edit("sources", "cam", {"name": "x" * 100_000}, 0)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
for revision in range(1, 9):
    journal.write(Entry(revision, At(revision, 0, 0), big), State(revision=revision))
assert told.wait(20), "a full disk was not told"
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
assert journal.flush(timeout_s=20) and over.wait(5), "it did not recover"
assert journal.close()
"""


def test_a_full_disk_is_reported_and_everything_arrives_once_there_is_room(path: Path) -> None:
    subprocess.run([sys.executable, "-c", FULL_DISK, str(path)], check=True, timeout=60)
    assert rows(path, "select count(*) from entries") == [(8,)]
    assert recovered(path).state.revision == 8


def test_text_that_has_no_encoding_stops_no_other_entry(
    journal: FileJournal, path: Path, expect_warning: Expect
) -> None:
    expect_warning("RecordingStarted cannot be written")
    odd = RecordingStarted("\ud800.mkv")
    journal.write(Entry(1, At(1, 1, 1), odd), State(revision=1))
    write(journal, 2)
    assert journal.flush()
    assert rows(path, "select revision from entries") == [(2,)]
    assert eventually(lambda: recovered(path).state.revision == 2)


def test_a_killed_writer_leaves_everything_it_promised(path: Path) -> None:
    for round_number in range(1, 4):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.support.journal_writer", str(path)], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            promised = [int(writer.stdout.readline()) for _ in range(round_number)]
            writer.send_signal(signal.SIGKILL)
            promised += [int(line) for line in writer.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
        found = recovered(path)
        end = replayed(found.state, found.entries)
        assert end.revision >= promised[-1]
        assert end.audience.viewers == end.revision
        path.unlink()
        for rest in path.parent.glob("*-wal"), path.parent.glob("*-shm"):
            for file in rest:
                file.unlink()


def test_a_patch_of_any_plain_values_is_kept(journal: FileJournal, path: Path) -> None:
    patch = {"name": "カメラ 🎥", "settings": {"deep": [1, 2.5, None, True, {"x": ""}]}}
    write(journal, 1)
    assert journal.flush()
    edit = Edit("sources", "cam", patch, 0)
    journal.write(Entry(2, At(2, 2, 2), edit), State(revision=2))
    assert journal.flush()
    assert [entry.event for entry in recovered(path).entries] == [edit]
