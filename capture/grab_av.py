"""Grabbing through FFmpeg: devices in their own pixel format, network streams, files that play like a camera."""

import contextlib
import os
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import av
import numpy as np

from capture.convert import Converter
from capture.file import reason_of
from capture.grab import Sink
from capture.order import Order
from capture.pace import Pace, Steady
from console.errors import ConsoleError
from console.media.clock import now_us
from console.media.timebase import CHANNELS, SAMPLE_RATE_HZ
from console.words.capture import NOTHING_TO_PLAY, SOURCE_LOST, SOURCE_NOT_OPENED, STREAM_ENDED

_BAD_IN_A_ROW = 300


def grab_av(order: Order, sink: Sink) -> None:
    """Until the engine goes or the stream ends. Raises `ConsoleError` that says why."""
    av.logging.set_level(None)  # Why: FFmpeg's own words hold addresses, which may hold passwords.
    with contextlib.closing(_opened(order)) as container:
        grabber = _Grabber(container, order, sink)
        sink.opened(has_picture=grabber.video is not None, has_sound=grabber.audio is not None)
        while True:
            try:
                grabber.play()
                if not order.loop:
                    raise ConsoleError(STREAM_ENDED(name=order.name))
                grabber.rewind()
            except (av.FFmpegError, OSError) as error:
                if isinstance(error, BrokenPipeError | ConnectionResetError) and not isinstance(
                    error, av.FFmpegError
                ):
                    raise
                raise ConsoleError(SOURCE_LOST(name=order.name, reason=reason_of(error))) from None


def _opened(order: Order) -> av.container.InputContainer:
    reason = ""
    for options in order.attempts:
        try:
            return av.open(
                str(order.input),
                format=order.format,
                options=dict(options),
                timeout=(order.patience_s, order.patience_s),
                metadata_errors="replace",
            )
        except (av.FFmpegError, OSError, ValueError) as error:
            reason = reason or reason_of(error)
    raise ConsoleError(SOURCE_NOT_OPENED(name=order.name, reason=reason))


class _Grabber:
    """What is played of an open container."""

    def __init__(self, container: av.container.InputContainer, order: Order, sink: Sink) -> None:
        self._container, self._order, self._sink = container, order, sink
        self.video = container.streams.best("video")
        self.audio = container.streams.best("audio") if order.sound else None
        if self.video is None and self.audio is None:
            raise ConsoleError(NOTHING_TO_PLAY(file=order.name))
        if self.video is not None:
            self.video.codec_context.thread_type = "SLICE"  # Why: threads by frame hold pictures back.
            self.video.codec_context.thread_count = min(4, os.cpu_count() or 1)
        self._converter = Converter(at_most=order.at_most)
        self._resampler = av.AudioResampler(format="flt", layout="stereo", rate=SAMPLE_RATE_HZ)
        self._pace = Pace(slack_us=max(10_000, order.latency_us - 30_000))
        self._steady = Steady()
        self._bad = 0

    def play(self) -> None:
        """To the end of the stream."""
        streams = [stream for stream in (self.video, self.audio) if stream is not None]
        for packet in self._container.demux(streams):
            for frame in self._decoded(packet):
                if isinstance(frame, av.VideoFrame):
                    self._show(frame)
                else:
                    self._sound(frame)

    def rewind(self) -> None:
        """Begin again where the last picture is over."""
        self._container.seek(0)
        rate = Fraction(getattr(self.video, "average_rate", None) or 30)
        self._pace.begin_again(after_us=int(1_000_000 / rate))

    def _decoded(self, packet: Any) -> Iterator[Any]:
        try:
            frames = packet.decode()
            self._bad = 0
        except av.FFmpegError:
            self._bad += 1  # Why: a stream that was joined in its middle begins with pictures that lack their start.
            if self._bad > _BAD_IN_A_ROW:
                raise
            return
        yield from frames

    def _show(self, frame: av.VideoFrame) -> None:
        taken_us = self._moment(frame)
        if self._order.paced:
            self._sink.wait_until(taken_us)
        self._sink.picture(self._converter.picture(frame), taken_us=taken_us)

    def _sound(self, frame: av.AudioFrame) -> None:
        taken_us = self._moment(frame)
        if self._order.paced and self.video is None:
            self._sink.wait_until(taken_us)
        for made in self._resampler.resample(frame):
            samples = np.asarray(made.to_ndarray(), np.float32).reshape(-1, CHANNELS)
            self._sink.sound(samples, taken_us=taken_us)
            taken_us += made.samples * 1_000_000 // SAMPLE_RATE_HZ

    def _moment(self, frame: av.VideoFrame | av.AudioFrame) -> int:
        now = now_us()
        if not self._order.paced or frame.pts is None or frame.time_base is None:
            return self._steady.moment(now)
        return self._pace.moment(int(frame.pts * frame.time_base * 1_000_000), now=now)
