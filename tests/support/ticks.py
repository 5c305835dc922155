"""Ticks as a mixer gives them, numbered pictures under exact sound, and what a decoder makes of the tags."""

import io
from collections.abc import Iterable, Iterator
from fractions import Fraction

import av
import numpy as np

from capture import tick_code
from capture.beep import beeps
from console.media.feed import Feed
from console.media.sound import Sound, silence
from console.media.timebase import sample_at
from console.model.canvas import Canvas
from console.model.destination import Rendition
from console.wire.flv import Tag, file_header, tag_bytes

RATE = Fraction(30)
SMALL = Canvas(192, 128)


def rendition(**changes: object) -> Rendition:
    """A small one that costs little."""
    return Rendition(**{"canvas": SMALL, "video_kbps": 600, **changes})  # type: ignore[arg-type]


def feed(rate: Fraction = RATE, canvas: Canvas = SMALL, *, burst: int = 1) -> Feed:
    """One for `canvas`, which hands over each tick by itself unless told otherwise."""
    return Feed(canvas.width, canvas.height, rate, burst=burst)


def sound_of(number: int, rate: Fraction = RATE) -> Sound:
    """The samples of a tick, a beep each second."""
    first = sample_at(number, rate)
    count = sample_at(number + 1, rate) - first
    found = beeps(first, count, rate)
    return silence(count) if found is None else found


def offer(to: Feed, number: int, *, noisy: bool = False) -> None:
    """Give a tick with a picture that carries its number."""
    memory = to.blank()
    if memory is not None:
        y = memory.picture.y
        y[:] = np.random.default_rng(number).integers(16, 235, y.shape, np.uint8) if noisy else 100
        memory.picture.u[:], memory.picture.v[:] = 90, 160
        tick_code.write_backdrop(y)
        tick_code.write_code(y, number)
    to.offer(number, memory, sound_of(number, to.rate))


def flv(headers: Iterable[Tag], tags: Iterable[Tag]) -> io.BytesIO:
    """A file of them."""
    return io.BytesIO(file_header() + b"".join(tag_bytes(tag) for tag in [*headers, *tags]))


def pictures_in(stream: io.BytesIO) -> list[av.VideoFrame]:
    """All pictures; fails where one is broken."""
    with av.open(stream, "r", options={"err_detect": "explode"}) as container:
        container.streams.video[0].codec_context.options = {"err_detect": "explode"}
        frames = list(container.decode(video=0))
    assert not any(frame.is_corrupt for frame in frames)
    return frames


def numbers_in(frames: Iterable[av.VideoFrame]) -> Iterator[int | None]:
    """The number that each picture carries."""
    for frame in frames:
        found = tick_code.find_code(frame.to_ndarray(format="gray").astype(np.uint8))
        yield None if found is None else found.number


def sound_in(stream: io.BytesIO) -> Sound:
    """All samples from time zero on, (n, 2)."""
    with av.open(stream, "r") as container:
        frames = [frame.to_ndarray().astype(np.float32) for frame in container.decode(audio=0)]
    joined: Sound = np.concatenate(frames, axis=1).T
    return joined
