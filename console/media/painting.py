"""A graphic as it was painted: its pixels, and what lies on them and changes without another painting."""

from dataclasses import dataclass
from typing import Literal

from console.media.sprite import Sprite

Move = Literal["still", "roll", "flip", "pulse", "stamp", "scroll"]
"""What a part does in media time: stands; rolls up like a counter; flips open like a board; glows when a figure
changes; is stamped on; runs through a window from right to left."""
DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class Part:
    """Pixels of their own at a place of the graphic. Equal parts have the very same sprite."""

    name: str
    x: int
    y: int
    """Of its top left corner within the graphic; even pixels."""
    sprite: Sprite
    move: Move = "still"
    window_px: int = 0
    """How much of a scrolling part is seen at once."""
    speed_px_s: int = 0
    rounds: int = 0
    """How often a scrolling part runs through its window."""

    @property
    def run_us(self) -> int:
        """How long all rounds of a scrolling part take; 0: it does not scroll."""
        return self.round_us * self.rounds

    @property
    def round_us(self) -> int:
        """How long one round takes."""
        return (self.window_px + self.sprite.width) * 1_000_000 // self.speed_px_s if self.speed_px_s else 0


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """Where the digits of one value stand, and each digit painted once."""

    name: str
    """Field of the content that holds the value."""
    cells: tuple[tuple[int, int], ...]
    """Top left corner of each digit, in reading order; even pixels."""
    glyphs: tuple[Sprite, ...]
    """0 to 9, all equally large."""

    def parts(self, value: str, move: Move = "still") -> tuple[Part, ...]:
        """The digits of `value` at their cells, which are as many as it has."""
        digits = [DIGITS.index(character) for character in value if character in DIGITS]
        return tuple(
            Part(f"{self.name}/{number}", x, y, self.glyphs[digit], move)
            for number, ((x, y), digit) in enumerate(zip(self.cells, digits, strict=False))
        )


@dataclass(frozen=True, slots=True, eq=False)
class Painting:
    """All of a graphic."""

    sprite: Sprite
    """What stands still."""
    parts: tuple[Part, ...] = ()
    figures: tuple[Figures, ...] = ()

    @property
    def sprites(self) -> tuple[Sprite, ...]:
        """Every sprite of it."""
        glyphs = (glyph for figures in self.figures for glyph in figures.glyphs)
        return (self.sprite, *(part.sprite for part in self.parts), *glyphs)


def shape_of(value: str) -> str:
    """The value with every digit a nought: equal shapes are painted alike."""
    return "".join("0" if character in DIGITS else character for character in value)
