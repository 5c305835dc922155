"""The sum of all strips, tick by tick. Thread: mixer."""

from collections.abc import Collection, Mapping

import cv2
import numpy as np

from console.media.sound import Sound, level_of, silence
from console.mixer.duck import Duck
from console.mixer.strip import StripSound, ramped
from console.model.audio import AudioMix, Strip


class AudioMixer:
    """Sums what the strips make of their sounds, music ducked under voice."""

    def __init__(self) -> None:
        """Silent."""
        self.shares: dict[str, Sound] = {}
        """What each strip gave at the last tick after its gain, before ducking; silent ones are left out."""
        self._strips: dict[str, StripSound] = {}
        self._duck = Duck()
        self._level: float | None = None

    @property
    def refused(self) -> frozenset[str]:
        """Strips that play unfiltered since FFmpeg does not take their filters' numbers. Any thread."""
        return frozenset(key for key, strip in self._strips.items() if strip.filtering.refused)

    def alone(self, strip: str) -> Sound | None:
        """One strip at the last tick: filtered and delayed, before gain, mute and ducking. None is silence.

        Why before them: whoever listens to one alone wants to know what comes from it, most of all while it is muted.
        """
        known = self._strips.get(strip)
        return known.before_gain if known is not None else None

    def mix(
        self,
        plan: AudioMix,
        sounds: Mapping[str, Sound | None],
        *,
        heard: Collection[str],
        count: int,
        level: float = 1.0,
    ) -> Sound:
        """`count` samples of Program within -1..1 in memory of their own. `level`: of a fade, at the tick's end.

        `sounds` has the samples of every source that can be heard; what is None or not in `heard` is silence.
        """
        if self._strips.keys() != sounds.keys():
            self._strips = {key: self._strips.get(key) or StripSound() for key in sounds}
        strips = {key: plan.strips.get(key, UNTOUCHED) for key in sounds}
        shares = {
            key: self._strips[key].apply(strips[key], sound, count=count, is_heard=key in heard)
            for key, sound in sounds.items()
        }
        self.shares = {key: share for key, share in shares.items() if share is not None}
        return self._finished(self._sum(plan, strips, count), level)

    def _sum(self, plan: AudioMix, strips: Mapping[str, Strip], count: int) -> Sound:
        before, after = self._ducked(plan, strips, count)
        total = silence(count)
        for key, share in self.shares.items():
            sunk = ramped(share, before, after) if strips[key].role == "music" else share
            if sunk is not None:
                total += sunk
        return total

    def _ducked(self, plan: AudioMix, strips: Mapping[str, Strip], count: int) -> tuple[float, float]:
        """Gain of the music at the beginning and at the end of the tick."""
        if all(strip.role != "music" for strip in strips.values()):
            return 1.0, 1.0
        voices = (share for key, share in self.shares.items() if strips[key].role == "voice")
        speaking = any(level_of(voice).rms_db > plan.duck_threshold_db for voice in voices)
        return self._duck.follow(plan.duck_db, speaking=speaking, count=count)

    def _finished(self, total: Sound, level: float) -> Sound:
        """The sound goes with the picture's fade, clipped to what there is room for."""
        before, self._level = level if self._level is None else self._level, level
        faded = ramped(total, before, level)
        if faded is None:
            return silence(len(total))
        # Why: looking takes a tenth of the time of clipping, and hardly any tick is too loud.
        return np.clip(faded, -1.0, 1.0, out=faded) if cv2.norm(faded, cv2.NORM_INF) > 1 else faded


UNTOUCHED = Strip()
