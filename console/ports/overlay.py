"""What a driver of graphics must be: content from State, a painting, a place, a motion."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Literal, Protocol, TypeVar

import msgspec

from console.model.canvas import Canvas
from console.model.overlay import Theme
from console.model.state import State

S = TypeVar("S", bound=msgspec.Struct)
C = TypeVar("C", bound=msgspec.Struct)

SlotName = Literal["top_left", "top_right", "right_column", "lower_band", "full"]
"""Named places of a canvas; a driver asks for one, `overlays.slots` knows where it lies."""


@dataclass(frozen=True, slots=True)
class Motion:
    """How a graphic comes and goes. Everything is a function of media time, so a frame can be made again."""

    enter: Literal["slide", "pop", "fade"] = "slide"
    """slide: from its nearer side edge; pop: scale 0.9 to 1 with overshoot 1.03; fade."""
    enter_us: int = 240_000
    leave_us: int = 160_000
    """Always a fade."""


class Brush(Protocol):
    """What a driver paints with; `overlays.paint` is the only one that knows Qt. Grows by methods with defaults.

    Coordinates are pixels of the sprite, origin top left.
    """

    theme: Theme
    scale: float
    """Canvas width over 720 (portrait) or canvas height over 720 (landscape): multiply every length by it."""


@dataclass(frozen=True, slots=True)
class OverlayDriver(Generic[S, C]):
    """Descriptor that an entry point of `honban.overlays` names."""

    kind: str
    title_ja: str
    title_en: str
    settings: type[S]
    content: type[C]
    """Frozen Struct of all that is visible: equal contents are the same pixels (that is the cache)."""
    select: Callable[[S, State], C | None]
    """What to show now; None: nothing to show, the graphic stays off air. Pure, quick, on the control thread."""
    paint: Callable[[C, Any, int, int], tuple[int, int]]
    """(content, brush, max width, max height) -> (width, height) used, even pixels. Runs in the painter only."""
    slot: SlotName
    motion: Motion = Motion()


class Overlays(Protocol):
    """All drivers of graphics by kind."""

    drivers: Mapping[str, OverlayDriver[Any, Any]]


@dataclass(frozen=True, slots=True)
class PaintJob:
    """One painting, as the painter process is told."""

    key: str
    """Answer carries it back."""
    kind: str
    content: bytes
    """JSON of the driver's content Struct."""
    theme: Theme
    folder: str
    canvas: Canvas
    max_width: int
    max_height: int
