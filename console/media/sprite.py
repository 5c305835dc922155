"""Pixels of a graphic, ready to be laid over a picture."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from console.media.colour import Plane, planes_of_bgra


@dataclass(frozen=True, slots=True, eq=False)
class Sprite:
    """Premultiplied I420 with what the picture below keeps: 255 where the sprite is clear, 0 where it hides.

    Shapes: y and keep_y (h, w); u, v and keep_uv (h / 2, w / 2); uint8, h and w even.
    """

    y: Plane
    u: Plane
    v: Plane
    keep_y: Plane
    keep_uv: Plane

    @property
    def width(self) -> int:
        """In pixels, even."""
        return int(self.y.shape[1])

    @property
    def height(self) -> int:
        """In pixels, even."""
        return int(self.y.shape[0])

    @property
    def layers(self) -> tuple[tuple[Plane, Plane], tuple[Plane, Plane], tuple[Plane, Plane]]:
        """(pixels, keep) of y, u, v."""
        return (self.y, self.keep_y), (self.u, self.keep_uv), (self.v, self.keep_uv)


def sprite_of_bgra(bgra: NDArray[np.uint8]) -> Sprite:
    """From premultiplied (h, w, 4) pixels in the byte order of QImage.Format_ARGB32_Premultiplied; even sides."""
    y, u, v = planes_of_bgra(bgra)
    alpha = bgra[:, :, 3]
    half = cv2.resize(alpha, (alpha.shape[1] // 2, alpha.shape[0] // 2), interpolation=cv2.INTER_AREA)
    return Sprite(y, u, v, np.bitwise_not(alpha), np.bitwise_not(half.astype(np.uint8)))
