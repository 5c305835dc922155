"""Stands where a window was that was closed in mid-session: says that the session goes on, and goes by itself."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from widgets.desk import Desk
from widgets.icons import icon
from widgets.keys import without_input_method
from widgets.parts.panel import column, lettered, row, small
from widgets.sheet import mean
from widgets.theme import PAD, STRONG, TITLE

STANDS_S = 15
WIDTH_PX = 460


class Leaving(QWidget):
    """A small window of its own. Nothing waits for its answer."""

    back = Signal()
    """The person wants the window again."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk: it goes too when the session has ended."""
        super().__init__()
        self.setWindowTitle(self.tr("Honban"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH_PX)
        self._left_s = STANDS_S
        self._title, self._time = lettered(QLabel(), TITLE, STRONG), small()
        words = QLabel(self.tr("The engine goes on without this window. Start Honban again to come back."))
        for label in (self._title, words):
            label.setWordWrap(True)
        again = QPushButton(icon("producer", desk.tokens, ink=desk.tokens.info_ink), self.tr("Back to the desk"))
        mean(again, "info")
        close = QPushButton(icon("close", desk.tokens), self.tr("Close"))
        for button, do in ((again, self.back.emit), (close, self.close)):
            without_input_method(button)
            button.clicked.connect(do)
        layout = column(self._title, words, row(self._time, None, close, again), spacing=PAD)
        layout.setContentsMargins(2 * PAD, 2 * PAD, 2 * PAD, 2 * PAD)
        self.setLayout(layout)
        self._timer = QTimer(self, interval=1_000)
        self._timer.timeout.connect(self._count)
        self._timer.start()
        desk.bind(self, self._show, lambda state: (state.session.running, state.session.is_rehearsal))

    def _show(self, found: tuple[bool, bool]) -> None:
        runs, is_rehearsal = found
        if not runs:
            self._title.setText(self.tr("The session has ended"))
        else:
            self._title.setText(self.tr("The rehearsal goes on") if is_rehearsal else self.tr("The show goes on"))
        self._tell()

    def _count(self) -> None:
        self._left_s -= 1
        self._tell()
        if self._left_s <= 0:
            self._timer.stop()
            self.close()

    def _tell(self) -> None:
        self._time.setText(self.tr("Closes by itself in {n} s").format(n=max(0, self._left_s)))
