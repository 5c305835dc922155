"""Program of one rendition against FFmpeg's overlay filter: the same pictures, the same process, turn by turn."""

import time
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from statistics import median

import av
import cv2
import numpy as np

from console.bench.claim import LEVELS, MS_A_FRAME, RATIO, Claim, Figure, Section
from console.bench.graphics import LONG_AGO_US, Graphic
from console.media.feed import FrameMemory
from console.media.picture import picture_of_frame
from console.mixer.compositor import Compositor
from console.mixer.plan import Layer, RenditionPlan, View
from console.model.canvas import Canvas
from console.model.scene import Placement
from console.ports.overlay import Motion
from console.words.bench import (
    COMPOSE_DIFFERENCE,
    COMPOSE_FFMPEG_MS,
    COMPOSE_MS,
    COMPOSE_RATIO,
    COMPOSE_STILL_MS,
    COMPOSE_STILL_RATIO,
)

LIMIT, TEN_LIMIT = 0.25, 0.3
LIMIT_LEVELS = 2.0
TIME_BASE = Fraction(1, 30)
ROUNDS, FRAMES, WARM_UP = 9, 60, 5
_PLAIN = "time_base=1/30:pixel_aspect=1/1:colorspace=bt709:range=tv"

Draw = Callable[[int], av.VideoFrame]
"""Composes the picture of that number."""


def compose(
    graphics: tuple[Graphic, ...],
    canvas: Canvas,
    *,
    rounds: int = ROUNDS,
    name: str = "compose",
    limit: float = LIMIT,
) -> Section:
    """Ratios of the medians of a frame's time, each on one thread; `limit` is of the ratio."""
    cv2.setNumThreads(1)
    pictures = _pictures(canvas)
    ours, theirs = _ours(graphics, canvas, pictures), _overlay_filter(graphics, canvas, pictures)
    still = _overlay_filter(graphics, canvas, pictures, changing=False)
    difference = _difference(ours(0), theirs(0))
    ours_ms, theirs_ms, still_ms = _medians_ms((ours, theirs, still), rounds)
    return Section(
        name,
        (
            Claim(f"{name}.ratio", COMPOSE_RATIO(), ours_ms / theirs_ms, limit, **RATIO),
            Claim(f"{name}.difference", COMPOSE_DIFFERENCE(), difference, LIMIT_LEVELS, **LEVELS),
        ),
        (
            Figure(f"{name}.ms", COMPOSE_MS(), ours_ms, **MS_A_FRAME),
            Figure(f"{name}.ffmpeg_ms", COMPOSE_FFMPEG_MS(), theirs_ms, **MS_A_FRAME),
            Figure(f"{name}.ffmpeg_still_ms", COMPOSE_STILL_MS(), still_ms, **MS_A_FRAME),
            Figure(f"{name}.still_ratio", COMPOSE_STILL_RATIO(), ours_ms / still_ms, **RATIO),
        ),
    )


def _medians_ms(draws: tuple[Draw, ...], rounds: int) -> list[float]:
    """Turn by turn, so that whatever else the machine does falls on all alike."""
    taken: list[list[float]] = [[] for _ in draws]
    for number in range(rounds):
        for draw, into in zip(draws, taken, strict=True):
            first = 1 + number * FRAMES
            times = [time.perf_counter()]
            for frame in range(first, first + FRAMES):
                draw(frame)
                times.append(time.perf_counter())
            into.extend([1000 * (after - before) for before, after in pairwise(times)][WARM_UP:])
    return [median(one) for one in taken]


def _pictures(canvas: Canvas, count: int = 8) -> list[FrameMemory]:
    """Noise: nothing in it repeats, and no cache holds all of it."""
    chance = np.random.default_rng(1)
    made = []
    for _ in range(count):
        frame = av.VideoFrame(canvas.width, canvas.height, "yuv420p")
        picture = picture_of_frame(frame)
        for plane in picture.planes:
            plane[:] = chance.integers(16, 236, plane.shape, dtype=np.uint8)
        made.append(FrameMemory(frame, picture))
    return made


def _ours(graphics: tuple[Graphic, ...], canvas: Canvas, pictures: list[FrameMemory]) -> Draw:
    layers = tuple(
        Layer(one.sprite, one.x, one.y, Motion(), shown=True, since_us=LONG_AGO_US, pieces=one.pieces)
        for one in graphics
    )
    compositor, plan = Compositor(canvas), RenditionPlan(canvas, layers)
    view, memories = View((Placement(source="clip"),)), _pictures(canvas, 7)

    def draw(number: int) -> av.VideoFrame:
        memory = memories[number % len(memories)]
        shown = {"clip": pictures[number % len(pictures)].picture}
        compositor.compose(plan, view, shown, media_us=number * 33_333, onto=memory.picture)
        return memory.frame

    return draw


def _overlay_filter(
    graphics: tuple[Graphic, ...], canvas: Canvas, pictures: list[FrameMemory], *, changing: bool = True
) -> Draw:
    """A chain of `overlay` filters. `changing`: graphics come with every picture as painted; else once, converted."""
    graph = av.filter.Graph()
    graph.threads = 1
    size = f"video_size={canvas.width}x{canvas.height}:pix_fmt=yuv420p:{_PLAIN}"
    film = last = graph.add("buffer", size, name="film")
    inputs = []
    for number, one in enumerate(graphics):
        painted, ready = _graphic_input(graph, one, number, changing=changing)
        lay = graph.add("overlay", f"x={one.x}:y={one.y}:format=yuv420", name=f"lay{number}")
        last.link_to(lay, 0, 0)
        ready.link_to(lay, 0, 1)
        last = lay
        inputs.append((painted, _frame_of(one, changing=changing)))
    sink = graph.add("buffersink")
    last.link_to(sink)
    graph.configure()
    if not changing:
        for source, frame in inputs:
            _push(source, frame, 0)
            source.push(None)

    def draw(number: int) -> av.VideoFrame:
        assert graph.configured  # Order matters: while the graph is named here, its filters live.
        for source, frame in inputs if changing else ():
            _push(source, frame, number)
        _push(film, pictures[number % len(pictures)].frame, number)
        composed = sink.pull()
        assert isinstance(composed, av.VideoFrame)
        return composed

    return draw


def _graphic_input(
    graph: av.filter.Graph, one: Graphic, number: int, *, changing: bool
) -> tuple[av.filter.context.FilterContext, av.filter.context.FilterContext]:
    """(where it is pushed in, what the overlay filter takes)."""
    height, width = one.bgra.shape[:2]
    size = f"video_size={width}x{height}"
    if not changing:
        source = graph.add("buffer", f"{size}:pix_fmt=yuva420p:{_PLAIN}", name=f"graphic{number}")
        return source, source
    source = graph.add("buffer", f"{size}:pix_fmt=bgra:time_base=1/30:pixel_aspect=1/1", name=f"graphic{number}")
    scale = graph.add("scale", "out_color_matrix=bt709:out_range=tv", name=f"scale{number}")
    converted = graph.add("format", "yuva420p", name=f"format{number}")
    source.link_to(scale)
    scale.link_to(converted)
    return source, converted


def _frame_of(one: Graphic, *, changing: bool) -> av.VideoFrame:
    frame = av.VideoFrame.from_ndarray(one.straight, format="bgra")
    return frame if changing else frame.reformat(format="yuva420p", dst_colorspace="ITU709", dst_color_range="MPEG")


def _push(source: av.filter.context.FilterContext, frame: av.VideoFrame, number: int) -> None:
    frame.pts, frame.time_base = number, TIME_BASE
    source.push(frame)


def _difference(one: av.VideoFrame, other: av.VideoFrame) -> float:
    """Mean difference of luma, in levels: both did the same work."""
    lumas = [picture_of_frame(frame).y.astype(np.int16) for frame in (one, other)]
    return float(np.abs(lumas[0] - lumas[1]).mean())
