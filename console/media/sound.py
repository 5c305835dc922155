"""Sound as the house carries it, and how loud it is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from console.media.timebase import CHANNELS

Sound = NDArray[np.float32]
"""(samples, 2) at 48 kHz; full scale is -1..1."""

SILENCE_DB = -120.0


def silence(samples: int) -> Sound:
    """Nothing to hear."""
    return np.zeros((samples, CHANNELS), np.float32)


def decibel(amplitude: float) -> float:
    """dBFS of an amplitude, never below `SILENCE_DB`."""
    return max(SILENCE_DB, 20.0 * float(np.log10(amplitude))) if amplitude > 0 else SILENCE_DB


def amplitude(decibels: float) -> float:
    """Factor of a gain in dB."""
    return float(10.0 ** (decibels / 20.0))


@dataclass(frozen=True, slots=True)
class Level:
    """How loud a stretch of sound was, in dBFS."""

    peak_db: float = SILENCE_DB
    rms_db: float = SILENCE_DB
    lufs: float | None = None
    """Momentary loudness (400 ms, EBU R 128); None where nobody measures it."""


def level_of(sound: Sound) -> Level:
    """Peak and RMS over both channels."""
    if not sound.size:
        return Level()
    flat = sound.reshape(-1)
    peak = max(float(flat.max()), -float(flat.min()))
    return Level(decibel(peak), decibel(float(np.sqrt(np.dot(flat, flat) / flat.size))))
