"""Sessions on disk: found newest first; an id is never a path."""

import os
from pathlib import Path

import pytest

from console.errors import ConsoleError
from console.library.sessions import journal_path, newest_session, sessions


def laid(session: str, *, changed_s: int, log_changed_s: int | None = None) -> Path:
    """A journal file that was last written at that time."""
    path = journal_path(session)
    path.touch()
    os.utime(path, (changed_s, changed_s))
    if log_changed_s is not None:
        log = path.with_name(path.name + "-wal")
        log.touch()
        os.utime(log, (log_changed_s, log_changed_s))
    return path


def test_without_sessions_there_is_no_newest() -> None:
    assert newest_session() is None
    assert sessions() == []


def test_the_session_written_last_comes_first() -> None:
    laid("old", changed_s=1000)
    laid("new", changed_s=3000)
    laid("middle", changed_s=2000)
    assert [file.id for file in sessions()] == ["new", "middle", "old"]
    newest = newest_session()
    assert newest is not None
    assert newest.changed_us == 3_000_000_000


def test_what_is_still_in_the_log_counts_as_written() -> None:
    laid("killed", changed_s=1000, log_changed_s=5000)
    laid("closed", changed_s=4000)
    newest = newest_session()
    assert newest is not None
    assert newest.id == "killed"


def test_the_path_of_a_session_leads_back_to_its_id() -> None:
    path = laid("2030-01-15.evening_2", changed_s=1)
    assert [(file.id, file.path) for file in sessions()] == [("2030-01-15.evening_2", path)]


@pytest.mark.parametrize(
    "odd", ["", ".", "..", "../evil", "a/b", "a\\b", "a\x00b", "x" * 65, "夜", "-rf", "a\n", " a"]
)
def test_an_id_that_is_no_file_name_is_refused(odd: str) -> None:
    with pytest.raises(ConsoleError) as caught:
        journal_path(odd)
    assert caught.value.message.code == "bad_session_name"


def test_strangers_in_the_folder_are_passed_over() -> None:
    path = laid("mine", changed_s=1)
    (path.parent / "session-.journal").touch()
    (path.parent / "session-夜.journal").touch()
    (path.parent / "session-folder.journal").mkdir()
    (path.parent / "notes.txt").touch()
    (path.parent / "session-gone.journal").symlink_to(path.parent / "nowhere")
    assert [file.id for file in sessions()] == ["mine"]
