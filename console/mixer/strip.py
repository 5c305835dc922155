"""The sound of one source on its way into the sum. Thread: mixer."""

import logging

import av
import numpy as np

from console.media.sound import Level, Sound, amplitude, level_of, silence
from console.media.timebase import SAMPLE_RATE_HZ
from console.mixer.filters import FilterChain, chain_of
from console.model.audio import Filters, Strip

log = logging.getLogger(__name__)


class StripSound:
    """Filters, delay and gain of one strip; keeps what they remember from tick to tick."""

    def __init__(self) -> None:
        """Nothing remembered."""
        self.level = Level()
        """After gain and mute, of the last tick."""
        self._filters = Filters()
        self._chain: FilterChain | None = None
        self._late = silence(0)
        """Sound held back by the delay."""
        self._gain = 1.0

    def apply(self, strip: Strip, sound: Sound, *, is_heard: bool = True) -> Sound:
        """The strip's share of the sum, as many samples as came in."""
        self._follow(strip.filters)
        if self._chain is not None:
            sound = self._chain.apply(sound)
        sound = self._ramped(self._delayed(sound, strip.delay_ms), strip, is_heard=is_heard)
        self.level = level_of(sound)
        return sound

    def _follow(self, filters: Filters) -> None:
        """Build a new chain when the settings changed; settings that FFmpeg refuses leave the sound unfiltered."""
        if filters == self._filters:
            return
        self._filters = filters
        try:
            self._chain = FilterChain(filters) if chain_of(filters) else None
        except av.error.FFmpegError as error:
            log.info("filters refused: %s", error)
            self._chain = None

    def _delayed(self, sound: Sound, delay_ms: int) -> Sound:
        wanted = max(0, delay_ms) * SAMPLE_RATE_HZ // 1000
        if not wanted and not len(self._late):
            return sound
        held = np.concatenate([_fitted(self._late, wanted), sound])
        self._late = held[len(sound) :]
        return held[: len(sound)]

    def _ramped(self, sound: Sound, strip: Strip, *, is_heard: bool) -> Sound:
        """Gain and mute change over one tick: a step would click."""
        target = 0.0 if strip.mute or not is_heard else amplitude(strip.gain_db)
        before, self._gain = self._gain, target
        if before == target:
            return sound if target == 1.0 else sound * np.float32(target)
        return sound * np.linspace(before, target, len(sound), dtype=np.float32)[:, None]


def _fitted(late: Sound, wanted: int) -> Sound:
    """What is held back, grown by silence or cut at its old end to the wanted length."""
    if len(late) < wanted:
        return np.concatenate([silence(wanted - len(late)), late])
    return late[len(late) - wanted :]
