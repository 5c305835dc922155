"""Times as people read them, in figures that do not jump."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from widgets.theme import BODY, STRONG, font


def hms(us: int) -> str:
    """0:07, 12:34, 1:02:03; negative ones with their sign."""
    seconds = abs(us) // 1_000_000
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    sign = "−" if us < 0 and seconds else ""
    return f"{sign}{hours}:{minutes:02}:{rest:02}" if hours else f"{sign}{minutes}:{rest:02}"


def signed(us: int) -> str:
    """With its sign always, for what is over or under."""
    return hms(us) if us < 0 else f"+{hms(us)}"


class Figures(QLabel):
    """A number, a clock: tabular, right-aligned, painted only when it reads differently."""

    def __init__(self, size: int = BODY, weight: int = STRONG, *, widest: str = "") -> None:
        """`widest` keeps room for the longest that will stand here, so that nothing beside it moves."""
        super().__init__("—")
        self._weight, self._widest = weight, widest
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.set_size(size)

    def set_size(self, size: int) -> None:
        """Letters of so many logical pixels from now on."""
        self.setFont(font(size, self._weight, tabular=True))
        self.setStyleSheet(f"font-size: {size}px; font-weight: {self._weight};")
        if self._widest:
            self.setMinimumWidth(self.fontMetrics().horizontalAdvance(self._widest))

    def show_text(self, words: str) -> None:
        """Unknown is `—`."""
        if words != self.text():
            self.setText(words or "—")
