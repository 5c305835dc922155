"""Folds what the supervisors counted into one report."""

from typing import TYPE_CHECKING

from console.engine.figures import (
    DestinationReport,
    Figures,
    RecordingReport,
    RenditionReport,
    Size,
    SourceReport,
    size_of,
)
from console.engine.usage import peak_memory_mb
from console.model.destination import DestinationStatus
from console.model.moment import At
from console.model.state import State
from console.supervise.destinations import Line
from console.supervise.renditions import Encode
from console.supervise.sources import Slot, summed
from console.words.render import render

if TYPE_CHECKING:
    from console.engine.engine import Engine


def figures_of(engine: "Engine") -> Figures:
    """Everything counted so far."""
    state, loop = engine.store.state, engine.mixing.loop
    seconds = loop.seconds if loop else 0.0
    encodes = engine.renditions.known
    return Figures(
        on_air_at=_due_s(state.session.on_air),
        seconds=round(seconds, 3),
        frames_composed=loop.composed if loop else 0,
        frames_repeated=loop.repeated if loop else 0,
        frames_skipped=sum(encode.feed.skipped for encode in encodes.values()),
        sources=[_source(slot) for slot in engine.sources.known.values()],
        renditions=[_rendition(encode, seconds) for encode in encodes.values()],
        destinations=_destinations(state, engine.at_end or state.destinations, engine.destinations.lines),
        recording=_recording(engine),
        compose_ms=size_of(loop.compose.spread()) if loop else Size(),
        tick_late_ms=size_of(loop.late.spread()) if loop else Size(),
        cpu_seconds=round(engine.usage.since_air_s, 3),
        startup_cpu_seconds=round(engine.usage.startup_s, 3),
        max_rss_mb=round(peak_memory_mb(), 1),
        restarts=engine.restarts,
    )


def _due_s(on_air: At | None) -> float | None:
    """Unix time of tick 0: the fact is told while its due time still lies ahead, at a media time below zero."""
    return (on_air.wall_us - on_air.media_us) / 1e6 if on_air is not None else None


def _source(slot: Slot) -> SourceReport:
    figures = summed(slot.past, slot.opened.figures) if slot.opened else slot.past
    return SourceReport(
        slot.source.name,
        slot.source.kind,
        figures.pictures,
        figures.overwritten,
        round(slot.stale_us / 1e6, 3),
        slot.restarts,
    )


def _rendition(encode: Encode, seconds: float) -> RenditionReport:
    figures, canvas = encode.encoder.figures, encode.rendition.canvas
    return RenditionReport(
        f"{canvas.width}x{canvas.height}",
        figures.name,
        figures.preset,
        round(figures.pictures / seconds, 2) if seconds else 0.0,
        round(figures.bytes * 8 / 1000 / seconds, 1) if seconds else 0.0,
        figures.skipped,
    )


def _destinations(
    state: State, known: dict[str, DestinationStatus], lines: dict[str, Line]
) -> list[DestinationReport]:
    return [
        _destination(state, key, lines.get(key) or Line(), known.get(key) or DestinationStatus())
        for key in state.show.destinations
    ]


def _destination(state: State, key: str, line: Line, status: DestinationStatus) -> DestinationReport:
    figures = line.figures
    return DestinationReport(
        server=state.show.destinations[key].server,
        state=status.phase,
        frames_sent=figures.pictures,
        bytes_sent=figures.bytes,
        reconnects=status.reconnects,
        dropped_packets=figures.dropped,
        buffered_ms_max=figures.buffered_ms_max,
        last_error=render(status.problem) if status.problem else None,
    )


def _recording(engine: "Engine") -> RecordingReport | None:
    files, figures = engine.store.state.recording.files, engine.recording.figures
    if not files:
        return None
    seconds = sum(one.seconds for one in figures)
    return RecordingReport(files[-1], round(seconds, 3), sum(one.bytes for one in figures))
