"""How loud the strips and Program are, for those who look.

The supervisor of mixing has one `Meters` for the life of the engine and hands it to every `MixerLoop`. On the control
thread whoever wants figures calls `attach`, then `reading()` as often as they are shown, and `detach` at the end;
while nobody is attached nothing is measured.
"""

import logging
import math
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field

import av
import numpy as np

from console.media.channel import Channel
from console.media.loudness import Loudness
from console.media.sound import Level, Sound, decibel, level_of
from console.media.timebase import SAMPLE_RATE_HZ
from console.media.worker import Worker

log = logging.getLogger(__name__)

RECENT = 6
"""Ticks that a reading looks back at: who reads ten times a second at 60 pictures a second misses no peak."""
DEPTH = 64
"""Ticks of sound that may wait for the loudness meter; more are dropped and counted."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a face shows. Peaks and RMS are those of the last `RECENT` ticks."""

    strips: Mapping[str, Level] = field(default_factory=dict)
    """After gain and mute, by source; one that is silent is left out."""
    program: Level = field(default_factory=Level)
    """Of the sum; its `lufs` is momentary loudness (400 ms)."""
    short_term_lufs: float | None = None
    """Program's, 3 s."""
    integrated_lufs: float | None = None
    """Program's, since somebody began to look."""
    dropped: int = 0
    """Ticks that the loudness meter did not get, since it was behind."""


_Levels = tuple[dict[str, Level], Level]
"""Of one tick: strips, Program."""


class Meters:
    """Measures while somebody is attached. `hear`: mixer thread; all else: control thread."""

    def __init__(self) -> None:
        """Nobody looks."""
        self._viewers: set[str] = set()
        self._recent: tuple[_Levels, ...] = ()
        self._ear: _Ear | None = None

    def attach(self, viewer: str) -> None:
        """Measure for `viewer`; twice is once. The first one to look starts the loudness meter afresh."""
        if not self._viewers:
            self._recent, self._ear = (), _Ear()
        self._viewers.add(viewer)

    def detach(self, viewer: str) -> None:
        """No longer for `viewer`; one who is not attached is no error."""
        self._viewers.discard(viewer)
        if not self._viewers:
            self.close()

    def close(self) -> None:
        """Nobody looks any more; the loudness meter's thread is ended."""
        self._viewers.clear()
        ear, self._ear = self._ear, None
        if ear is not None:
            ear.close()

    def reading(self) -> Reading:
        """As of now; empty while nobody is attached."""
        recent, ear = self._recent, self._ear
        if ear is None:
            return Reading()
        keys = {key for strips, _ in recent for key in strips}
        loudness = ear.loudness
        program = _together([total for _, total in recent])
        return Reading(
            strips={key: _together([strips.get(key, Level()) for strips, _ in recent]) for key in keys},
            program=Level(program.peak_db, program.rms_db, loudness.momentary_lufs),
            short_term_lufs=loudness.short_term_lufs,
            integrated_lufs=loudness.lufs,
            dropped=ear.dropped,
        )

    def hear(self, shares: Mapping[str, Sound], program: Sound) -> None:
        """One tick's sound of each strip and of the sum. Never waits; does nothing while nobody is attached."""
        ear = self._ear
        if ear is not None:
            levels = {key: level_of(share) for key, share in shares.items()}
            self._recent = (*self._recent[1 - RECENT :], (levels, level_of(program)))
            ear.offer(program)


class _Ear:
    """The loudness meter on a thread of its own."""

    def __init__(self) -> None:
        self.loudness = Loudness()
        self._sounds: Channel[Sound] = Channel(depth=DEPTH)
        self._worker = Worker("loudness", self._listen).start()

    @property
    def dropped(self) -> int:
        return self._sounds.skipped

    def offer(self, sound: Sound) -> None:
        self._sounds.offer(sound)

    def close(self) -> None:
        self._sounds.close()
        if not self._worker.stop(timeout_s=1.0):
            log.error("the loudness meter does not end; it is left behind")

    def _listen(self, stop: threading.Event) -> None:
        while not stop.is_set() and not self._sounds.finished:
            sound = self._sounds.take()
            if sound is not None:
                self.loudness.hear(_frame(sound))


def _frame(sound: Sound) -> av.AudioFrame:
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound).reshape(1, -1), format="flt", layout="stereo")
    frame.sample_rate = SAMPLE_RATE_HZ
    return frame


def _together(levels: list[Level]) -> Level:
    """One level over ticks that follow each other: the highest peak, the mean power."""
    if not levels:
        return Level()
    power = sum(10 ** (level.rms_db / 10) for level in levels) / len(levels)
    return Level(max(level.peak_db for level in levels), decibel(math.sqrt(power)))
