"""A number as a row of black and white cells in a picture: written by whoever makes pictures, read by the receiver.

From left to right: a frame of three white cells and a black one, 24 bits of the number and 16 bits of its CRC
(white is one, the highest first), a black cell and three white ones. Below it lies the flash area, white while a
beep begins. The row is found by its frame wherever a crop or scale has put it; the CRC tells it from scenery.
"""

import binascii
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from console.media.colour import Plane

BLACK, WHITE = 16, 235
NUMBERS = 1 << 24
"""Numbers wrap here: after six days at 30 pictures a second."""

_MARK = (1, 1, 1, 0)
_WHITE_CELLS = 3
_BITS = 40
_CELLS = 2 * len(_MARK) + _BITS
_QUIET = 2
"""Black cells around the row, so that no scenery touches it."""
_CODE_TALL, _GAP_TALL, _FLASH_TALL = 5, 1, 10
_SHARE = 0.56
"""Of the shorter side: the middle of a picture that survives the crop from 16:9 to 9:16 and back."""
_SMALLEST_CELL = 1.5
"""Pixels; smaller cells cannot be told apart."""
_WEIGHTS = 1 << np.arange(_BITS - 1, -1, -1, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in pixels, even numbers."""

    left: int
    top: int
    width: int
    height: int

    def of(self, plane: Plane) -> Plane:
        """The view of it in a luma plane."""
        return plane[self.top : self.top + self.height, self.left : self.left + self.width]


@dataclass(frozen=True, slots=True)
class Found:
    """A number that was read, and where."""

    number: int
    left: float
    """Of the first cell, in pixels."""
    row: int
    """Some row of the code."""
    cell: float
    """Width of a cell in pixels."""


def cell_px(width: int, height: int) -> int:
    """Width of a cell where nobody says otherwise: even, as large as survives the crops, at least 2."""
    return max(2, int(_SHARE * min(width, height) / _CELLS) & ~1)


def code_area(width: int, height: int) -> Area:
    """Where the number stands in a picture of this size, without its black surroundings."""
    cell = cell_px(width, height)
    return Area(((width - _CELLS * cell) // 2) & ~1, (height // 2) & ~1, _CELLS * cell, _CODE_TALL * cell)


def flash_area(width: int, height: int) -> Area:
    """Where the flash is in a picture of this size."""
    cell, code = cell_px(width, height), code_area(width, height)
    return Area(code.left, code.top + (_CODE_TALL + _GAP_TALL) * cell, code.width, _FLASH_TALL * cell)


def backdrop_area(width: int, height: int) -> Area:
    """What has to be black around both."""
    cell, code, flash = cell_px(width, height), code_area(width, height), flash_area(width, height)
    edge = _QUIET * cell
    tall = flash.top + flash.height - code.top + 2 * edge
    return Area(code.left - edge, code.top - edge, code.width + 2 * edge, tall)


def write_backdrop(y_plane: Plane) -> None:
    """Blacken what code and flash need; once a buffer. The chroma of the area has to be 128."""
    height, width = y_plane.shape
    backdrop_area(width, height).of(y_plane)[:] = BLACK


def write_code(y_plane: Plane, number: int) -> None:
    """Draw the number (modulo `NUMBERS`) onto its backdrop."""
    height, width = y_plane.shape
    code_area(width, height).of(y_plane)[:] = np.repeat(_cells(number), cell_px(width, height))


def write_flash(y_plane: Plane, *, lit: bool) -> None:
    """Draw the flash area white or black."""
    height, width = y_plane.shape
    flash_area(width, height).of(y_plane)[:] = WHITE if lit else BLACK


def read_code(y_plane: Plane) -> int | None:
    """The number in a picture of any size; None if there is none to be read."""
    found = find_code(y_plane)
    return None if found is None else found.number


def find_code(y_plane: Plane) -> Found | None:
    """Look along rows, from the middle outwards, for a frame whose cells agree with their CRC."""
    middle = y_plane.shape[0] // 2
    step = max(1, y_plane.shape[0] // 240)
    for distance in range(0, middle, step):
        for row in (middle + distance, middle - distance):
            found = _in_row(y_plane[min(row, y_plane.shape[0] - 1)], row)
            if found is not None:
                return found
    return None


def flash_luma(y_plane: Plane, found: Found) -> float:
    """Mean luma of the flash area that belongs to a code (BLACK..WHITE)."""
    row = round(found.row + 8 * found.cell)  # Why: from any row of the code this is inside the flash area.
    left, right = found.left + 2 * found.cell, found.left + (_CELLS - 2) * found.cell
    rows = y_plane[row : row + max(1, round(found.cell)), round(left) : round(right)]
    return float(rows.mean()) if rows.size else float(BLACK)


def _cells(number: int) -> NDArray[np.uint8]:
    number %= NUMBERS
    word = number << 16 | binascii.crc_hqx(number.to_bytes(3, "big"), 0xFFFF)
    bits = [word >> place & 1 for place in range(_BITS - 1, -1, -1)]
    return np.where([*_MARK, *bits, *reversed(_MARK)], WHITE, BLACK).astype(np.uint8)


def _in_row(row: Plane, number: int) -> Found | None:
    darkest, brightest = int(row.min()), int(row.max())
    if brightest - darkest < 40:
        return None
    lit = np.concatenate(([False], row > (darkest + brightest) / 2, [False]))
    edges = np.flatnonzero(lit[1:] != lit[:-1])
    for start, end in _frames(edges[::2], edges[1::2]):
        found = _between(row, float(start), float(end - start) / _CELLS, number)
        if found is not None:
            return found
    return None


def _frames(starts: NDArray[np.intp], ends: NDArray[np.intp]) -> NDArray[np.intp]:
    """(n, 2): pairs of a white run's start and a later one's end that may be the outer edges of a code."""
    runs = (ends - starts) / _WHITE_CELLS
    cells = (ends[None, :] - starts[:, None]) / _CELLS
    slack = 0.25 * cells + 0.5  # Unit: pixels; scaling moves an edge by about half of one.
    fits = (cells >= _SMALLEST_CELL) & (abs(runs[:, None] - cells) < slack) & (abs(runs[None, :] - cells) < slack)
    first, last = np.nonzero(fits)
    return np.column_stack([starts[first], ends[last]])


def _between(row: Plane, left: float, cell: float, number: int) -> Found | None:
    middles = row[np.round(left + (np.arange(_CELLS) + 0.5) * cell - 0.5).astype(np.intp)].astype(np.int16)
    threshold = (int(middles[:3].min()) + int(middles[3])) / 2
    bits = middles > threshold
    if tuple(bits[: len(_MARK)]) != _MARK or tuple(bits[-len(_MARK) :]) != _MARK[::-1]:
        return None
    word = int(_WEIGHTS @ bits[len(_MARK) : -len(_MARK)])
    if binascii.crc_hqx((word >> 16).to_bytes(3, "big"), 0xFFFF) != word & 0xFFFF:
        return None
    return Found(word >> 16, left, number, cell)
