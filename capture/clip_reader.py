"""Pictures and sound out of a file, each through a container of its own, so that neither waits for the other.

Times are exact seconds from the clip's in point. A damaged packet is passed over; where reading fails the clip ends.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import lcm
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
        self._ruler = Ruler(_base_of(stream))
        self._end = 0

    @property
    def end(self) -> Fraction:
        """When the last picture read so far is over, in seconds from the in point."""
        return self._ruler.seconds(self._end)

    def lap(self, *, offset_us: int) -> Iterator[Picture]:
        """Pictures from in to out; their pts count from `offset_us`."""
        begin = Fraction(self._span.in_s)
        usual = 1 / Fraction(self._stream.average_rate or 30)
        out = None if self._span.out_s is None else Fraction(self._span.out_s) - begin
        ruler = self._ruler = Ruler(_base_of(self._stream), self._file.zero + begin, usual, out)
        usual_marks, out_marks = ruler.marks(usual), None if out is None else ruler.marks(out)
        aspect = float(self._stream.sample_aspect_ratio or 1)
        over, self._end = ruler.marks(-begin), 0
        for frame in self._file.frames(begin):
            time = over if frame.pts is None else ruler.at(frame.pts)
            over = time + (frame.duration * ruler.unit or usual_marks)
            if out_marks is not None and time >= out_marks:
                break
            if over <= 0:
                continue
            self._end = over
            pts_us = offset_us + max(0, ruler.rounded(time, 1_000_000))
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
        ruler = Ruler(_base_of(self._file.stream), self._file.zero + begin)
        for frame in self._file.frames(begin):
            assert isinstance(frame, av.AudioFrame)
            stamp = None if frame.pts is None else ruler.rounded(ruler.at(frame.pts), SAMPLE_RATE_HZ)
            if frame.rate == SAMPLE_RATE_HZ and frame.format.name == "fltp" and frame.layout.name == "stereo":
                yield stamp, _woven(frame)
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
        self.zero = self._zero_s()
        """Seconds of the file at which the clip begins."""
        self._fresh = True

    def frames(self, begin: Fraction) -> Iterator[Any]:
        """Decoded frames from the keyframe before `begin` (seconds of the clip) to the end of what can be read."""
        self._rewind(begin)
        try:
            for packet in self._container.demux(self.stream):
                yield from _decoded(packet.decode)
        except (av.FFmpegError, OSError):
            yield from _decoded(lambda: self.stream.codec_context.decode(None))

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
            self._container.seek(int((begin + self.zero - early) / unit), stream=self.stream, backward=True)
        except (av.FFmpegError, OSError):  # Some formats cannot be sought in: read them from the beginning.
            self._container.close()
            self._container = opened(self._path)
            self.stream = self._best()


class Ruler:
    """Exact times of a stream in whole marks, so fine that every time it is made for falls on one.

    Why: fractions of Python cost ten times as much, for each picture and each packet of sound.
    """

    def __init__(self, base: Fraction, zero: Fraction = Fraction(0), *others: Fraction | None) -> None:
        """`base`: seconds of one unit of a stamp; `zero`: seconds of the file at which its time is 0."""
        self._marks = lcm(*(time.denominator for time in (base, zero, *others) if time is not None))
        """In a second."""
        self.unit = self.marks(base)
        """Marks in one unit of a stamp."""
        self._zero = self.marks(zero)

    def at(self, stamp: int) -> int:
        """The time of a stamp, in marks."""
        return stamp * self.unit - self._zero

    def marks(self, seconds: Fraction) -> int:
        """A time that the ruler was made for."""
        return seconds.numerator * (self._marks // seconds.denominator)

    def rounded(self, marks: int, per_s: int) -> int:
        """The same in whole steps of 1 / `per_s` second."""
        return (2 * marks * per_s + self._marks) // (2 * self._marks)

    def seconds(self, marks: int) -> Fraction:
        """The same in seconds."""
        return Fraction(marks, self._marks)


def _base_of(stream: av.VideoStream | av.AudioStream) -> Fraction:
    return Fraction(stream.time_base or Fraction(1, av.time_base))


def _decoded(decode: Callable[[], Sequence[Any]]) -> Sequence[Any]:
    """Frames of one packet; none where it is damaged."""
    try:
        return decode()
    except (av.FFmpegError, OSError):
        return ()


def _woven(frame: av.AudioFrame) -> Sound:
    """Two planes as they lie in memory, sample by sample."""
    sound = np.empty((frame.samples, CHANNELS), np.float32)
    for channel, plane in enumerate(frame.planes):
        sound[:, channel] = np.frombuffer(plane, np.float32, frame.samples)  # type: ignore[call-overload]
    return sound


def _packed(frame: av.AudioFrame) -> Sound:
    return np.asarray(frame.to_ndarray(), np.float32).reshape(-1, CHANNELS)


LIGHT_PIXELS_S = 1920 * 1080 * 31
"""What one thread decodes in time: three threads took a third more processor time for the same pictures."""


def _is_light(stream: av.VideoStream) -> bool:
    rate = float(stream.average_rate or 30)
    return stream.width * stream.height * rate <= LIGHT_PIXELS_S
