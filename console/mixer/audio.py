"""The sum of all strips, tick by tick. Thread: mixer."""

from collections.abc import Collection, Mapping

import numpy as np

from console.media.sound import Level, Sound, amplitude, level_of, silence
from console.mixer.strip import StripSound
from console.model.audio import AudioMix, Strip
from console.model.mix import Fade
from console.ports.source import OpenSource

DUCK_TICKS = 6
"""Ticks in which music sinks; it rises four times slower."""


class AudioMixer:
    """Pulls each source's samples, sums them, ducks music under voice."""

    def __init__(self) -> None:
        """Silent."""
        self.level = Level()
        """Of the sum of the last tick."""
        self._strips: dict[str, StripSound] = {}
        self._duck = 1.0

    def mix(
        self,
        plan: AudioMix,
        sources: Mapping[str, OpenSource],
        *,
        heard: Collection[str],
        first: int,
        count: int,
        fade: Fade | None = None,
        media_us: int = 0,
    ) -> Sound:
        """Samples first..first + count of Program; what is not there in time, or not `heard`, is silence."""
        self._strips = {key: self._strips.get(key) or StripSound() for key in sources}
        voices, music, others = silence(count), silence(count), silence(count)
        for key, source in sources.items():
            strip = plan.strips.get(key, UNTOUCHED)
            sound = self._strips[key].apply(strip, _sound_of(source, first, count), is_heard=key in heard)
            bus = {"voice": voices, "music": music, "other": others}[strip.role]
            bus += sound
        total = voices + others + music * self._ducked(plan, voices, count)
        return self._finished(total, fade, media_us)

    def levels(self) -> dict[str, Level]:
        """Of each strip, at the last tick."""
        return {key: strip.level for key, strip in self._strips.items()}

    def _ducked(self, plan: AudioMix, voices: Sound, count: int) -> Sound:
        """Gain of the music over the tick, (count, 1)."""
        speaking = level_of(voices).rms_db > plan.duck_threshold_db
        target = amplitude(plan.duck_db) if speaking else 1.0
        step = (1.0 - amplitude(plan.duck_db)) / (DUCK_TICKS if speaking else 4 * DUCK_TICKS)
        before = self._duck
        self._duck = max(target, before - step) if target < before else min(target, before + step)
        return np.linspace(before, self._duck, count, dtype=np.float32)[:, None]

    def _finished(self, total: Sound, fade: Fade | None, media_us: int) -> Sound:
        level = fade.level(media_us) if fade else 1.0
        if level != 1.0:
            total *= np.float32(level)
        np.nan_to_num(total, copy=False)
        np.clip(total, -1.0, 1.0, out=total)
        self.level = level_of(total)
        return total


UNTOUCHED = Strip()


def _sound_of(source: OpenSource, first: int, count: int) -> Sound:
    sound = source.sound(first, count) if source.has_sound else None
    return silence(count) if sound is None else sound
