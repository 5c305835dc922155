"""What a driver of graphics must be: content from State, a painting, a place, a motion."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Generic, Literal, NamedTuple, Protocol, TypeVar

import msgspec

from console.errors import Message
from console.media.painting import Move, Painting, shape_of
from console.media.sprite import Sprite
from console.model.canvas import Canvas
from console.model.overlay import Theme
from console.model.state import State
from console.words.saying import Saying

S = TypeVar("S", bound=msgspec.Struct)
C = TypeVar("C", bound=msgspec.Struct)

SlotName = Literal["top_left", "top_right", "left_column", "right_column", "above_band", "lower_band", "full"]
"""Named places of a canvas; a driver asks for one, `overlays.slots` knows where it lies."""
Align = Literal["left", "centre", "right"]
Icon = Literal["clock", "gift", "megaphone", "cart", "star", "play", "quote"]


class Area(NamedTuple):
    """A rectangle in pixels of the sprite, origin top left."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y where it ends."""
        return self.y + self.height

    def inset(self, across: float, down: float | None = None) -> "Area":
        """Smaller by `across` on the left and right, and by `down` (the same, if not given) above and below."""
        down = across if down is None else down
        return Area(self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down)


@dataclass(frozen=True, slots=True)
class Motion:
    """How a graphic comes and goes. Everything is a function of media time, so a frame can be made again."""

    enter: Literal["slide", "pop", "fade"] = "slide"
    """slide: from its nearer side edge; pop: scale 0.9 to 1 with overshoot 1.03; fade."""
    enter_us: int = 240_000
    leave_us: int = 160_000
    """Always a fade."""


@dataclass(frozen=True, slots=True)
class FittedText:
    """A text broken into lines and sized for a box, ready to be written. Lengths in pixels of the sprite."""

    lines: tuple[str, ...]
    size: float
    """Height of an ideograph."""
    pitch: float
    """From one line to the next."""
    width: float
    """Of the longest line."""
    bold: bool = False
    cell: float = 0.0
    """Width of each character where all are equally wide; 0: as the font has them."""
    cut: bool = False
    """It did not fit and ends with an ellipsis."""

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last, without descenders."""
        return self.size + self.pitch * (len(self.lines) - 1) if self.lines else 0.0


@dataclass(frozen=True, slots=True)
class LiveText:
    """A value whose digits stand in cells of their own, so that they change without painting."""

    text: str
    size: float
    advances: tuple[int, ...]
    """Width of each character's cell in even pixels, its gap included."""
    gap: int = 0
    """Clear pixels between two cells."""
    bold: bool = True

    @property
    def width(self) -> int:
        """From the first cell to the end of the last."""
        return max(0, sum(self.advances) - self.gap)

    def cells(self, x: float, y: float) -> list[tuple[str, Area]]:
        """Each character and its cell, with the top left of the first at (x, y)."""
        lefts = [x + sum(self.advances[:number]) for number in range(len(self.text))]
        widths = [advance - self.gap for advance in self.advances]
        rows = zip(self.text, lefts, widths, strict=True)
        return [(character, Area(left, y, width, self.size)) for character, left, width in rows]


class Brush(Protocol):
    """What a driver paints with; `overlays.paint` is the only one that knows Qt. Grows by methods with defaults.

    Coordinates are pixels of the sprite, origin top left. Colours are #RRGGBB or #RRGGBBAA.
    """

    theme: Theme
    scale: float
    """`overlays.slots.scale_of` of the canvas: multiply every length by it."""
    portrait: bool

    def px(self, length: float) -> float:
        """A length given for a canvas 720 wide (portrait) or 720 high (landscape), in pixels of this sprite."""

    def say(self, saying: Saying, **params: str | int | float) -> str:
        """A sentence in the language of the show."""

    def fitted(  # noqa: PLR0913 - a text has this many properties
        self,
        text: str,
        width: float,
        *,
        size: float,
        floor: float = 0.0,
        lines: int = 1,
        height: float = 0.0,
        bold: bool = False,
        mono: bool = False,
        pitch: float = 1.25,
    ) -> FittedText:
        """Break at phrase boundaries, shrink from `size` to `floor`, and only then cut with an ellipsis.

        `height` (0: any) bounds all lines together; `pitch` is a multiple of the size. Marks that would disturb the
        line (controls, changes of direction, towers of accents) are left out.
        """

    def write(
        self, text: FittedText, x: float, y: float, colour: str, *, align: Align = "left", struck: bool = False
    ) -> None:
        """Write with the top of the first line at `y`; `x` is the left edge, the centre or the right edge."""

    def live(self, text: str, *, size: float, cell: float = 0.0, gap: float = 0.0, bold: bool = True) -> LiveText:
        """Measure a value in cells: as wide as a figure of that size, or `cell`; marks between digits as they are."""

    def write_live(self, name: str, text: LiveText, x: float, y: float, colour: str) -> None:
        """Write the value of the content's field `name`; its digits are laid over the painting, tick by tick.

        `y` is the top of the figures, `x` the left of the first cell, brought to whole even pixels.
        """

    def part(self, name: str, area: Area, move: Move) -> AbstractContextManager[None]:
        """While entered, what is painted within the area becomes a part of its own; no shadows in it."""

    def scroll(self, name: str, text: FittedText, window: Area, colour: str, *, rounds: int) -> None:
        """A line that runs through the window `rounds` times."""

    def panel(
        self, area: Area, colour: str, *, radius: float = 0.0, shadow: float = 0.0, line: str = "", to: str = ""
    ) -> None:
        """A rectangle with round corners; `line` is a hairline.

        `shadow` stays within that share of `theme.MARGIN` around it.
        `to`: the colour at its foot, if it changes on the way down.
        """

    def icon(self, icon: Icon, area: Area, colour: str) -> None:
        """A drawn sign in one colour."""

    def ticket(self, area: Area, left: str, right: str, *, split: float, notch: float, radius: float) -> None:
        """A ticket of two colours with a soft shadow, torn off at x = `split`, where both edges have a notch."""

    def bubble(self, area: Area, head: str, body: str, *, split: float, tail: float, radius: float) -> None:
        """A speech bubble with a soft shadow: `head` above y = `split`, `body` below it, a tail of that height."""

    def picture(self, file: str, area: Area, *, radius: float = 0.0, whole: bool = False) -> bool:
        """A picture of the show folder, cut to cover the area (`whole`: all of it, centred).

        One of a very different shape is shown whole on its own edge colour. False, and nothing painted: not readable.
        """

    def picture_size(self, file: str) -> tuple[int, int] | None:
        """Width and height of a picture of the show folder; None: not readable."""

    def modules(self, rows: Sequence[Sequence[int]], x: float, y: float, module: int) -> None:
        """Black squares of `module` pixels on whole pixels; the white below is the caller's."""

    def perforation(self, start: tuple[float, float], end: tuple[float, float], colour: str, *, width: float) -> None:
        """A row of dots, as paper is perforated."""

    def eye(self, area: Area, colour: str, pupil: str) -> None:
        """A drawn eye: somebody watches."""

    def bag(self, area: Area, colour: str) -> None:
        """A drawn shopping bag: a product without a picture."""

    def clipped(self, area: Area, *, radius: float = 0.0) -> AbstractContextManager[None]:
        """While entered, nothing is painted outside the area."""


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
