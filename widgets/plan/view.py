"""A picture in its own shape, with places marked on it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.model.scene import Box
from widgets.theme import GAP, RADIUS, SMALL, STRONG, Tokens, font

VEIL = 170
"""Opacity of a mark, of 255."""
LEAST_PX = 120
WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class View(QWidget):
    """As large as there is room."""

    def __init__(self, tokens: Tokens) -> None:
        """Empty."""
        super().__init__()
        self._tokens = tokens
        self.image = QImage()
        self.boxes: list[tuple[Box, str]] = []
        self.setMinimumSize(LEAST_PX, LEAST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_looks(self, image: QImage, boxes: list[tuple[Box, str]]) -> None:
        """Another picture, and what is marked on it."""
        self.image, self.boxes = image, boxes
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Sharp on every screen."""
        if self.image.isNull():
            return
        painter, ratio = QPainter(self), self.devicePixelRatioF()
        size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        frame = QRect(0, 0, size.width(), size.height())
        frame.moveCenter(self.rect().center())
        smooth, any_shape = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.IgnoreAspectRatio
        small = self.image.scaled(size * ratio, any_shape, smooth)
        small.setDevicePixelRatio(ratio)
        painter.drawImage(frame.topLeft(), small)
        painter.setPen(QColor(self._tokens.line))
        painter.drawRect(frame.adjusted(0, 0, -1, -1))
        painter.setFont(font(SMALL, STRONG))
        for box, words in self.boxes:
            self._mark(painter, frame, box, words)

    def _mark(self, painter: QPainter, frame: QRect, box: Box, words: str) -> None:
        left, top = frame.left() + box.x * frame.width(), frame.top() + box.y * frame.height()
        where = QRect(round(left), round(top), round(box.width * frame.width()), round(box.height * frame.height()))
        veil = QColor(self._tokens.line)
        veil.setAlpha(VEIL)
        painter.setPen(QColor(self._tokens.text))
        painter.setBrush(veil)
        painter.drawRoundedRect(where.adjusted(1, 1, -2, -2), RADIUS, RADIUS)
        room = where.adjusted(GAP // 2, GAP // 2, -GAP // 2, -GAP // 2)
        if room.contains(painter.boundingRect(room, WRAPPED, words)):
            painter.drawText(room, WRAPPED, words)
