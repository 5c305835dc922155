"""Clips as people have them: short, cut off, changing, silent, uneven. None of them is a reason to go off air."""

from contextlib import ExitStack
from fractions import Fraction
from pathlib import Path

import pytest

from console.model.facts import FaultRaised, SourceLost
from console.model.source import Source
from console.rehearsal.analyse import judge_file
from tests.support import as_run
from tests.support.clips import ClipSpec, clip, truncated
from tests.support.folders import SMALL, folder_of, grid_show
from tests.support.program import Ended, Program

pytestmark = pytest.mark.journey

SECONDS = 4


def _clips(folder: Path) -> dict[str, Path]:
    """One of each kind, all shorter than the show."""
    folder.mkdir(exist_ok=True)
    return {
        "ends": clip(folder, seconds=1.0),
        "cut off": truncated(clip(folder, suffix=".mkv", seconds=3.0)),
        "changes size": clip(folder, size_change=True, suffix=".ts", seconds=2.0),
        "silent": clip(folder, audio_codec=None, seconds=2.0),
        "uneven": clip(folder, variable=True, seconds=2.0),
        "29.97": clip(folder, rate=Fraction(30000, 1001), seconds=2.0),
        "without picture": clip(folder, ClipSpec(video_codec=None, suffix=".m4a", seconds=2.0)),
    }


def test_each_of_them_fills_the_canvas_without_a_fault(tmp_path: Path) -> None:
    clips = _clips(tmp_path / "clips")
    with ExitStack() as stack:
        programs = {
            name: stack.enter_context(_streaming(tmp_path, file, number))
            for number, (name, file) in enumerate(clips.items())
        }
        ended = {name: program.ended(within_s=90) for name, program in programs.items()}
        lost = {name: _faults(program) for name, program in programs.items()}

    assert {name: one.code for name, one in ended.items()} == dict.fromkeys(clips, 0)
    assert lost == {name: [] for name in clips}
    for name, one in ended.items():
        _went_well(name, one)


def test_all_of_them_at_once_end_where_they_end_and_the_show_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "show"
    clips = _clips(folder)
    sources = {
        f"clip{number}": Source(name=name, kind="clip", settings={"file": file.name})
        for number, (name, file) in enumerate(clips.items())
    }
    show = folder_of(grid_show(sources, columns=3), folder)
    recording = tmp_path / "grid.mkv"

    arguments = ("stream", "--show", show, "--record", recording, "--seconds", str(SECONDS), "--json")
    with Program(*arguments, home=tmp_path / "home", lines=()) as program:
        ended = program.ended(within_s=60)
        faults = _faults(program)

    assert (ended.code, faults) == (0, [])
    assert [one.restarts for one in ended.figures.sources] == [0] * len(clips)
    assert judge_file(recording, effort="light").seconds == pytest.approx(SECONDS, abs=1)


def _streaming(home: Path, file: Path, number: int) -> Program:
    canvas = f"{SMALL.width}x{SMALL.height}@30"
    recording = home / f"{number}.mkv"
    arguments = ("stream", "--clip", file, "--canvas", canvas, "--record", recording, "--seconds", str(SECONDS))
    return Program(*arguments, "--json", home=home / f"home-{number}", lines=())


def _faults(program: Program) -> list[str]:
    """What was said of sources, in the words of the journal."""
    lost = [repr(event) for _, event in as_run.of(SourceLost, program.entries)]
    return lost + [repr(event) for _, event in as_run.of(FaultRaised, program.entries)]


def _went_well(name: str, ended: Ended) -> None:
    figures = ended.figures
    clip_figures = next(one for one in figures.sources if one.kind == "clip")
    assert figures.recording is not None
    received = judge_file(Path(figures.recording.path), effort="light")
    assert received.pictures.count >= (SECONDS - 1) * 30, name
    assert received.sound.seconds >= SECONDS - 1, name
    assert clip_figures.frames >= (0 if name == "without picture" else 40), name
