"""The beep that begins on the very sample of a flash: how it sounds and when it comes."""

from fractions import Fraction

import numpy as np

from console.media.sound import Sound
from console.media.timebase import SAMPLE_RATE_HZ, sample_at

FREQUENCY_HZ = 1_000
SAMPLES = 1_920
"""40 ms, forty whole periods: it begins and ends at zero and needs no fade."""
AMPLITUDE = 0.5
FLASH_US = 100_000
"""How long the flash stays lit, so that a receiver at half the rate sees it too."""

_TIMES = np.arange(SAMPLES) / SAMPLE_RATE_HZ
TONE: Sound = np.repeat(
    (AMPLITUDE * np.cos(2 * np.pi * FREQUENCY_HZ * _TIMES)).astype(np.float32)[:, None], 2, axis=1
)
"""(samples, 2). A cosine: its first sample is its loudest, which a receiver cannot miss."""


def flash_tick(second: int, rate: Fraction) -> int:
    """The first tick of a second of media time, on which flash and beep begin."""
    return -(-second * rate.numerator // rate.denominator)


def is_lit(tick: int, rate: Fraction) -> bool:
    """Whether the flash is lit in a tick."""
    began = flash_tick(tick * rate.denominator // rate.numerator, rate)
    return (tick - began) * 1_000_000 * rate.denominator < FLASH_US * rate.numerator


def beeps(first: int, count: int, rate: Fraction) -> Sound | None:
    """Samples first..first + count of a beep each second on its flash tick; None where all of them are silent."""
    sound: Sound | None = None
    for second in range(max(0, first // SAMPLE_RATE_HZ - 1), (first + count) // SAMPLE_RATE_HZ + 1):
        start = sample_at(flash_tick(second, rate), rate) - first
        begin, end = max(0, start), min(count, start + SAMPLES)
        if begin < end:
            sound = np.zeros((count, 2), np.float32) if sound is None else sound
            sound[begin:end] = TONE[begin - start : end - start]
    return sound
