"""Looks at a stream as a viewer's player would, and keeps what it saw and heard.

Thread: `watch` on one thread, `received` on any.
"""

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, Literal, Protocol

import av
from av.audio.stream import AudioStream
from av.video.stream import VideoStream

from console.errors import ConsoleError, Message
from console.rehearsal.judge import Spot, lip_sync
from console.rehearsal.picture_notes import PictureNotes
from console.rehearsal.received import Glance, Received
from console.rehearsal.sound_notes import SoundNotes
from console.words.rehearsal import STREAM_UNREADABLE, STREAM_WITHOUT_MEDIA

Effort = Literal["full", "light"]
"""full: every picture is decoded. light: every one is counted, keyframes are decoded."""

PROBE_US = 2_000_000
"""Of the stream: libav would look for missing sound in the first 90 s of an FLV."""


class Readable(Protocol):
    """What libav reads a stream from."""

    def read(self, size: int) -> bytes:
        """At most `size` bytes; empty at the end."""
        ...


class Viewer:
    """Watches one stream after another; the figures are of all of them together."""

    def __init__(
        self, *, effort: Effort = "full", spots: tuple[Spot, ...] = (), is_late: Callable[[], bool] = lambda: False
    ) -> None:
        """While `is_late` says so, only keyframes are decoded: the show under test needs the processor more."""
        self._effort = effort
        self._is_late = is_late
        self._lock = threading.Lock()
        self._pictures = PictureNotes(spots=spots)
        self._sound = SoundNotes()
        self._problem: Message | None = None
        self._base_us = 0
        self._end_us = 0
        self._origin_us: int | None = None
        self._is_skipping = False
        self._looked_s: float | None = None

    def watch(self, stream: Readable | str, *, file_format: str | None = None) -> None:
        """Look at all of it. What is wrong with the stream becomes `Received.problem`; nothing is raised."""
        self._begin()
        try:
            # Why: no seeking and little probing, so that the first picture is looked at when it comes.
            options = {"analyzeduration": str(PROBE_US), "fpsprobesize": "0", "fflags": "+discardcorrupt"}
            with av.open(stream, "r", format=file_format, options=options) as container:
                self._watch(container)
        except (av.error.FFmpegError, OSError) as failure:
            self._fail(STREAM_UNREADABLE(detail=failure.strerror or type(failure).__name__))
        except ConsoleError as failure:
            self._fail(failure.message)
        finally:
            with self._lock:
                self._pictures.finish()
                self._sound.finish()

    def received(self, *, with_thumbnails: bool = True) -> Received:
        """Everything so far."""
        with self._lock:
            seconds = self._end_us / 1e6
            size_bytes = self._pictures.size_bytes + self._sound.size_bytes
            return Received(
                seconds=seconds,
                size_bytes=size_bytes,
                kbps=round(size_bytes * 8 / seconds / 1000, 1) if seconds else 0.0,
                pictures=self._pictures.figures(),
                sound=self._sound.figures(),
                ticks=self._pictures.ticks,
                lip_sync=lip_sync(tuple(self._pictures.flashes_us), tuple(self._sound.beeps_us)),
                colours=self._pictures.colours,
                problem=self._problem,
                thumbnails=self._pictures.album.thumbnails if with_thumbnails else (),
            )

    def glance(self) -> Glance:
        """The newest picture's age, and how many there were."""
        with self._lock:
            age_s = None if self._looked_s is None else time.monotonic() - self._looked_s
            return Glance(self._pictures.decoded, age_s)

    def _begin(self) -> None:
        with self._lock:
            self._base_us, self._origin_us = self._end_us, None
            self._problem = None
            self._is_skipping = False

    def _fail(self, problem: Message) -> None:
        with self._lock:
            self._problem = problem

    def _watch(self, container: av.container.InputContainer) -> None:
        streams: list[VideoStream | AudioStream] = [*container.streams.video[:1], *container.streams.audio[:1]]
        if not streams:
            raise ConsoleError(STREAM_WITHOUT_MEDIA())
        for stream in streams:
            stream.codec_context.thread_count = 1
            self._introduce(stream)
        for packet in container.demux(streams):
            self._take(packet)

    def _introduce(self, stream: VideoStream | AudioStream) -> None:
        name = stream.codec_context.name
        with self._lock:
            if isinstance(stream, VideoStream):
                # Why: keyframes keep their exact colours, the others are only read for their number.
                stream.codec_context.options = {"skip_loop_filter": "nokey"}
                self._pictures.begin(name)
            else:
                self._sound.begin(name)

    def _take(self, packet: "av.Packet[Any]") -> None:
        if isinstance(packet.stream, VideoStream):
            self._take_picture(packet)
        else:
            self._take_sound(packet)

    def _take_picture(self, packet: "av.Packet[Any]") -> None:
        if packet.size:
            stamp = packet.pts if packet.pts is not None else packet.dts
            with self._lock:
                at_us = self._at_us(packet, stamp)
                self._pictures.count(packet.size, at_us, is_keyframe=packet.is_keyframe)
            if self._overlooks(packet):
                return
        for frame in self._decoded(packet):
            assert isinstance(frame, av.VideoFrame)
            with self._lock:
                self._pictures.look(frame, self._at_us(packet, frame.pts))
                self._looked_s = time.monotonic()

    def _overlooks(self, packet: "av.Packet[Any]") -> bool:
        """Whether nobody looks at this picture; after one that was not, decoding goes on with a keyframe."""
        if packet.is_keyframe:
            self._is_skipping = self._effort == "light" or self._is_late()
            return False
        if not self._is_skipping:
            return False
        with self._lock:
            self._pictures.overlook()
        return True

    def _take_sound(self, packet: "av.Packet[Any]") -> None:
        with self._lock:
            self._sound.count(packet.size)
        for frame in self._decoded(packet):
            assert isinstance(frame, av.AudioFrame)
            with self._lock:
                at_us = self._at_us(packet, frame.pts)
                self._sound.hear(frame, at_us)
                self._end_us = max(self._end_us, at_us + round(frame.samples * 1e6 / frame.sample_rate))

    def _decoded(self, packet: "av.Packet[Any]") -> Iterator[av.VideoFrame | av.AudioFrame]:
        try:
            frames = packet.decode()
        except av.error.FFmpegError:
            with self._lock:
                (self._pictures if isinstance(packet.stream, VideoStream) else self._sound).count_broken()
            return
        yield from (frame for frame in frames if frame.pts is not None)

    def _at_us(self, packet: "av.Packet[Any]", stamp: int | None) -> int:
        """Time in the whole of what was watched; each stream begins with its first packet."""
        stamp_us = round((stamp or 0) * packet.time_base * 1_000_000)
        if self._origin_us is None:
            self._origin_us = stamp_us
        at_us = self._base_us + stamp_us - self._origin_us
        self._end_us = max(self._end_us, at_us)
        return at_us
