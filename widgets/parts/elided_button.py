"""A button whose words may be longer than it is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from widgets.keys import without_input_method
from widgets.parts.button import PRESSING
from widgets.theme import ICON, PAD


class ElidedButton(QPushButton):
    """Left-aligned; cut with an ellipsis, whole in its tip. Changes the air: Space and Enter do not press it."""

    def __init__(self, words: str) -> None:
        """As wide as there is room."""
        super().__init__()
        self._words = words
        self.setIconSize(QSize(ICON, ICON))
        self.setProperty("align", "left")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        without_input_method(self)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words are cut anew."""
        super().resizeEvent(event)
        self._cut()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only a click presses it."""
        if event.key() in PRESSING:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _cut(self) -> None:
        room = max(0, self.width() - 3 * PAD - ICON)
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))
