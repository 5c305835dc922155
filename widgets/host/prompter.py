"""The script in large letters, rolling upwards; mirrored for a prompter's glass."""

from PySide6.QtCore import QElapsedTimer, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.host.script import Script
from widgets.theme import CLOCK, PAD, SCRIPT, SCRIPT_LARGEST, SCRIPT_SMALLEST, SCRIPT_STEP, STAGE, font

ROLL_MS = 16
SLOWEST, FASTEST, SPEED_STEP = 10, 300, 10
"""Logical pixels a second."""
READ_AT = 0.28
"""Where the line that is read stands, as a part of the height."""


class Prompter(QWidget):
    """Shows one text. `roll` starts and stops it; the wheel moves it by hand."""

    changed = Signal()
    """Size, speed, mirror or rolling is another."""

    def __init__(self) -> None:
        """Empty, still, at 60 px a second."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._text = QTextDocument(self)
        self._text.setDocumentMargin(0)
        self._script = Script()
        self.is_mirrored = False
        self.size_px, self.speed = SCRIPT, 60
        self.offset_px = 0.0
        self._since = QElapsedTimer()
        self._timer = QTimer(self, interval=ROLL_MS)
        self._timer.timeout.connect(self._roll_on)

    def minimumSizeHint(self) -> QSize:
        """Less cannot be read."""
        return QSize(320, 80)

    @property
    def is_rolling(self) -> bool:
        """It moves by itself."""
        return self._timer.isActive()

    def show_script(self, script: Script) -> None:
        """Another segment's, from its top; the same segment's, written anew, stays where it is read."""
        is_another = script.segment != self._script.segment
        if script != self._script:
            self._script = script
            self._lay_out()
        if is_another:
            self.offset_px = 0.0
        self.move_by(0)

    def roll(self, *, on: bool) -> None:
        """Roll, or stand still."""
        if on:
            self._since.start()
            self._timer.start()
        else:
            self._timer.stop()
        self.changed.emit()

    def mirror(self, *, on: bool) -> None:
        """Left is right, for glass."""
        self.is_mirrored = on
        self.update()
        self.changed.emit()

    def resize_text(self, steps: int) -> None:
        """Larger or smaller; what is read stays in its place."""
        part = self.offset_px / max(1.0, self._text.size().height())
        self.size_px = min(SCRIPT_LARGEST, max(SCRIPT_SMALLEST, self.size_px + steps * SCRIPT_STEP))
        self._lay_out()
        self.offset_px = part * self._text.size().height()
        self.update()
        self.changed.emit()

    def set_up_like(self, other: "Prompter") -> None:
        """The same size, speed, mirror and place."""
        self.size_px, self.speed, self.is_mirrored = other.size_px, other.speed, other.is_mirrored
        self._lay_out()
        self.offset_px = other.offset_px
        self.roll(on=other.is_rolling)

    def hasten(self, steps: int) -> None:
        """Faster or slower."""
        self.speed = min(FASTEST, max(SLOWEST, self.speed + steps * SPEED_STEP))
        self.changed.emit()

    def move_by(self, pixels: float) -> None:
        """Further down the text, or back."""
        self.offset_px = min(max(0.0, self.offset_px + pixels), max(0.0, self._text.size().height() - self.size_px))
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """By hand."""
        self.move_by(-event.angleDelta().y() / 2)

    def resizeEvent(self, _event: object) -> None:
        """The lines break anew."""
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Black, the text, and the mark of the line that is read."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(STAGE.background))
        if self.is_mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        top = self.height() * READ_AT
        painter.fillRect(0, round(top), 4, round(self.size_px * 1.4), QColor(STAGE.armed))
        painter.translate(CLOCK, top - self.offset_px)
        self._text.drawContents(painter)

    def _roll_on(self) -> None:
        self.move_by(self.speed * self._since.restart() / 1000)

    def _lay_out(self) -> None:
        self._text.setDefaultFont(font(self.size_px))
        self._text.setDefaultStyleSheet(_sheet(self.size_px))
        self._text.setHtml(f"<body>{self._script.html}</body>")
        self._text.setTextWidth(max(1, self.width() - CLOCK - 2 * PAD))


def _sheet(size_px: int) -> str:
    small = round(size_px * 0.55)
    return f"""
body {{ color: {STAGE.text}; }}
p {{ margin-top: 0; margin-bottom: {round(size_px * 0.5)}px; }}
p.phase {{ color: {STAGE.armed_text}; font-size: {small}px; margin-bottom: {round(size_px * 0.1)}px; }}
p.benefit {{ color: {STAGE.preview_text}; margin-bottom: {round(size_px * 0.2)}px; }}
"""
