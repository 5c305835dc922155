"""An MP4 of a recording."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from console.chores.remux import main, remux
from console.errors import ConsoleError
from console.output.recorder import Recorder
from console.words.recording import (
    REMUX_NO_SPACE,
    REMUX_TOO_SLOW,
    REMUX_UNREADABLE,
)
from tests.support import tags
from tests.support.tags import played


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A recording of five seconds."""
    path = tmp_path_factory.mktemp("film") / "show.mkv"
    every = tags.film()
    recorder = Recorder(path, tags.headers(every), stop_free_bytes=0)
    for tag in tags.media(every):
        recorder.put(tag)
    recorder.stop(timeout_s=10)
    return path.read_bytes()


@pytest.fixture
def recording(tmp_path: Path, film: bytes) -> Path:
    path = tmp_path / "本番 1.mkv"
    path.write_bytes(film)
    return path


def made(path: Path) -> Path:
    return remux(path, reserve_bytes=0)


def refused(path: Path, *, reserve_bytes: int = 0, timeout_s: float | None = None) -> str:
    with pytest.raises(ConsoleError) as caught:
        remux(path, reserve_bytes=reserve_bytes, timeout_s=timeout_s)
    return caught.value.message.code


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_film_is_the_same_and_its_index_stands_first(recording: Path) -> None:
    target = made(recording)
    assert names(recording.parent) == ["本番 1.mkv", "本番 1.mp4"]
    before, after = played(recording), played(target)
    assert (after.pictures, after.sounds, after.colour) == (before.pictures, before.sounds, before.colour)
    assert after.last_s == pytest.approx(before.last_s, abs=0.002)
    assert after.first_s == pytest.approx(before.first_s, abs=0.002)
    data = target.read_bytes()
    assert 0 < data.index(b"moov") < data.index(b"mdat")


def test_an_mp4_that_exists_is_not_overwritten(recording: Path) -> None:
    recording.with_suffix(".mp4").write_bytes(b"precious")
    assert made(recording).name == "本番 1-2.mp4"
    assert recording.with_suffix(".mp4").read_bytes() == b"precious"


def test_the_recording_goes_only_when_told_to(recording: Path) -> None:
    remux(recording, keep=False, reserve_bytes=0)
    assert names(recording.parent) == ["本番 1.mp4"]


def test_a_recording_that_broke_off_becomes_an_mp4_too(recording: Path, film: bytes) -> None:
    recording.write_bytes(film[: len(film) * 2 // 3])
    after = played(made(recording))
    assert after.pictures > 60
    assert after.duration_s == pytest.approx(after.last_s, abs=0.2)


def test_what_is_no_recording_is_refused_in_words(tmp_path: Path) -> None:
    junk = tmp_path / "junk.mkv"
    junk.write_bytes(b"no film" * 1000)
    empty = tmp_path / "empty.mkv"
    empty.touch()
    head = tmp_path / "folder.mkv"
    head.mkdir()
    assert [refused(path) for path in (junk, empty, head, tmp_path / "absent.mkv")] == [REMUX_UNREADABLE.code] * 4
    assert names(tmp_path) == ["empty.mkv", "folder.mkv", "junk.mkv"]


def test_a_file_without_any_packet_is_refused_in_words(tmp_path: Path, film: bytes) -> None:
    head = tmp_path / "head.mkv"
    head.write_bytes(film[: film.index(b"\x1f\x43\xb6\x75")])  # the first cluster's id
    assert refused(head) == REMUX_UNREADABLE.code
    assert names(tmp_path) == ["head.mkv"]


def test_what_a_killed_remux_left_is_swept_away(recording: Path) -> None:
    dead = subprocess.Popen(["true"])
    dead.wait(5)
    for number in (dead.pid, os.getppid()):
        (recording.parent / f".show.{number}.honban-part").touch()
    made(recording)
    assert names(recording.parent) == [f".show.{os.getppid()}.honban-part", "本番 1.mkv", "本番 1.mp4"]


def test_a_disk_without_room_is_refused(recording: Path) -> None:
    assert refused(recording, reserve_bytes=2**60) == REMUX_NO_SPACE.code
    assert names(recording.parent) == ["本番 1.mkv"]


def test_a_disk_that_hangs_is_given_up(tmp_path: Path) -> None:
    pipe = tmp_path / "hung.mkv"
    os.mkfifo(pipe)
    assert refused(pipe, timeout_s=1.0) == REMUX_TOO_SLOW.code
    assert names(tmp_path) == ["hung.mkv"]


def test_the_command_answers_in_words_and_never_with_a_traceback(recording: Path) -> None:
    command = [sys.executable, "-m", "console.chores.remux"]
    done = subprocess.run([*command, str(recording)], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "本番 1.mp4" in done.stdout
    assert played(recording.with_suffix(".mp4")).pictures == 150


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "absent.mkv"), "--language", "ja"]) == 2
    assert "読み込めません" in capsys.readouterr().err
