"""The recorder: a child that may die, hang or fill its disk, and files that play whatever happened."""

import contextlib
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from console.errors import Message
from console.model.facts import RecordingEnded, RecordingStarted
from console.output.recorder import Recorder
from console.output.recording_file import next_path
from console.wire.flv import Tag
from console.words.recording import (
    RECORDER_DIED,
    RECORDING_CUT_SHORT,
    RECORDING_DISK_FULL,
    RECORDING_FILE_TOO_LARGE,
    RECORDING_STOPPED_FOR_SPACE,
    RECORDING_STREAM_CHANGED,
    RECORDING_WRITE_FAILED,
)
from tests.support import tags
from tests.support.eventually import eventually
from tests.support.tags import played

FILM = tags.film()
MEDIA = tags.media(FILM)
Recording = Callable[..., Recorder]


@pytest.fixture
def recording(tmp_path: Path) -> Iterator[Recording]:
    """Begin to record into `show.mkv`; stopped at the end of the test."""
    begun: list[Recorder] = []

    def begin(path: Path | None = None, film: tuple[Tag, ...] = FILM, *, stop_free_bytes: int = 0) -> Recorder:
        recorder = Recorder(path or tmp_path / "show.mkv", tags.headers(film), stop_free_bytes=stop_free_bytes)
        begun.append(recorder)
        return recorder

    yield begin
    for recorder in begun:
        recorder.stop()


def put(recorder: Recorder, media: tuple[Tag, ...] = MEDIA) -> None:
    for tag in media:
        recorder.put(tag)


def is_written(recorder: Recorder, media: tuple[Tag, ...] = MEDIA) -> bool:
    """The file holds these but for what is not in a cluster yet."""
    return eventually(lambda: tags.mostly_written(recorder.path, media))


def ended(recorder: Recorder) -> RecordingEnded:
    """Its one end, once it has come."""
    assert eventually(lambda: recorder.ended)
    ends = [fact for fact in recorder.poll() if isinstance(fact, RecordingEnded)]
    assert len(ends) == 1
    return ends[0]


def problem(end: RecordingEnded) -> Message:
    assert end.problem is not None
    return end.problem


def test_what_was_put_plays_whole(recording: Recording) -> None:
    recorder = recording()
    put(recorder)
    recorder.stop(timeout_s=10)
    assert recorder.poll() == [RecordingStarted(str(recorder.path)), RecordingEnded()]
    film = played(recorder.path)
    assert (film.pictures, film.begins_with_keyframe) == (150, True)
    assert film.first_s == 0
    assert film.last_s == pytest.approx(149 / 30, abs=0.002)
    assert film.duration_s == pytest.approx(5, abs=0.1)
    assert film.sounds == pytest.approx(5 * 48_000 / 1024, abs=3)
    assert recorder.figures.bytes == recorder.path.stat().st_size
    assert recorder.figures.seconds == pytest.approx(5, abs=0.1)
    assert recorder.figures.dropped == 0


def test_colours_keep_their_tags(recording: Recording) -> None:
    recorder = recording()
    put(recorder)
    recorder.stop(timeout_s=10)
    assert played(recorder.path).colour == (1, 1, 1, 1)


def test_in_mid_show_it_begins_with_the_next_keyframe_at_time_zero(recording: Recording) -> None:
    recorder = recording()
    put(recorder, tuple(tags.shifted(MEDIA, 2**32 - 2000))[40:])  # the time wraps on the way
    recorder.stop(timeout_s=10)
    film = played(recorder.path)
    assert film.begins_with_keyframe
    assert film.pictures in (120, 90)
    assert film.first_s == pytest.approx(0, abs=0.03)
    assert film.last_s == pytest.approx((film.pictures - 1) / 30, abs=0.002)


def test_stop_is_quick(recording: Recording) -> None:
    recorder = recording()
    put(recorder)
    assert is_written(recorder)
    before = time.monotonic()
    recorder.stop()
    assert time.monotonic() - before < 1.0
    assert ended(recorder) == RecordingEnded()


def test_stop_before_the_first_keyframe_leaves_no_file(recording: Recording) -> None:
    recorder = recording()
    recorder.stop(timeout_s=10)
    assert recorder.poll() == [RecordingEnded()]
    assert not recorder.path.exists()


def test_finish_closes_the_file_without_being_waited_for(recording: Recording) -> None:
    recorder = recording()
    put(recorder)
    recorder.finish()
    assert ended(recorder) == RecordingEnded()
    assert played(recorder.path).pictures == 150


def test_a_killed_recorder_leaves_a_film_and_says_that_it_goes_on(recording: Recording) -> None:
    recorder = recording()
    put(recorder)
    assert is_written(recorder)
    os.kill(recorder._child.pid, signal.SIGKILL)
    put(recorder)
    end = ended(recorder)
    assert (problem(end).code, end.restart) == (RECORDER_DIED.code, True)
    film = played(recorder.path)
    assert film.begins_with_keyframe
    assert film.last_s > 149 / 30 - 1
    assert film.duration_s is None or film.duration_s > 3
    recorder.stop()
    assert next_path(str(recorder.path), stop_free_bytes=0) == recorder.path.with_name("show-2.mkv")


def test_a_recorder_that_dies_while_nothing_is_put_is_noticed(recording: Recording) -> None:
    recorder = recording()
    os.kill(recorder._child.pid, signal.SIGKILL)
    assert problem(ended(recorder)).code == RECORDER_DIED.code


@contextlib.contextmanager
def engine(path: Path) -> Iterator[tuple[subprocess.Popen[str], psutil.Process]]:
    """Another engine that has put the film, and its recorder."""
    command = [sys.executable, "-m", "tests.support.recording_engine", str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process, psutil.Process(int(process.stdout.readline()))


def test_the_file_of_a_killed_engine_is_finished(tmp_path: Path) -> None:
    path = tmp_path / "show.mkv"
    with engine(path) as (process, recorder):
        process.kill()
        process.wait(5)
        assert eventually(lambda: not recorder.is_running() or recorder.status() == psutil.STATUS_ZOMBIE)
    film = played(path)
    assert film.pictures == 150
    assert film.duration_s == pytest.approx(5, abs=0.1)


def test_the_file_plays_after_both_were_killed(tmp_path: Path) -> None:
    path = tmp_path / "show.mkv"
    with engine(path) as (process, recorder):
        recorder.suspend()
        process.kill()
        recorder.kill()
        process.wait(5)
    assert played(path).last_s > 149 / 30 - 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("needs the right to mount a small disk")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True, timeout=10)


LARGE = tags.film(120, size=320, noisy=True)
"""Far more than 2 MB."""


def test_a_full_disk_ends_the_recording_in_words_and_the_file_plays(recording: Recording, small_disk: Path) -> None:
    recorder = recording(small_disk / "show.mkv", LARGE)
    put(recorder, tags.media(LARGE))
    end = ended(recorder)
    assert (problem(end).code, end.restart) == (RECORDING_DISK_FULL.code, False)
    film = played(recorder.path)
    assert film.begins_with_keyframe
    assert film.pictures > 5
    put(recorder, tags.media(LARGE))  # the encoder goes on and feels nothing


def test_the_recording_is_closed_before_the_disk_is_full(recording: Recording, small_disk: Path) -> None:
    recorder = recording(small_disk / "show.mkv", stop_free_bytes=1_000_000)
    put(recorder, MEDIA[:100])
    assert is_written(recorder, MEDIA[:100])
    (small_disk / "other").write_bytes(bytes(1_500_000))

    def goes_on_until_it_ends() -> bool:
        put(recorder, tuple(tags.shifted(MEDIA[:1], 4000)))
        return recorder.ended

    assert eventually(goes_on_until_it_ends)
    end = ended(recorder)
    assert (problem(end).code, end.restart) == (RECORDING_STOPPED_FOR_SPACE.code, False)
    assert played(recorder.path).duration_s is not None


def test_a_disk_that_allows_no_larger_file_gets_the_next_one(recording: Recording) -> None:
    recorder = recording(None, LARGE)
    resource.prlimit(recorder._child.pid, resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
    put(recorder, tags.media(LARGE))
    end = ended(recorder)
    assert (problem(end).code, end.restart) == (RECORDING_FILE_TOO_LARGE.code, True)
    assert played(recorder.path).pictures > 5


def test_a_hung_disk_is_counted_and_never_waited_for(tmp_path: Path) -> None:
    beginning = tags.media(LARGE)[:100]
    recorder = Recorder(tmp_path / "show.mkv", tags.headers(LARGE), stop_free_bytes=0, max_queue_bytes=4_000_000)
    try:
        put(recorder, beginning)
        assert is_written(recorder, beginning)
        os.kill(recorder._child.pid, signal.SIGSTOP)
        before = time.monotonic()
        put(recorder, tuple(tags.shifted(tags.media(LARGE), 4000)))
        assert time.monotonic() - before < 0.5
        assert recorder.figures.dropped > 0
        assert recorder.figures.is_dropping
    finally:
        before = time.monotonic()
        recorder.stop(timeout_s=0.5)
    assert time.monotonic() - before < 2.0
    end = ended(recorder)
    assert (problem(end).code, end.restart) == (RECORDING_CUT_SHORT.code, False)
    assert played(recorder.path).begins_with_keyframe


def test_other_headers_need_another_file(recording: Recording) -> None:
    recorder = recording()
    put(recorder, tags.headers(FILM))
    put(recorder)
    put(recorder, tags.headers(LARGE))
    put(recorder, tags.media(LARGE))
    end = ended(recorder)
    assert (problem(end).code, end.restart) == (RECORDING_STREAM_CHANGED.code, True)
    assert played(recorder.path).pictures == 150


def test_a_file_that_appeared_meanwhile_is_not_touched(recording: Recording, tmp_path: Path) -> None:
    path = tmp_path / "show.mkv"
    path.write_bytes(b"precious")
    recorder = recording(path)
    put(recorder)
    end = ended(recorder)
    assert end.problem is not None
    assert end.restart
    assert path.read_bytes() == b"precious"


def test_a_stream_that_is_none_ends_in_words_and_leaves_no_file(recording: Recording) -> None:
    recorder = recording()
    recorder._child.pipe.send_bytes(b"no FLV at all" * 1000)
    recorder.finish()
    end = ended(recorder)
    assert (problem(end).code, end.restart) == (RECORDING_WRITE_FAILED.code, True)
    assert not recorder.path.exists()
