"""Where beeps begin in sound that a source gave."""

import numpy as np
from numpy.typing import NDArray

from capture.beep import AMPLITUDE, FREQUENCY_HZ, SAMPLES
from console.media.sound import Sound
from console.media.timebase import SAMPLE_RATE_HZ

_PERIOD = SAMPLE_RATE_HZ // FREQUENCY_HZ


def beep_starts(sound: Sound) -> list[int]:
    """Where beeps begin in (n, 2) samples of any origin: places where the tone rises out of 20 ms without it."""
    energy = _tone_energy(sound.mean(axis=1))
    if not energy.size or energy.max() < 0.05 * AMPLITUDE:
        return []
    loud = energy > energy.max() / 2
    rises = np.flatnonzero(loud & ~np.concatenate(([False], loud[:-1])))
    apart = [n for n, rise in enumerate(rises) if n == 0 or rise - rises[n - 1] > SAMPLES + SAMPLE_RATE_HZ // 50]
    # Why: a window passes half of the tone's energy when one sample more than half of it is inside the tone.
    return [int(rises[n]) + _PERIOD // 2 - 1 if rises[n] else 0 for n in apart]


def _tone_energy(mono: NDArray[np.float32]) -> NDArray[np.float64]:
    """Amplitude at the beep's frequency of every window of one period; window n begins at sample n."""
    wave = mono * np.exp(-2j * np.pi * FREQUENCY_HZ / SAMPLE_RATE_HZ * np.arange(len(mono)))
    total = np.concatenate(([0], np.cumsum(wave)))
    return np.abs(total[_PERIOD:] - total[:-_PERIOD]) * 2 / _PERIOD if len(mono) >= _PERIOD else np.zeros(0)
