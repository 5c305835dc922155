"""Reads the tick number and the flash of picture after picture, cheaply."""

import msgspec

from capture.tick_code import BLACK, WHITE, Found, find_code, flash_luma
from console.media.colour import Plane

SEARCH_EVERY = 10
"""Where there is no number, only every tenth picture is searched as a whole: that costs as much as decoding it."""
_LIT = (BLACK + WHITE) / 2


class Reading(msgspec.Struct, frozen=True):
    """What one picture says."""

    tick: int
    is_lit: bool


class CodeSight:
    """Remembers where the number stood, since it rarely moves."""

    def __init__(self) -> None:
        """Not found yet."""
        self._row: int | None = None
        self._failures = 0

    def read(self, luma: Plane) -> Reading | None:
        """Number and flash of a picture; None: it shows none."""
        found = self._where_it_was(luma) or self._anywhere(luma)
        if found is None:
            self._failures += 1
            return None
        self._failures = 0
        self._row = found.row
        return Reading(found.number, flash_luma(luma, found) > _LIT)

    def _where_it_was(self, luma: Plane) -> Found | None:
        return None if self._row is None else _in_row(luma, self._row)

    def _anywhere(self, luma: Plane) -> Found | None:
        if self._failures % SEARCH_EVERY:
            return None
        found = find_code(luma)
        # Why: a search meets the edge of the code first, where encoding blurs it; inside it is safe.
        return found and (_in_row(luma, round(found.row + 2 * found.cell)) or found)


def _in_row(luma: Plane, row: int) -> Found | None:
    found = find_code(luma[row : row + 1]) if row < luma.shape[0] else None
    return found and Found(found.number, found.left, row, found.cell)
