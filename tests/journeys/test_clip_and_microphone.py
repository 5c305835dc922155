"""A clip under the demo show's graphics, and a person speaking into a microphone, to a real server."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from msgspec.structs import replace

from console.engine.figures import Figures
from console.library.show_file import demo_show_folder, load_show
from console.media.sound import Sound
from console.media.timebase import SAMPLE_RATE_HZ
from console.model.entry import Entry
from console.model.facts import DestinationFailed, SourceLost
from console.rehearsal.analyse import judge_file
from console.rehearsal.received import Received
from tests.support import as_run, probe
from tests.support.clips import clip
from tests.support.folders import folder_of
from tests.support.nginx import Nginx
from tests.support.program import Ended, Program
from tests.support.pulse import pulse, tone

pytestmark = [pytest.mark.journey, pytest.mark.alone, pytest.mark.timeout(120)]

MICROPHONE = "ALSA: default"
SPOKEN_HZ, UNSPOKEN_HZ = 440, 640
AMPLITUDE = 0.1
SPEAKS_S = 7.0
MICROPHONE_LOST = {"microphone_stopped", "source_stale", "microphone_absent", "source_not_opened"}


@dataclass(frozen=True)
class Evening:
    """The run, judged by ffprobe and by the house's own judge."""

    ended: Ended
    entries: list[Entry]
    probed: dict[str, dict[str, Any]]
    decodes: bool
    judged: Received
    sound: Sound

    @property
    def figures(self) -> Figures:
        """As printed."""
        return self.ended.figures


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Evening:
    """One run; near its end the microphone is unplugged."""
    folder = tmp_path_factory.mktemp("evening")
    file = clip(folder, width=720, height=1280, seconds=6.0)
    show = _show(folder / "show")
    arguments = ("stream", "--show", show, "--clip", file, "--mic", MICROPHONE, "--to", "-", "--json")
    with pulse() as desk, Nginx(folder / "nginx", record=True) as ingest:
        voice = desk.play(tone(60.0, frequency_hz=SPOKEN_HZ, amplitude=AMPLITUDE))
        try:
            with Program(*arguments, home=folder / "home", lines=[f"{ingest.server}\tone"]) as program:
                program.on_air_for(SPEAKS_S)
                desk.kill()
                program.until(lambda: _lost(program.entries), what="the microphone is missed")
                ended = program.end()
                entries = program.entries
        finally:
            voice.kill()
            voice.wait(5)
        received = ingest.recordings[0]
        return Evening(
            ended,
            entries,
            probe.streams(received),
            probe.decodes_cleanly(received),
            judge_file(received),
            _sound_of(received),
        )


def _show(folder: Path) -> Path:
    """The demo show without an answer: its graphic would lie over the clip's number."""
    shutil.copytree(demo_show_folder(), folder)
    show = load_show(folder)
    return folder_of(replace(show, opening_answer=None), folder)


def _lost(entries: list[Entry]) -> list[SourceLost]:
    return [fact for _, fact in as_run.of(SourceLost, entries)]


def _sound_of(file: Path) -> Sound:
    with av.open(str(file)) as container:
        return np.concatenate([frame.to_ndarray().T for frame in container.decode(audio=0)])


def _amplitude(sound: Sound, frequency_hz: int) -> float:
    mono = sound.mean(axis=1)
    turns = np.exp(-2j * np.pi * frequency_hz / SAMPLE_RATE_HZ * np.arange(len(mono)))
    return float(2 * np.abs((mono * turns).mean()))


def test_ffprobe_agrees(evening: Evening) -> None:
    video, audio = evening.probed["video"], evening.probed["audio"]

    assert (video["codec_name"], video["width"], video["height"]) == ("h264", 720, 1280)
    assert video["r_frame_rate"] == "30/1"
    assert {video[f"color_{part}"] for part in ("space", "primaries", "transfer")} == {"bt709"}
    assert video["color_range"] == "tv"
    assert video["has_b_frames"] == 0
    assert (audio["codec_name"], audio["sample_rate"], audio["channels"]) == ("aac", "48000", 2)
    assert evening.decodes


def test_flash_and_beep_of_the_clip_stay_together(evening: Evening) -> None:
    sync = evening.judged.lip_sync

    assert len(sync.errors_ms) >= SPEAKS_S - 2
    assert sync.median_ms is not None
    assert sync.p95_ms is not None
    assert abs(sync.median_ms) <= 20
    assert sync.p95_ms <= 40


def test_the_voice_is_heard(evening: Evening) -> None:
    second = evening.sound[2 * SAMPLE_RATE_HZ : 5 * SAMPLE_RATE_HZ]

    assert _amplitude(second, SPOKEN_HZ) > AMPLITUDE / 4
    assert _amplitude(second, SPOKEN_HZ) > 10 * _amplitude(second, UNSPOKEN_HZ)


def test_the_loss_of_the_microphone_is_said_and_nothing_else_stops(evening: Evening) -> None:
    lost = _lost(evening.entries)

    assert {fact.source for fact in lost} == {"mic"}
    assert {fact.problem.code for fact in lost} <= MICROPHONE_LOST
    assert as_run.of(DestinationFailed, evening.entries) == []
    assert (evening.ended.code, evening.figures.destinations[0].state) == (0, "live")
    assert evening.judged.sound.gaps == 0
    assert evening.judged.seconds == pytest.approx(evening.figures.seconds, abs=1.0)
