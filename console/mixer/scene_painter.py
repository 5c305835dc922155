"""Scenes drawn plane by plane into a canvas; resized pictures are kept while their source shows the same one."""

from collections.abc import Mapping

import cv2
import numpy as np

from console.media.colour import Plane
from console.media.picture import Picture, flat
from console.mixer.geometry import Rect, covers, is_plain, placed
from console.model.canvas import Canvas
from console.model.scene import Placement

BLACK = "#000000"
SLATE = "#1C1F26"
"""What is shown where a source gives nothing."""


class ScenePainter:
    """Draws placements onto pictures of one canvas."""

    def __init__(self, canvas: Canvas) -> None:
        """Memory for one background; resized pictures are added as they come."""
        self._canvas = canvas
        self._black = flat(canvas.width, canvas.height, BLACK)
        self._slate = flat(canvas.width, canvas.height, SLATE)
        self._sized: dict[tuple[str, Rect, Rect], tuple[Picture, Picture]] = {}
        self._used: set[tuple[str, Rect, Rect]] = set()
        self._drawn: tuple[Placement, ...] = ()
        self._is_plain = False
        """What was drawn last is one source all over the canvas: most scenes of most shows."""

    def draw(self, placements: tuple[Placement, ...], pictures: Mapping[str, Picture], onto: Picture) -> None:
        """All placements from back to front; a source without a picture is a slate."""
        if placements is not self._drawn:
            self._drawn, self._is_plain = placements, is_plain(placements)
        if self._is_plain:
            picture = pictures.get(placements[0].source, self._slate)
            if picture.y.shape == onto.y.shape:
                copy(picture, onto)
                return
        self._place(placements, pictures, onto)

    def _place(self, placements: tuple[Placement, ...], pictures: Mapping[str, Picture], onto: Picture) -> None:
        pieces = [self._piece(placement, pictures) for placement in placements]
        if not pieces or not covers(pieces[0][1], self._canvas):
            copy(self._black, onto)
        for piece, target in pieces:
            _put(piece, onto, target)

    def tidy(self) -> None:
        """Drop what was not drawn since the last call: once a tick, so that edits and cuts leave nothing behind."""
        if self._sized:
            for key in self._sized.keys() - self._used:
                del self._sized[key]
            self._used.clear()

    def _piece(self, placement: Placement, pictures: Mapping[str, Picture]) -> tuple[Picture, Rect]:
        picture = pictures.get(placement.source, self._slate)
        source, target = placed(placement, self._canvas, picture.width, picture.height)
        cropped = part_of(picture, source)
        if (source.width, source.height) == (target.width, target.height):
            return cropped, target
        key = (placement.source, source, target)
        self._used.add(key)
        kept = self._sized.get(key)
        if kept is None or kept[0] is not picture:
            room = kept[1] if kept else _empty(target)
            resize(cropped, room)
            kept = self._sized[key] = (picture, room)
        return kept[1], target


def part_of(picture: Picture, rect: Rect) -> Picture:
    """A view of what is inside `rect`."""
    if (rect.width, rect.height) == (picture.width, picture.height):
        return picture
    half = Rect(*(side // 2 for side in rect))
    return Picture(_cut(picture.y, rect), _cut(picture.u, half), _cut(picture.v, half))


def _cut(plane: Plane, rect: Rect) -> Plane:
    return plane[rect.y : rect.y + rect.height, rect.x : rect.x + rect.width]


def resize(picture: Picture, onto: Picture) -> None:
    """The whole picture at the size of `onto`, plane by plane."""
    for plane, room in zip(picture.planes, onto.planes, strict=True):
        size = (room.shape[1], room.shape[0])
        cv2.resize(_halved(plane, *size), size, dst=room, interpolation=cv2.INTER_LINEAR)


def _halved(plane: Plane, width: int, height: int) -> Plane:
    """Every sample counts although bilinear looks at four only: halves until it is at most twice the size.

    Why: INTER_AREA from 1080x1920 to 360x640 takes 1.7 ms for luma alone, this 0.6 ms.
    """
    while plane.shape[0] > 2 * height or plane.shape[1] > 2 * width:
        sides = tuple(
            -(-side // 2) if side > 2 * least else side
            for side, least in zip(plane.shape, (height, width), strict=True)
        )
        plane = np.asarray(cv2.resize(plane, sides[::-1], interpolation=cv2.INTER_LINEAR), np.uint8)
    return plane


def _empty(target: Rect) -> Picture:
    half = (target.height // 2, target.width // 2)
    return Picture(
        np.empty((target.height, target.width), np.uint8), np.empty(half, np.uint8), np.empty(half, np.uint8)
    )


def _put(piece: Picture, onto: Picture, target: Rect) -> None:
    half = Rect(*(side // 2 for side in target))
    for plane, below, rect in zip(piece.planes, onto.planes, (target, half, half), strict=True):
        _cut(below, rect)[:] = plane


def copy(picture: Picture, onto: Picture) -> None:
    """All planes; both pictures have one size."""
    onto.y[:], onto.u[:], onto.v[:] = picture.y, picture.u, picture.v
