"""Plays a source as the mixer does, tick by tick, and writes down what it gave."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import numpy as np

from capture.tick_code import read_code
from console.media.clock import Clock, ManualClock, SystemClock
from console.media.picture import Picture
from console.media.sound import Sound, silence
from console.media.timebase import sample_at, tick_us
from console.ports.source import Opening, OpenSource

RATE = Fraction(30)


def opening(
    folder: Path = Path("/"),
    *,
    clock: Clock | None = None,
    width: int = 320,
    height: int = 240,
    rate: Fraction = RATE,
) -> Opening:
    """What the engine would say; real time unless a clock is given."""
    clock = SystemClock() if clock is None else clock
    return Opening("source-1", "Desk", width, height, rate.numerator, rate.denominator, folder, clock)


@dataclass
class Played:
    """What came of it."""

    pictures: list[Picture | None] = field(default_factory=list)
    stretches: list[Sound] = field(default_factory=list)

    _given: Picture | None = None

    def keep(self, picture: Picture | None) -> None:
        """Write down what a tick was given: a copy, since a live source writes over its pictures in time."""
        if picture is None:
            self.pictures.append(None)
        elif picture is self._given:
            self.pictures.append(self.pictures[-1])
        else:
            self._given = picture
            self.pictures.append(Picture(picture.y.copy(), picture.u.copy(), picture.v.copy(), picture.pts_us))

    @property
    def numbers(self) -> list[int | None]:
        """The code in each tick's picture; None where there is none."""
        known: dict[int, int | None] = {}
        for picture in self.pictures:
            if picture is not None and id(picture) not in known:
                known[id(picture)] = read_code(picture.y)
        return [None if picture is None else known[id(picture)] for picture in self.pictures]

    @property
    def sound(self) -> Sound:
        """All of it, (n, 2)."""
        return np.concatenate(self.stretches) if self.stretches else silence(0)


def by_hand(
    source: OpenSource,
    clock: ManualClock,
    ticks: int,
    *,
    rate: Fraction = RATE,
    ready: Callable[[], bool] = lambda: True,
    first_tick: int = 0,
) -> Played:
    """Ticks on a manual clock, each as soon as the source is `ready` (at the latest after 2 s)."""
    played = Played()
    for tick in range(first_tick, first_tick + ticks):
        until(ready)
        clock.advance(tick_us(tick + 1, rate) - tick_us(tick, rate))
        _play(source, tick, rate, played)
    return played


def in_real_time(source: OpenSource, seconds: float, *, until_: Callable[[Played], bool] | None = None) -> Played:
    """Ticks at the rate of the show, for so long or until the condition holds."""
    clock, played = SystemClock(), Played()
    start_us = clock.monotonic_us()
    for tick in range(round(seconds * RATE)):
        clock.wait_until(start_us + tick_us(tick, RATE))
        _play(source, tick, RATE, played)
        if until_ is not None and until_(played):
            break
    return played


def until(condition: Callable[[], object], *, seconds: float = 2.0) -> bool:
    """Wait for it, but not for ever; says whether it came."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.0005)
    return True


def _play(source: OpenSource, tick: int, rate: Fraction, played: Played) -> None:
    first = sample_at(tick, rate)
    count = sample_at(tick + 1, rate) - first
    played.keep(source.picture(tick_us(tick, rate)))
    sound = source.sound(first, count)
    played.stretches.append(silence(count) if sound is None else sound)
