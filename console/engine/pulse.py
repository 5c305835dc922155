"""The figures that seats see ten times a second: what the supervisors counted, as rates over the last second."""

import asyncio
import contextlib
import shutil
import time
from collections import deque
from typing import TYPE_CHECKING

import psutil

from console.engine.proof import Proof, proofs
from console.engine.slowly import slowly
from console.errors import ConsoleError
from console.library.paths import recordings_folder
from console.link.pulse import EncodeFigures, LineFigures, Loud, Meters, Pulse, SourceFigures
from console.media.histogram import Spread
from console.media.sound import Level
from console.output.recorder_figures import minutes_left, minutes_until_full
from console.output.recording_file import STOP_FREE_BYTES
from console.supervise.destinations import Line

if TYPE_CHECKING:
    from console.engine.engine import Engine

VIEWER = "link"
BEATS = 10
"""That a rate looks back at: one second."""
SLOWLY_S = 1.0
"""Between two looks at what costs a millisecond: quantiles, memory."""
LOAD_S = 3.0
"""Between two looks at every process of the tree, on another thread."""


class PulseMaker:
    """Measures while somebody watches. Control thread."""

    def __init__(self, engine: "Engine") -> None:
        """Nobody watches."""
        self._engine = engine
        self._process = psutil.Process()
        self._counts: dict[str, deque[tuple[float, float]]] = {}
        self._late = self._compose = Spread()
        self._slow_s = 0.0
        self._memory_mb = self._cpu_cores = 0.0
        self._free_bytes: int | None = None
        self._load: asyncio.Task[None] | None = None

    def watch(self) -> None:
        """Somebody begins to look."""
        self._engine.mixing.meters.attach(VIEWER)
        if self._load is None:
            self._load = asyncio.get_running_loop().create_task(self._look_at_load())

    def unwatch(self) -> None:
        """Nobody looks any more."""
        self._engine.mixing.meters.detach(VIEWER)
        load, self._load = self._load, None
        if load is not None:
            load.cancel()
        self._counts.clear()

    def pulse(self) -> Pulse:
        """As of now."""
        now_s, loop = time.monotonic(), self._engine.mixing.loop
        if now_s - self._slow_s > SLOWLY_S:
            self._slow_s = now_s
            self._look_slowly()
        engine = self._engine
        return Pulse(
            at=engine.now,
            seconds=round(loop.seconds, 3) if loop else 0.0,
            composed=loop.composed if loop else 0,
            repeated=loop.repeated if loop else 0,
            skipped=sum(engine.renditions.totals(key).skipped for key in engine.renditions.known),
            compose_p99_ms=self._compose.p99,
            late_p99_ms=self._late.p99,
            meters=self._meters(),
            renditions={key: self._rendition(key, now_s) for key in engine.renditions.encodes},
            destinations=self._lines(now_s),
            sources={key: self._source(key, now_s) for key in engine.sources.records},
            disk_minutes=self._disk_minutes(),
            memory_mb=self._memory_mb,
            cpu_cores=self._cpu_cores,
        )

    def _look_slowly(self) -> None:
        loop = self._engine.mixing.loop
        if loop is not None:
            self._late, self._compose = loop.late.spread(), loop.compose.spread()
        with contextlib.suppress(psutil.Error):
            self._memory_mb = round(self._process.memory_info().rss / 1e6, 1)

    async def _look_at_load(self) -> None:
        used_s, at_s = await asyncio.to_thread(self._engine.usage.tree_s), time.monotonic()
        while True:
            # Why not `to_thread`: a disk that never answers would hold the engine's end.
            with contextlib.suppress(ConsoleError):
                self._free_bytes = await slowly(_free_bytes)
            await asyncio.sleep(LOAD_S)
            now_used_s, now_s = await asyncio.to_thread(self._engine.usage.tree_s), time.monotonic()
            self._cpu_cores = round(max(0.0, now_used_s - used_s) / (now_s - at_s), 2)
            used_s, at_s = now_used_s, now_s

    def _meters(self) -> Meters:
        reading = self._engine.mixing.meters.reading()
        return Meters(
            strips={key: _loud(level) for key, level in reading.strips.items()},
            program=_loud(reading.program),
            momentary_lufs=_rounded(reading.program.lufs),
            short_term_lufs=_rounded(reading.short_term_lufs),
            integrated_lufs=_rounded(reading.integrated_lufs),
        )

    def _rendition(self, key: str, now_s: float) -> EncodeFigures:
        figures, totals = self._engine.renditions.encodes[key].encoder.figures, self._engine.renditions.totals(key)
        return EncodeFigures(
            encoder=figures.name,
            preset=figures.preset,
            fps=self._rate(f"fps/{key}", totals.pictures, now_s),
            kbps=self._rate(f"kbps/{key}", totals.bytes * 8 / 1000, now_s),
            skipped=totals.skipped,
        )

    def _lines(self, now_s: float) -> dict[str, LineFigures]:
        proven = proofs(self._engine)
        lines = self._engine.destinations.lines
        return {key: self._line(key, line, proven.get(key, Proof()), now_s) for key, line in lines.items()}

    def _line(self, key: str, line: Line, proof: Proof, now_s: float) -> LineFigures:
        figures = line.figures
        return LineFigures(
            kbps=self._rate(f"line/{key}", figures.bytes * 8 / 1000, now_s),
            buffered_ms=figures.buffered_ms,
            sending_age_s=proof.sending_age_s,
            acknowledged_age_s=proof.accepted_age_s,
            seen_age_s=proof.seen_age_s,
            sent_bytes=figures.bytes,
            pictures=figures.pictures,
            dropped=figures.dropped,
            round_trip_ms=_rounded(figures.round_trip_ms),
        )

    def _source(self, key: str, now_s: float) -> SourceFigures:
        record = self._engine.sources.records[key]
        figures = record.figures
        return SourceFigures(
            fps=self._rate(f"source/{key}", figures.pictures, now_s),
            pictures=figures.pictures,
            overwritten=figures.overwritten,
            stale_s=round(record.stale_us(self._engine.now_us) / 1e6, 1),
        )

    def _disk_minutes(self) -> float | None:
        """Of what is recorded; before that, of what would be."""
        state, tapes = self._engine.store.state, self._engine.recording.figures
        left = None
        if state.recording.phase == "recording" and tapes:
            left = minutes_left(tapes[-1], stop_free_bytes=STOP_FREE_BYTES)
        rendition = state.show.renditions.get(state.recording.rendition)
        if left is None and self._free_bytes is not None and rendition is not None:
            kbps = rendition.video_kbps + rendition.audio_kbps
            left = minutes_until_full(self._free_bytes, kbps=kbps, stop_free_bytes=STOP_FREE_BYTES)
        return None if left is None else round(left, 1)

    def _rate(self, name: str, count: float, now_s: float) -> float:
        """A second of a counter that only grows; one that began anew counts from there."""
        known = self._counts.setdefault(name, deque(maxlen=BEATS + 1))
        if known and known[-1][1] > count:
            known.clear()
        known.append((now_s, count))
        seconds = now_s - known[0][0]
        return round((count - known[0][1]) / seconds, 1) if seconds > 0 else 0.0


def _free_bytes() -> int | None:
    """Where recordings go by themselves; None: nobody knows. May wait for a disk."""
    try:
        return shutil.disk_usage(recordings_folder()).free
    except OSError:
        return None


def _loud(level: Level) -> Loud:
    return Loud(round(level.peak_db, 1), round(level.rms_db, 1))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
