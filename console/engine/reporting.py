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
from console.engine.proof import Proof, proofs
from console.engine.usage import peak_memory_mb
from console.model.destination import Destination, DestinationStatus
from console.model.moment import At
from console.supervise.destinations import Line
from console.supervise.renditions import Encode, EncodeTotals
from console.supervise.source_record import SourceRecord
from console.words.render import render

if TYPE_CHECKING:
    from console.engine.engine import Engine


def figures_of(engine: "Engine", *, exact: bool) -> Figures:
    """Everything counted so far."""
    state, loop = engine.store.state, engine.mixing.loop
    seconds = loop.seconds if loop else 0.0
    renditions = engine.renditions
    return Figures(
        on_air_at=_due_s(state.session.on_air),
        seconds=round(seconds, 3),
        frames_composed=loop.composed if loop else 0,
        frames_repeated=loop.repeated if loop else 0,
        frames_skipped=sum(renditions.totals(key).skipped for key in renditions.known),
        sources=[_source(record, engine.now_us) for record in engine.sources.records.values()],
        renditions=[_rendition(one, renditions.totals(key), seconds) for key, one in renditions.known.items()],
        destinations=_destinations(engine, state.destinations if engine.at_end is None else engine.at_end),
        recording=_recording(engine),
        compose_ms=size_of(loop.compose.spread()) if loop else Size(),
        tick_late_ms=size_of(loop.late.spread()) if loop else Size(),
        cpu_seconds=round(engine.usage.since_air_s(exact=exact), 3),
        startup_cpu_seconds=round(engine.usage.startup_s, 3),
        max_rss_mb=round(peak_memory_mb(), 1),
        restarts=engine.restarts,
    )


def _due_s(on_air: At | None) -> float | None:
    """Unix time of tick 0: the fact is told while its due time still lies ahead, at a media time below zero."""
    return (on_air.wall_us - on_air.media_us) / 1e6 if on_air is not None else None


def _source(record: SourceRecord, now_us: int) -> SourceReport:
    figures = record.figures
    stale_s = round(record.stale_us(now_us) / 1e6, 3)
    return SourceReport(record.name, record.kind, figures.pictures, figures.overwritten, stale_s, record.restarts)


def _rendition(encode: Encode, totals: EncodeTotals, seconds: float) -> RenditionReport:
    figures, canvas = encode.encoder.figures, encode.rendition.canvas
    return RenditionReport(
        f"{canvas.width}x{canvas.height}",
        figures.name,
        figures.preset,
        round(totals.pictures / seconds, 2) if seconds else 0.0,
        round(totals.bytes * 8 / 1000 / seconds, 1) if seconds else 0.0,
        totals.skipped,
    )


def _destinations(engine: "Engine", known: dict[str, DestinationStatus]) -> list[DestinationReport]:
    lines = engine.destinations.lines
    return [
        _destination(engine.store.state.sent_to[key], lines.get(key) or Line(), known.get(key), proof)
        for key, proof in proofs(engine).items()
    ]


def _destination(
    destination: Destination, line: Line, known: DestinationStatus | None, proof: Proof
) -> DestinationReport:
    figures, status = line.figures, known or DestinationStatus()
    return DestinationReport(
        server=destination.server,
        state=status.phase,
        frames_sent=figures.pictures,
        bytes_sent=figures.bytes,
        reconnects=status.reconnects,
        dropped_packets=figures.dropped,
        buffered_ms_max=figures.buffered_ms_max,
        last_error=render(status.problem) if status.problem else None,
        sending_age_s=proof.sending_age_s,
        accepted_age_s=proof.accepted_age_s,
        seen_age_s=proof.seen_age_s,
    )


def _recording(engine: "Engine") -> RecordingReport | None:
    files, figures = engine.store.state.recording.files, engine.recording.figures
    if not files:
        return None
    seconds = sum(one.seconds for one in figures)
    return RecordingReport(files[-1], round(seconds, 3), sum(one.bytes for one in figures))
