"""A made-up audience, for rehearsals only. A pure function of a seed and the show clock: every replay is the same."""

import math
import random
from collections.abc import Iterator

from console.model.facts import ViewersCounted

ARRIVAL_S = 240.0
"""After this long two thirds of the crowd are there."""
EARLY = 0.12
"""Part of the crowd that waits before the start."""
COUNTED_EVERY_S = 2
WAVES: tuple[tuple[float, float], ...] = ((300.0, 0.10), (60.0, 0.05), (7.0, 0.012))
"""Period in seconds and size, as a part of the crowd: offers and talk, people passing by, single viewers."""


def viewers_at(seed: int, show_us: int, *, crowd: int = 1_200) -> int:
    """How many watch at this time of the show (microseconds since its start); about `crowd` once it runs."""
    show_s = max(0, show_us) / 1e6
    arrived = EARLY + (1 - EARLY) * (1 - math.exp(-show_s / ARRIVAL_S))
    swing = sum(size * _wave(seed, kind, show_s / period_s) for kind, (period_s, size) in enumerate(WAVES))
    return max(0, round(crowd * arrived * (1 + swing)))


def audience(seed: int, *, crowd: int = 1_200) -> Iterator[tuple[int, ViewersCounted]]:
    """What a platform would report, without end: (microseconds since the show's start, fact), every two seconds."""
    show_us = 0
    while True:
        yield show_us, ViewersCounted(viewers_at(seed, show_us, crowd=crowd))
        show_us += COUNTED_EVERY_S * 1_000_000


def _wave(seed: int, kind: int, position: float) -> float:
    """Smooth chance between -1 and 1: random at whole positions, eased between them."""
    whole = math.floor(position)
    part = position - whole
    ease = part * part * (3 - 2 * part)
    return _chance(seed, kind, whole) * (1 - ease) + _chance(seed, kind, whole + 1) * ease


def _chance(seed: int, kind: int, position: int) -> float:
    # Why: seeding by text is the same in every process, unlike `hash`.
    return random.Random(f"{seed}/{kind}/{position}").uniform(-1, 1)
