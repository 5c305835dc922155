"""Painter, camera, recorder and engine are killed one after the other in one show. It goes on."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import av
import psutil
import pytest

from console.engine.figures import Figures
from console.media.picture import picture_of_frame
from console.model.commands import StartSession
from console.model.entry import Entry
from console.model.facts import (
    DestinationFailed,
    MediaStarted,
    RecordingEnded,
    RecordingStarted,
    SessionResumed,
    SourceLost,
    SourceRunning,
)
from console.model.overlay import Overlay, PinnedAnswer
from console.model.scene import Box, Placement, Scene
from console.model.show import Show
from console.model.source import Source
from console.model.state import State
from console.rehearsal.analyse import judge_file
from console.rehearsal.judge import Spot, colour_seen
from console.rehearsal.picture_notes import colour_at
from console.wire.flv import TagKind
from tests.support import as_run
from tests.support.clips import clip
from tests.support.folders import bars_show, folder_of
from tests.support.nginx import Nginx
from tests.support.program import Ended, Program
from tests.support.rtmp_server import FaultyServer
from tests.support.tags import played

pytestmark = [pytest.mark.journey, pytest.mark.timeout(150)]

BACK_WITHIN_S = 5.0
"""From the death of the engine to its first new picture at a server."""
SHOW = bars_show()
CAMERA = Source(name="Camera", kind="camera", settings={"device": "camera.mp4"})
ANSWER = PinnedAnswer(asker="Hanako", question="Is it warm?", answer="Yes, and light.")
BANNER = Spot(0.9, 0.545, SHOW.theme.brand, 0.02, 0.01)
"""A place inside the answer's heading."""
OFF = 12
HAS_COME_IN = 30
"""Pictures after which an opening graphic stands."""


@dataclass(frozen=True)
class Evening:
    """The run, looked at before and after the engine's death."""

    ended: Ended
    before: list[Entry]
    after: list[Entry]
    state: State
    """In the end, before the show was ended."""
    recordings: list[Path]
    received: list[Path]
    """What nginx recorded."""
    silent_s: float
    """From the engine's death to its next picture."""
    painter_came_back: bool

    @property
    def figures(self) -> Figures:
        """As printed."""
        return self.ended.figures


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Evening:
    """One run with four deaths."""
    folder = tmp_path_factory.mktemp("evening")
    show = _show(folder / "show")
    arguments = ("stream", "--show", show, "--to", "-", "--record", folder / "evening.mkv", "--json")
    with Nginx(folder / "nginx", record=True) as ingest, FaultyServer() as server:
        lines = [f"{server.address}\tone", f"{ingest.server}\ttwo"]
        with Program(*arguments, home=folder / "home", lines=lines) as program:
            program.on_air()
            server.wait_until(lambda: _pictures(server) > 20, seconds=20)
            painter_came_back = _kill(program, "painter", program.painter)
            _kill(program, "camera", program.camera)
            program.until(lambda: len(as_run.of(SourceRunning, program.entries)) > 2, what="the camera is back")
            _kill(program, "recorder", program.recorder)
            program.until(lambda: len(as_run.of(RecordingStarted, program.entries)) > 1, what="a second file")
            before, seen = program.entries, _pictures(server)
            server.wait_until(lambda: _pictures(server) > seen + 30, seconds=20)
            silent_s = _kill_engine(program, server)
            program.until(lambda: _all_is_back(program.state), what="all is back")
            state, seen = program.state, _pictures(server)
            server.wait_until(lambda: _pictures(server) > seen + 60, seconds=20)
            ended = program.end()
            after = program.entries
        recordings = sorted(folder.glob("evening*.mkv"), key=lambda path: path.stat().st_mtime_ns)
        received = ingest.recordings
    return Evening(ended, before, after, state, recordings, received, silent_s, painter_came_back)


def _show(folder: Path) -> Path:
    folder.mkdir()
    clip(folder, seconds=2.0).rename(folder / "camera.mp4")
    placements = (*SHOW.scenes["bars"].placements, Placement(source="camera", box=Box(0.5, 0.6, 0.4, 0.3)))
    return folder_of(
        Show(
            title="Evening",
            sources={**SHOW.sources, "camera": CAMERA},
            scenes={"both": Scene(name="Both", placements=placements)},
            overlays={"answer": Overlay(name="Answer", kind="pinned_answer")},
            opening_overlays=("answer",),
            opening_answer=ANSWER,
        ),
        folder,
    )


def _pictures(server: FaultyServer) -> int:
    return sum(tag.kind is TagKind.VIDEO for visit in server.visits for tag in list(visit.tags))


def _kill(program: Program, name: str, process: psutil.Process) -> bool:
    """Kill -9, and wait for another in its place."""
    process.kill()
    program.until(lambda: program.has(name, beside=process.pid), what=f"another {name}")
    return True


def _kill_engine(program: Program, server: FaultyServer) -> float:
    """Kill -9; the seconds until a server has a new picture."""
    engine = program.engine
    engine.kill()
    began, visits = time.monotonic(), len(server.visits)
    server.wait_until(_has_new_picture(server, visits), seconds=30)
    return time.monotonic() - began


def _has_new_picture(server: FaultyServer, visits: int) -> Callable[[], bool]:
    def has() -> bool:
        return any(
            tag.kind is TagKind.VIDEO and not tag.header
            for visit in server.visits[visits:]
            for tag in list(visit.tags)
        )

    return has


def _all_is_back(state: State) -> bool:
    lines = all(status.phase == "live" for status in state.destinations.values())
    return lines and len(state.recording.files) == 3 and state.recording.phase == "recording"


def test_whoever_is_killed_comes_back_and_disturbs_nobody_else(evening: Evening) -> None:
    lost = [fact.problem.code for _, fact in as_run.of(SourceLost, evening.before)]
    ended = [fact.problem.code for _, fact in as_run.of(RecordingEnded, evening.before) if fact.problem]

    assert evening.painter_came_back
    assert lost == ["child_died"]
    assert ended == ["recorder_died"]
    assert as_run.of(DestinationFailed, evening.before) == []
    assert len(as_run.of(MediaStarted, evening.before)) == 1


def test_graphics_stay_while_nobody_paints(evening: Evening) -> None:
    off = [off for path in evening.recordings[:2] for off in _off_brand(path)]

    assert len(off) > 2 * HAS_COME_IN
    assert max(off[HAS_COME_IN:]) <= OFF


def _off_brand(recording: Path) -> list[int]:
    """How far from the brand's colour the answer's heading is, picture by picture."""
    with av.open(str(recording)) as container:
        pictures = (picture_of_frame(frame) for frame in container.decode(video=0))
        return [colour_seen(BANNER.colour, colour_at(picture, BANNER)).off for picture in pictures]


def test_the_same_session_goes_on_after_the_death_of_the_engine(evening: Evening) -> None:
    revisions = [entry.revision for entry in evening.after]

    assert len(as_run.of(StartSession, evening.after)) == 1
    assert len(as_run.of(SessionResumed, evening.after)) == 1
    assert revisions == sorted(set(revisions))
    assert evening.state.session.phase == "live"
    assert evening.state.overlays["answer"].shown
    assert evening.state.audience.pinned == ANSWER
    assert "session_resumed" in {notice.message.code for notice in evening.state.notices}


def test_viewers_see_a_new_picture_within_five_seconds(evening: Evening) -> None:
    assert evening.silent_s <= BACK_WITHIN_S


def test_every_destination_is_live_again_by_itself(evening: Evening) -> None:
    assert evening.ended.code == 0
    assert [(one.state, one.reconnects) for one in evening.figures.destinations] == [("live", 1), ("live", 1)]
    assert evening.figures.restarts == 1


def test_each_death_of_the_recording_leaves_a_file_that_plays(evening: Evening) -> None:
    assert [path.name for path in evening.recordings] == ["evening.mkv", "evening-2.mkv", "evening-3.mkv"]
    assert all(played(path).begins_with_keyframe and played(path).pictures > 5 for path in evening.recordings)


def test_what_the_server_recorded_before_and_after_plays_without_a_gap(evening: Evening) -> None:
    before, after = (judge_file(path) for path in evening.received)

    assert before.ticks.missing + after.ticks.missing <= evening.ended.late_ticks
    assert before.sound.gaps == after.sound.gaps == 0
    assert after.ticks.seen >= 60
