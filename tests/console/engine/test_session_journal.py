"""Each session has its own journal, and no disk holds up the one who starts the next."""

import threading
import time

import pytest

from console.engine import session_journal as subject
from console.engine.session_journal import SessionJournal
from console.errors import Message
from console.library.journal import FileJournal
from console.library.replay import recovered
from console.library.sessions import journal_path, sessions
from console.media.clock import ManualClock
from console.model.commands import Command, EndSession, LoadPreview, StartSession
from console.model.entry import Entry
from console.model.moment import At
from console.model.state import State


def entry(revision: int, event: Command) -> tuple[Entry, State]:
    return Entry(revision, At(revision, revision, revision), event), State(revision=revision)


def test_a_session_begins_a_file_and_before_the_first_nothing_is_kept() -> None:
    said: list[Message | None] = []
    journal = SessionJournal(ManualClock(), said.append)
    journal.write(*entry(1, LoadPreview("x")))
    assert sessions() == []
    for revision, event in enumerate(
        [StartSession("one"), LoadPreview("a"), EndSession(), StartSession("two"), LoadPreview("b")], 2
    ):
        journal.write(*entry(revision, event))
    journal.close()
    assert {file.id for file in sessions()} == {"one", "two"}
    assert recovered(journal_path("one")).state.revision == 4
    assert recovered(journal_path("two")).state.revision == 6
    assert [problem for problem in said if problem] == []


def test_a_disk_that_hangs_at_the_end_of_one_session_does_not_delay_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()

    def hangs(file: FileJournal, stop: threading.Event) -> None:
        released.wait(10)
        file.close()

    monkeypatch.setattr(subject, "_close", hangs)
    journal = SessionJournal(ManualClock(), lambda _: None)
    journal.write(*entry(1, StartSession("one")))
    began = time.monotonic()
    journal.write(*entry(2, StartSession("two")))
    assert time.monotonic() - began < 0.5
    released.set()
    journal.close()
    assert recovered(journal_path("two")).state.revision == 2


def test_a_name_that_can_be_no_file_is_reported_and_the_show_goes_on() -> None:
    said: list[Message | None] = []
    journal = SessionJournal(ManualClock(), said.append)
    journal.write(*entry(1, StartSession("../x")))
    journal.write(*entry(2, LoadPreview("a")))
    journal.close()
    assert [problem.code for problem in said if problem] == ["bad_session_name"]
