"""Figures of several engines that carried one session, as if it had been one."""

from collections.abc import Sequence
from typing import Any

import msgspec

from console.engine.figures import Figures

SUMMED = {
    "seconds",
    "frames_composed",
    "frames_repeated",
    "frames_skipped",
    "cpu_seconds",
    "frames",
    "overwritten",
    "stale_s",
    "restarts",
    "skipped",
    "frames_sent",
    "bytes_sent",
    "dropped_packets",
    "bytes",
}
WORST = {"p50", "p99", "max", "max_rss_mb", "buffered_ms_max", "reconnects"}
NEWEST = {"sending_age_s", "accepted_age_s", "seen_age_s"}
FIRST = {"on_air_at", "startup_cpu_seconds"}


def folded(lives: Sequence[Figures]) -> Figures:
    """Counters summed, extremes kept, words of the newest. At least one life."""
    total = msgspec.to_builtins(lives[0])
    for life in lives[1:]:
        total = _together(total, msgspec.to_builtins(life))
    return msgspec.convert({**total, "restarts": len(lives) - 1}, Figures)


def _together(past: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    return {name: _one(name, past.get(name), value) for name, value in now.items()}


def _one(name: str, past: Any, now: Any) -> Any:
    """The same show is open in each life, so what stands at the same place is the same thing."""
    if past is None or now is None or name in NEWEST:
        return past if now is None and name not in NEWEST else now
    if isinstance(now, dict):
        return _together(past, now)
    if isinstance(now, list):
        both = [_together(past[at], one) if at < len(past) else one for at, one in enumerate(now)]
        return both + past[len(now) :]
    if name in FIRST:
        return past
    if name in WORST:
        return max(past, now)
    return past + now if name in SUMMED else now
