"""High-rate figures for those who look: never in State, sent ten times a second while somebody watches."""

import msgspec

from console.model.moment import At

SILENCE_DB = -120.0


class Figure(msgspec.Struct, frozen=True, omit_defaults=True):
    """A group of numbers of one moment."""


class Loud(Figure, frozen=True):
    """How loud a stretch of sound was, in dBFS."""

    peak_db: float = SILENCE_DB
    rms_db: float = SILENCE_DB


class Meters(Figure, frozen=True):
    """The sound of the last ticks; silent strips are left out."""

    strips: dict[str, Loud] = {}
    """After gain and mute, by source."""
    program: Loud = Loud()
    momentary_lufs: float | None = None
    """400 ms."""
    short_term_lufs: float | None = None
    """3 s."""
    integrated_lufs: float | None = None
    """Since somebody began to look."""


class EncodeFigures(Figure, frozen=True):
    """One rendition, over the last second or so."""

    encoder: str = ""
    preset: str = ""
    fps: float = 0.0
    kbps: float = 0.0
    skipped: int = 0
    """Pictures the encoder never got, in this session."""


class LineFigures(Figure, frozen=True):
    """One destination."""

    kbps: float = 0.0
    buffered_ms: int = 0
    """Made and not yet gone, the system's own buffer included where it tells."""
    sending_age_s: float | None = None
    """Since something last left this machine; None: nothing is being sent."""
    acknowledged_age_s: float | None = None
    """Since the server accepted it or last said how much it has; None: nobody proves it."""
    seen_age_s: float | None = None
    """Since a picture of it was last decoded on the other side; None: nobody proves it."""
    sent_bytes: int = 0
    pictures: int = 0
    dropped: int = 0
    """Packets left out because the line was too slow."""
    round_trip_ms: float | None = None


class SourceFigures(Figure, frozen=True):
    """One source."""

    fps: float = 0.0
    pictures: int = 0
    overwritten: int = 0
    """Pictures that nobody used."""
    stale_s: float = 0.0
    """In which nothing came, in this session."""


class Pulse(Figure, frozen=True):
    """Everything of one moment."""

    at: At = At(0, 0, 0)
    seconds: float = 0.0
    """On air."""
    composed: int = 0
    repeated: int = 0
    skipped: int = 0
    compose_p99_ms: float = 0.0
    late_p99_ms: float = 0.0
    """How late ticks began, against their absolute deadline."""
    meters: Meters = Meters()
    renditions: dict[str, EncodeFigures] = {}
    destinations: dict[str, LineFigures] = {}
    sources: dict[str, SourceFigures] = {}
    disk_minutes: float | None = None
    """How long what is recorded now, or would be, still fits; None: nobody knows."""
    memory_mb: float = 0.0
    """Resident, engine process."""
    cpu_cores: float = 0.0
    """Of the engine with all its children: 1.0 is one core kept busy."""
