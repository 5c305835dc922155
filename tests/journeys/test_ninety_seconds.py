"""A minute and a half of bars to two places at once and into a file: nothing is missing anywhere."""

from dataclasses import dataclass
from pathlib import Path
from statistics import median

import msgspec
import psutil
import pytest

from console.engine.figures import Figures
from console.rehearsal.analyse import judge_file
from console.rehearsal.received import Received
from tests.support.bare_loop import bare_loop
from tests.support.folders import bars_show, folder_of
from tests.support.nginx import Nginx
from tests.support.program import Ended, Program
from tests.support.receiving import receiving

pytestmark = [pytest.mark.journey, pytest.mark.alone, pytest.mark.timeout(240)]

SECONDS = 90
WARM_S = 20.0
"""Until buffers, caches and threads have the size they keep."""


@dataclass(frozen=True)
class Evening:
    """The run and what three judges say of it."""

    ended: Ended
    memory_mb: list[float]
    """Of the engine, a second apart, from `WARM_S` on."""
    judged: dict[str, Received]
    excused: int
    """Ticks that a loop which only sleeps missed beside it: the machine's fault, nobody else's."""

    @property
    def figures(self) -> Figures:
        """As printed."""
        return self.ended.figures


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Evening:
    """One run for all promises of this page."""
    folder = tmp_path_factory.mktemp("evening")
    show, recording = folder_of(bars_show(), folder / "show"), folder / "evening.mkv"
    with Nginx(folder / "nginx", record=True) as ingest, receiving() as receiver, bare_loop() as machine:
        arguments = ["stream", "--show", show, "--to", "-", "--record", recording, "--seconds", SECONDS, "--json"]
        lines = [ingest.url("one"), f"{receiver.address}\ttwo"]
        with Program(*map(str, arguments), home=folder / "home", lines=lines) as program:
            program.on_air()
            memory_mb = _memory_of(program.engine)
            ended = program.ended(within_s=60)
        judged = {"the built-in receiver": receiver.stop()}
        judged["nginx"] = judge_file(ingest.recordings[0])
        judged["the recording"] = judge_file(recording)
    return Evening(ended, memory_mb, judged, machine.count)


def _memory_of(engine: psutil.Process) -> list[float]:
    """A look a second for as long as the show runs, without the start."""
    looks: list[float] = []
    while True:
        try:
            looks.append(engine.memory_info().rss / 1e6)
            engine.wait(1.0)
        except psutil.TimeoutExpired:
            continue
        except psutil.Error:
            break
        break
    return looks[int(WARM_S) :]


def test_every_destination_is_live_at_the_end(evening: Evening) -> None:
    assert evening.ended.code == 0
    assert [(one.state, one.reconnects, one.dropped_packets) for one in evening.figures.destinations] == [
        ("live", 0, 0),
        ("live", 0, 0),
    ]


def test_ticks_are_neither_skipped_nor_repeated(evening: Evening) -> None:
    assert evening.figures.frames_skipped <= evening.excused
    assert evening.figures.frames_repeated <= 2 + evening.excused
    assert evening.figures.frames_composed >= SECONDS * 30 - 2 - evening.excused


@pytest.mark.parametrize("judge", ["the built-in receiver", "nginx", "the recording"])
def test_no_picture_is_missing(evening: Evening, judge: str) -> None:
    received = evening.judged[judge]

    assert received.ticks.seen >= SECONDS * 30 - 10 - evening.excused
    assert received.ticks.missing <= 2 + evening.excused
    assert received.ticks.unread == received.ticks.out_of_order == received.ticks.restarts == 0
    assert received.pictures.broken == received.sound.broken == received.sound.gaps == 0


@pytest.mark.parametrize("judge", ["the built-in receiver", "nginx", "the recording"])
def test_flash_and_beep_stay_together(evening: Evening, judge: str) -> None:
    sync = evening.judged[judge].lip_sync

    assert len(sync.errors_ms) >= SECONDS - 5
    assert max(abs(error) for error in sync.errors_ms) <= 5
    assert sync.drift_ms_per_minute is not None
    assert abs(sync.drift_ms_per_minute) <= 1


@pytest.mark.parametrize("judge", ["the built-in receiver", "nginx", "the recording"])
def test_the_stream_says_what_it_is(evening: Evening, judge: str) -> None:
    pictures, sound = evening.judged[judge].pictures, evening.judged[judge].sound

    assert (pictures.codec, pictures.width, pictures.height, pictures.sizes) == ("h264", 720, 1280, 1)
    assert pictures.is_bt709
    assert pictures.longest_keyframe_interval_s == pytest.approx(2.0, abs=0.1)
    assert (sound.codec, sound.rate_hz, sound.channels) == ("aac", 48_000, 2)


def test_the_engines_memory_is_small_and_does_not_grow(evening: Evening) -> None:
    third = len(evening.memory_mb) // 3
    early, late = median(evening.memory_mb[:third]), median(evening.memory_mb[-third:])

    assert evening.figures.max_rss_mb <= 300
    assert third > 10
    assert late <= early * 1.05


def test_the_object_printed_at_the_end_is_complete(evening: Evening) -> None:
    printed = msgspec.json.decode(evening.ended.out.strip().splitlines()[-1])

    assert evening.ended.out.count("\n") == 1
    # Ages are those of a line that is there; at the end none is.
    said_nothing = [name for name in _without_a_word(printed) if not name.endswith("_age_s")]
    assert said_nothing == ["destinations.0.last_error", "destinations.1.last_error"]
    assert printed["seconds"] == pytest.approx(SECONDS, abs=2)
    assert printed["max_rss_mb"] >= max(evening.memory_mb) * 0.8
    assert 0 < printed["cpu_seconds"] < 2.5 * SECONDS
    assert {one["canvas"] for one in printed["renditions"]} == {"720x1280"}
    assert [one["kind"] for one in printed["sources"]] == ["bars"]
    assert all(one["bytes_sent"] > 1_000_000 for one in printed["destinations"])
    assert printed["recording"]["seconds"] == pytest.approx(SECONDS, abs=2)
    assert Path(printed["recording"]["path"]).stat().st_size >= printed["recording"]["bytes"] * 0.9


def _without_a_word(value: object, path: str = "") -> list[str]:
    """Places that hold nothing."""
    if isinstance(value, dict):
        return [found for key, one in value.items() for found in _without_a_word(one, f"{path}.{key}".lstrip("."))]
    if isinstance(value, list):
        return [found for n, one in enumerate(value) for found in _without_a_word(one, f"{path}.{n}")]
    return [path] if value is None else []
