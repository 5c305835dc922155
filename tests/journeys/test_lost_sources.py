"""A network stream and a camera go and come back: it is said, a slate is shown, and nobody has to do anything."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import av
import psutil
import pytest

from console.media.picture import picture_of_frame
from console.mixer.scene_painter import SLATE
from console.model.entry import Entry
from console.model.facts import MediaRestarted, MediaStarted, SourceLost, SourceRunning
from console.model.show import Show
from console.model.source import Source
from console.rehearsal.judge import Spot, colour_seen
from console.rehearsal.picture_notes import colour_at
from tests.support import as_run
from tests.support.clips import clip
from tests.support.folders import folder_of, grid_show
from tests.support.nginx import Nginx
from tests.support.program import Ended, Program

pytestmark = [pytest.mark.journey, pytest.mark.timeout(150)]

NETWORK, CAMERA = "network", "camera"
SPOTS = {NETWORK: Spot(0.1, 0.1, SLATE), CAMERA: Spot(0.6, 0.1, SLATE)}
"""Corners where the clips are of one colour."""
LIKE_SLATE = 6
ABSENT = "source_not_opened"
"""Said of a device that is not there."""


@dataclass(frozen=True)
class Evening:
    """The run and what its recording shows."""

    ended: Ended
    entries: list[Entry]
    hung_is_gone: bool
    slates: dict[str, list[bool]]
    """Of each source, picture by picture: it is the slate."""
    said: dict[str, list[str]]
    """Of each source: the Faults that stood while it was away."""
    left: set[str]
    """Faults in the end."""

    def lost(self, source: str) -> list[str]:
        """What was said each time."""
        return _lost(self.entries, source)

    def times_running(self, source: str) -> int:
        """How often it was there."""
        return sum(fact.source == source for _, fact in as_run.of(SourceRunning, self.entries))


class _Desk:
    """The running show, watched by somebody who pulls its cables."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.said: dict[str, list[str]] = {NETWORK: [], CAMERA: []}

    @property
    def seconds_on_air(self) -> float:
        """So far."""
        on_air = self._program.state.session.on_air
        return 0.0 if on_air is None else time.time() - on_air.wall_us / 1e6

    def lost(self, source: str) -> list[str]:
        """What was said each time so far."""
        return _lost(self._program.entries, source)

    def has_retried(self, source: str) -> bool:
        """It failed more than once: also the opening after the loss."""
        return len(self.lost(source)) > len(self.said[source])

    def wait_until_lost(self, source: str) -> None:
        """It is said; what is said is kept."""
        key = f"source/{source}"
        self._program.until(lambda: key in self._program.state.faults, what=f"{source} is missed")
        self.said[source].append(self._program.state.faults[key].message.code)

    def wait_until_back(self, source: str) -> None:
        """It runs and nothing is wrong any more."""
        self._program.until(lambda: self._is_well(source), within_s=40, what=f"{source} is back")

    def _is_well(self, source: str) -> bool:
        state = self._program.state
        status = state.sources.get(source)
        return status is not None and status.phase == "running" and f"source/{source}" not in state.faults


def _lost(entries: list[Entry], source: str) -> list[str]:
    return [fact.problem.code for _, fact in as_run.of(SourceLost, entries) if fact.source == source]


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Evening:
    """One run: the stream's server dies, the camera's driver hangs, the camera is unplugged."""
    folder = tmp_path_factory.mktemp("evening")
    (folder / "show").mkdir()
    camera = clip(folder / "show", seconds=2.0).rename(folder / "show" / "camera.mp4")
    with Nginx(folder / "nginx") as server:
        show = folder_of(_show(server), folder / "show")
        arguments = ("stream", "--show", show, "--record", folder / "evening.mkv", "--json")
        with Program(*arguments, home=folder / "home", lines=()) as program:
            desk = _Desk(program)
            with _feed(server, camera):
                desk.wait_until_back(NETWORK)
                desk.wait_until_back(CAMERA)
                program.on_air_for(1.0)
                server.kill()
            desk.wait_until_lost(NETWORK)
            program.until(lambda: desk.has_retried(NETWORK), what="it is tried again")
            server.start()
            with _feed(server, camera):
                desk.wait_until_back(NETWORK)
                hung = program.camera
                hung.suspend()
                desk.wait_until_lost(CAMERA)
                desk.wait_until_back(CAMERA)
                still_there = hung.is_running() and hung.status() != psutil.STATUS_ZOMBIE
                _unplug_and_plug(camera, program, desk)
                program.on_air_for(desk.seconds_on_air + 1.0)
                faults_in_the_end = set(program.state.faults)
                ended = program.end()
                entries = program.entries
    slates = _slates_in(folder / "evening.mkv")
    return Evening(
        ended, entries, hung_is_gone=not still_there, slates=slates, said=desk.said, left=faults_in_the_end
    )


def _show(server: Nginx) -> Show:
    return grid_show(
        {
            NETWORK: Source(
                name="Stream", kind="network", settings={"address": server.url("feed"), "patience_s": 3.0}
            ),
            CAMERA: Source(name="Camera", kind="camera", settings={"device": "camera.mp4"}),
        },
        columns=2,
    )


@contextmanager
def _feed(server: Nginx, file: Path) -> Iterator[None]:
    """Somebody publishes the film to the server, again and again."""
    command = ["ffmpeg", "-v", "quiet", "-re", "-stream_loop", "-1", "-i", str(file), "-c", "copy", "-f", "flv"]
    publisher = subprocess.Popen([*command, server.url("feed")], stdin=subprocess.DEVNULL)
    try:
        yield
    finally:
        publisher.kill()
        publisher.wait(5)


def _unplug_and_plug(camera: Path, program: Program, desk: _Desk) -> None:
    """The device is gone, its driver with it; later it is there again."""
    driver = program.camera
    away = camera.rename(camera.with_suffix(".away"))
    driver.kill()
    desk.wait_until_lost(CAMERA)
    program.until(lambda: desk.lost(CAMERA)[-1] == ABSENT, what="it is looked for")
    away.rename(camera)
    desk.wait_until_back(CAMERA)


def _slates_in(recording: Path) -> dict[str, list[bool]]:
    """Of each source, picture by picture: it is the slate."""
    slates: dict[str, list[bool]] = {source: [] for source in SPOTS}
    with av.open(str(recording)) as container:
        for frame in container.decode(video=0):
            picture = picture_of_frame(frame)
            for source, spot in SPOTS.items():
                slates[source].append(colour_seen(SLATE, colour_at(picture, spot)).off <= LIKE_SLATE)
    return slates


@pytest.mark.parametrize(("source", "times"), [(NETWORK, 1), (CAMERA, 2)])
def test_a_lost_source_is_said_and_comes_back_by_itself(evening: Evening, source: str, times: int) -> None:
    assert len(evening.said[source]) >= times
    assert evening.times_running(source) == times + 1
    assert evening.left == set()


@pytest.mark.parametrize("source", [NETWORK, CAMERA])
def test_a_slate_stands_where_nothing_comes(evening: Evening, source: str) -> None:
    slates = evening.slates[source]

    assert any(slates[30:])
    assert not all(slates)
    assert not any(slates[-15:])


def test_a_driver_that_hangs_is_killed(evening: Evening) -> None:
    assert evening.hung_is_gone
    assert evening.lost(CAMERA)[0] in {"source_stale", "source_silent"}


def test_a_camera_that_is_gone_is_looked_for_until_it_is_there(evening: Evening) -> None:
    assert "child_died" in evening.lost(CAMERA)
    assert ABSENT in evening.lost(CAMERA)


def test_the_show_goes_on_without_them(evening: Evening) -> None:
    assert as_run.of(MediaStarted, evening.entries)[1:] == []
    assert as_run.of(MediaRestarted, evening.entries) == []
    assert evening.ended.code == 0
    assert len(evening.slates[CAMERA]) >= evening.ended.figures.frames_composed - evening.ended.late_ticks - 5
