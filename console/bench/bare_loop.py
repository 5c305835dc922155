"""Measures the bare loop: the yardstick for how late ticks may be."""

from pathlib import Path

from console.bench import bare_loop_main
from console.errors import ConsoleError
from console.media.child import Child
from console.model.canvas import Canvas
from console.words.bench import LOOP_GONE

SPARE_S = 20.0


def bare_loop_late_us(canvas: Canvas, clip: Path, *, seconds: float) -> list[int]:
    """How late each tick of a bare loop began, in microseconds; raises `ConsoleError`."""
    watcher = Child("bench watcher", bare_loop_main.watch, str(clip))
    ticker = Child("bench loop", bare_loop_main.loop, canvas, seconds)
    try:
        if ticker.pipe.poll(seconds + SPARE_S):
            late: list[int] = ticker.pipe.recv()
            return late
    except (EOFError, OSError):
        pass
    finally:
        ticker.stop()
        watcher.stop()
    raise ConsoleError(LOOP_GONE())
