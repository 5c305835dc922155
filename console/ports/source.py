"""What a driver of sources must be."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import msgspec

from console.errors import Message
from console.media.clock import Clock
from console.media.picture import Picture
from console.media.sound import Sound

S_contra = TypeVar("S_contra", bound=msgspec.Struct, contravariant=True)


@dataclass(frozen=True, slots=True)
class SourceFigures:
    """Counters of a running source. They only grow."""

    pictures: int = 0
    """New pictures it gave to the mixer."""
    overwritten: int = 0
    """Pictures that came and went between two ticks, so that nobody saw them."""
    last_us: int = 0
    """Monotonic time at which the newest picture or sound came."""
    missing_samples: int = 0
    """Samples that were asked for and not there: silence was given."""


class OpenSource(Protocol):
    """A source that gives pictures, sound or both. `picture` and `sound` belong to the mixer thread and never wait.

    A tick asks for its picture first, then for its sound. A source that is late gives what it has.
    """

    has_picture: bool
    has_sound: bool

    @property
    def live(self) -> bool:
        """It declares a rate: no news for 2 s means that it is lost. Never for stills, paused or ended clips."""

    def picture(self, media_us: int) -> Picture | None:
        """What to show at this tick; the same object while nothing is new; None before the first."""

    def sound(self, first: int, count: int) -> Sound | None:
        """Samples first..first + count of the media clock, (count, 2); None is silence."""

    @property
    def figures(self) -> SourceFigures:
        """How it is doing."""

    @property
    def problem(self) -> Message | None:
        """Why it gives nothing any more; None while well. A source with a problem is closed and opened again."""

    def close(self) -> None:
        """Stop and free everything within 2 s, killing what hangs. May be called twice, and on a dead source."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What the engine tells a source when it opens it."""

    id: str
    name: str
    width: int
    height: int
    """Of the largest canvas, in pixels: what is larger than that is not needed."""
    pictures: int
    seconds: int
    """The show's rate: pictures / seconds."""
    folder: Path
    """The show folder: relative file names start there."""
    clock: Clock
    latency_us: int = 80_000
    """How long live pictures and sounds are held so that all of them play together."""


@dataclass(frozen=True, slots=True)
class Device:
    """Something that can be opened, as the machine lists it."""

    key: str
    """Stable identity: what settings keep."""
    name: str
    """For people."""
    settings: dict[str, str | int]
    """Settings that open it."""


@dataclass(frozen=True, slots=True)
class SourceDriver(Generic[S_contra]):
    """Descriptor that an entry point of `honban.sources` names."""

    kind: str
    title_ja: str
    title_en: str
    settings: type[S_contra]
    open: Callable[[S_contra, Opening], OpenSource]
    """Returns when it runs or raises `ConsoleError`. Called on a thread of its own; may take up to 10 s."""
    devices: Callable[[], list[Device]] = list
    """What of this kind the machine has now; empty for kinds that are no devices. Takes at most 5 s."""
