"""A soft shadow around a shape. Runs in the painter only."""

import cv2
import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from overlays.sheet import Sheet, array_of

_DROP, _SIGMA, _OPACITY = 2.0, 3.1, 0.36
"""Fades to nothing within `theme.MARGIN`: three sigmas and the drop."""


def lay(sheet: Sheet, path: QPainterPath, scale: float) -> None:
    """Blurred black below the path, and nothing inside it: a card that shines through must not turn grey."""
    image = sheet.image
    mask = QImage(image.size(), QImage.Format.Format_Alpha8)
    mask.fill(0)
    painter = QPainter(mask)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path.translated(0, _DROP * scale), QColor(0, 0, 0, 255))
    painter.end()
    blurred = cv2.GaussianBlur(array_of(mask), (0, 0), _SIGMA * scale, borderType=cv2.BORDER_CONSTANT)
    soft = np.zeros((*blurred.shape, 4), np.uint8)
    soft[:, :, 3] = (blurred * _OPACITY).astype(np.uint8)
    pixels = QImage(soft.data, soft.shape[1], soft.shape[0], soft.shape[1] * 4, image.format())
    outside = QPainterPath()
    outside.addRect(QRectF(image.rect()))
    sheet.painter.save()
    sheet.painter.setClipPath(outside.subtracted(path))
    sheet.painter.drawImage(0, 0, pixels)
    sheet.painter.restore()
