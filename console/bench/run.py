"""Runs benchmarks one after another with what they need: a clip, the graphics, a folder that is gone afterwards."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, get_args

from console.bench.air import air
from console.bench.busy_moment import ten_graphics
from console.bench.claim import Section
from console.bench.compose import TEN_LIMIT, compose
from console.bench.cpu import ROUNDS, TURN_S, cpu, need_ffmpeg
from console.bench.desk import desk
from console.bench.footage import write_clip
from console.bench.graphics import Graphic, graphics_of
from console.library.show_file import demo_show_folder, load_show
from console.model.canvas import Canvas

Name = Literal["compose", "ten", "cpu", "air", "desk", "soak"]
NAMES: tuple[Name, ...] = get_args(Name)
USUAL: tuple[Name, ...] = ("compose", "ten", "cpu", "air")
"""What is run when nobody names one."""
KINDS = ("product_card", "coupon", "viewer_count", "pinned_answer", "qr")
CANVAS = Canvas(720, 1280)
SECONDS, SOAK_SECONDS, CLIP_SECONDS = 60.0, 900.0, 20.0


def run(
    names: tuple[Name, ...], *, seconds: float | None, rounds: int | None, begun: Callable[[Name], None]
) -> Iterator[Section]:
    """Each benchmark's outcome as it is there; raises `ConsoleError`."""
    if "cpu" in names:
        need_ffmpeg()
    with tempfile.TemporaryDirectory(prefix="honban-bench-") as name:
        bench = _Bench(Path(name), seconds, rounds)
        for one in names:
            begun(one)
            yield bench.section(one)


class _Bench:
    """What benchmarks share, made when the first one asks."""

    def __init__(self, folder: Path, seconds: float | None, rounds: int | None) -> None:
        self._folder, self._seconds, self._rounds = folder, seconds, rounds
        self._clip: Path | None = None

    def section(self, name: Name) -> Section:
        seconds = self._seconds or SECONDS
        match name:
            case "compose":
                return compose(self._graphics(), CANVAS)
            case "ten":
                show = load_show(demo_show_folder())
                return compose(ten_graphics(show, CANVAS), CANVAS, name=name, limit=TEN_LIMIT)
            case "cpu":
                folder = self._room(name)
                turn_s, rounds = self._seconds or TURN_S, self._rounds or ROUNDS
                return cpu(self.clip, self._graphics(), CANVAS, folder, seconds=turn_s, rounds=rounds)
            case "air":
                folder = self._room(name)
                return air(self.clip, CANVAS, folder, seconds=seconds, clip_seconds=seconds, name=name)
            case "desk":
                return desk(self._room(name), seconds=seconds)
            case "soak":
                folder, soak_s = self._room(name), self._seconds or SOAK_SECONDS
                return air(self.clip, CANVAS, folder, seconds=soak_s, clip_seconds=min(soak_s, SECONDS), name=name)

    @property
    def clip(self) -> Path:
        """At canvas size, with sound."""
        if self._clip is None:
            self._clip = write_clip(self._folder / "clip.mp4", CANVAS, seconds=CLIP_SECONDS)
        return self._clip

    def _room(self, name: Name) -> Path:
        room = self._folder / name
        room.mkdir()
        return room

    def _graphics(self) -> tuple[Graphic, ...]:
        return graphics_of(load_show(demo_show_folder()), CANVAS, KINDS)
