"""A show on air to two destinations and a recording, judged by what the receiving side saw."""

from pathlib import Path
from typing import Any

import msgspec

from console.bench.bare_loop import bare_loop_late_us
from console.bench.claim import (
    CPU_S,
    FRAMES,
    LEVELS,
    MB,
    MS,
    MS_A_MINUTE,
    PERCENT,
    PICTURES,
    Claim,
    Figure,
    Section,
)
from console.bench.command import Command, honban
from console.bench.delay import Delay, delay_of
from console.bench.measured_show import COLOURS, bars_show, clip_show, colour_spots
from console.bench.process_tree import rss_mb
from console.bench.sink import Sink
from console.model.canvas import Canvas
from console.rehearsal.judge import Spot, percentile
from console.rehearsal.received import Received
from console.rehearsal.receiver import Receiver
from console.words import bench as words

FPS, PRESET, KBPS, KEY = 30, "superfast", 4000, "bench"
SPARE_LATE_MS = 3.0
LOOP_S = 30.0
"""The bare loop runs so long before the show and again after it, or as long as the show if that is shorter."""
ENGINE = "--inner"
"""Argument by which the engine is known among the processes of a show."""


class Seen(msgspec.Struct, frozen=True):
    """One show, from all sides."""

    received: Received
    figures: dict[str, Any]
    """What `honban stream --json` printed."""
    delay: Delay
    rss_mb: tuple[float, ...]
    """Of the engine, once a second."""


def air(clip: Path, canvas: Canvas, folder: Path, *, seconds: float, clip_seconds: float, name: str) -> Section:
    """Bars for `seconds`, a clip for `clip_seconds`, the bare loop around them; raises `ConsoleError`."""
    loop_s = min(LOOP_S, seconds)
    late_us = bare_loop_late_us(canvas, clip, seconds=loop_s)
    bars = _on_air(folder / "bars", canvas, seconds, spots=colour_spots(bars_show(folder / "bars"), canvas))
    clip_show(folder / "clip", clip)
    film = _on_air(folder / "clip", canvas, clip_seconds)
    late_us += bare_loop_late_us(canvas, clip, seconds=loop_s)
    bare_ms = percentile(late_us, 99) / 1000
    claims = (
        *_pictures(bars, name),
        *_lip_sync(bars, film, name),
        *_timing(bars, bare_ms, name),
        *_memory(bars, name),
    )
    return Section(name, claims, _figures(bars, bare_ms, name))


def _on_air(show: Path, canvas: Canvas, seconds: float, *, spots: tuple[Spot, ...] = ()) -> Seen:
    receiver, rss = Receiver(effort="full", spots=spots), []
    try:
        server = receiver.start()
        with Sink() as sink:
            command = Command(
                "honban stream",
                honban(*_arguments(show, canvas, seconds, (f"{server}/{KEY}", f"{sink.address}/{KEY}"))),
                environment={"HONBAN_HOME": str(show.parent / "home")},
            )
            with command:
                command.wait_for_picture(sink)
                command.stay(seconds - 2.0, lambda: rss.append(rss_mb(command.pid, ENGINE)))
                figures = msgspec.json.decode(command.output())
            delay = delay_of(sink.arrived(), on_air_s=figures["on_air_at"], fps=FPS)
        received = receiver.stop()
    finally:
        receiver.kill()
    return Seen(received, figures, delay, tuple(one for one in rss if one is not None))


def _arguments(show: Path, canvas: Canvas, seconds: float, to: tuple[str, ...]) -> list[str]:
    size = f"{canvas.width}x{canvas.height}@{FPS}"
    arguments = ["stream", "--show", str(show), "--canvas", size, "--preset", PRESET, "--bitrate", str(KBPS)]
    for address in to:
        arguments += ["--to", address]
    return [*arguments, "--record", f"{show}.mkv", "--seconds", f"{seconds:.1f}", "--json"]


def _pictures(bars: Seen, name: str) -> tuple[Claim, ...]:
    ticks, figures = bars.received.ticks, bars.figures
    missing = float(ticks.missing + ticks.unread) if ticks.seen else None
    colours = bars.received.colours
    off = float(max(one.off for one in colours)) if len(colours) == len(COLOURS) else None
    return (
        Claim(f"{name}.skipped", words.AIR_SKIPPED(), figures["frames_skipped"], 0, **PICTURES),
        Claim(f"{name}.repeated", words.AIR_REPEATED(), figures["frames_repeated"], 2, **PICTURES),
        Claim(f"{name}.missing", words.AIR_MISSING(), missing, 2, **PICTURES),
        Claim(f"{name}.colours", words.AIR_COLOURS(), off, 4, **LEVELS),
    )


def _lip_sync(bars: Seen, film: Seen, name: str) -> tuple[Claim, ...]:
    ours, clip = bars.received.lip_sync, film.received.lip_sync
    return (
        Claim(f"{name}.lip_sync_bars", words.AIR_LIP_SYNC_BARS(), ours.p95_ms, 5, **MS),
        Claim(f"{name}.lip_sync_clip", words.AIR_LIP_SYNC_CLIP(), _size(clip.median_ms), 20, **MS),
        Claim(f"{name}.lip_sync_clip_p95", words.AIR_LIP_SYNC_CLIP_P95(), clip.p95_ms, 40, **MS),
        Claim(f"{name}.drift", words.AIR_DRIFT(), _size(ours.drift_ms_per_minute), 1, **MS_A_MINUTE),
        Claim(f"{name}.drift_clip", words.AIR_DRIFT_CLIP(), _size(clip.drift_ms_per_minute), 1, **MS_A_MINUTE),
    )


def _timing(bars: Seen, bare_ms: float, name: str) -> tuple[Claim, ...]:
    over = bars.figures["tick_late_ms"]["p99"] - bare_ms
    return (
        Claim(f"{name}.late", words.AIR_LATE(), over, SPARE_LATE_MS, **MS),
        Claim(f"{name}.delay", words.AIR_DELAY(), bars.delay.median_frames, 3, **FRAMES),
    )


def _memory(bars: Seen, name: str) -> tuple[Claim, ...]:
    peak = max([*bars.rss_mb, bars.figures["max_rss_mb"]])
    return (
        Claim(f"{name}.memory", words.AIR_MEMORY(), peak, 300, **MB),
        Claim(f"{name}.memory_growth", words.AIR_MEMORY_GROWTH(), growth_percent(bars.rss_mb), 5, **PERCENT),
    )


def growth_percent(rss_mb: tuple[float, ...]) -> float | None:
    """How far the last quarter lies from the second, either way; the first is start-up. None: too few."""
    quarter = len(rss_mb) // 4
    if quarter == 0:
        return None
    before, after = rss_mb[quarter : 2 * quarter], rss_mb[-quarter:]
    return abs(sum(after) / sum(before) - 1) * 100


def _figures(bars: Seen, bare_ms: float, name: str) -> tuple[Figure, ...]:
    figures, late = bars.figures, bars.figures["tick_late_ms"]
    return (
        Figure(f"{name}.late_p99", words.AIR_LATE_P99(), late["p99"], **MS),
        Figure(f"{name}.bare_loop_p99", words.AIR_BARE_LOOP(), bare_ms, **MS),
        Figure(f"{name}.delay_p99", words.AIR_DELAY_P99(), bars.delay.p99_frames, **FRAMES),
        Figure(f"{name}.unread", words.AIR_UNREAD(), bars.received.ticks.unread, **PICTURES),
        Figure(f"{name}.compose_p50", words.AIR_COMPOSE(), figures["compose_ms"]["p50"], **MS),
        Figure(f"{name}.start", words.CPU_START(), figures["startup_cpu_seconds"], **CPU_S),
    )


def _size(value: float | None) -> float | None:
    return None if value is None else abs(value)
