"""One show from the terminal, with an engine that does as the test says."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from console.cli.show_run import NeverOnAirError, ShowRun
from console.engine import parent as subject
from console.errors import ConsoleError
from tests.support.shows import SHOW

ENGINE = """
import json, os, sys, time

HOW = sys.argv[1]
def say(**message):
    print(json.dumps(message), flush=True)

def news(phase, **more):
    session = {"id": "s1", "phase": phase, "on_air": [1, 1, 1]} if phase else {}
    say(type="news", revision=1, session=session, **more)

def figures():
    state = "rejected" if HOW == "rejected" else "live"
    spread = {"p50": 0.0, "p99": 0.0, "max": 0.0}
    destination = dict(server="rtmp://a/b", state=state, frames_sent=1, bytes_sent=2, reconnects=0,
                       dropped_packets=0, buffered_ms_max=0, last_error=None)
    say(type="figures", on_air_at=1.0, seconds=2.0, frames_composed=60, frames_repeated=0, frames_skipped=0,
        sources=[], renditions=[], destinations=[destination], recording=None, compose_ms=spread,
        tick_late_ms=spread, cpu_seconds=1.0, startup_cpu_seconds=1.0, max_rss_mb=1.0, restarts=0)

if HOW == "broken":
    say(type="broken", message={"code": "engine_runs_already", "params": {"pid": 5}})
    sys.exit(2)
if HOW == "dies":
    sys.exit(9)
recording = {}
order = json.loads(sys.stdin.readline())
if order["resume"] == "session":
    news("" if HOW == "loses" else "rehearsal", destinations={"to1": {"phase": "live"}})
    figures()
for line in sys.stdin:
    said = json.loads(line)
    if said.get("close"):
        break
    kind = said["command"]["type"]
    if HOW == "refuses" and kind == "StartSession":
        say(type="answer", id=1, refused={"code": "no_scenes", "params": {}})
        continue
    say(type="answer", id=1)
    if kind == "GoLive" and HOW == "mute":
        say(type="news", revision=1, session={"id": "s1", "phase": "rehearsal"},
            faults={"rendition/main": {"message": {"code": "encoder_refused",
                    "params": {"encoder": "x", "reason": "y"}}, "since": [1, 1, 1]}})
    elif kind == "GoLive":
        problem = {"code": "rejected_by_server", "params": {"host": "a", "code": "BadName", "words": "no such key"}}
        status = {"wanted": True, "phase": "rejected", "problem": problem} if HOW == "rejected" else {"phase": "live"}
        recording = {"phase": "failed", "problem": problem} if HOW == "disk full" else {"wanted": HOW != "rejected"}
        news("rehearsal", destinations={"to1": status}, recording=recording)
        figures()
        if HOW in ("loses", "once"):
            time.sleep(0.2)
            os._exit(9)
    elif kind == "EndSession":
        news("ended", destinations={"to1": {"phase": "stopped"}}, recording=recording)
figures()
"""

Make = Callable[[str], ShowRun]


@pytest.fixture
def show_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Makes a run with an engine of this temper."""
    monkeypatch.setenv("HONBAN_LANGUAGE", "en")
    script = tmp_path / "engine.py"
    script.write_text(ENGINE)

    def make(how: str) -> ShowRun:
        monkeypatch.setattr(subject, "program", lambda *_: [sys.executable, str(script), how])
        record = "/x.mkv" if how == "disk full" else ""
        return ShowRun(SHOW, {"run/to1": "key"}, session="s1", rehearsal=True, record=record)

    return make


def test_a_show_lasts_as_long_as_it_should(show_run: Make) -> None:
    began = time.monotonic()
    outcome = show_run("well").run(seconds=0.5)
    assert 0.5 <= time.monotonic() - began < 5
    assert outcome.is_good
    assert outcome.figures.frames_composed == 60


def test_when_every_destination_says_no_it_ends_early_in_the_servers_words(show_run: Make) -> None:
    outcome = show_run("rejected").run(seconds=60)
    assert [problem.code for problem in outcome.problems] == ["rejected_by_server", "nothing_left_to_do"]
    assert outcome.problems[0].params["words"] == "no such key"
    assert not outcome.is_good


def test_a_recording_that_failed_is_no_success(show_run: Make) -> None:
    outcome = show_run("disk full").run(seconds=0.3)
    assert len(outcome.problems) == 1
    assert not outcome.is_good


def test_an_engine_that_dies_once_is_no_end(show_run: Make, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = show_run("once").run(seconds=2.0)
    assert outcome.is_good
    assert outcome.figures.restarts == 1
    assert outcome.figures.seconds == 4.0, "both lives together"
    assert "being started again" in capsys.readouterr().err


def test_a_session_that_could_not_be_resumed_is_the_end(show_run: Make, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = show_run("loses").run(seconds=60)
    assert [problem.code for problem in outcome.problems] == ["show_broke_off"]
    assert "engine.log" in str(outcome.problems[0].params["log"])


def test_an_engine_that_keeps_dying_is_said_with_the_place_of_its_log(show_run: Make) -> None:
    with pytest.raises(NeverOnAirError) as end:
        show_run("dies").run(seconds=60)
    assert "engine.log" in str(end.value.message.params["log"])
    assert "3 times" in str(end.value.message.params["reason"])


def test_a_refusal_is_raised(show_run: Make) -> None:
    with pytest.raises(ConsoleError) as end:
        show_run("refuses").run(seconds=60)
    assert end.value.message.code == "no_scenes"


def test_an_engine_that_cannot_start_says_why(show_run: Make) -> None:
    with pytest.raises(ConsoleError) as end:
        show_run("broken").run(seconds=60)
    assert end.value.message.code == "engine_runs_already"


def test_a_show_that_never_comes_on_air_says_what_is_wrong(show_run: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.cli.show_run.START_S", 0.8)
    with pytest.raises(NeverOnAirError) as end:
        show_run("mute").run(seconds=60)
    assert "does not take these settings" in str(end.value.message.params["reason"])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_show_in_order(show_run: Make, number: int) -> None:
    running = show_run("well")

    def interrupt() -> None:
        while running._ear.news is None:
            time.sleep(0.01)
        os.kill(os.getpid(), number)

    interrupting = threading.Thread(target=interrupt)
    interrupting.start()
    outcome = running.run(seconds=60)
    interrupting.join()
    assert outcome.is_good
    assert running._ear.news is not None
    assert running._ear.news.session.phase == "ended"


def test_a_signal_before_air_is_an_interruption(show_run: Make) -> None:
    running = show_run("mute")
    interrupting = threading.Timer(0.7, os.kill, (os.getpid(), signal.SIGINT))
    interrupting.start()
    with pytest.raises(KeyboardInterrupt):
        running.run(seconds=60)
    interrupting.join()
