"""What a recorder says about itself once a second, and what in it should worry people."""

from typing import Final, NamedTuple

from console.errors import Message
from console.words.recording import RECORDER_SILENT, RECORDING_FALLS_BEHIND, RECORDING_SPACE_LOW

WARN_MINUTES: Final = 30
_SETTLED_S: Final = 10.0
"""Before that the rate says nothing: headers, the first keyframe."""
_SILENT_S: Final = 10.0


class Written(NamedTuple):
    """The child's own figures, on their way through the pipe."""

    seconds: float
    bytes: int
    free_bytes: int


class Figures(NamedTuple):
    """How a recording goes."""

    seconds: float = 0.0
    """Length of what is in the file."""
    bytes: int = 0
    """Size of the file."""
    dropped: int = 0
    """Tags that did not get into the file since the disk was too slow."""
    is_dropping: bool = False
    """It is letting go of tags now, until the disk has caught up and a keyframe comes."""
    free_bytes: int | None = None
    """On the disk of the file; None: not known yet."""
    silent_s: float = 0.0
    """Since the child last said anything."""


def minutes_left(figures: Figures, *, stop_free_bytes: int) -> float | None:
    """How long the disk lasts at the rate so far; None: nobody knows yet."""
    if figures.free_bytes is None or figures.seconds < _SETTLED_S or figures.bytes == 0:
        return None
    rate = figures.bytes / figures.seconds
    return max(0.0, (figures.free_bytes - stop_free_bytes) / rate / 60)


def minutes_until_full(free_bytes: int, *, kbps: int, stop_free_bytes: int) -> float:
    """How long a disk would last that nobody records to yet."""
    return max(0.0, (free_bytes - stop_free_bytes) * 8 / 1000 / max(1, kbps) / 60)


def worries(figures: Figures, *, stop_free_bytes: int) -> dict[str, Message]:
    """Conditions that hold now, by the keys of their Faults."""
    found: dict[str, Message] = {}
    minutes = minutes_left(figures, stop_free_bytes=stop_free_bytes)
    if minutes is not None and minutes < WARN_MINUTES:
        found["recording/space"] = RECORDING_SPACE_LOW(minutes=int(minutes))
    if figures.is_dropping:
        found["recording/dropped"] = RECORDING_FALLS_BEHIND(dropped=figures.dropped)
    if figures.silent_s > _SILENT_S:
        found["recording/silent"] = RECORDER_SILENT(seconds=int(figures.silent_s))
    return found
