"""Tags of a small real film, as an encoder gives them, and what a player makes of a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import av
import numpy as np

from console.wire.flv import Tag, TagKind, TagSplitter

RATE_HZ = 30
GOP = 30
_BT709, _LIMITED = 1, 1


@cache
def film(pictures: int = 150, *, size: int = 64, noisy: bool = False) -> tuple[Tag, ...]:
    """Metadata, sequence headers, then picture and sound of `pictures` / 30 s, a keyframe every second."""
    tags: list[Tag] = []
    options = {"flvflags": "no_duration_filesize"}
    with av.open(TagSplitter(tags.append), "w", format="flv", options=options) as container:
        video = container.add_stream(
            "libx264", rate=RATE_HZ, options={"preset": "ultrafast", "tune": "zerolatency", "g": str(GOP)}
        )
        video.width, video.height, video.pix_fmt = size, size, "yuv420p"
        context = video.codec_context
        context.color_primaries = context.color_trc = context.colorspace = _BT709
        context.color_range = _LIMITED
        audio = container.add_stream("aac", rate=48_000, layout="stereo")
        for number in range(pictures):
            for packet in [*video.encode(_picture(number, size, noisy=noisy)), *audio.encode(_sound(number))]:
                container.mux(packet)
        for packet in [*video.encode(None), *audio.encode(None)]:
            container.mux(packet)
    return tuple(tags)


def headers(tags: tuple[Tag, ...]) -> tuple[Tag, ...]:
    """Metadata and sequence headers."""
    return tuple(tag for tag in tags if tag.header or tag.kind is TagKind.SCRIPT)


def media(tags: tuple[Tag, ...]) -> tuple[Tag, ...]:
    """Pictures and sound."""
    return tuple(tag for tag in tags if not tag.header and tag.kind is not TagKind.SCRIPT)


def shifted(tags: tuple[Tag, ...], ms: int) -> Iterator[Tag]:
    """The same, `ms` later."""
    return (Tag(tag.kind, (tag.dts_ms + ms) % 2**32, tag.body, tag.keyframe, tag.header) for tag in tags)


def mostly_written(path: Path, tags: tuple[Tag, ...]) -> bool:
    """The file holds all but the last second or so of them."""
    last_ms = max(tag.dts_ms for tag in tags)
    enough = sum(len(tag.body) for tag in tags if tag.dts_ms < last_ms - 1000)
    return path.exists() and path.stat().st_size > enough


@dataclass(frozen=True, slots=True)
class Playback:
    """What a player sees and hears of a file."""

    pictures: int
    sounds: int
    first_s: float
    last_s: float
    begins_with_keyframe: bool
    colour: tuple[Any, ...]
    duration_s: float | None
    """What the file says; None: it was never closed."""


def played(path: Path) -> Playback:
    """Decode all of it; raises libav's errors for what does not play."""
    with av.open(str(path)) as container:
        video = container.streams.video[0]
        context = video.codec_context
        frames = [(frame.time, getattr(frame, "key_frame", False), type(frame)) for frame in container.decode()]
        pictures = [(time, key) for time, key, kind in frames if kind is av.VideoFrame]
        return Playback(
            pictures=len(pictures),
            sounds=len(frames) - len(pictures),
            first_s=min(float(time) for time, _, _ in frames),
            last_s=max(float(time) for time, _ in pictures),
            begins_with_keyframe=bool(pictures[0][1]),
            colour=(context.color_primaries, context.color_trc, context.colorspace, context.color_range),
            duration_s=None if container.duration is None else container.duration / 1e6,
        )


def _picture(number: int, size: int, *, noisy: bool) -> av.VideoFrame:
    chance = np.random.default_rng(number)
    planes = np.full((size * 3 // 2, size), 16 + number % 200, np.uint8)
    if noisy:
        planes[:size] = chance.integers(16, 235, (size, size), np.uint8)
    frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
    frame.pts, frame.colorspace, frame.color_range = number, _BT709, _LIMITED
    return frame


def _sound(number: int) -> av.AudioFrame:
    samples = 48_000 // RATE_HZ
    chance = np.random.default_rng(number)
    tone = chance.normal(0, 0.1, (2, samples)).astype(np.float32)
    frame = av.AudioFrame.from_ndarray(tone, format="fltp", layout="stereo")
    frame.sample_rate, frame.pts = 48_000, number * samples
    return frame
