"""What an engine did, as one object for programs (`--json`) and benchmarks."""

import msgspec

from console.media.histogram import Spread


class Size(msgspec.Struct, frozen=True):
    """Milliseconds."""

    p50: float = 0.0
    p99: float = 0.0
    max: float = 0.0


class SourceReport(msgspec.Struct, frozen=True):
    """One source."""

    name: str
    kind: str
    frames: int
    overwritten: int
    stale_s: float
    restarts: int


class RenditionReport(msgspec.Struct, frozen=True):
    """One encode."""

    canvas: str
    encoder: str
    preset: str
    fps: float
    kbps: float
    """Average of what came out, picture and sound."""
    skipped: int


class DestinationReport(msgspec.Struct, frozen=True):
    """One destination."""

    server: str
    state: str
    frames_sent: int
    bytes_sent: int
    reconnects: int
    dropped_packets: int
    buffered_ms_max: int
    last_error: str | None
    sending_age_s: float | None = None
    """This and the next two: see `console.engine.proof.Proof`."""
    accepted_age_s: float | None = None
    seen_age_s: float | None = None


class RecordingReport(msgspec.Struct, frozen=True):
    """All files of a recording together; `path` is the newest."""

    path: str
    seconds: float
    bytes: int


class Figures(msgspec.Struct, frozen=True, tag="figures"):
    """Everything since tick 0, or since the start where it says so."""

    on_air_at: float | None
    """Unix seconds at which frame 0's tick was due; None: it never was."""
    seconds: float
    frames_composed: int
    frames_repeated: int
    frames_skipped: int
    sources: list[SourceReport]
    renditions: list[RenditionReport]
    destinations: list[DestinationReport]
    recording: RecordingReport | None
    compose_ms: Size
    tick_late_ms: Size
    cpu_seconds: float
    """Of the whole process tree since tick 0."""
    startup_cpu_seconds: float
    """Of the whole process tree before tick 0."""
    max_rss_mb: float
    """Of the engine process."""
    restarts: int = 0
    """How often the engine was started again in this session."""


def size_of(spread: Spread) -> Size:
    """Rounded for reading."""
    return Size(round(spread.p50, 3), round(spread.p99, 3), round(spread.max, 3))
