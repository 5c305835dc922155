"""A picture of Program, Preview, a scene or a source, as new as the link has it; drawn only while it can be seen."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QImage, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.media.colour import bgr_of_planes
from console.media.picture import Picture
from widgets.desk import Desk
from widgets.looking import View
from widgets.theme import BODY, STRONG, font

FRAME_MS = 33
WORDY_PX = 160
"""Narrower monitors say the least."""


class Monitor(QWidget):
    """One monitor. Says that its picture is old while the engine is away, and that there is none."""

    def __init__(self, desk: Desk, name: str, *, none: str = "", every_ms: int = FRAME_MS) -> None:
        """`name` as in `console.mixer.monitors`; `none` is said while there is no picture."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(48, 48)
        self._desk, self.name, self._none = desk, name, none
        self._shown: Picture | None = None
        self._pixels: NDArray[np.uint8] | None = None
        self.painted = 0
        """Pictures shown so far."""
        self._view = View(desk.looking, name)
        self._said = ""
        self._timer = QTimer(self, interval=every_ms, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        # Why not a method of this widget: Qt has cut its connections by the time it says that it is gone.
        self.destroyed.connect(self._view.end)
        desk.changed.connect(self._restate)

    def sizeHint(self) -> QSize:
        """Portrait, as most shows are."""
        return QSize(216, 384)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look."""
        super().showEvent(event)
        self._view.begin()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is hidden is not drawn."""
        super().hideEvent(event)
        self._view.end()
        self._timer.stop()

    def picture_rect(self) -> QRect:
        """Where the picture stands: as large as fits, in its own shape."""
        if self._pixels is None:
            return self.rect()
        height, width = self._pixels.shape[:2]
        size = QSize(width, height).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRect(
            (self.width() - size.width()) // 2, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The picture on black; words where there is none or it is old."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        if self._pixels is not None:
            height, width = self._pixels.shape[:2]
            image = QImage(self._pixels.data, width, height, width * 3, QImage.Format.Format_BGR888)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.picture_rect(), image)
        self._said = self._words()
        if self._said:
            self._write(painter, self._said)

    def _look(self) -> None:
        picture = self._desk.looking.picture(self.name)
        if picture is self._shown or picture is None:
            return
        self._shown = picture
        self._pixels = bgr_of_planes(picture.y, picture.u, picture.v)
        self.painted += 1
        self.update()

    def _restate(self) -> None:
        """An old picture says so at once: no newer one comes that would be painted."""
        if self._words() != self._said:
            self.update()

    def _words(self) -> str:
        if self._desk.snapshot.status == "lost" and self._pixels is not None:
            return self.tr("Old picture: no link to the engine") if self.width() >= WORDY_PX else self.tr("Old")
        return self._none if self._pixels is None else ""

    def _write(self, painter: QPainter, words: str) -> None:
        painter.setFont(font(BODY, STRONG))
        if self._pixels is not None:
            painter.fillRect(self.rect(), QColor(0, 0, 0, 140))
        painter.setPen(QColor("#FFFFFF"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(8, 8, -8, -8), flags, words)
