"""A clip to measure with: noisy as a real camera, with tick numbers, flashes and beeps to judge by."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np

from capture import tick_code
from capture.beep import beeps, is_lit
from console.media.colour import Plane
from console.media.picture import Picture, picture_of_frame
from console.media.timebase import SAMPLE_RATE_HZ, sample_at
from console.model.canvas import Canvas

RATE = Fraction(30)
KBPS = 5_000
GRAIN = 9
"""Grains of noise that take turns; a moving scene lies below them."""
STRENGTH = 5.0
"""Standard deviation of a grain, in levels: an evening's room in a phone's camera."""
HISS = 0.002


def write_clip(path: Path, canvas: Canvas, *, seconds: float) -> Path:
    """H.264 and AAC in MP4, pictures of the canvas's size; loops without a seam in its numbers of seconds."""
    ticks = round(seconds * RATE)
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=RATE, options={"preset": "superfast", "g": "60"})
        assert isinstance(video, av.VideoStream)
        video.width, video.height, video.pix_fmt = canvas.width, canvas.height, "yuv420p"
        video.time_base = video.codec_context.time_base = 1 / RATE
        video.bit_rate = KBPS * 1000
        context = video.codec_context
        context.color_range, context.colorspace, context.color_primaries, context.color_trc = 1, 1, 1, 1
        sound = container.add_stream("aac", rate=SAMPLE_RATE_HZ, layout="stereo")
        assert isinstance(sound, av.AudioStream)
        sound.bit_rate = 128_000
        for frame, samples in zip(pictures(canvas, ticks), _sounds(ticks), strict=True):
            container.mux(video.encode(frame))
            container.mux(sound.encode(samples))
        container.mux(video.encode(None))
        container.mux(sound.encode(None))
    return path


def pictures(canvas: Canvas, ticks: int) -> Iterator[av.VideoFrame]:
    """The clip's pictures before they are encoded, with their numbers and flashes."""
    scene, grains = _scene(canvas), _grains(canvas)
    for tick in range(ticks):
        frame = av.VideoFrame(canvas.width, canvas.height, "yuv420p")
        _draw(picture_of_frame(frame), scene, grains[tick * 4 % GRAIN], tick)
        frame.pts, frame.time_base = tick, 1 / RATE
        yield frame


def _scene(canvas: Canvas) -> Picture:
    """Soft shapes, twice as large as the canvas, for a camera that never stands still."""
    chance = np.random.default_rng(5)
    width, height = 2 * canvas.width, 2 * canvas.height

    def plane(wide: int, tall: int, low: int, high: int) -> Plane:
        rough = chance.integers(low, high, (tall // 40, wide // 40), dtype=np.uint8)
        return np.asarray(cv2.resize(rough, (wide, tall), interpolation=cv2.INTER_CUBIC), np.uint8)

    chroma = (width // 2, height // 2, 96, 160)
    return Picture(plane(width, height, 40, 200), plane(*chroma), plane(*chroma))


def _grains(canvas: Canvas) -> list["np.ndarray[tuple[int, int], np.dtype[np.int16]]"]:
    chance = np.random.default_rng(6)
    size = (canvas.height, canvas.width)
    return [chance.normal(0, STRENGTH, size).astype(np.int16) for _ in range(GRAIN)]


def _draw(onto: Picture, scene: Picture, grain: "np.ndarray[tuple[int, int], np.dtype[np.int16]]", tick: int) -> None:
    turn = 2 * np.pi * tick / 300
    left = round(onto.width / 2 * (1 + np.sin(turn) * 0.9) / 2) * 2
    top = round(onto.height / 2 * (1 + np.cos(turn) * 0.9) / 2) * 2
    for plane, wide, scale in zip(onto.planes, scene.planes, (1, 2, 2), strict=True):
        tall, broad = plane.shape
        plane[:] = wide[top // scale : top // scale + tall, left // scale : left // scale + broad]
    cv2.add(onto.y, grain, dst=onto.y, dtype=cv2.CV_8U)
    area = tick_code.backdrop_area(onto.width, onto.height)
    for plane in (onto.u, onto.v):
        plane[area.top // 2 : (area.top + area.height) // 2, area.left // 2 : (area.left + area.width) // 2] = 128
    tick_code.write_backdrop(onto.y)
    tick_code.write_code(onto.y, tick)
    tick_code.write_flash(onto.y, lit=is_lit(tick, RATE))


def _sounds(ticks: int) -> Iterator[av.AudioFrame]:
    chance = np.random.default_rng(7)
    for tick in range(ticks):
        first, count = sample_at(tick, RATE), sample_at(tick + 1, RATE) - sample_at(tick, RATE)
        sound = chance.normal(0, HISS, (count, 2)).astype(np.float32)
        tone = beeps(first, count, RATE)
        sound += 0 if tone is None else tone
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound.T), format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE_HZ, first, Fraction(1, SAMPLE_RATE_HZ)
        yield frame
