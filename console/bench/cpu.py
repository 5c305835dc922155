"""Processor time of a show against the ffmpeg command that does the same, both to the same sink, turn by turn."""

import shutil
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from statistics import mean, median
from typing import Any

import cv2
import msgspec

from console.bench.claim import CPU_S, PERCENT, PERCENT_OF_A_CORE, RATIO, Claim, Figure, Section
from console.bench.command import SETTLE_S, Command, honban
from console.bench.graphics import Graphic
from console.bench.sink import Sink
from console.errors import ConsoleError
from console.model.canvas import Canvas
from console.output.video_codec import GOP_S, THREADS, X264_PARAMS
from console.words.bench import (
    CPU_AIM,
    CPU_FFMPEG,
    CPU_FFMPEG_START,
    CPU_OURS,
    CPU_OWN_COUNT,
    CPU_RATIO,
    CPU_START,
    NO_FFMPEG_PROGRAM,
)
from console.words.whole_work import CPU_LEFT_OUT, TOO_BUSY

LIMIT, AIM = 1.0, 0.9
PRESET, KBPS, AUDIO_KBPS, FPS = "superfast", 4000, 128, 30
SPARE_S = 3.0
"""A command runs this much longer than it is measured."""
TURN_S, ROUNDS = 20.0, 9
"""Three minutes of each. Short turns: how much a processor second does on a shared machine drifts within minutes."""
TRIES = 4
"""For each turn, on a machine that does other work too."""
SPARED = 0.01
"""Part of the pictures that a turn may lack: a hundredth of the time."""
KEY = "bench"


class Spent(msgspec.Struct, frozen=True):
    """Processor seconds of one run."""

    a_second: float
    """For a second of the show, once it was under way."""
    start: float
    """Until the first picture arrived."""
    own: float | None = None
    """For a second of the show, as the program counts itself."""
    is_whole: bool = True
    """All that was asked for was done: every picture, as good as asked for."""


def need_ffmpeg() -> None:
    """Raises `ConsoleError` with what to install if there is no ffmpeg program."""
    if shutil.which("ffmpeg") is None:
        raise ConsoleError(NO_FFMPEG_PROGRAM())


def cpu(
    clip: Path, graphics: tuple[Graphic, ...], canvas: Canvas, folder: Path, *, seconds: float, rounds: int
) -> Section:
    """Median of what each of our turns took against the two of ffmpeg's around it; raises `ConsoleError`.

    Each is `seconds` long, and there is one more of ffmpeg's.
    """
    need_ffmpeg()
    pictures = _written(graphics, folder)
    with Sink() as sink:

        def turn_of_ffmpeg() -> list[Spent]:
            return whole("ffmpeg", lambda: _theirs(clip, graphics, pictures, sink, seconds))

        ours, theirs = list[Spent](), turn_of_ffmpeg()
        for _ in range(rounds):
            ours += whole("honban stream", lambda: _ours(clip, canvas, folder, sink, seconds))
            theirs += turn_of_ffmpeg()
    return section_of(ours, theirs)


def whole(name: str, turn: Callable[[], Spent]) -> list[Spent]:
    """Turns until one is whole, which stands last; raises `ConsoleError` if none is.

    Why: beside other work Honban makes its encoder cheaper and ffmpeg falls behind; either costs less, for less.
    """
    turns: list[Spent] = []
    while len(turns) < TRIES:
        turns.append(turn())
        if turns[-1].is_whole:
            return turns
    raise ConsoleError(TOO_BUSY(name=name, times=TRIES))


def section_of(all_ours: list[Spent], all_theirs: list[Spent]) -> Section:
    """All turns in their order; one more of ffmpeg's than of ours is whole.

    Why two neighbours: on a shared machine a processor second does more or less from minute to minute.
    """
    ours, theirs = ([one for one in turns if one.is_whole] for turns in (all_ours, all_theirs))
    left_out = len(all_ours) + len(all_theirs) - len(ours) - len(theirs)
    mine, other = median(one.a_second for one in ours), median(one.a_second for one in theirs)
    around = (mean((before.a_second, after.a_second)) for before, after in pairwise(theirs))
    ratio = median(one.a_second / beside for one, beside in zip(ours, around, strict=True))
    own = [one.own / one.a_second for one in ours if one.own is not None]
    return Section(
        "cpu",
        (Claim("cpu.ratio", CPU_RATIO(), ratio, LIMIT, **RATIO),),
        (
            Figure("cpu.aim", CPU_AIM(), AIM, **RATIO),
            Figure("cpu.ours", CPU_OURS(), 100 * mine, **PERCENT_OF_A_CORE),
            Figure("cpu.ffmpeg", CPU_FFMPEG(), 100 * other, **PERCENT_OF_A_CORE),
            Figure("cpu.own_count", CPU_OWN_COUNT(), 100 * median(own) if own else None, **PERCENT),
            Figure("cpu.left_out", CPU_LEFT_OUT(), left_out, unit="turns"),
            Figure("cpu.start", CPU_START(), median(one.start for one in ours), **CPU_S),
            Figure("cpu.ffmpeg_start", CPU_FFMPEG_START(), median(one.start for one in theirs), **CPU_S),
        ),
    )


def _ours(clip: Path, canvas: Canvas, folder: Path, sink: Sink, seconds: float) -> Spent:
    arguments = ["stream", "--clip", str(clip), "--canvas", f"{canvas.width}x{canvas.height}@{FPS}"]
    arguments += ["--preset", PRESET, "--bitrate", str(KBPS), "--to", f"{sink.address}/{KEY}"]
    arguments += ["--seconds", f"{SETTLE_S + seconds + SPARE_S:.1f}", "--json"]
    with Command("honban stream", honban(*arguments), environment={"HONBAN_HOME": str(folder / "home")}) as command:
        spent = _measured(command, sink, seconds)
        figures = msgspec.json.decode(command.output())
    own = figures["cpu_seconds"] / max(1e-9, figures["seconds"])
    return msgspec.structs.replace(spent, own=own, is_whole=spent.is_whole and is_as_asked(figures))


def is_as_asked(figures: dict[str, Any]) -> bool:
    """No encoder became cheaper, and hardly a picture was left out or shown twice."""
    spared = figures["frames_skipped"] + figures["frames_repeated"]
    return spared <= SPARED * figures["frames_composed"] and all(
        one["preset"] == PRESET for one in figures["renditions"]
    )


def _theirs(clip: Path, graphics: tuple[Graphic, ...], pictures: list[Path], sink: Sink, seconds: float) -> Spent:
    arguments = ffmpeg_arguments(
        clip, graphics, pictures, to=f"{sink.address}/{KEY}", seconds=SETTLE_S + seconds + SPARE_S
    )
    with Command("ffmpeg", arguments) as command:
        spent = _measured(command, sink, seconds)
        command.output()
    return spent


def _measured(command: Command, sink: Sink, seconds: float) -> Spent:
    sink.forget()
    command.wait_for_picture(sink)
    start = command.cpu_s()
    command.stay(SETTLE_S)
    pictures = len(sink.arrived().dts_ms)
    before_s, before = time.monotonic(), command.cpu_s()
    command.stay(seconds)
    after_s, after = time.monotonic(), command.cpu_s()
    pictures = len(sink.arrived().dts_ms) - pictures
    wanted = FPS * (after_s - before_s)
    return Spent((after - before) / (after_s - before_s), start, is_whole=pictures >= (1 - SPARED) * wanted - FPS / 5)


def ffmpeg_arguments(
    clip: Path, graphics: tuple[Graphic, ...], pictures: list[Path], *, to: str, seconds: float
) -> list[str]:
    """The same work: decode the clip in real time, lay the graphics over it, encode alike, publish."""
    inputs = ["-re", "-stream_loop", "-1", "-i", str(clip)]
    for picture in pictures:
        inputs += ["-i", str(picture)]
    video = ["-c:v", "libx264", "-preset", PRESET, "-b:v", f"{KBPS}k", "-maxrate", f"{KBPS}k", "-bufsize", f"{KBPS}k"]
    video += ["-bf", "0", "-g", str(GOP_S * FPS), "-sc_threshold", "0", "-x264-params", X264_PARAMS]
    video += ["-threads:v", str(THREADS), "-thread_type:v", "slice", "-pix_fmt", "yuv420p", "-r", str(FPS)]
    sound = ["-c:a", "aac", "-b:a", f"{AUDIO_KBPS}k", "-ar", "48000", "-ac", "2"]
    return [
        *("ffmpeg", "-hide_banner", "-nostdin", "-loglevel", "error", *inputs),
        *("-filter_complex", _chain(graphics), "-map", "[out]", "-map", "0:a", *video, *sound),
        *("-t", f"{seconds:.1f}", "-f", "flv", to),
    ]


def _chain(graphics: tuple[Graphic, ...]) -> str:
    steps, last = [], "[0:v]"
    for number, one in enumerate(graphics, 1):
        name = "[out]" if number == len(graphics) else f"[v{number}]"
        steps.append(f"{last}[{number}:v]overlay=x={one.x}:y={one.y}{name}")
        last = name
    return ";".join(steps) or "[0:v]null[out]"


def _written(graphics: tuple[Graphic, ...], folder: Path) -> list[Path]:
    paths = [folder / f"graphic{number}.png" for number in range(len(graphics))]
    for path, one in zip(paths, graphics, strict=True):
        cv2.imwrite(str(path), one.straight)
    return paths
