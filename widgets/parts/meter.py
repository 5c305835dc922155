"""A level meter: RMS as a bar, the peak as a line, red where it clips; its numbers for those who cannot see it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.link.pulse import SILENCE_DB, Loud
from widgets.theme import Tokens, edge

LOWEST_DB, WARM_DB, HOT_DB = -60.0, -12.0, -3.0
HEIGHT, PEAK_WIDTH = 10, 2


class Meter(QWidget):
    """Lies on its side; -60 dBFS at the left, full scale at the right."""

    def __init__(self, tokens: Tokens) -> None:
        """Silent."""
        super().__init__()
        self._tokens = tokens
        self._loud = Loud()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(80, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Less tells nothing."""
        return QSize(48, HEIGHT)

    def show_level(self, loud: Loud) -> None:
        """Another moment."""
        if loud != self._loud:
            self._loud = loud
            self.setAccessibleDescription(words_of(loud.peak_db))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Three stretches, filled as far as the sound goes."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._tokens.raised))
        end = part_of(self._loud.rms_db)
        for low, high, colour in self._stretches():
            if end > low:
                painter.fillRect(self._stretch(low, min(high, end)), QColor(colour))
        peak = part_of(self._loud.peak_db)
        if peak > 0:
            ink = edge(self._tokens, "air") if self._loud.peak_db >= HOT_DB else self._tokens.text
            left = min(self.width() - PEAK_WIDTH, peak * self.width())
            painter.fillRect(QRectF(left, 0, PEAK_WIDTH, self.height()), QColor(ink))

    def _stretches(self) -> tuple[tuple[float, float, str], ...]:
        warm, hot = part_of(WARM_DB), part_of(HOT_DB)
        green, amber, red = (edge(self._tokens, meaning) for meaning in ("preview", "armed", "air"))
        return (0.0, warm, green), (warm, hot, amber), (hot, 1.0, red)

    def _stretch(self, low: float, high: float) -> QRectF:
        return QRectF(low * self.width(), 0, (high - low) * self.width(), self.height())


def part_of(level_db: float) -> float:
    """Of the meter's length, 0 to 1."""
    return min(1.0, max(0.0, 1 - level_db / LOWEST_DB))


def words_of(level_db: float) -> str:
    """As it is read: one decimal, or — for silence."""
    return "—" if level_db <= SILENCE_DB else f"{level_db:.1f}"
