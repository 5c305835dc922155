"""Where a placement lies in pixels. Pure; everything even, since chroma has half of each side."""

from functools import lru_cache
from typing import NamedTuple

from console.model.canvas import Canvas
from console.model.scene import Box, Placement


class Rect(NamedTuple):
    """Even pixels."""

    x: int
    y: int
    width: int
    height: int


def rect_of(box: Box, width: int, height: int) -> Rect:
    """The box inside something `width` x `height`; never empty, never outside."""
    left, top = _even(box.x * width, width - 2), _even(box.y * height, height - 2)
    right = max(left + 2, _even((box.x + box.width) * width, width))
    bottom = max(top + 2, _even((box.y + box.height) * height, height))
    return Rect(left, top, right - left, bottom - top)


@lru_cache(maxsize=256)
def placed(placement: Placement, canvas: Canvas, width: int, height: int) -> tuple[Rect, Rect]:
    """(part of the source's picture, part of the canvas) for a source of `width` x `height`."""
    source = rect_of(placement.crop, width, height)
    target = rect_of(placement.box, canvas.width, canvas.height)
    if placement.fit == "cover":
        return _trimmed(source, target.width / target.height), target
    if placement.fit == "contain":
        return source, _trimmed(target, source.width / source.height)
    return source, target


def is_plain(placements: tuple[Placement, ...]) -> bool:
    """Nothing but one source, all of it, all over the canvas."""
    return len(placements) == 1 and placements[0].box == placements[0].crop == Box()


def covers(target: Rect, canvas: Canvas) -> bool:
    """Nothing of the canvas is seen around it."""
    return target == Rect(0, 0, canvas.width, canvas.height)


def _trimmed(rect: Rect, aspect: float) -> Rect:
    """The largest part of `rect`, in its middle, of that width / height."""
    width = min(rect.width, max(2, _even(rect.height * aspect, rect.width)))
    height = min(rect.height, max(2, _even(rect.width / aspect, rect.height)))
    left = rect.x + _even((rect.width - width) / 2, rect.width)
    top = rect.y + _even((rect.height - height) / 2, rect.height)
    return Rect(left, top, width, height)


def _even(value: float, most: int) -> int:
    """The even number next to `value` within 0..most; a value that is no number counts as 0."""
    return round(min(max(0.0, value), max(0, most // 2 * 2)) / 2) * 2
