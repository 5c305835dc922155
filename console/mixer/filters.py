"""FFmpeg's sound filters on a stream of ticks. Thread: mixer."""

import logging
from collections import deque
from fractions import Fraction

import av
import numpy as np
from av.filter import Graph

from console.media.sound import Sound, silence
from console.media.timebase import CHANNELS, SAMPLE_RATE_HZ
from console.model.audio import Filters

log = logging.getLogger(__name__)

_TIME_BASE = Fraction(1, SAMPLE_RATE_HZ)


class Filtering:
    """Filters whose settings may change at any tick: in that tick the sound goes over from the old to the new."""

    def __init__(self) -> None:
        """No filter."""
        self.refused = False
        """FFmpeg does not take the numbers, so the sound is not filtered."""
        self._filters = Filters()
        self._chain: FilterChain | None = None

    def apply(self, filters: Filters, sound: Sound | None, count: int) -> Sound | None:
        """`count` samples of the filtered sound; None is silence."""
        before = self._through(sound, count)
        if filters is self._filters or filters == self._filters:
            return before
        self._filters = filters
        self._begin(filters)
        return _gone_over(before, self._through(sound, count), count)

    def _begin(self, filters: Filters) -> None:
        self._chain, self.refused = None, False
        try:
            self._chain = FilterChain(filters) if filters != Filters() else None
        except (av.error.FFmpegError, OverflowError) as error:
            self._refuse(error)

    def _through(self, sound: Sound | None, count: int) -> Sound | None:
        if self._chain is None:
            return sound
        try:
            return self._chain.apply(silence(count) if sound is None else sound)
        except av.error.FFmpegError as error:
            self._chain = None
            self._refuse(error)
            return sound

    def _refuse(self, error: Exception) -> None:
        self.refused = True
        log.info("filters refused: %s", error)


def _gone_over(before: Sound | None, after: Sound | None, count: int) -> Sound:
    """From one to the other; slowly at first, since what a new chain gives begins with its latency."""
    part = np.linspace(0.0, 1.0, count, dtype=np.float32)[:, None] ** 2
    return (silence(count) if before is None else before) * (1 - part) + (0 if after is None else after * part)


def chain_of(filters: Filters) -> list[tuple[str, str]]:
    """(filter, arguments) in the order in which a sound engineer would put them."""
    wanted = [
        ("highpass", f"f={filters.highpass_hz}", filters.highpass_hz),
        ("agate", f"threshold={_amplitude(filters.gate_db)}:attack=5:release=150", filters.gate_db),
        ("acompressor", f"threshold={_amplitude(filters.compressor_db)}:ratio=4", filters.compressor_db),
        ("alimiter", f"limit={_amplitude(filters.limiter_db)}:level=0:latency=1", filters.limiter_db),
    ]
    return [(name, arguments) for name, arguments, number in wanted if number is not None]


class FilterChain:
    """Takes n samples, gives n samples; what the filters hold back comes later, preceded by silence once."""

    def __init__(self, filters: Filters) -> None:
        """Raises `av.error.FFmpegError` for numbers that FFmpeg does not take."""
        self.filters = filters
        self._graph = _graph(chain_of(filters))
        self._out: deque[Sound] = deque()
        self._ready = 0
        self._position = 0

    def apply(self, sound: Sound) -> Sound:
        """The filtered sound, as many samples as came in."""
        self._graph.push(_frame(sound, self._position))
        self._position += len(sound)
        self._pull()
        return self._take(len(sound))

    def _pull(self) -> None:
        while True:
            try:
                frame = self._graph.pull()
            except (av.error.BlockingIOError, av.error.EOFError):
                return
            assert isinstance(frame, av.AudioFrame)
            block = np.ascontiguousarray(frame.to_ndarray().reshape(-1, CHANNELS), np.float32)
            self._out.append(block)
            self._ready += len(block)

    def _take(self, count: int) -> Sound:
        taken = silence(count)
        missing = max(0, count - self._ready)
        filled = missing
        while filled < count:
            block = self._out.popleft()
            part = block[: count - filled]
            taken[filled : filled + len(part)] = part
            filled += len(part)
            if len(part) < len(block):
                self._out.appendleft(block[len(part) :])
        self._ready -= count - missing
        return taken


def _graph(chain: list[tuple[str, str]]) -> Graph:
    graph = Graph()
    source = graph.add_abuffer(sample_rate=SAMPLE_RATE_HZ, format="flt", layout="stereo", time_base=_TIME_BASE)
    nodes = [graph.add(name, arguments) for name, arguments in chain]
    same = graph.add("aformat", f"sample_fmts=flt:channel_layouts=stereo:sample_rates={SAMPLE_RATE_HZ}")
    graph.link_nodes(source, *nodes, same, graph.add("abuffersink"))
    graph.configure()
    return graph


def _frame(sound: Sound, position: int) -> av.AudioFrame:
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound).reshape(1, -1), format="flt", layout="stereo")
    frame.sample_rate = SAMPLE_RATE_HZ
    frame.pts = position
    frame.time_base = _TIME_BASE
    return frame


def _amplitude(decibels: float | None) -> float:
    return 0.0 if decibels is None else float(10 ** (decibels / 20))
