"""The sound of one source on its way into the sum. Thread: mixer."""

import numpy as np

from console.media.sound import Sound, amplitude, silence
from console.media.timebase import SAMPLE_RATE_HZ
from console.mixer.filters import Filtering
from console.model.audio import Strip

LONGEST_DELAY_MS = 10_000
HIGHEST_GAIN_DB, LOWEST_GAIN_DB = 60.0, -120.0


class StripSound:
    """Filters, delay and gain of one strip; keeps what they remember from tick to tick. None is silence."""

    def __init__(self) -> None:
        """Nothing remembered: the first tick has its gain from its first sample on."""
        self.filtering = Filtering()
        self.before_gain: Sound | None = None
        """Of the last tick, filtered and delayed, whether it is heard or not; None is silence. Only to be read."""
        self._late = silence(0)
        """Sound held back by the delay."""
        self._gain: float | None = None

    def apply(self, strip: Strip, sound: Sound | None, *, count: int, is_heard: bool = True) -> Sound | None:
        """The strip's share of the sum: as many samples as came in, to be read only."""
        filtered = self.filtering.apply(strip.filters, sound, count)
        self.before_gain = self._delayed(filtered, strip.delay_ms, count)
        return self._gained(self.before_gain, strip, is_heard=is_heard)

    def _delayed(self, sound: Sound | None, delay_ms: int, count: int) -> Sound | None:
        """Another delay inserts silence or leaves the oldest sound out, at once."""
        wanted = min(max(0, delay_ms), LONGEST_DELAY_MS) * SAMPLE_RATE_HZ // 1000
        if not wanted and not len(self._late):
            return sound
        held = np.concatenate([_grown_or_cut(self._late, wanted), silence(count) if sound is None else sound])
        self._late = held[count:]
        return held[:count]

    def _gained(self, sound: Sound | None, strip: Strip, *, is_heard: bool) -> Sound | None:
        """Gain and mute change over one tick: a step would click."""
        target = 0.0 if strip.mute or not is_heard else gain_of(strip.gain_db)
        before, self._gain = target if self._gain is None else self._gain, target
        return None if sound is None else ramped(sound, before, target)


def gain_of(decibels: float) -> float:
    """Factor of a gain in dB, within what a strip can do; no number is the lowest."""
    return amplitude(min(HIGHEST_GAIN_DB, max(LOWEST_GAIN_DB, decibels)))


def ramped(sound: Sound, before: float, after: float) -> Sound | None:
    """The sound with a gain that goes from one to the other; the sound itself at 1, None at 0."""
    if before != after:
        return sound * np.linspace(before, after, len(sound), dtype=np.float32)[:, None]
    if after == 0:
        return None
    return sound if after == 1 else sound * np.float32(after)


def _grown_or_cut(late: Sound, wanted: int) -> Sound:
    """What is held back, grown by silence or cut at its old end to the wanted length."""
    if len(late) < wanted:
        return np.concatenate([silence(wanted - len(late)), late])
    return late[len(late) - wanted :]
