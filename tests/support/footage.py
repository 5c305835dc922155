"""Encoded footage with known tick numbers, flashes, beeps and colours: what a judge must find again."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from capture import tick_code
from capture.beep import SAMPLES, TONE, is_lit
from console.media.picture import Picture, flat, picture_of_frame

RATE = Fraction(30)
SAMPLE_RATE_HZ = 48_000


def drawn(tick: int | None, *, width: int, height: int, rate: Fraction = RATE, colour: str = "#E5484D") -> Picture:
    """A picture of one colour with the number and the flash of a tick; None: without."""
    picture = flat(width, height, colour)
    if tick is not None:
        area = tick_code.backdrop_area(width, height)
        top, left, tall, wide = area.top // 2, area.left // 2, area.height // 2, area.width // 2
        for plane in (picture.u, picture.v):
            plane[top : top + tall, left : left + wide] = 128
        tick_code.write_backdrop(picture.y)
        tick_code.write_code(picture.y, tick)
        tick_code.write_flash(picture.y, lit=is_lit(tick, rate))
    return picture


def beeping(seconds: float, starts_s: Iterable[float]) -> NDArray[np.float32]:
    """(samples, 2) of silence with a beep at each of the moments."""
    sound = np.zeros((round(seconds * SAMPLE_RATE_HZ), 2), np.float32)
    for start_s in starts_s:
        start = round(start_s * SAMPLE_RATE_HZ)
        part = sound[start : start + SAMPLES]
        part[:] = TONE[: len(part)]
    return sound


def write_footage(
    path: Path,
    *,
    ticks: Sequence[int | None],
    sound: NDArray[np.float32] | None = None,
    size: tuple[int, int] = (360, 640),
    rate: Fraction = RATE,
    skipped: frozenset[int] = frozenset(),
    colour: str = "#E5484D",
    x264_params: str = "bframes=0:keyint=60:scenecut=0",
    pixels: str = "yuv420p",
    matrix: int = 1,
) -> Path:
    """H.264 and AAC, the container by the name's ending. Picture n shows ticks[n]; those whose n is in `skipped` are
    left out of the stream, whose time goes on. `matrix` is the colour matrix of the tag (H.273).
    """
    pictures = [drawn(tick, width=size[0], height=size[1], rate=rate, colour=colour) for tick in ticks]
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=rate, options={**X264, "x264-params": x264_params})
        video.width, video.height, video.pix_fmt = *size, pixels
        video.time_base = video.codec_context.time_base = 1 / rate
        context = video.codec_context
        context.color_range, context.colorspace, context.color_primaries, context.color_trc = 1, matrix, 1, 1
        audio = container.add_stream("aac", rate=SAMPLE_RATE_HZ, layout="stereo") if sound is not None else None
        packets = [
            packet
            for number, picture in enumerate(pictures)
            if number not in skipped
            for packet in video.encode(_frame(picture, number, 1 / rate))
        ]
        packets += video.encode(None)
        if audio is not None and sound is not None:
            audio.codec_context.bit_rate = 128_000
            for start in range(0, len(sound), 1024):
                packets += audio.encode(_sound_frame(sound[start : start + 1024], start))
            packets += audio.encode(None)
        for packet in sorted(packets, key=lambda packet: (packet.dts or 0) * packet.time_base):
            container.mux(packet)
    return path


X264 = {"preset": "ultrafast", "crf": "20"}


def _frame(picture: Picture, number: int, time_base: Fraction) -> av.VideoFrame:
    frame = av.VideoFrame(picture.width, picture.height, "yuv420p")
    for target, plane in zip(picture_of_frame(frame).planes, picture.planes, strict=True):
        target[:] = plane
    frame.pts, frame.time_base = number, time_base
    return frame


def _sound_frame(sound: NDArray[np.float32], start: int) -> av.AudioFrame:
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound.T), format="fltp", layout="stereo")
    frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE_HZ, start, Fraction(1, SAMPLE_RATE_HZ)
    return frame
