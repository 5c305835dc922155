"""Reading a journal: the end of a session, or one clear reason, and the file stays as it is."""

import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.core.store import replayed
from console.errors import ConsoleError
from console.library.journal import FileJournal
from console.library.replay import Recovered, recovered
from console.media.clock import ManualClock
from console.model.entry import Entry
from console.model.facts import ViewersCounted
from console.model.moment import At
from console.model.show import SCHEMA
from console.model.state import Audience, State


def written(path: Path, *, entries: int, close: bool = True) -> FileJournal:
    """A journal with a snapshot at 1 and entries after it."""
    journal = FileJournal(path, session="s", clock=ManualClock(), report=lambda _: None)
    for revision in range(1, entries + 1):
        state = State(revision=revision, audience=Audience(viewers=revision))
        journal.write(Entry(revision, At(100 + revision, 0, 0), ViewersCounted(revision)), state)
        if revision == 1:
            assert journal.flush()
    assert journal.flush()
    if close:
        assert journal.close()
    return journal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal is."""
    return tmp_path / "s.journal"


@pytest.fixture
def running(path: Path) -> Iterator[FileJournal]:
    """A journal of five entries whose engine still writes."""
    journal = written(path, entries=5, close=False)
    yield journal
    journal.close()


def changed(path: Path, *statements: str) -> None:
    """What a bad disk, or another version, might have done to the file."""
    connection = sqlite3.connect(path)
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def refusal(path: Path) -> str:
    """Code of the sentence that reading it ends with."""
    with pytest.raises(ConsoleError) as caught:
        recovered(path)
    return caught.value.message.code


def read_or_refused(path: Path) -> Recovered | str:
    """What is read, or the code of the sentence instead."""
    try:
        return recovered(path)
    except ConsoleError as error:
        return error.message.code


def prints(folder: Path) -> dict[str, str]:
    """What every file holds, except the index of the write-ahead log, which SQLite makes anew at will."""
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.iterdir()
        if file.is_file() and not file.name.endswith("-shm")
    }


def test_a_journal_that_is_still_written_can_be_read(running: FileJournal, path: Path) -> None:
    found = recovered(path)
    assert found.state.revision == 1
    assert [entry.revision for entry in found.entries] == [2, 3, 4, 5]
    assert found.entries[0].event == ViewersCounted(2)
    assert found.entries[0].at == At(102, 0, 0)
    assert (found.session, found.schema, found.last_wall_us) == ("s", SCHEMA, 105)


def test_snapshot_and_entries_lead_to_the_last_state(running: FileJournal, path: Path) -> None:
    found = recovered(path)
    assert replayed(found.state, found.entries).audience.viewers == 5


def test_entries_the_snapshot_knows_are_left_out(path: Path) -> None:
    written(path, entries=5)
    found = recovered(path)
    assert found.state.revision == 5
    assert found.entries == []
    assert found.last_wall_us == 105


def test_an_unreadable_snapshot_leaves_the_one_before(running: FileJournal, path: Path) -> None:
    running.close()
    changed(path, "update snapshots set body = '{\"revision\"' where revision = 5")
    found = recovered(path)
    assert replayed(found.state, found.entries).audience.viewers == 5


def test_entries_after_a_gap_are_not_trusted(running: FileJournal, path: Path) -> None:
    changed(path, "delete from entries where revision = 4")
    found = recovered(path)
    assert [entry.revision for entry in found.entries] == [2, 3]
    assert found.last_wall_us == 105


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("update meta set schema = 99", "journal_of_another_version"),
        ("delete from meta", "journal_without_state"),
        ("delete from snapshots", "journal_without_state"),
        ("update snapshots set body = 'nonsense'", "journal_unreadable"),
        ("update snapshots set body = x'ff00'", "journal_unreadable"),
        ('update snapshots set body = \'{"revision": "five"}\'', "journal_unreadable"),
        ("drop table entries", "journal_unreadable"),
        ("drop table meta", "journal_unreadable"),
    ],
)
def test_damage_is_told_in_words_and_never_mended(path: Path, damage: str, code: str) -> None:
    written(path, entries=3)
    changed(path, damage)
    before = prints(path.parent)
    assert refusal(path) == code
    assert prints(path.parent) == before


def test_an_entry_of_no_known_kind_is_told(running: FileJournal, path: Path) -> None:
    changed(path, 'update entries set body = \'{"type":"FromTomorrow"}\' where revision = 4')
    assert refusal(path) == "journal_unreadable"


def test_a_file_cut_anywhere_is_read_or_refused_and_never_a_traceback(path: Path) -> None:
    written(path, entries=3)
    whole, found = path.read_bytes(), recovered(path)
    read = 0
    for size in range(0, len(whole), 1024):
        path.write_bytes(whole[:size])
        outcome = read_or_refused(path)
        assert outcome in (found, "journal_unreadable")
        read += outcome == found  # The last pages may belong to another table than what is read here.
        assert path.read_bytes() == whole[:size]
    assert read <= 4


@pytest.mark.parametrize("content", [b"", b"no database at all" * 500, b"SQLite format 3\x00" + bytes(4096)])
def test_a_file_that_is_no_journal_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert refusal(path) == "journal_unreadable"
    assert path.read_bytes() == content


def test_a_missing_file_a_folder_and_a_pipe_are_refused_at_once(path: Path, tmp_path: Path) -> None:
    assert refusal(path) == "journal_unreadable"
    assert not path.exists()
    assert refusal(tmp_path) == "journal_unreadable"
    os.mkfifo(path)
    assert refusal(path) == "journal_unreadable"


def test_reading_after_a_kill_changes_neither_the_file_nor_its_log(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.journal_writer", str(path)], stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
        writer.stdout.read()
    before = prints(path.parent)
    assert f"{path.name}-wal" in before
    assert recovered(path).state.revision >= 1
    assert prints(path.parent) == before


def test_a_name_with_odd_characters_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "夜 ? #1%20.journal"
    written(path, entries=2)
    assert recovered(path).state.revision == 2
