"""One engine on a data folder, and a dead one is in nobody's way."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.errors import ConsoleError
from console.library import lock
from console.library.lock import EngineLock, EngineNote, running_engine


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE_S", 0.05)


@pytest.fixture
def holder(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process that holds the lock."""
    arguments = [sys.executable, "-m", "tests.support.lock_holder", str(tmp_path)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_running_engine_is_found_and_its_note_is_private(tmp_path: Path) -> None:
    engine = EngineLock(tmp_path)
    engine.acquire(started_us=7)
    assert running_engine(tmp_path) == EngineNote(os.getpid(), 7)
    assert stat.S_IMODE((tmp_path / "engine.json").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "engine.lock").stat().st_mode) == 0o600
    engine.release()


def test_a_second_engine_is_refused_and_told_who_runs(holder: "subprocess.Popen[str]", tmp_path: Path) -> None:
    with pytest.raises(ConsoleError) as caught:
        EngineLock(tmp_path).acquire(started_us=1)
    assert caught.value.message.code == "engine_runs_already"
    assert caught.value.message.params["pid"] == holder.pid
    assert running_engine(tmp_path) == EngineNote(holder.pid, 42)


def test_a_killed_engine_leaves_the_folder_free(holder: "subprocess.Popen[str]", tmp_path: Path) -> None:
    holder.kill()
    holder.wait(10)
    assert (tmp_path / "engine.json").exists()
    assert running_engine(tmp_path) is None
    engine = EngineLock(tmp_path)
    engine.acquire(started_us=2)
    assert running_engine(tmp_path) == EngineNote(os.getpid(), 2)
    engine.release()


def test_a_released_lock_leaves_no_note_and_can_be_taken_again(tmp_path: Path) -> None:
    engine = EngineLock(tmp_path)
    engine.release()
    engine.acquire(started_us=1)
    engine.release()
    engine.release()
    assert not (tmp_path / "engine.json").exists()
    assert running_engine(tmp_path) is None
    engine.acquire(started_us=2)
    engine.release()


def test_folders_do_not_know_each_other(tmp_path: Path) -> None:
    engines = [EngineLock(tmp_path / name) for name in ("a", "b")]
    for engine, name in zip(engines, ("a", "b"), strict=True):
        (tmp_path / name).mkdir()
        engine.acquire(started_us=1)
    for engine in engines:
        engine.release()


def test_a_torn_note_of_a_running_engine_names_nobody(holder: "subprocess.Popen[str]", tmp_path: Path) -> None:
    (tmp_path / "engine.json").write_bytes(b'{"pid": 1')
    assert running_engine(tmp_path) is None
    with pytest.raises(ConsoleError) as caught:
        EngineLock(tmp_path).acquire(started_us=1)
    assert caught.value.message.params["pid"] == "?"


def test_a_folder_that_cannot_hold_a_lock_is_told_in_words(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(ConsoleError) as caught:
        EngineLock(file).acquire(started_us=1)
    assert caught.value.message.code == "folder_unusable"
    assert running_engine(file) is None
