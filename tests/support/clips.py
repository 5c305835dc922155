"""Small real clips that carry their own truth: numbered pictures, a flash and a beep at known times."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from pathlib import Path

import av
import numpy as np

from capture import beep, tick_code
from console.media.colour import Plane
from console.media.sound import Sound
from console.media.timebase import SAMPLE_RATE_HZ, sample_at


@dataclass(frozen=True, slots=True)
class ClipSpec:
    """What a clip is like. Picture n carries the code n; flash and beep are those of the bars."""

    width: int = 320
    height: int = 240
    rate: Fraction = Fraction(30)
    seconds: float = 3.0
    suffix: str = ".mp4"
    video_codec: str | None = "libx264"
    audio_codec: str | None = "aac"
    audio_rate_hz: int = SAMPLE_RATE_HZ
    layout: str = "stereo"
    tone_hz: int = 0
    """Instead of beeps a steady tone."""
    variable: bool = False
    """Every third picture is left out and the one before it stays longer."""
    size_change: bool = False
    """From the middle on pictures are half as large (MPEG-TS carries that)."""
    colour: tuple[int, int, int] = (128, 128, 128)
    """Y, U, V of the background."""
    matrix: int = 1
    """AVCOL_SPC_*: 1 BT.709, 5 BT.601."""
    full_range: bool = False
    bit_rate: int = 2_500_000

    @property
    def pictures(self) -> int:
        """How many."""
        return round(self.seconds * self.rate)


def clip(folder: Path, spec: ClipSpec | None = None, **changes: object) -> Path:
    """A file of that kind in `folder`, made once for each folder."""
    spec = replace(spec or ClipSpec(), **changes)  # type: ignore[arg-type]
    path = folder / f"clip-{abs(hash(spec)):x}{spec.suffix}"
    if not path.exists():
        _made(path, spec)
    return path


def truncated(whole: Path, share: float = 0.6) -> Path:
    """A copy that ends in the middle of a packet."""
    path = whole.with_name(f"cut-{whole.name}")
    data = whole.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    return path


def _made(path: Path, spec: ClipSpec) -> None:
    if spec.size_change:
        half = replace(spec, size_change=False, seconds=spec.seconds / 2)
        parts = [path.with_suffix(f".{n}.ts") for n in range(2)]
        _written(parts[0], half, first=0)
        _written(parts[1], replace(half, width=spec.width // 2, height=spec.height // 2), first=half.pictures)
        path.write_bytes(b"".join(part.read_bytes() for part in parts))
        return
    _written(path, spec, first=0)


def _written(path: Path, spec: ClipSpec, *, first: int) -> None:
    options = {"movflags": "+faststart"} if path.suffix == ".mp4" else {}
    with av.open(str(path), "w", options=options) as container:
        video = _video_stream(container, spec) if spec.video_codec else None
        audio = _audio_stream(container, spec) if spec.audio_codec else None
        sounds = _sounds(spec, first)
        for n in range(first, first + spec.pictures):
            if audio is not None:
                container.mux(audio.encode(_audio_frame(next(sounds), spec, sample_at(n, spec.rate))))
            if video is not None and not (spec.variable and n % 3 == 2):
                container.mux(video.encode(_video_frame(spec, n)))
        for stream in (video, audio):
            if stream is not None:
                container.mux(stream.encode(None))


def _video_stream(container: av.container.OutputContainer, spec: ClipSpec) -> av.VideoStream:
    stream = container.add_stream(spec.video_codec or "", rate=spec.rate)
    assert isinstance(stream, av.VideoStream)
    stream.width, stream.height, stream.pix_fmt = spec.width, spec.height, "yuv420p"
    stream.bit_rate = spec.bit_rate
    context = stream.codec_context
    context.colorspace, context.color_range = spec.matrix, 2 if spec.full_range else 1
    context.time_base = 1 / spec.rate
    if spec.video_codec == "libx264":
        context.options = {"preset": "ultrafast", "g": str(round(spec.rate))}
    return stream


def _audio_stream(container: av.container.OutputContainer, spec: ClipSpec) -> av.AudioStream:
    stream = container.add_stream(spec.audio_codec or "", rate=spec.audio_rate_hz, layout=spec.layout)
    assert isinstance(stream, av.AudioStream)
    return stream


def _video_frame(spec: ClipSpec, number: int) -> av.VideoFrame:
    y, u, v = _background(spec.width, spec.height, spec.colour)
    y = y.copy()
    tick_code.write_backdrop(y)
    tick_code.write_code(y, number)
    tick_code.write_flash(y, lit=beep.is_lit(number, spec.rate))
    frame = av.VideoFrame(spec.width, spec.height, "yuv420p")
    for plane, values in zip(frame.planes, (y, u, v), strict=True):
        target = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)  # type: ignore[call-overload]
        target[: values.shape[0], : values.shape[1]] = values
    frame.colorspace, frame.color_range = spec.matrix, 2 if spec.full_range else 1
    frame.pts, frame.time_base = number, 1 / spec.rate
    return frame


@cache
def _background(width: int, height: int, colour: tuple[int, int, int]) -> tuple[Plane, Plane, Plane]:
    half = ((height + 1) // 2, (width + 1) // 2)
    y = np.full((height, width), colour[0], np.uint8)
    u, v = np.full(half, colour[1], np.uint8), np.full(half, colour[2], np.uint8)
    area = tick_code.backdrop_area(width, height)
    part = np.s_[area.top // 2 : (area.top + area.height) // 2, area.left // 2 : (area.left + area.width) // 2]
    u[part] = v[part] = 128
    return y, u, v


def _sounds(spec: ClipSpec, first: int) -> Iterator[Sound]:
    """The sound of each picture at 48 kHz."""
    for n in range(first, first + spec.pictures):
        start = sample_at(n, spec.rate)
        count = sample_at(n + 1, spec.rate) - start
        if spec.tone_hz:
            wave = 0.5 * np.sin(2 * np.pi * spec.tone_hz * (start + np.arange(count)) / SAMPLE_RATE_HZ)
            yield np.repeat(wave.astype(np.float32)[:, None], 2, axis=1)
        else:
            sound = beep.beeps(start, count, spec.rate)
            yield np.zeros((count, 2), np.float32) if sound is None else sound


def _audio_frame(sound: Sound, spec: ClipSpec, first: int) -> av.AudioFrame:
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound.T), format="fltp", layout="stereo")
    frame.rate, frame.pts, frame.time_base = SAMPLE_RATE_HZ, first, Fraction(1, SAMPLE_RATE_HZ)
    return frame
