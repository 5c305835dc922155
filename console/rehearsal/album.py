"""Thumbnails of a stream of any length, in bounded memory."""

import cv2
import numpy as np

from console.media.colour import Plane, bgr_of_planes
from console.media.picture import Picture
from console.rehearsal.received import Thumbnail

MAX_THUMBNAILS = 192
LONG_SIDE_PX = 360
QUALITY = 85


class Album:
    """Five thumbnails a second; when it is full every other one goes and the interval doubles."""

    def __init__(self, *, interval_s: float = 0.2) -> None:
        """`interval_s` between thumbnails, to begin with."""
        self._interval_s = interval_s
        self._due_s = 0.0
        self._thumbnails: list[Thumbnail] = []

    @property
    def thumbnails(self) -> tuple[Thumbnail, ...]:
        """What is kept, in order."""
        return tuple(self._thumbnails)

    def show(self, picture: Picture, at_s: float) -> None:
        """Keep a small copy if one is due."""
        if at_s < self._due_s:
            return
        self._thumbnails.append(Thumbnail(at_s, jpeg_of(picture)))
        if len(self._thumbnails) >= MAX_THUMBNAILS:
            self._thumbnails = self._thumbnails[::2]
            self._interval_s *= 2
        self._due_s = self._thumbnails[-1].at_s + self._interval_s - 0.001


def jpeg_of(picture: Picture) -> bytes:
    """The picture, its longer side `LONG_SIDE_PX` or less."""
    scale = min(1.0, LONG_SIDE_PX / max(picture.width, picture.height))
    half = max(1, round(picture.width * scale / 2)), max(1, round(picture.height * scale / 2))
    full = half[0] * 2, half[1] * 2
    small = bgr_of_planes(_shrunk(picture.y, full), _shrunk(picture.u, half), _shrunk(picture.v, half))
    _, jpeg = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    return bytes(jpeg)


def _shrunk(plane: Plane, size: tuple[int, int]) -> Plane:
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA), np.uint8)
