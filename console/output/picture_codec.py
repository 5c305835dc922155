"""H.264 out of ticks. Thread: encoder."""

import logging
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import av

from console.errors import ConsoleError
from console.media.feed import FrameMemory
from console.model.destination import Rendition
from console.output.tagger import Tagger
from console.output.video_codec import X264, cheaper, configure, gop_of, opened
from console.wire import avc
from console.wire.flv import Tag

log = logging.getLogger(__name__)


class PictureCodec:
    """An encoder that can become cheaper in mid-show; the stream it makes stays one stream."""

    def __init__(self, rendition: Rendition, rate: Fraction, *, name: str) -> None:
        """Open; raises libav's errors and `ValueError`."""
        self._rendition, self._rate, self._name = rendition, rate, name
        self._gop = gop_of(rate)
        self._hz, self._seconds = rate.as_integer_ratio()
        """So many pictures in so many seconds: whole numbers, since a `Fraction` is slow."""
        self.preset = str(rendition.preset)
        self.kbps = rendition.video_kbps
        self._tagger = Tagger(name)
        codec = self._tagger.codec
        if not isinstance(codec, av.VideoCodecContext):
            raise ValueError(f"{name} encodes no pictures")
        configure(codec, rendition, rate, preset=self.preset)
        self.headers = self._tagger.begin()
        """Metadata and sequence header."""
        self._codec = codec
        self._is_x264 = name == X264
        self._is_cheapest = not self._is_x264
        self._last_ms = 0
        self._held = self._since_key = 0
        self._next_number = 0

    @property
    def next_ms(self) -> int:
        """No tag that comes later is before this time."""
        return self._next_number * 1000 * self._seconds // self._hz

    @property
    def is_before_key(self) -> bool:
        """The next picture would be a keyframe anyway."""
        return self._since_key >= self._gop - 1

    def encode(self, memory: FrameMemory, number: int) -> list[Tag]:
        """Show this picture from tick `number` on; numbers grow."""
        # Unit: ticks, as the encoder counts; a frame without a time base of its own takes the encoder's.
        memory.frame.pts = number
        self._held += 1
        tags = self._tagged(self._codec.encode(memory.frame))
        if not self._held:
            self._next_number = number + 1
        return tags

    def pass_over(self, number: int) -> None:
        """Tick `number` has no picture at all."""
        if not self._held:
            self._next_number = number + 1

    def set_kbps(self, kbps: int) -> None:
        """Another bitrate from the next picture on."""
        self.kbps = kbps
        self._codec.bit_rate = kbps * 1000

    def step_down(self) -> list[Tag]:
        """Go on with a cheaper preset, if there is one; its first picture is a keyframe. Returns what was held."""
        preset = None if self._is_cheapest else cheaper(self.preset)
        codec = self._opened(preset) if preset else None
        if preset is None or codec is None:
            self._is_cheapest = True
            return []
        tags = self._tagged(self._codec.encode(None))
        self._codec, self.preset = codec, preset
        self.set_kbps(self.kbps)
        log.info("overload: preset %s from now on", preset)
        return tags

    def close(self) -> list[Tag]:
        """The last tags."""
        tags, end = self._tagged(self._codec.encode(None)), self._tagger.close()
        return [*tags, *([avc.end_tag(self._last_ms)] if self._is_x264 else end)]

    def _opened(self, preset: str) -> av.VideoCodecContext | None:
        """An encoder that receivers would not notice; None: there is none."""
        try:
            codec = opened(self._rendition, self._rate, name=self._name, preset=preset)
        except ConsoleError as error:
            log.info("preset %s refused in mid-show: %s", preset, error)
            return None
        if codec.extradata != self._codec.extradata:
            log.info("preset %s refused in mid-show: other headers than %s", preset, self.preset)
            return None
        return codec

    def _tagged(self, packets: Iterable["av.Packet[Any]"]) -> list[Tag]:
        tags: list[Tag] = []
        for packet in packets:
            self._since_key = 0 if packet.is_keyframe else self._since_key + 1
            self._held -= 1
            self._next_number = 1 + (packet.pts or 0)
            tags += self._tags_of(packet)
        return tags

    def _tags_of(self, packet: "av.Packet[Any]") -> list[Tag]:
        """As the muxer would make them; it costs three times as much."""
        if not self._is_x264:
            return self._tagger.tags(packet)
        self._last_ms = self._ms(packet.pts or 0)
        return [avc.picture_tag(self._last_ms, bytes(packet), keyframe=packet.is_keyframe)]

    def _ms(self, number: int) -> int:
        """As the muxer rounds, in 32 bits."""
        return (number * 1000 * self._seconds + self._hz // 2) // self._hz & 0xFFFFFFFF
