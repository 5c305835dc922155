"""What not to say, and what to say instead, beside the script."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel

from console.model.planning import NgWord
from widgets.desk import Desk
from widgets.parts.panel import column, lettered, small
from widgets.theme import PAD, TITLE

WIDTH = 320
MOST = 8
"""More nobody reads while speaking."""


class ForbiddenWords(QFrame):
    """The show's own words; hidden while it has none."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk."""
        super().__init__()
        self.setFixedWidth(WIDTH)
        self._has_room = True
        self._words = QLabel()
        lettered(self._words, TITLE)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = column(small(self.tr("Do not say → say instead")), self._words, None)
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        self.setLayout(layout)
        desk.bind(self, self._show, lambda state: state.show.ng_words)

    def minimumSizeHint(self) -> QSize:
        """It never makes the window higher; what does not fit is the least important."""
        return QSize(WIDTH, 0)

    def give_room(self, *, enough: bool) -> None:
        """Beside a script that has little room itself it stays away."""
        self._has_room = enough
        self._appear()

    def _show(self, words: tuple[NgWord, ...]) -> None:
        self._words.setText("".join(_line(word) for word in words[:MOST]))
        self._appear()

    def _appear(self) -> None:
        self.setVisible(self._has_room and bool(self._words.text()))


def _line(word: NgWord) -> str:
    return f'<p style="margin-bottom: {PAD}px"><s>{escape(word.word)}</s><br>→ {escape(word.instead)}</p>'
