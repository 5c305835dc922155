"""Sound and sources for the mixer's tests."""

from collections.abc import Callable

import numpy as np

from console.errors import Message
from console.media.picture import Picture
from console.media.sound import Sound, silence
from console.media.timebase import SAMPLE_RATE_HZ
from console.ports.source import SourceFigures

COUNT = 1600
"""Samples of a tick at 30 pictures a second."""

Give = Callable[[int, int], Sound | None]


def tone(hz: float, amplitude: float = 0.5, *, first: int = 0, count: int = COUNT) -> Sound:
    """Samples first..first + count of a sine."""
    wave = amplitude * np.sin(2 * np.pi * hz * np.arange(first, first + count) / SAMPLE_RATE_HZ)
    return np.repeat(wave.astype(np.float32)[:, None], 2, axis=1)


def level(amplitude: float, count: int = COUNT) -> Sound:
    """The same number again and again: what a gain did to each sample is seen at once."""
    return np.full((count, 2), amplitude, np.float32)


def steepest(sound: Sound) -> float:
    """The largest step between two neighbouring samples: a click is a large one."""
    return float(np.abs(np.diff(sound, axis=0)).max())


class Played:
    """A source that the test plays; what it gives at a sample is the test's function of it."""

    live = True
    has_picture = has_sound = True
    problem: Message | None = None
    figures = SourceFigures()

    def __init__(self, give: Give | None = None, picture: Picture | None = None, *, fail: bool = False) -> None:
        self.give, self.shown, self.fail = give, picture, fail
        self.asked: list[tuple[int, int]] = []
        """(first, count) of each sound."""

    def picture(self, media_us: int) -> Picture | None:
        """What the test put there."""
        if self.fail:
            raise RuntimeError("no picture")
        return self.shown

    def sound(self, first: int, count: int) -> Sound | None:
        """Silence unless the test gives something."""
        if self.fail:
            raise RuntimeError("no sound")
        self.asked.append((first, count))
        return silence(count) if self.give is None else self.give(first, count)

    def close(self) -> None:
        """Nothing to free."""
