"""Pictures and sound out of a file, each through a container of its own, so that neither waits for the other.

Times are exact seconds from the clip's in point. A damaged packet is passed over; where reading fails the clip ends.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, Protocol

import av
import numpy as np

from capture.convert import Converter
from capture.file import opened
from console.media.picture import Picture
from console.media.sound import Sound
from console.media.timebase import CHANNELS, SAMPLE_RATE_HZ

_GAP_SAMPLES = SAMPLE_RATE_HZ // 50
"""Time stamps that disagree with the count of samples by more than 20 ms are believed."""

_PREROLL = Fraction(1, 10)


class Span(Protocol):
    """The part of the file to play."""

    in_s: float
    out_s: float | None


class PictureReader:
    """The clip's pictures from in to out, as often as `lap` is called."""

    def __init__(self, path: Path, span: Span) -> None:
        """Raises `ConsoleError` if the file cannot be opened, `LookupError` if it has no pictures."""
        self._file = _File(path, "video")
        stream = self._file.stream
        assert isinstance(stream, av.VideoStream)
        if _is_light(stream):
            stream.codec_context.thread_count = 1
        else:
            stream.thread_type = "AUTO"
        self._stream, self._span = stream, span
        self._converter = Converter()
        self.end = Fraction(0)
        """When the last picture read so far is over."""

    def lap(self, *, offset_us: int) -> Iterator[Picture]:
        """Pictures from in to out; their pts count from `offset_us`."""
        self.end = Fraction(0)
        begin = Fraction(self._span.in_s)
        usual = 1 / Fraction(self._stream.average_rate or 30)
        time, over = -begin, -begin
        aspect = float(self._stream.sample_aspect_ratio or 1)
        for frame in self._file.frames(begin):
            time = self._file.time_of(frame) - begin if frame.pts is not None else over
            over = time + (frame.duration * frame.time_base if frame.duration and frame.time_base else usual)
            if self._span.out_s is not None and time >= Fraction(self._span.out_s) - begin:
                break
            if over <= 0:
                continue
            self.end = over
            pts_us = offset_us + max(0, round(time * 1_000_000))
            yield self._converter.picture(frame, pts_us=pts_us, pixel_aspect=aspect)

    def close(self) -> None:
        """Free decoder and file."""
        self._file.close()


class SoundReader:
    """The clip's sound from in to out at 48 kHz stereo, as often as `lap` is called."""

    def __init__(self, path: Path, span: Span) -> None:
        """Raises `ConsoleError` if the file cannot be opened, `LookupError` if it has no sound."""
        self._file = _File(path, "audio")
        self._span = span
        self.end = 0
        """Sample after the last one read so far."""

    def lap(self) -> Iterator[tuple[int, Sound]]:
        """(sample from the in point, (n, 2) samples); holes in the file are holes here."""
        begin = Fraction(self._span.in_s)
        out_s = self._span.out_s
        last = None if out_s is None else round((Fraction(out_s) - begin) * SAMPLE_RATE_HZ)
        self.end = 0
        position: int | None = None
        for stamp, sound in self._stretches(begin):
            if position is None or (stamp is not None and abs(stamp - position) > _GAP_SAMPLES):
                position = stamp or 0
            first, position = position, position + len(sound)
            if last is not None and first >= last:
                return
            if position > 0:
                kept = sound[max(0, -first) : None if last is None else last - first]
                self.end = max(first, 0) + len(kept)
                yield max(first, 0), kept

    def close(self) -> None:
        """Free decoder and file."""
        self._file.close()

    def _stretches(self, begin: Fraction) -> Iterator[tuple[int | None, Sound]]:
        resampler = av.AudioResampler(format="flt", layout="stereo", rate=SAMPLE_RATE_HZ)
        for frame in self._file.frames(begin):
            assert isinstance(frame, av.AudioFrame)
            stamp = None if frame.pts is None else round((self._file.time_of(frame) - begin) * SAMPLE_RATE_HZ)
            if frame.rate == SAMPLE_RATE_HZ and frame.format.name == "fltp" and frame.layout.name == "stereo":
                yield stamp, np.ascontiguousarray(frame.to_ndarray().T, np.float32)
                continue
            for made in resampler.resample(frame):
                yield stamp, _packed(made)
                stamp = None
        for made in resampler.resample(None):
            yield None, _packed(made)


class _File:
    """One stream of an open file."""

    def __init__(self, path: Path, kind: str) -> None:
        self._path, self._kind = path, kind
        self._container = opened(path)
        self.stream = self._best()
        self._zero = self._zero_s()
        self._fresh = True

    def frames(self, begin: Fraction) -> Iterator[Any]:
        """Decoded frames from the keyframe before `begin` (seconds of the clip) to the end of what can be read."""
        self._rewind(begin)
        try:
            for packet in self._container.demux(self.stream):
                yield from _decoded(packet.decode)
        except (av.FFmpegError, OSError):
            yield from _decoded(lambda: self.stream.codec_context.decode(None))

    def time_of(self, frame: av.VideoFrame | av.AudioFrame) -> Fraction:
        """Seconds of the clip."""
        assert frame.pts is not None
        assert frame.time_base is not None
        return frame.pts * frame.time_base - self._zero

    def close(self) -> None:
        self._container.close()

    def _best(self) -> av.VideoStream | av.AudioStream:
        stream = self._container.streams.best("video" if self._kind == "video" else "audio")
        if stream is None:
            self._container.close()
            raise LookupError(self._kind)
        assert isinstance(stream, av.VideoStream | av.AudioStream)
        return stream

    def _zero_s(self) -> Fraction:
        """Where the clip begins: with its first picture, else with its first sound."""
        leading = self._container.streams.best("video") or self.stream
        if leading.start_time is not None and leading.time_base is not None:
            return leading.start_time * Fraction(leading.time_base)
        return Fraction(0)

    def _rewind(self, begin: Fraction) -> None:
        if self._fresh and begin == 0:
            self._fresh = False
            return
        # Why: a packet of sound leans on the one before it, and the very first lies before 0.
        early = _PREROLL if self._kind == "audio" else 0
        try:
            unit = self.stream.time_base or Fraction(1, av.time_base)
            self._container.seek(int((begin + self._zero - early) / unit), stream=self.stream, backward=True)
        except (av.FFmpegError, OSError):  # Some formats cannot be sought in: read them from the beginning.
            self._container.close()
            self._container = opened(self._path)
            self.stream = self._best()


def _decoded(decode: Callable[[], Sequence[Any]]) -> Iterator[Any]:
    """Frames of one packet; none where it is damaged."""
    try:
        frames = decode()
    except (av.FFmpegError, OSError):
        return
    yield from frames


def _packed(frame: av.AudioFrame) -> Sound:
    return np.asarray(frame.to_ndarray(), np.float32).reshape(-1, CHANNELS)


LIGHT_PIXELS_S = 1920 * 1080 * 31
"""What one thread decodes in time: three threads took a third more processor time for the same pictures."""


def _is_light(stream: av.VideoStream) -> bool:
    rate = float(stream.average_rate or 30)
    return stream.width * stream.height * rate <= LIGHT_PIXELS_S
