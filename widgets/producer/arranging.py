"""How the centre is divided: two monitors as large as they can be, and the scenes where room is left."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

from widgets.theme import GAP

HEAD_PX = 30
"""What the word above a picture and its border take."""
BORDER_PX = 3
MOST_SEEN = 9
"""Scenes that have keys; more than that may scroll."""
SCROLL_PX = 12


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Rectangles of one size of the centre."""

    preview: QRect
    program: QRect
    scenes: QRect

    @property
    def picture_px(self) -> int:
        """Area of one picture."""
        return (self.program.width() - 2 * BORDER_PX) * (self.program.height() - HEAD_PX)


def arranged(size: QSize, shape: QSize, tile: QSize, *, scenes: int) -> Arrangement:
    """The way with the largest pictures. `shape`: of the canvas; `tile`: of a scene, which are all to be seen."""
    count = max(1, min(scenes, MOST_SEEN))
    ways = [
        _way(size, shape, _block(size, tile, count, is_beside=is_beside), is_stacked=is_stacked, is_beside=is_beside)
        for is_beside in (False, True)
        for is_stacked in (False, True)
    ]
    return max(ways, key=lambda way: way.picture_px)


def _block(size: QSize, tile: QSize, count: int, *, is_beside: bool) -> QSize:
    """What all tiles need, as a column or as a row, with a scroll bar's width to spare."""
    gap = GAP // 2
    across, down = tile.width() + gap, tile.height() + gap
    if is_beside:
        return QSize(math.ceil(count / max(1, (size.height() + gap) // down)) * across + SCROLL_PX, size.height())
    return QSize(size.width(), math.ceil(count / max(1, (size.width() + gap - SCROLL_PX) // across)) * down - gap)


def _way(size: QSize, shape: QSize, tile: QSize, *, is_stacked: bool, is_beside: bool) -> Arrangement:
    width = size.width() - (tile.width() + GAP if is_beside else 0)
    height = size.height() - (0 if is_beside else tile.height() + GAP)
    room = QSize(
        max(1, (width if is_stacked else (width - GAP) // 2) - 2 * BORDER_PX),
        max(1, ((height - GAP) // 2 if is_stacked else height) - HEAD_PX),
    )
    frame = _framed(_fitted(shape, room))
    across = frame.width() if is_stacked else 2 * frame.width() + GAP
    down = 2 * frame.height() + GAP if is_stacked else frame.height()
    left = 0 if is_beside else max(0, (size.width() - across) // 2)
    preview = QRect(left, 0, frame.width(), frame.height())
    program = (
        preview.translated(0, frame.height() + GAP) if is_stacked else preview.translated(frame.width() + GAP, 0)
    )
    if is_beside:
        scenes = QRect(across + GAP, 0, size.width() - across - GAP, size.height())
    else:
        scenes = QRect(0, down + GAP, size.width(), size.height() - down - GAP)
    return Arrangement(preview, program, scenes)


def _fitted(shape: QSize, room: QSize) -> QSize:
    scale = min(room.width() / shape.width(), room.height() / shape.height())
    return QSize(max(1, int(shape.width() * scale)), max(1, int(shape.height() * scale)))


def _framed(picture: QSize) -> QSize:
    return QSize(picture.width() + 2 * BORDER_PX, picture.height() + HEAD_PX)
