"""What a driver of graphics paints with, in words that know no toolkit."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from console.media.painting import Move
from console.model.overlay import Theme
from console.words.saying import Saying

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
