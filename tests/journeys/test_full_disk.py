"""The disk of the recording fills up in mid-show: it is said, the file plays, and the viewers notice nothing."""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.model.facts import DestinationFailed, FaultRaised, RecordingEnded
from console.rehearsal.analyse import judge_file
from console.words.render import render
from tests.support import as_run
from tests.support.folders import bars_show, folder_of
from tests.support.nginx import Nginx
from tests.support.program import Program
from tests.support.tags import played

pytestmark = pytest.mark.journey

ROOM_BYTES = 1_100_000_000
"""A recording begins only where more than a gigabyte is free; memory is used only for what is written."""

TRIES = 20


@contextlib.contextmanager
def _small_disk(folder: Path) -> Iterator[Path]:
    folder.mkdir()
    size = f"size={ROOM_BYTES}"
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", size, "honban-test", folder], check=False, timeout=10)
    if mounted.returncode != 0:
        pytest.skip("this machine lets nobody mount a small disk; root may")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True, timeout=10)


def _fill(disk: Path) -> None:
    """Take all that is free, although somebody else writes meanwhile."""
    with (disk / "ballast").open("wb") as file:
        for _ in range(TRIES):
            free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
            if not free:
                break
            with contextlib.suppress(OSError):
                os.posix_fallocate(file.fileno(), os.fstat(file.fileno()).st_size, free)


def test_a_full_disk_ends_the_recording_and_nothing_else(tmp_path: Path) -> None:
    show = folder_of(bars_show(), tmp_path / "show")
    with _small_disk(tmp_path / "disk") as disk, Nginx(tmp_path / "nginx", record=True) as ingest:
        recording = disk / "evening.mkv"
        arguments = ("stream", "--show", show, "--to", "-", "--record", recording, "--json")
        with Program(*arguments, home=tmp_path / "home", lines=[f"{ingest.server}\tone"]) as program:
            program.on_air()
            program.until(lambda: recording.exists() and recording.stat().st_size > 50_000, what="it is recorded")
            _fill(disk)
            program.until(lambda: as_run.of(RecordingEnded, program.entries), what="the recording ends")
            entries, state = program.entries, program.state
            size = ingest.recordings[0].stat().st_size
            program.until(lambda: ingest.recordings[0].stat().st_size > size + 100_000, what="the stream goes on")
            assert not program.has("recorder")
            ended = program.end()
        playback, received = played(recording), judge_file(ingest.recordings[0])

    [(_, end)] = as_run.of(RecordingEnded, entries)
    assert end.problem is not None
    assert end.problem.code in {"recording_disk_full", "recording_stopped_for_space"}
    assert "recording" in {fault.key for _, fault in as_run.of(FaultRaised, entries)} | state.faults.keys()
    assert not state.recording.wanted
    assert playback.begins_with_keyframe
    assert playback.pictures > 15
    assert as_run.of(DestinationFailed, entries) == []
    assert ended.figures.destinations[0].state == "live"
    assert render(end.problem, "en") in ended.err
    assert received.ticks.missing <= ended.late_ticks
    assert received.sound.gaps == 0
