"""A text made to fit: the largest size at which its phrases fill no more than the lines there are."""

from collections.abc import Callable
from dataclasses import dataclass

from console.ports.brush import FittedText
from overlays import breaks

MeasureAt = Callable[[float], breaks.Measure]
"""Widths at a size in pixels."""

_STEPS = 14


@dataclass(frozen=True, slots=True)
class Room:
    """What a text may take. Pixels."""

    width: float
    size: float
    floor: float
    lines: int = 1
    height: float = 0.0
    """0: any."""
    pitch: float = 1.25
    """Multiple of the size."""

    def lines_at(self, size: float) -> int:
        """How many lines of that size there is room for, at least one."""
        by_height = int((self.height - size) / (size * self.pitch) + 1) if self.height else self.lines
        return max(1, min(self.lines, by_height))

    @property
    def sizes(self) -> list[float]:
        """Whole pixels from the wanted size to the floor."""
        size, floor = round(self.size), max(1, round(min(self.floor or self.size, self.size)))
        step = max(1, (size - floor) // _STEPS)
        return [float(one) for one in dict.fromkeys([*range(size, floor, -step), floor])]


def fitted(text: str, room: Room, measure_at: MeasureAt, *, bold: bool) -> FittedText:
    """First try whole phrases at every size, then broken ones, then cut at the floor."""
    text = breaks.cleaned(text)
    pieces = breaks.phrases(text)
    for breaker in (breaks.balanced, lambda _, width, measure: breaks.broken(text, width, measure)):
        for size in room.sizes:
            lines = breaker(pieces, room.width, measure_at(size))
            if lines is not None and len(lines) <= room.lines_at(size):
                return _made(lines, size, room, measure_at, bold=bold)
    size = room.sizes[-1]
    lines = breaks.shortened(text, room.width, room.lines_at(size), measure_at(size))
    return _made(lines, size, room, measure_at, bold=bold, cut=True)


def _made(
    lines: list[str], size: float, room: Room, measure_at: MeasureAt, *, bold: bool, cut: bool = False
) -> FittedText:
    measure = measure_at(size)
    width = max((measure(line) for line in lines), default=0.0)
    return FittedText(tuple(lines), size, size * room.pitch, width, bold, cut=cut)
