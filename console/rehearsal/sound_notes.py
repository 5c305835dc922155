"""What the sound of a stream tells, kept in bounded memory."""

from collections import deque

import av
import msgspec
import numpy as np

from capture.beep import FREQUENCY_HZ
from console.media.loudness import Loudness
from console.rehearsal.beeps import BeepFinder, Mono
from console.rehearsal.received import SoundReceived

MAX_BEEPS = 7200
"""Two hours of one a second; older ones are forgotten."""
JUMP_US = 20_000
"""A time stamp that disagrees with the count of samples by more than this is a gap."""
SMOOTHED_FRAMES = 48
"""FLV rounds to milliseconds; the mean over a second of AAC frames is exact again."""


class SoundNotes:
    """Decoded frames of one stream after another."""

    def __init__(self) -> None:
        """Nothing heard yet."""
        self.beeps_us: deque[int] = deque(maxlen=MAX_BEEPS)
        self.size_bytes = 0
        self._figures = SoundReceived()
        self._loudness = Loudness()
        self._finder: BeepFinder | None = None
        self._offsets_us: deque[float] = deque(maxlen=SMOOTHED_FRAMES)
        self._samples = 0

    def begin(self, codec: str) -> None:
        """A new stream."""
        self._figures = msgspec.structs.replace(self._figures, codec=codec)

    def count(self, size_bytes: int) -> None:
        """A packet arrived."""
        self.size_bytes += size_bytes

    def count_broken(self) -> None:
        """A packet could not be decoded."""
        self._figures = msgspec.structs.replace(self._figures, broken=self._figures.broken + 1)

    def hear(self, frame: av.AudioFrame, at_us: float) -> None:
        """A decoded frame that begins at `at_us`."""
        figures = self._figures
        if frame.sample_rate != figures.rate_hz or self._finder is None:
            self._restart()
            self._finder = BeepFinder(tone_hz=FREQUENCY_HZ, rate_hz=frame.sample_rate)
        self._figures = msgspec.structs.replace(
            figures,
            rate_hz=frame.sample_rate,
            channels=frame.layout.nb_channels,
            seconds=figures.seconds + frame.samples / frame.sample_rate,
        )
        self._loudness.hear(frame)
        start_us = self._placed(frame, at_us)
        self.beeps_us += self._finder.feed(_mono(frame), start_us)

    def finish(self) -> None:
        """The stream ended."""
        self._restart()

    def figures(self) -> SoundReceived:
        """So far."""
        return msgspec.structs.replace(self._figures, loudness_lufs=self._loudness.lufs)

    def _placed(self, frame: av.AudioFrame, at_us: float) -> float:
        """Where the frame begins, without the rounding of its time stamp."""
        offset_us = at_us - self._samples * 1e6 / frame.sample_rate
        if self._offsets_us and abs(offset_us - self._offsets_us[-1]) > JUMP_US:
            self._figures = msgspec.structs.replace(self._figures, gaps=self._figures.gaps + 1)
            self._restart()
            offset_us = at_us
        self._offsets_us.append(offset_us)
        start_us = sum(self._offsets_us) / len(self._offsets_us) + self._samples * 1e6 / frame.sample_rate
        self._samples += frame.samples
        return start_us

    def _restart(self) -> None:
        if self._finder is not None:
            self.beeps_us += self._finder.finish()
        self._offsets_us.clear()
        self._samples = 0


def _mono(frame: av.AudioFrame) -> Mono:
    """All channels mixed into one, whatever the layout of the samples."""
    samples = frame.to_ndarray()
    if not frame.format.is_planar:
        samples = samples.reshape(-1, frame.layout.nb_channels).T
    scale = 1.0 if samples.dtype.kind == "f" else 0.5 ** (8 * samples.dtype.itemsize - 1)
    return np.asarray(samples.mean(axis=0) * scale, np.float32)
