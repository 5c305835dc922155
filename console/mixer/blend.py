"""Sprites laid over pictures, in place, with cv2 (which lets go of the interpreter)."""

from collections.abc import Iterable
from typing import NamedTuple

import cv2
import numpy as np

from console.media.colour import Plane
from console.media.picture import Picture
from console.media.sprite import Sprite

_PER_LEVEL = 1 / 255


class Lap(NamedTuple):
    """What is laid over one plane: all three are views of one shape."""

    below: Plane
    pixels: Plane
    keep: Plane


def blend(below: Picture, sprite: Sprite, *, x: int, y: int) -> None:
    """Lay `sprite` with its top left corner at (x, y), possibly outside; what is outside is cut.

    An odd place means the even one before it, since chroma has half of each side.
    """
    lay_laps(laps(below, sprite, x=x, y=y))


def laps(below: Picture, sprite: Sprite, *, x: int, y: int) -> tuple[Lap, ...]:
    """All that `blend` would do; it may be done again for as long as sprite and place are the same."""
    x, y = x // 2 * 2, y // 2 * 2
    left, top = max(0, -x), max(0, -y)
    right, bottom = min(sprite.width, below.width - x), min(sprite.height, below.height - y)
    if right <= left or bottom <= top:
        return ()
    found = []
    for scale, plane, (pixels, keep) in zip((1, 2, 2), below.planes, sprite.layers, strict=True):
        part = np.s_[top // scale : bottom // scale, left // scale : right // scale]
        spot = np.s_[(y + top) // scale : (y + bottom) // scale, (x + left) // scale : (x + right) // scale]
        found.append(Lap(plane[spot], pixels[part], keep[part]))
    return tuple(found)


def lay_laps(found: Iterable[Lap]) -> None:
    """Do what `laps` found."""
    for below, pixels, keep in found:
        cv2.multiply(below, keep, below, _PER_LEVEL)
        cv2.add(below, pixels, below)


def lay(below: Sprite, sprite: Sprite, *, x: int, y: int) -> None:
    """Lay `sprite` over another one, in place; even (x, y), what is outside is cut."""
    left, top = max(0, -x), max(0, -y)
    right, bottom = min(sprite.width, below.width - x), min(sprite.height, below.height - y)
    if right <= left or bottom <= top:
        return
    cuts = []
    for scale in (1, 2):
        part = np.s_[top // scale : bottom // scale, left // scale : right // scale]
        spot = np.s_[(y + top) // scale : (y + bottom) // scale, (x + left) // scale : (x + right) // scale]
        cuts.append((part, spot))
    for (part, spot), (plane, _), (pixels, keep) in zip(
        (cuts[0], cuts[1], cuts[1]), below.layers, sprite.layers, strict=True
    ):
        lay_laps([Lap(plane[spot], pixels[part], keep[part])])
    for (part, spot), plane, keep in zip(
        cuts, (below.keep_y, below.keep_uv), (sprite.keep_y, sprite.keep_uv), strict=True
    ):
        cv2.multiply(plane[spot], keep[part], plane[spot], _PER_LEVEL)


def faded(sprite: Sprite, opacity: float) -> Sprite:
    """The sprite at 0..1 of its opacity."""
    return Sprite(
        *(cv2.convertScaleAbs(plane, alpha=opacity) for plane in (sprite.y, sprite.u, sprite.v)),  # type: ignore[arg-type]
        *(
            cv2.convertScaleAbs(plane, alpha=opacity, beta=255 * (1 - opacity))
            for plane in (sprite.keep_y, sprite.keep_uv)
        ),
    )


def scaled(sprite: Sprite, factor: float, *, down: float | None = None) -> Sprite:
    """The sprite at another size, sides even; `down`: another factor for its height."""
    factors = (factor, factor if down is None else down)
    width, height = (
        max(2, round(side * by / 2) * 2) for side, by in zip((sprite.width, sprite.height), factors, strict=True)
    )
    full, half = (width, height), (width // 2, height // 2)
    return Sprite(
        _resized(sprite.y, full),
        _resized(sprite.u, half),
        _resized(sprite.v, half),
        _resized(sprite.keep_y, full),
        _resized(sprite.keep_uv, half),
    )


def _resized(plane: Plane, size: tuple[int, int]) -> Plane:
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_LINEAR), np.uint8)
