"""A button that must be held: for what must not happen by a slip of the hand."""

from PySide6.QtCore import QElapsedTimer, QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from widgets.keys import without_input_method

HOLD_MS = 1_000
STEP_MS = 33
BAR_PX = 6


class HoldButton(QPushButton):
    """Fills while it is held; says `held` once after `HOLD_MS`. A click, Space or Enter does nothing."""

    held = Signal()

    def __init__(self, words: str) -> None:
        """Looks like any button; give it a meaning with `mean`."""
        super().__init__(words)
        self.setProperty("size", "air")
        without_input_method(self)
        self._since = QElapsedTimer()
        self._timer = QTimer(self, interval=STEP_MS)
        self._timer.timeout.connect(self._step)

    @property
    def part(self) -> float:
        """How much of the time it was held, 0 to 1."""
        return min(1.0, self._since.elapsed() / HOLD_MS) if self._timer.isActive() else 0.0

    def begin(self) -> None:
        """Somebody holds it, with the pointer or with its key."""
        if self.isEnabled() and not self._timer.isActive():
            self._since.start()
            self._timer.start()
            self.update()

    def let_go(self) -> None:
        """Before the time is over nothing has happened."""
        self._timer.stop()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin with the left button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.begin()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Let go."""
        self.let_go()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A pointer that slips off lets go."""
        if not self.rect().contains(event.position().toPoint()):
            self.let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key presses it; its own key calls `begin`."""
        event.ignore()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is not seen is not held."""
        self.let_go()
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        """Nor what cannot be pressed any more, nor in a window that somebody left: it hears of no release."""
        is_left = event.type() == QEvent.Type.WindowDeactivate
        if is_left or (event.type() == QEvent.Type.EnabledChange and not self.isEnabled()):
            self.let_go()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and under its words how far the time has come."""
        super().paintEvent(event)
        if self.part > 0:
            bar = QRectF(0, self.height() - BAR_PX, self.width() * self.part, BAR_PX)
            QPainter(self).fillRect(bar, self.palette().buttonText())

    def _step(self) -> None:
        if self._since.elapsed() < HOLD_MS:
            self.update()
            return
        self.let_go()
        self.held.emit()
