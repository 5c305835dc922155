"""Sound of a live source on its way to the ticks: fixed latency, and a device's own clock bent to the media clock.

A device's crystal runs up to some 100 ppm fast or slow, so its samples are read a little faster or slower, never
more than 0.5 % off, until what is heard is exactly `due_us` old. Writer and reader are one thread each.
"""

import threading

import numpy as np
from numpy.typing import NDArray

from console.media.sound import Sound
from console.media.timebase import CHANNELS, SAMPLE_RATE_HZ

MOST_BENT = 0.005
"""Largest change of speed: a twelfth of a semitone."""
_SETTLE_S = 2.0
"""An error is made good over about this time."""
_JUMP_S = 0.05
"""A larger error is not bent away but jumped over, and counted."""
_SMOOTH = 1 / 256
"""Share of a new time stamp in the estimate of where sample 0 lies; some seconds of stretches."""
_AROUND = 2
"""Samples on either side that interpolation looks at."""


class AudioRing:
    """The last seconds of a live source's sound, each sample with the moment at which it was taken."""

    def __init__(self, *, rate_hz: int = SAMPLE_RATE_HZ, seconds: float = 3.0, read_hz: int = SAMPLE_RATE_HZ) -> None:
        """Written at `rate_hz`, read at `read_hz`, as the devices say; the truth is measured."""
        self._rate_hz, self._read_hz = rate_hz, read_hz
        self._lock = threading.Lock()
        self._memory = np.zeros((int(rate_hz * seconds), CHANNELS), np.float32)
        self._written = 0
        self._zero_us: float | None = None
        self._stamps = 0
        self._position: float | None = None
        self._expected = 0
        self.missing = 0
        """Samples that were due and had not come: silence was given."""
        self.jumps = 0
        """How often the reader had to jump to keep the latency."""
        self.last_us = 0
        """Time stamp of the newest stretch."""

    def write(self, sound: NDArray[np.float32], *, taken_us: int) -> None:
        """Append (n, 1) or (n, 2) samples; the first was taken at monotonic `taken_us`. Never waits for long."""
        size = len(self._memory)
        with self._lock:
            sound = sound[-size:]
            at = np.arange(self._written, self._written + len(sound)) % size
            self._memory[at] = sound  # one channel spreads over both
            self._estimate(taken_us - self._written / self._rate_hz * 1e6)
            self._written += len(sound)
            self.last_us = taken_us

    def read(self, first: int, count: int, *, due_us: int) -> Sound | None:
        """The reader's samples first..first + count, the first of them taken at `due_us`; None is silence."""
        with self._lock:
            if self._zero_us is None:
                self.missing += count
                return None
            due = (due_us - self._zero_us) * self._rate_hz / 1e6
            position = self._placed(due, first - self._expected)
            speed = self._bent((due - position) / self._rate_hz) * self._rate_hz / self._read_hz
            self._position, self._expected = position + count * speed, first + count
            places = position + np.arange(count, dtype=np.float64) * speed
            return self._at(places)

    def _estimate(self, zero_us: float) -> None:
        """Follow the moment of sample 0. A hole in the samples, or a new clock, starts it afresh."""
        if self._zero_us is None or abs(zero_us - self._zero_us) > _JUMP_S * 1e6:
            self._zero_us, self._stamps = zero_us, 0
        self._stamps += 1
        self._zero_us += (zero_us - self._zero_us) * max(1 / self._stamps, _SMOOTH)

    def _placed(self, due: float, skipped: int) -> float:
        """Where to read on: behind what was read last, or where it is due if that is too far off."""
        if self._position is not None and abs(skipped) < self._read_hz:
            position = self._position + skipped * self._rate_hz / self._read_hz
            if abs(due - position) <= _JUMP_S * self._rate_hz:
                return position
        self.jumps += self._position is not None
        return due

    def _at(self, places: NDArray[np.float64]) -> Sound | None:
        known = (places >= max(0, self._written - len(self._memory)) + _AROUND) & (places < self._written - _AROUND)
        unknown = len(places) - int(np.count_nonzero(known))
        self.missing += unknown
        if unknown == len(places):
            return None
        sound = _between(self._memory, places)
        if unknown:
            sound[~known] = 0
        return sound

    @staticmethod
    def _bent(error_s: float) -> float:
        return 1.0 + min(MOST_BENT, max(-MOST_BENT, error_s / _SETTLE_S))


def _between(memory: Sound, places: NDArray[np.float64]) -> Sound:
    """Values between samples by cubic Hermite curves (Catmull-Rom): exact on samples, flat to 8 kHz within 0.5 dB."""
    whole = np.floor(places)
    part = (places - whole).astype(np.float32)[:, None]
    at = whole.astype(np.int64)
    before, here, next_, after = (memory[(at + step) % len(memory)] for step in (-1, 0, 1, 2))
    bend = 3 * (here - next_) + after - before
    slope = 2 * before - 5 * here + 4 * next_ - after
    sound: Sound = here + 0.5 * part * (next_ - before + part * (slope + part * bend))
    return sound
