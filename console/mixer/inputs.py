"""What the open sources give, asked for tick by tick. Thread: mixer."""

import logging
from collections.abc import Callable, Mapping

import cv2
import numpy as np

from console.media.picture import Picture
from console.media.sound import Sound
from console.media.timebase import CHANNELS
from console.ports.source import OpenSource

log = logging.getLogger(__name__)

Broke = Callable[[str, OpenSource], None]
"""Told once of every opened source that breaks its promises: its id, and which opening of it."""

LOUDEST = 1000.0
"""Samples beyond 60 dB over full scale are no sound."""


class Inputs:
    """Asks the sources. One that raises, or gives what is no picture or no sound, gives nothing at that tick."""

    def __init__(self, broke: Broke) -> None:
        """`broke` is called on the mixer thread and must not wait."""
        self._broke = broke
        self._broken: dict[str, OpenSource] = {}
        self.failures = 0
        """Times that a source was asked and broke its promise."""

    def pictures(self, sources: Mapping[str, OpenSource], media_us: int) -> dict[str, Picture]:
        """What each source shows at this media time; those that show nothing are left out."""
        self._forget_closed(sources)
        shown = {key: self._picture(key, source, media_us) for key, source in sources.items() if source.has_picture}
        return {key: picture for key, picture in shown.items() if picture is not None}

    def sounds(self, sources: Mapping[str, OpenSource], first: int, count: int) -> dict[str, Sound | None]:
        """Samples first..first + count of each source that has sound; None is silence."""
        return {key: self._sound(key, source, first, count) for key, source in sources.items() if source.has_sound}

    def _picture(self, key: str, source: OpenSource, media_us: int) -> Picture | None:
        try:
            picture = source.picture(media_us)
            if picture is not None and not _is_whole(picture):
                raise ValueError([plane.shape for plane in picture.planes])
        except Exception as error:  # noqa: BLE001 - a driver's bug must not end the show
            self._failed(key, source, error)
            return None
        return picture

    def _sound(self, key: str, source: OpenSource, first: int, count: int) -> Sound | None:
        try:
            sound = source.sound(first, count)
            return None if sound is None else _fitted(sound, count)
        except Exception as error:  # noqa: BLE001 - a driver's bug must not end the show
            self._failed(key, source, error)
            return None

    def _failed(self, key: str, source: OpenSource, error: Exception) -> None:
        self.failures += 1
        if self._broken.get(key) is not source:
            self._broken[key] = source
            log.error("source %s broke", key, exc_info=error)
            self._broke(key, source)

    def _forget_closed(self, sources: Mapping[str, OpenSource]) -> None:
        if self._broken:
            self._broken = {key: source for key, source in self._broken.items() if sources.get(key) is source}


def _is_whole(picture: Picture) -> bool:
    height, width = picture.y.shape
    half = (height // 2, width // 2)
    return not (height % 2 or width % 2) and min(half) > 0 and picture.u.shape == picture.v.shape == half


def _fitted(sound: Sound, count: int) -> Sound:
    """Exactly `count` samples: what is missing at the end is silence, what is too much or no number is dropped."""
    if sound.ndim != 2 or sound.shape[1] != CHANNELS or sound.dtype.kind != "f":
        raise ValueError((sound.shape, sound.dtype))
    if len(sound) != count:
        sound = np.concatenate([sound[:count], np.zeros((max(0, count - len(sound)), CHANNELS), np.float32)])
    if sound.dtype == np.float32 and cv2.checkRange(sound, minVal=-LOUDEST, maxVal=LOUDEST)[0]:
        return sound
    return np.clip(np.nan_to_num(sound, nan=0.0, posinf=0.0, neginf=0.0), -LOUDEST, LOUDEST).astype(np.float32)
