"""Colour bars with the number of the tick burnt in, a flash and a beep each second: what a receiver measures by."""

from fractions import Fraction
from itertools import cycle

import cv2
import msgspec
import numpy as np

from capture import beep, tick_code
from console.errors import Message
from console.media.colour import Plane, yuv_of_rgb
from console.media.picture import Picture
from console.media.sound import Sound
from console.media.timebase import tick_at
from console.ports.source import Opening, OpenSource, SourceDriver, SourceFigures

_ROTATION = 8
"""Buffers: a picture that was given out stays whole until this many newer ones were."""
_DIGITS = 7
_BARS = [(191, 191, 191), (191, 191, 0), (0, 191, 191), (0, 191, 0), (191, 0, 191), (191, 0, 0), (0, 0, 191)]
"""75 % bars in RGB, SMPTE order."""


class BarsSettings(msgspec.Struct, forbid_unknown_fields=True):
    """How the bars are."""

    beep: bool = True
    """A beep with every flash."""


class Bars:
    """The bars while they run. Everything follows from the tick, so nothing can be late."""

    has_picture = True
    live = False

    def __init__(self, settings: BarsSettings, opening: Opening) -> None:
        """Of the canvas's size."""
        self.has_sound = settings.beep
        self.problem: Message | None = None
        self._rate = Fraction(opening.pictures, opening.seconds)
        self._clock = opening.clock
        self._pages = cycle(_pages(opening.width & ~1, opening.height & ~1))
        self._tick = -1
        self._picture: Picture | None = None
        self._given = 0

    def picture(self, media_us: int) -> Picture | None:
        """The bars with the tick's number."""
        tick = tick_at(media_us, self._rate)
        if tick != self._tick or self._picture is None:
            self._picture = next(self._pages).drawn(tick, lit=beep.is_lit(tick, self._rate), pts_us=media_us)
            self._tick = tick
            self._given += 1
        return self._picture

    def sound(self, first: int, count: int) -> Sound | None:
        """The beep, where there is one."""
        return beep.beeps(first, count, self._rate) if self.has_sound else None

    @property
    def figures(self) -> SourceFigures:
        """Never late, never lost."""
        return SourceFigures(pictures=self._given, last_us=self._clock.monotonic_us())

    def close(self) -> None:
        """Nothing to free."""


class _Page:
    """A buffer with bars on it in which only number and flash change."""

    def __init__(self, y: Plane, u: Plane, v: Plane, glyphs: Plane) -> None:
        self._planes = y, u, v
        self._glyphs = glyphs
        self._lit: bool | None = None
        height, width = y.shape
        backdrop = tick_code.backdrop_area(width, height)
        top = max(0, backdrop.top - glyphs.shape[1])
        left = (width - _DIGITS * glyphs.shape[2]) // 2
        self._digits = y[top : top + glyphs.shape[1], left : left + _DIGITS * glyphs.shape[2]]

    def drawn(self, tick: int, *, lit: bool, pts_us: int) -> Picture:
        y, u, v = self._planes
        tick_code.write_code(y, tick)
        digits = [int(digit) for digit in f"{tick % 10**_DIGITS:0{_DIGITS}}"]
        self._digits[:] = np.hstack(list(self._glyphs[digits]))[: self._digits.shape[0], : self._digits.shape[1]]
        if lit is not self._lit:
            tick_code.write_flash(y, lit=lit)
            self._lit = lit
        return Picture(y, u, v, pts_us)


def _pages(width: int, height: int) -> list[_Page]:
    y, u, v = _bars(width, height)
    glyphs = _glyphs(tick_code.cell_px(width, height))
    return [_Page(y.copy(), u, v, glyphs) for _ in range(_ROTATION)]


def _bars(width: int, height: int) -> tuple[Plane, Plane, Plane]:
    columns = np.arange(width // 2) * len(_BARS) // (width // 2)
    rows = np.array([yuv_of_rgb(*bar) for bar in _BARS], np.uint8)[columns]
    y = np.tile(np.repeat(rows[:, 0], 2), (height, 1))
    u, v = (np.tile(rows[:, plane], (height // 2, 1)) for plane in (1, 2))
    backdrop = tick_code.backdrop_area(width, height)
    digits_tall = _glyphs(tick_code.cell_px(width, height)).shape[1]
    top = max(0, backdrop.top - digits_tall)
    across = slice(backdrop.left // 2, (backdrop.left + backdrop.width) // 2)
    down = slice(top // 2, (backdrop.top + backdrop.height) // 2)
    y[2 * down.start : 2 * down.stop, 2 * across.start : 2 * across.stop] = tick_code.BLACK
    u[down, across] = v[down, across] = 128
    return y, u, v


def _glyphs(cell: int) -> Plane:
    """(10, h, w) luma of the digits, white on black, for people."""
    width, height = 6 * cell, 9 * cell
    glyphs = np.full((10, height, width), tick_code.BLACK, np.uint8)
    scale = 6 * cell / 22  # Unit: a digit of this font is 22 px high at scale 1.
    for digit, glyph in enumerate(glyphs):
        (wide, tall), _ = cv2.getTextSize(str(digit), cv2.FONT_HERSHEY_SIMPLEX, scale, max(1, cell // 2))
        at = ((width - wide) // 2, (height + tall) // 2)
        cv2.putText(
            glyph, str(digit), at, cv2.FONT_HERSHEY_SIMPLEX, scale, tick_code.WHITE, max(1, cell // 2), cv2.LINE_AA
        )
    return glyphs


def _open(settings: BarsSettings, opening: Opening) -> OpenSource:
    return Bars(settings, opening)


DRIVER = SourceDriver("bars", "カラーバー", "Colour bars", BarsSettings, _open)
