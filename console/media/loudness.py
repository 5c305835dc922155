"""Loudness of a stream of sound, by FFmpeg's EBU R 128 meter."""

import contextlib
import math
from collections.abc import Iterator
from fractions import Fraction

import av

from console.media.sound import SILENCE_DB

MOMENTARY_S, SHORT_TERM_S = 0.4, 3.0
"""How much sound each of the two looks back at (EBU Tech 3341)."""


class Loudness:
    """Fed with frames of one stream, whose format may change; costs a third of a percent of a core.

    All figures are LUFS, None before there is enough sound for them. -70 is silence for `lufs`, -120 for the others.
    """

    def __init__(self) -> None:
        """Nothing heard yet."""
        self._graph: av.filter.Graph | None = None
        self._shape: tuple[int, str, str] | None = None
        self._samples = 0
        self.lufs: float | None = None
        """Integrated: since the first sound."""
        self.momentary_lufs: float | None = None
        """Of the last 0.4 s."""
        self.short_term_lufs: float | None = None
        """Of the last 3 s."""

    def hear(self, frame: av.AudioFrame) -> None:
        """One more frame. Its time stamp is left as it is; the meter counts samples."""
        shape = (frame.sample_rate, frame.layout.name, frame.format.name)
        if self._graph is None or shape != self._shape:
            self._graph, self._shape = _meter(*shape), shape
        stamp = frame.pts
        frame.pts, self._samples = self._samples, self._samples + frame.samples
        self._graph.push(frame)
        frame.pts = stamp
        heard_s = self._samples / shape[0]
        for heard in _pulled(self._graph):
            self._note(heard.metadata, heard_s)

    def _note(self, values: dict[str, str], heard_s: float) -> None:
        if "lavfi.r128.M" not in values or heard_s < MOMENTARY_S:
            return
        self.lufs = _loudness(values["lavfi.r128.I"])
        self.momentary_lufs = _loudness(values["lavfi.r128.M"])
        self.short_term_lufs = _loudness(values["lavfi.r128.S"]) if heard_s >= SHORT_TERM_S else None


def _loudness(value: str) -> float:
    number = float(value)  # Why: after a while of digital silence FFmpeg says nan.
    return SILENCE_DB if math.isnan(number) else max(SILENCE_DB, number)


def _meter(rate_hz: int, layout: str, sample_format: str) -> av.filter.Graph:
    graph = av.filter.Graph()
    time_base = Fraction(1, rate_hz)
    source = graph.add_abuffer(sample_rate=rate_hz, format=sample_format, layout=layout, time_base=time_base)
    meter = graph.add("ebur128", "metadata=1")
    sink = graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    return graph


def _pulled(graph: av.filter.Graph) -> Iterator[av.AudioFrame]:
    with contextlib.suppress(av.error.BlockingIOError, av.error.EOFError):
        while True:
            frame = graph.pull()
            assert isinstance(frame, av.AudioFrame)
            yield frame
