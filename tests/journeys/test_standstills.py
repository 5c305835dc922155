"""The server is started anew in mid-show; later the whole machine sleeps for ten seconds."""

import signal
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

from console.engine.figures import Figures
from console.model.entry import Entry
from console.model.facts import DestinationFailed, DestinationLive, MediaRestarted
from console.model.state import State
from console.rehearsal.analyse import judge_file
from console.rehearsal.received import Received
from tests.support import as_run
from tests.support.folders import bars_show, folder_of
from tests.support.nginx import Nginx
from tests.support.program import Ended, Program

pytestmark = [pytest.mark.journey, pytest.mark.timeout(120)]

ASLEEP_S = 10.0
CAUGHT_UP = ASLEEP_S * 30 / 4
"""Pictures: a quarter of those that were due while it slept."""


@dataclass(frozen=True)
class Evening:
    """The run with both."""

    ended: Ended
    entries: list[Entry]
    before: State
    """Before it slept."""
    after: State
    """After it woke."""
    recording: Received
    received: list[Path]

    @property
    def figures(self) -> Figures:
        """As printed."""
        return self.ended.figures


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Evening:
    """One run with both."""
    folder = tmp_path_factory.mktemp("evening")
    show, recording = folder_of(bars_show(), folder / "show"), folder / "evening.mkv"
    arguments = ("stream", "--show", show, "--to", "-", "--record", recording, "--json")
    with Nginx(folder / "nginx", record=True) as ingest:
        with Program(*arguments, home=folder / "home", lines=[f"{ingest.server}\tone"]) as program:
            program.on_air()
            program.until(lambda: _grew(ingest, 1, 100_000), what="it is recorded")
            ingest.restart()
            program.until(lambda: _grew(ingest, 2, 100_000), what="it is recorded again")
            before = program.state
            _sleep(program)
            program.until(lambda: as_run.of(MediaRestarted, program.entries), what="it woke")
            size = _size(ingest)
            program.until(lambda: _size(ingest) > size + 100_000, what="more is recorded")
            after = program.state
            ended = program.end()
            entries = program.entries
        received = ingest.recordings
    return Evening(ended, entries, before, after, judge_file(recording), received)


def _grew(ingest: Nginx, files: int, size: int) -> bool:
    return len(ingest.recordings) == files and _size(ingest) > size


def _size(ingest: Nginx) -> int:
    return ingest.recordings[-1].stat().st_size


def _sleep(program: Program) -> None:
    """What suspend does to a program: for a while no thread of it runs."""
    engine = program.engine
    engine.send_signal(signal.SIGSTOP)
    threading.Event().wait(ASLEEP_S)
    engine.send_signal(signal.SIGCONT)


def test_a_server_that_was_started_anew_is_connected_again(evening: Evening) -> None:
    assert len(as_run.of(DestinationLive, evening.entries)) == 2
    assert {fact.problem.code for _, fact in as_run.of(DestinationFailed, evening.entries)} <= {
        "closed_without_word",
        "no_connection",
    }
    assert len(evening.received) == 2


def test_the_recording_does_not_notice_the_server(evening: Evening) -> None:
    assert evening.recording.ticks.missing <= evening.ended.late_ticks
    assert evening.recording.pictures.broken == 0


def test_after_sleep_media_time_begins_anew_and_it_is_said(evening: Evening) -> None:
    [(_, restarted)] = as_run.of(MediaRestarted, evening.entries)
    notices = [notice.message.code for notice in evening.after.notices]

    assert restarted.stalled_us == pytest.approx(ASLEEP_S * 1e6, abs=3e6)
    assert evening.after.session.epoch == evening.before.session.epoch + 1
    assert "media_restarted" in notices
    assert evening.recording.ticks.restarts == 1


def test_after_sleep_nothing_is_caught_up_with(evening: Evening) -> None:
    assert evening.ended.late_ticks < CAUGHT_UP
    assert evening.recording.ticks.repeated < CAUGHT_UP


def test_after_sleep_the_stream_is_live(evening: Evening) -> None:
    assert evening.ended.code == 0
    assert judge_file(evening.received[-1]).ticks.restarts == 1
