"""Integrated loudness of a stream of sound, by FFmpeg's EBU R 128 meter."""

import contextlib
from collections.abc import Iterator
from fractions import Fraction

import av


class Loudness:
    """Fed with decoded frames of one stream, whose format may change; costs a third of a percent of a core."""

    def __init__(self) -> None:
        """Nothing heard yet."""
        self._graph: av.filter.Graph | None = None
        self._shape: tuple[int, str, str] | None = None
        self._samples = 0
        self.lufs: float | None = None
        """Since the first sound; None before 400 ms. -70 is silence."""

    def hear(self, frame: av.AudioFrame) -> None:
        """One more frame. Its time stamp is left as it is; the meter counts samples."""
        shape = (frame.sample_rate, frame.layout.name, frame.format.name)
        if self._graph is None or shape != self._shape:
            self._graph, self._shape = _meter(*shape), shape
        stamp = frame.pts
        frame.pts, self._samples = self._samples, self._samples + frame.samples
        self._graph.push(frame)
        frame.pts = stamp
        for heard in _pulled(self._graph):
            if (value := heard.metadata.get("lavfi.r128.I")) is not None and self._samples >= 0.4 * shape[0]:
                self.lufs = float(value)


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
