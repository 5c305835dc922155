"""Short words that go by themselves: why something was refused, and how to take back what was just done."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from console.errors import Message
from console.model.command import Command
from widgets.desk import UNDO_MS, Desk, Undo
from widgets.icons import icon
from widgets.keys import without_input_method
from widgets.parts.panel import row
from widgets.sheet import mean
from widgets.theme import GAP, PAD

SAID_MS = 6_000
MOST = 3
WIDTH_PX = 340


class Toasts(QWidget):
    """At most three, the newest on top. Nothing in them takes the focus."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Lies over `parent`, which puts it where neither Take nor Program is."""
        super().__init__(parent)
        self._desk = desk
        self.shown: list[Toast] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP)
        self.setFixedWidth(WIDTH_PX)
        self.hide()
        desk.said.connect(self._say)
        desk.undoable.connect(self._offer)
        self._action = desk.actions.command(
            self,
            self.tr("Take back"),
            self._newest,
            group=self.tr("Session"),
            icon_name="undo",
            key="Ctrl+Z",
        )
        self._action.triggered.connect(self._taken_back)

    def settle(self) -> None:
        """Its lower right corner where the parent's is that it was given last."""
        self.adjustSize()
        place = self.property("corner")
        if place is not None:
            self.move(place.x() - self.width(), place.y() - self.height())

    def _say(self, message: Message) -> None:
        self._add(Toast(self, self._desk.say(message), SAID_MS))

    def _offer(self, undo: Undo) -> None:
        toast = Toast(self, undo.words, UNDO_MS, undo=undo)
        button = QPushButton(icon("undo", self._desk.tokens), self.tr("Take back"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip("Ctrl+Z")
        without_input_method(button)
        button.clicked.connect(toast.take_back)
        toast.put(button)
        self._add(toast)

    def take_back(self, toast: "Toast") -> None:
        """What this one offers."""
        if toast.undo is not None:
            self._desk.do(toast.undo.command)
        self.drop(toast)

    def drop(self, toast: "Toast") -> None:
        """It is over."""
        if toast in self.shown:
            self.shown.remove(toast)
            self._layout.removeWidget(toast)
            toast.hide()
            toast.deleteLater()
        self.setVisible(bool(self.shown))
        self._weigh()
        QTimer.singleShot(0, self, self.settle)

    def _add(self, toast: "Toast") -> None:
        same = [one for one in self.shown if one.words == toast.words]
        for old in (*same, *self.shown[MOST - 1 :]):
            self.drop(old)
        self.shown.insert(0, toast)
        self._layout.insertWidget(0, toast)
        self.show()
        self.raise_()
        self._weigh()
        QTimer.singleShot(0, self, self.settle)

    def _newest(self) -> Command | None:
        return next((toast.undo.command for toast in self.shown if toast.undo is not None), None)

    def _taken_back(self) -> None:
        toast = next((toast for toast in self.shown if toast.undo is not None), None)
        if toast is not None:
            self.drop(toast)

    def _weigh(self) -> None:
        self._action.weigh()
        self._desk.actions.give_way(self._action, is_wanted=self._newest() is not None)


class Toast(QFrame):
    """One of them."""

    def __init__(self, toasts: Toasts, words: str, life_ms: int, *, undo: Undo | None = None) -> None:
        """Goes after `life_ms`."""
        super().__init__(toasts)
        self.setProperty("part", "raised")
        self.words, self.undo = words, undo
        self._toasts = toasts
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.setAccessibleName(words)
        mean(label, "" if undo is not None else "armed")
        self._row = row(label)
        self._row.setStretch(0, 1)
        self._row.setContentsMargins(PAD, GAP, PAD, GAP)
        self.setLayout(self._row)
        self._life = QTimer(self, interval=life_ms, singleShot=True)
        self._life.timeout.connect(self._end)
        self._life.start()

    def put(self, button: QPushButton) -> None:
        """Beside the words."""
        self._row.addWidget(button)

    def take_back(self) -> None:
        """The offer is taken."""
        self._toasts.take_back(self)

    def _end(self) -> None:
        self._toasts.drop(self)
