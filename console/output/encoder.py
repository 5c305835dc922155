"""One encode of one rendition: ticks in, FLV tags out. Thread: encoder."""

import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import av

from console.errors import ConsoleError
from console.media.feed import Feed, FrameMemory, Tick
from console.model.destination import Rendition
from console.output.overload import Overload
from console.output.sound_codec import SoundCodec
from console.output.tagger import Tagger
from console.output.video_codec import cheaper, configure, gop_of, opened
from console.wire.flv import Tag
from console.words.output import ENCODER_REFUSED

log = logging.getLogger(__name__)


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
    """Keeps up or becomes cheaper; never re-opens its container, so every receiver keeps its headers."""

    def __init__(
        self, rendition: Rendition, rate: Fraction, feed: Feed, sink: Callable[[list[Tag]], None], *, name: str
    ) -> None:
        """Open everything now, before air; raises `ConsoleError`. `sink` gets a tick's tags on this thread."""
        self._rendition, self._rate, self._feed, self._sink = rendition, rate, feed, sink
        self._name, self._preset = name, str(rendition.preset)
        self._wanted_kbps = self._kbps = rendition.video_kbps
        self._tagger = Tagger(name)
        self._video = self._tagger.video_codec
        configure(self._video, rendition, rate, preset=self._preset)
        self._sound = SoundCodec(self._tagger.sound_codec, rendition.audio_kbps)
        self.headers = self._begun()
        """Metadata and sequence headers."""
        self._last: FrameMemory | None = None
        self._overload = Overload(window=round(rate))
        self._pictures = self._bytes = 0
        self._since_key = 0
        self._tags: list[Tag] = []

    @property
    def figures(self) -> EncoderFigures:
        """May be read from any thread."""
        return EncoderFigures(self._name, self._preset, self._pictures, self._bytes, self._feed.skipped, self._kbps)

    def set_kbps(self, kbps: int) -> None:
        """Wish for another bitrate of the pictures from the next one on. Any thread."""
        self._wanted_kbps = kbps

    def run(self, stop: threading.Event) -> None:
        """Encode what the feed gives until it is closed or `stop` is set; then give out the last tags."""
        while not stop.is_set() and not self._feed.finished:
            tick = self._feed.take()
            if tick is not None:
                self._encode(tick)
        self._finish()

    def _begun(self) -> tuple[Tag, ...]:
        try:
            return self._tagger.begin()
        except (av.error.FFmpegError, ValueError) as error:
            raise ConsoleError(ENCODER_REFUSED(encoder=self._name, reason=str(error))) from error

    def _encode(self, tick: Tick) -> None:
        self._follow_bitrate()
        self._watch()
        memory = tick.memory or self._last
        if memory is not None:
            self._picture(memory, tick.number)
        for packet in self._sound.encode(tick.sounds):
            self._give(self._tagger.sound(packet))
        self._keep(tick.memory)
        self._deliver()

    def _picture(self, memory: FrameMemory, number: int) -> None:
        memory.frame.pts, memory.frame.time_base = number, 1 / self._rate
        self._give_packets(self._video.encode(memory.frame))
        self._pictures += 1

    def _give_packets(self, packets: Iterable["av.Packet[Any]"]) -> None:
        for packet in packets:
            self._since_key = 0 if packet.is_keyframe else self._since_key + 1
            self._give(self._tagger.video(packet))

    def _give(self, tags: list[Tag]) -> None:
        self._tags += tags

    def _deliver(self) -> None:
        """All tags of a tick at once: each delivery wakes the senders."""
        if self._tags:
            self._bytes += sum(len(tag.body) for tag in self._tags)
            self._sink(self._tags)
            self._tags = []

    def _keep(self, memory: FrameMemory | None) -> None:
        """Keep this picture for a repetition; the one before may be written again."""
        if memory is None:
            return
        if self._last is not None:
            self._feed.give_back(self._last)
        self._last = memory

    def _follow_bitrate(self) -> None:
        if self._wanted_kbps != self._kbps:
            self._kbps = self._wanted_kbps
            self._video.bit_rate = self._kbps * 1000

    def _watch(self) -> None:
        self._overload = self._overload.seen(waiting=self._feed.waiting, skipped=self._feed.skipped)
        at_gop = self._since_key >= gop_of(self._rate) - 1
        if self._overload.is_reached and (at_gop or self._feed.skipped > self._overload.skipped_before):
            self._step_down()

    def _step_down(self) -> None:
        """Go on with a cheaper preset; its first picture is a keyframe."""
        self._overload = self._overload.relieved(skipped=self._feed.skipped)
        preset = cheaper(self._preset) if self._name == "libx264" else None
        if preset is None:
            return
        video = opened(self._rendition, self._rate, name=self._name, preset=preset)
        if video.extradata != self._video.extradata:
            log.info("%s refused in mid-show: other headers than %s", preset, self._preset)
            return
        self._give_packets(self._video.encode(None))
        self._video, self._preset = video, preset
        video.bit_rate = self._kbps * 1000
        log.info("overload: preset %s from now on", preset)

    def _finish(self) -> None:
        self._give_packets(self._video.encode(None))
        for packet in self._sound.flush():
            self._give(self._tagger.sound(packet))
        self._give(self._tagger.close())
        self._deliver()
