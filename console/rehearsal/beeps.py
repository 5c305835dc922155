"""Where the beeps of the bars begin, found in sound that went through an encoder."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Mono = NDArray[np.float32]

QUIET_S = 0.1
"""A beep begins after at least this long without its tone."""
RISE_S = 0.012
"""The tone stands at its full level this long after it was noticed."""
FLOOR = 0.01
"""Amplitude (-40 dBFS) below which there is no beep."""
PURITY = 0.5
"""Part of the energy that must be the tone: speech and music hold some of it too."""
FADING = 0.9
"""A quarter of the loudest tone counts as quiet; a batch later the loudest is forgotten by this factor."""
BATCH_S = 0.25
LEAD_S = 0.03


class BeepFinder:
    """Fed with sound in order; gives the times at which the tone rises.

    The tone's envelope is taken over a window of 4 ms. A window whose middle stands on the edge is half full, so the
    edge is where the envelope crosses half of its full level: exact to a fraction of a millisecond at any gain, and
    untouched by the pre-echo of AAC, which lies far below half.
    """

    def __init__(self, *, tone_hz: float, rate_hz: int) -> None:
        """What to look for, in sound of which rate."""
        self._rate_hz = rate_hz
        self._turn = -2j * np.pi * tone_hz / rate_hz
        self._window = max(2, round(0.004 * rate_hz))
        self._lead = round(LEAD_S * rate_hz)
        self._batch = round(BATCH_S * rate_hz)
        self._begin()

    def _begin(self) -> None:
        self._held: Mono = np.zeros(0, np.float32)
        self._held_at_us = 0.0
        self._held_first = 0
        self._last_loud = -self._rate_hz
        self._loudest = 0.0
        self._known = 0
        """Samples since the beginning whose onsets are settled."""

    def feed(self, mono: Mono, at_us: float) -> list[int]:
        """Sound that follows what came before; `at_us` is when it begins. The onsets that can be told by now."""
        self._held_at_us = at_us - len(self._held) * 1e6 / self._rate_hz
        self._held = np.concatenate([self._held, mono])
        if len(self._held) < self._batch + 2 * self._lead:
            return []
        return self._settle(len(self._held) - self._lead)

    def finish(self) -> list[int]:
        """The onsets in what is still held; what is fed next has nothing to do with it."""
        onsets: list[int] = []
        if len(self._held) > self._window:
            self._held = np.concatenate([self._held, np.zeros(self._lead, np.float32)])
            onsets = self._settle(len(self._held) - self._lead)
        self._begin()
        return onsets

    def _settle(self, end: int) -> list[int]:
        """Look at the samples before `end`; the rest is only looked ahead into."""
        level, purity = self._envelope()
        self._loudest = max(float(level[:end].max()), self._loudest * FADING)
        loud = np.flatnonzero(level[:end] > max(FLOOR, self._loudest / 4))
        loud = loud[loud + self._held_first >= self._known]
        before = np.concatenate([[self._last_loud - self._held_first], loud[:-1]]) if len(loud) else loud
        edges = [self._edge(level, purity, int(at)) for at in loud[loud - before > QUIET_S * self._rate_hz]]
        if len(loud):
            self._last_loud = self._held_first + int(loud[-1])
        onsets = [round(self._held_at_us + edge * 1e6 / self._rate_hz) for edge in edges if edge is not None]
        self._forget(end)
        return onsets

    def _edge(self, level: Mono, purity: Mono, noticed: int) -> float | None:
        """Where the envelope crosses half of its level, as an index with its fraction; None: it is no beep."""
        stop = min(len(level), noticed + round(RISE_S * self._rate_hz))
        full = float(level[noticed:stop].max())
        half = full / 2
        after = noticed + int(np.argmax(level[noticed:stop] >= half))
        if after == 0 or purity[stop - 1] < PURITY:
            return None
        before, here = float(level[after - 1]), float(level[after])
        return after - 1 + (half - before) / (here - before) if here > before else float(after)

    def _envelope(self) -> tuple[Mono, Mono]:
        """Amplitude of the tone around each sample, and its part of the energy there."""
        phase = np.exp(self._turn * np.arange(len(self._held)))
        tone = 2 * np.abs(self._mean(self._held * phase))
        energy = self._mean(self._held.astype(np.float64) ** 2)
        purity = tone**2 / 2 / np.maximum(energy, 1e-12)
        return tone.astype(np.float32), purity.astype(np.float32)

    def _mean(self, values: NDArray[Any]) -> NDArray[Any]:
        """Mean over the window centred on each sample."""
        padded = np.concatenate([np.zeros(1 + self._window // 2), values, np.zeros(self._window // 2)])
        sums = np.cumsum(padded)
        means: NDArray[Any] = (sums[self._window :] - sums[: -self._window])[: len(values)] / self._window
        return means

    def _forget(self, end: int) -> None:
        """Keep the lead before `end` so that the next windows are whole."""
        self._known = self._held_first + end
        drop = max(0, end - self._lead)
        self._held = self._held[drop:]
        self._held_first += drop
        self._held_at_us += drop * 1e6 / self._rate_hz
