"""The last minutes of what the engine's figures said: bounded, two samples a second, broken where nothing came."""

import math
from collections import deque
from collections.abc import Callable
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from console.link.pulse import Pulse
from console.media.clock import now_us
from widgets.desk import Desk

EVERY_S = 0.5
KEPT_S = 240
KEPT = round(KEPT_S / EVERY_S)
GAP_S = 2.0
"""Without figures for so long, the line breaks."""
MOST = 100
"""Lines at once: more nobody tells apart."""

Quantity = Literal["fps", "encoded", "sent", "buffered", "late", "compose", "cpu", "memory"]


class Series(NamedTuple):
    """One line: of what, and of whom (a rendition, a destination; empty: the engine's own)."""

    quantity: Quantity
    key: str = ""


class History(QObject):
    """Keeps samples while figures come, whether anybody looks at them or not."""

    grown = Signal()
    """One sample more."""

    def __init__(self, desk: Desk, clock_us: Callable[[], int] = now_us) -> None:
        """Empty; it is the desk's, so that it outlives a window that is built anew."""
        super().__init__(desk)
        self._desk, self._clock_us = desk, clock_us
        self._times: deque[float] = deque(maxlen=KEPT)
        self._values: dict[Series, deque[float]] = {}
        desk.pulsed.connect(self._take)

    @property
    def series(self) -> frozenset[Series]:
        """All that have a value within what is kept."""
        return frozenset(self._values)

    def ages(self) -> NDArray[np.float64]:
        """(N,) seconds before the newest sample, all ≤ 0, oldest first."""
        times = np.fromiter(self._times, np.float64, len(self._times))
        return times - (times[-1] if len(times) else 0.0)

    def values(self, series: Series) -> NDArray[np.float64]:
        """(N,) beside `ages`; NaN where nothing is known."""
        kept = self._values.get(series)
        if kept is None:
            return np.full(len(self._times), np.nan)
        return np.fromiter(kept, np.float64, len(kept))

    def newest(self, series: Series) -> float | None:
        """None: the newest sample knows nothing of it."""
        kept = self._values.get(series)
        return None if kept is None or math.isnan(kept[-1]) else kept[-1]

    def _take(self) -> None:
        at_s = self._clock_us() / 1e6
        passed_s = at_s - self._times[-1] if self._times else math.inf
        if passed_s < EVERY_S:
            return
        if GAP_S < passed_s < math.inf:
            self._append(at_s - EVERY_S, {})
        self._append(at_s, _sample(self._desk.snapshot.pulse))
        self.grown.emit()

    def _append(self, at_s: float, sample: dict[Series, float]) -> None:
        self._times.append(at_s)
        for series in sample:
            if series not in self._values and len(self._values) < MOST:
                self._values[series] = deque([math.nan] * (len(self._times) - 1), KEPT)
        for series, kept in list(self._values.items()):
            kept.append(sample.get(series, math.nan))
            if series not in sample and all(math.isnan(value) for value in kept):
                del self._values[series]


def history_of(desk: Desk) -> History:
    """The desk's only one."""
    kept = desk.findChild(History)
    return kept if isinstance(kept, History) else History(desk)


def _sample(pulse: Pulse) -> dict[Series, float]:
    sample = {
        Series("late"): pulse.late_p99_ms,
        Series("compose"): pulse.compose_p99_ms,
        Series("cpu"): pulse.cpu_cores,
        Series("memory"): pulse.memory_mb,
    }
    for key, rendition in pulse.renditions.items():
        sample[Series("fps", key)] = rendition.fps
        sample[Series("encoded", key)] = rendition.kbps / 1000
    for key, line in pulse.destinations.items():
        sample[Series("sent", key)] = line.kbps / 1000
        sample[Series("buffered", key)] = float(line.buffered_ms)
    return sample
