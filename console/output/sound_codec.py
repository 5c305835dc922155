"""AAC out of ticks of any length. Thread: encoder."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import av
import numpy as np

from console.media.sound import Sound, silence
from console.media.timebase import SAMPLE_RATE_HZ
from console.output.tagger import Tagger
from console.wire.flv import Tag, TagKind

FRAME_SAMPLES = 1024
_A_SAMPLE = Fraction(1, SAMPLE_RATE_HZ)
AAC_FRAME = b"\xaf\x01"
"""What the muxer writes before each frame, at five times the cost; the headers are its own."""


class SoundCodec:
    """Cuts the stream of samples into AAC's frames of 1024; 48 kHz, stereo."""

    def __init__(self, kbps: int) -> None:
        """Open; raises libav's errors."""
        self._tagger = Tagger("aac")
        codec = self._tagger.codec
        assert isinstance(codec, av.AudioCodecContext)
        codec.sample_rate, codec.layout, codec.format = SAMPLE_RATE_HZ, "stereo", "fltp"
        codec.bit_rate = kbps * 1000
        codec.time_base = _A_SAMPLE
        self.headers = self._tagger.begin()
        """Metadata and sequence header."""
        self._codec = codec
        self._rest = silence(0)
        self._position = 0
        self._next_sample = 0

    @property
    def next_ms(self) -> int:
        """No tag that comes later is before this time."""
        return self._next_sample * 1000 // SAMPLE_RATE_HZ

    def encode(self, sounds: tuple[Sound, ...]) -> list[Tag]:
        """Tags that became whole with these samples."""
        waiting = np.concatenate([self._rest, *sounds])
        whole = len(waiting) - len(waiting) % FRAME_SAMPLES
        self._rest = waiting[whole:]
        return self._tagged(self._codec.encode(self._framed(waiting[:whole]))) if whole else []

    def skip(self, samples: int) -> None:
        """Leave a gap of so many samples: what comes next keeps its time."""
        self._position += samples

    def close(self) -> list[Tag]:
        """What is left, the last frame filled up with silence."""
        tags = self.encode((silence(-len(self._rest) % FRAME_SAMPLES),))
        return [*tags, *self._tagged(self._codec.encode(None)), *self._tagger.close()]

    def _framed(self, sound: Sound) -> av.AudioFrame:
        """All of it in one frame: PyAV cuts it into the encoder's own, at a price for each call."""
        frame = av.AudioFrame("fltp", "stereo", len(sound))
        frame.sample_rate, frame.time_base = SAMPLE_RATE_HZ, _A_SAMPLE
        for channel, plane in enumerate(frame.planes):
            np.frombuffer(plane, np.float32)[: len(sound)] = sound[:, channel]  # type: ignore[call-overload]
        frame.pts = self._position
        self._position += len(sound)
        return frame

    def _tagged(self, packets: Iterable["av.Packet[Any]"]) -> list[Tag]:
        tags: list[Tag] = []
        for packet in packets:
            at = packet.pts or 0
            self._next_sample = at + FRAME_SAMPLES
            # Why: the encoder's run-up lies before the first sample; the muxer would shift all that follows by it.
            if at >= 0:
                tags.append(Tag(TagKind.AUDIO, _ms(at), AAC_FRAME + bytes(packet)))
        return tags


def _ms(sample: int) -> int:
    """As the muxer rounds, in 32 bits."""
    return (sample * 1000 + SAMPLE_RATE_HZ // 2) // SAMPLE_RATE_HZ & 0xFFFFFFFF
