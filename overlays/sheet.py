"""A clear sheet that Qt paints on, and how its pixels become sprites. Runs in the painter only."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from console.media.sprite import Sprite, sprite_of_bgra
from console.ports.brush import Area


class Sheet:
    """An image and the one painter on it, which must end before the image goes."""

    def __init__(self, width: int, height: int, *, left: int = 0, top: int = 0) -> None:
        """Clear, `width` x `height` pixels; (left, top) of the graphic is its corner. A QGuiApplication exists."""
        self.left, self.top = left, top
        self.image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        self.image.fill(Qt.GlobalColor.transparent)
        self.painter = QPainter(self.image)
        self.painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.painter.translate(-left, -top)

    def end(self) -> None:
        """No more painting; may be called twice."""
        if self.painter.isActive():
            self.painter.end()

    def pixels(self, width: int, height: int) -> NDArray[np.uint8]:
        """Premultiplied BGRA (height, width, 4) of the upper left; ends the painting."""
        self.end()
        return array_of(self.image)[:height, :width].copy()

    def sprite(self) -> Sprite:
        """All of it; ends the painting. Its sides are even."""
        return sprite_of_bgra(self.pixels(self.image.width(), self.image.height()))


def even_box(area: Area) -> tuple[int, int, int, int]:
    """x, y, width, height in even pixels around an area."""
    left, top = (math.floor(length / 2) * 2 for length in area[:2])
    right, bottom = (math.ceil(length / 2) * 2 for length in (area.right, area.bottom))
    return left, top, max(2, right - left), max(2, bottom - top)


def array_of(image: QImage) -> NDArray[np.uint8]:
    """The image's own memory: (h, w, 4) of 32-bit pixels, (h, w) of an alpha mask."""
    depth = image.depth() // 8
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    used = rows[:, : image.width() * depth]
    return used.reshape(image.height(), image.width(), depth) if depth > 1 else np.ascontiguousarray(used)
