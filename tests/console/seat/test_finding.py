"""A seat finds the engine of this machine, starts one where there is none, and never two."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from console.errors import ConsoleError
from console.library.lock import EngineLock
from console.seat import finding
from console.seat.finding import Nearest
from tests.support.eventually import eventually

RUNS = "import time; time.sleep(60)"


class Starts:
    """What is started instead of an engine, and how often."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
        self.started: list[subprocess.Popen[bytes]] = []
        self.arguments: list[tuple[str, ...]] = []
        self._code, self._start = code, subprocess.Popen
        monkeypatch.setattr(finding, "program", self._program)
        monkeypatch.setattr(subprocess, "Popen", self._popen)

    def _program(self, *arguments: str) -> list[str]:
        self.arguments.append(arguments)
        return [sys.executable, "-c", self._code]

    def _popen(self, *arguments: Any, **options: Any) -> subprocess.Popen[bytes]:
        self.started.append(self._start(*arguments, **options))
        return self.started[-1]

    def end(self) -> None:
        for process in self.started:
            process.kill()
            process.wait(5)


def _problem(find: Nearest) -> str:
    with pytest.raises(ConsoleError) as error:
        find()
    return error.value.message.code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder."""
    return tmp_path


def test_a_running_engine_is_found_and_none_is_started(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    starts, lock = Starts(monkeypatch, RUNS), EngineLock(folder)
    lock.acquire(started_us=1)
    try:
        lock.listens(4711, "the token")
        address = Nearest(folder)()
    finally:
        lock.release()
    assert (address.url, address.token, address.is_local) == ("ws://127.0.0.1:4711", "the token", True)
    assert starts.started == []


def test_an_engine_that_does_not_listen_yet_is_waited_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    starts, lock = Starts(monkeypatch, RUNS), EngineLock(folder)
    lock.acquire(started_us=1)
    try:
        assert _problem(Nearest(folder)) == "engine_is_starting"
    finally:
        lock.release()
    assert starts.started == []


def test_one_engine_is_started_however_often_it_is_looked_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    starts, find = Starts(monkeypatch, RUNS), Nearest(folder)
    try:
        assert [_problem(find) for _ in range(5)] == ["engine_is_starting"] * 5
        assert starts.arguments == [("engine", "--detached")]
        assert find.is_coming()
    finally:
        starts.end()


def test_an_engine_that_dies_at_once_is_said_to_do_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    starts, find = Starts(monkeypatch, "raise SystemExit(1)"), Nearest(folder)
    assert _problem(find) == "engine_is_starting"
    assert eventually(lambda: not find.is_coming())
    assert _problem(find) == "engine_does_not_start"
    assert len(starts.started) == 1


def test_an_engine_that_hangs_is_said_to_do_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    starts, find = Starts(monkeypatch, RUNS), Nearest(folder)
    try:
        assert _problem(find) == "engine_is_starting"
        monkeypatch.setattr(finding, "PATIENCE_S", -1.0)
        assert _problem(find) == "engine_does_not_start"
        assert len(starts.started) == 1
    finally:
        starts.end()


def test_one_that_ended_because_nobody_needed_it_is_started_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts, find = Starts(monkeypatch, "raise SystemExit(0)"), Nearest(folder)
    assert _problem(find) == "engine_is_starting"
    assert eventually(lambda: not find.is_coming())
    assert _problem(find) == "engine_is_starting"
    assert len(starts.started) == 2
    starts.end()


def test_where_no_process_can_be_started_it_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "program", lambda *_: ["/nowhere/python"])
    assert _problem(Nearest(folder)) == "engine_does_not_start"
