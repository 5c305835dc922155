"""What a driver of graphics must be: content from State, a painting, a place, a motion."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, Protocol, TypeVar

import msgspec

from console.errors import Message
from console.media.painting import Painting, shape_of
from console.media.sprite import Sprite
from console.model.canvas import Canvas
from console.model.overlay import Theme
from console.model.state import State

S = TypeVar("S", bound=msgspec.Struct)
C = TypeVar("C", bound=msgspec.Struct)

SlotName = Literal["top_left", "top_right", "left_column", "right_column", "above_band", "lower_band", "full"]
"""Named places of a canvas; a driver asks for one, `overlays.slots` knows where it lies."""


@dataclass(frozen=True, slots=True)
class Motion:
    """How a graphic comes and goes. Everything is a function of media time, so a frame can be made again."""

    enter: Literal["slide", "pop", "fade"] = "slide"
    """slide: from its nearer side edge; pop: scale 0.9 to 1 with overshoot 1.03; fade."""
    enter_us: int = 240_000
    leave_us: int = 160_000
    """Always a fade."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Where and when a graphic is looked at: what a driver selects its content from."""

    state: State
    overlay: str
    """Id of the graphic in the show."""
    show_us: int
    """The show clock now."""
    rendition: str
    delay_us: int = 0
    """The largest delay among the viewers of the rendition: a countdown ends that much earlier on the picture."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Display names of the viewers that the State speaks of, by id; it has no name itself."""

    def name_of(self, viewer: str) -> str:
        """Empty: nobody knows it, not yet or not any more."""
        return self.names.get(viewer, "")


@dataclass(frozen=True, slots=True)
class Live:
    """What of a content changes without painting."""

    fields: tuple[str, ...] = ()
    """Fields of the content that hold text whose digits change; `Brush.write_live` says where they stand."""
    rolls: bool = False
    """A digit that changes rolls like a counter; else it is another at once."""
    calm_us: int = 0
    """A value changes at most this often."""

    def shaped(self, content: C) -> C:
        """The content as it is painted: every such digit a nought."""
        return msgspec.structs.replace(content, **{name: shape_of(getattr(content, name)) for name in self.fields})

    def values(self, content: msgspec.Struct) -> dict[str, str]:
        """What those fields say."""
        return {name: str(getattr(content, name)) for name in self.fields}


def _stays(_: Any) -> float:
    return 0.0


@dataclass(frozen=True, slots=True)
class OverlayDriver(Generic[S, C]):
    """Descriptor that an entry point of `honban.overlays` names."""

    kind: str
    title_ja: str
    title_en: str
    settings: type[S]
    content: type[C]
    """Frozen Struct of all that is visible: equal contents are the same pixels (that is the cache)."""
    select: Callable[[S, Sight], C | None]
    """What to show now; None: nothing to show, the graphic stays off air. Pure, quick, on the control thread."""
    paint: Callable[[C, Any, int, int], tuple[int, int]]
    """(content, `Brush`, max width, max height) -> (width, height) used. Runs in the painter only.

    A panel keeps `overlays.theme.MARGIN` clear around it for its shadow.
    """
    slot: SlotName
    motion: Motion = Motion()
    live: Live = Live()
    timed: bool = False
    """What it shows depends on the show clock: it is asked again at every look."""
    hold_s: Callable[[S], float] = _stays
    """Seconds of show time after which it leaves by itself; 0: it stays."""


class Overlays(Protocol):
    """All drivers of graphics by kind."""

    drivers: Mapping[str, OverlayDriver[Any, Any]]


@dataclass(frozen=True, slots=True)
class PaintJob:
    """One painting, as the painter process is told."""

    key: str
    """Whose picture it is: the answer carries it back, and of several that wait for one key the newest is painted."""
    kind: str
    content: bytes
    """JSON of the driver's content Struct, in the shape that is painted."""
    theme: Theme
    folder: str
    canvas: Canvas
    max_width: int
    max_height: int


@dataclass(frozen=True, slots=True, eq=False)
class Painted:
    """A job that is done."""

    job: PaintJob
    painting: Painting

    @property
    def sprite(self) -> Sprite:
        """What of it stands still."""
        return self.painting.sprite


@dataclass(frozen=True, slots=True)
class PaintingFailed:
    """A job that cannot be done, and why."""

    job: PaintJob
    problem: Message
