"""One encode of one rendition: ticks in, FLV tags out. Thread: encoder."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import av

from console.errors import ConsoleError
from console.media.feed import Burst, Feed, FrameMemory, Tick
from console.model.destination import Rendition
from console.output.interleaver import Interleaver
from console.output.overload import Overload
from console.output.picture_codec import PictureCodec
from console.output.sound_codec import SoundCodec
from console.output.tagger import headers_of
from console.output.video_codec import reason_of
from console.wire.flv import Tag
from console.words.output import ENCODER_REFUSED


@dataclass(frozen=True, slots=True)
class EncoderFigures:
    """What an encoder did so far."""

    name: str
    preset: str
    pictures: int
    bytes: int
    skipped: int
    """Ticks whose picture it never got."""
    kbps: int
    """Wanted now."""


class Encoder:
    """Keeps up or becomes cheaper; never begins a new stream, so every receiver keeps its headers."""

    def __init__(
        self, rendition: Rendition, rate: Fraction, feed: Feed, sink: Callable[[list[Tag]], None], *, name: str
    ) -> None:
        """Open everything now, before air; raises `ConsoleError`. `sink` gets a burst's tags on this thread."""
        self._feed, self._sink, self._name = feed, sink, name
        self._wanted_kbps = rendition.video_kbps
        try:
            self._video = PictureCodec(rendition, rate, name=name)
            self._sound = SoundCodec(rendition.audio_kbps)
        except (av.error.FFmpegError, ValueError, OverflowError) as error:
            raise ConsoleError(ENCODER_REFUSED(encoder=name, reason=reason_of(error))) from error
        self.headers = headers_of(self._video.headers, self._sound.headers)
        """Metadata and sequence headers."""
        self._interleaver = Interleaver()
        self._last: FrameMemory | None = None
        self._overload = Overload(window=round(rate))
        self._pictures = self._bytes = 0

    @property
    def figures(self) -> EncoderFigures:
        """May be read from any thread."""
        return EncoderFigures(
            self._name,
            self._video.preset,
            self._pictures,
            self._bytes,
            self._feed.skipped,
            self._wanted_kbps,
        )

    def set_kbps(self, kbps: int) -> None:
        """Wish for another bitrate of the pictures from the next one on. Any thread."""
        self._wanted_kbps = kbps

    def run(self, stop: threading.Event) -> None:
        """Encode what the feed gives until it is closed or `stop` is set; then give out the last tags."""
        while not stop.is_set():
            burst = self._feed.take()
            if burst is not None:
                self._encode(burst)
            elif self._feed.finished:
                break
        self._finish()

    def _encode(self, burst: Burst) -> None:
        """One kind after the other, for the sake of the processor's caches."""
        if self._wanted_kbps != self._video.kbps:
            self._video.set_kbps(self._wanted_kbps)
        self._hear(burst)
        for tick in burst.ticks:
            self._watch()
            self._show(tick)
        self._deliver(self._interleaver.taken())

    def _hear(self, burst: Burst) -> None:
        self._sound.skip(burst.lost_samples)
        tags = self._sound.encode(burst.sounds)
        self._interleaver.sounds(tags, next_ms=self._sound.next_ms)

    def _show(self, tick: Tick) -> None:
        """This picture, or the last one again."""
        memory = tick.memory or self._last
        tags: list[Tag] = []
        if memory is None:
            self._video.pass_over(tick.number)
        else:
            tags = self._video.encode(memory, tick.number)
            self._pictures += 1
        self._interleaver.pictures(tags, next_ms=self._video.next_ms)
        self._keep(tick.memory)

    def _keep(self, memory: FrameMemory | None) -> None:
        """Keep this picture for a repetition; the one before may be written again."""
        if memory is None:
            return
        if self._last is not None:
            self._feed.give_back(self._last)
        self._last = memory

    def _watch(self) -> None:
        """In an overload become cheaper: at a keyframe, or at once if pictures are being lost."""
        skipped = self._feed.skipped
        self._overload = self._overload.seen(is_crowded=self._feed.is_crowded, skipped=skipped)
        if self._overload.is_reached and (self._video.is_before_key or skipped > self._overload.skipped_before):
            self._overload = self._overload.relieved(skipped=skipped)
            self._interleaver.pictures(self._video.step_down(), next_ms=self._video.next_ms)

    def _finish(self) -> None:
        self._hear(Burst(sounds=self._feed.left_over))
        self._interleaver.sounds(self._sound.close(), next_ms=self._sound.next_ms)
        self._interleaver.pictures(self._video.close(), next_ms=self._video.next_ms)
        self._deliver(self._interleaver.rest())

    def _deliver(self, tags: list[Tag]) -> None:
        """All tags of a burst at once: each delivery wakes the senders."""
        if tags:
            for tag in tags:
                self._bytes += len(tag.body)
            self._sink(tags)
