"""A picture as the house carries it: I420, BT.709 limited range."""

from dataclasses import dataclass

import av
import numpy as np

from console.media.colour import Plane, yuv_of_hex


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """Three planes of uint8: y (h, w), u and v (h / 2, w / 2), possibly views with a stride. Never written to.

    Two pictures are the same only if they are the same object; that is what caches compare.
    """

    y: Plane
    u: Plane
    v: Plane
    pts_us: int = 0
    """On the time base of its source."""

    @property
    def width(self) -> int:
        """In pixels."""
        return int(self.y.shape[1])

    @property
    def height(self) -> int:
        """In pixels."""
        return int(self.y.shape[0])

    @property
    def planes(self) -> tuple[Plane, Plane, Plane]:
        """y, u, v."""
        return self.y, self.u, self.v


def picture_of_frame(frame: av.VideoFrame, *, pts_us: int = 0) -> Picture:
    """The planes of a yuv420p frame without a copy; writing into them writes into the frame's memory."""
    layout = frame.format
    assert layout.name in {"yuv420p", "yuvj420p"}, layout.name
    y, u, v = frame.planes
    width, height = layout.width, layout.height
    half = (-(-height // 2), -(-width // 2))
    return Picture(_view(y, (height, width)), _view(u, half), _view(v, half), pts_us)


def _view(plane: av.video.plane.VideoPlane, shape: tuple[int, int]) -> Plane:
    return np.ndarray(shape, np.uint8, plane, strides=(plane.line_size, 1))  # type: ignore[arg-type]


def flat(width: int, height: int, colour: str = "#000000") -> Picture:
    """A picture of one colour, #RRGGBB; sides even."""
    y, u, v = yuv_of_hex(colour)
    half = (height // 2, width // 2)
    return Picture(np.full((height, width), y, np.uint8), np.full(half, u, np.uint8), np.full(half, v, np.uint8))
