"""AAC out of ticks of any length."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import av
import numpy as np

from console.media.sound import Sound, silence
from console.media.timebase import SAMPLE_RATE_HZ

FRAME_SAMPLES = 1024


class SoundCodec:
    """Cuts the stream of samples into AAC's frames of 1024. Thread: encoder."""

    def __init__(self, codec: av.AudioCodecContext, kbps: int) -> None:
        """Sets a codec that is not open yet to 48 kHz, stereo."""
        codec.sample_rate, codec.layout, codec.format = SAMPLE_RATE_HZ, "stereo", "fltp"
        codec.bit_rate = kbps * 1000
        codec.time_base = Fraction(1, SAMPLE_RATE_HZ)
        self.codec = codec
        self._rest = silence(0)
        self._position = 0

    def encode(self, sounds: tuple[Sound, ...]) -> Iterator["av.Packet[Any]"]:
        """Packets that became whole with these samples."""
        waiting = np.concatenate([self._rest, *sounds])
        whole = len(waiting) - len(waiting) % FRAME_SAMPLES
        for start in range(0, whole, FRAME_SAMPLES):
            yield from self.codec.encode(self._frame(waiting[start : start + FRAME_SAMPLES]))
        self._rest = waiting[whole:]

    def flush(self) -> Iterator["av.Packet[Any]"]:
        """What is left, the last frame filled up with silence."""
        if len(self._rest):
            yield from self.encode((silence(FRAME_SAMPLES - len(self._rest)),))
        yield from self.codec.encode(None)

    def _frame(self, sound: Sound) -> av.AudioFrame:
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound.T), format="fltp", layout="stereo")
        frame.sample_rate = SAMPLE_RATE_HZ
        frame.time_base = Fraction(1, SAMPLE_RATE_HZ)
        frame.pts = self._position
        self._position += FRAME_SAMPLES
        return frame
