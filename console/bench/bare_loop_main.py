"""A bare loop that sleeps from tick to tick beside the same x264: how late a tick is on this machine at best.

What watches a show (a receiver that decodes) takes part here too, as politely as there, so that both feel the same.
"""

import os
import sys
import threading
import time
from fractions import Fraction
from multiprocessing.connection import Connection

import av

from console.bench.footage import pictures
from console.media.priority import ENGINE, TICKS, hurry
from console.model.canvas import Canvas
from console.model.destination import Rendition
from console.output.video_codec import opened

RATE = Fraction(30)
SWITCH_S = 0.001
NICENESS = 10


def loop(pipe: Connection, canvas: Canvas, seconds: float) -> None:
    """Target of the child: sends how late each tick began, in microseconds."""
    sys.setswitchinterval(SWITCH_S)
    hurry(ENGINE)
    done, frames = threading.Event(), list(pictures(canvas, 8))
    encoding = threading.Thread(target=_encode, args=(canvas, frames, done), name="encoder", daemon=True)
    encoding.start()
    late = _tick(round(seconds * RATE))
    done.set()
    encoding.join(5)
    pipe.send(late)


def watch(pipe: Connection, clip: str) -> None:
    """Target of another child: decode the clip at its own pace, over and over, until the pipe ends."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    start, shown = time.monotonic(), 0
    while True:
        with av.open(clip) as container:
            container.streams.video[0].codec_context.thread_count = 1
            for _ in container.decode(video=0):
                shown += 1
                if pipe.poll(max(0.0, start + shown / RATE - time.monotonic())):
                    return


def _tick(ticks: int) -> list[int]:
    hurry(TICKS)
    start_ns, late = time.monotonic_ns(), []
    for tick in range(1, ticks + 1):
        due_ns = start_ns + tick * 1_000_000_000 * RATE.denominator // RATE.numerator
        time.sleep(max(0, due_ns - time.monotonic_ns()) / 1e9)
        late.append((time.monotonic_ns() - due_ns) // 1000)
    return late


def _encode(canvas: Canvas, frames: list[av.VideoFrame], done: threading.Event) -> None:
    codec = opened(Rendition(canvas=canvas), RATE, name="libx264", preset="superfast")
    start, number = time.monotonic(), 0
    while not done.wait(max(0.0, start + number / RATE - time.monotonic())):
        frame = frames[number % len(frames)]
        frame.pts, frame.time_base = number, 1 / RATE
        codec.encode(frame)
        number += 1
