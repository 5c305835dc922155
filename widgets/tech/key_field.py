"""The stream key of a destination: whether one is stored, and a field for another. It is never shown."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QWidget

from console.errors import Message
from console.link.asking import PutKey
from console.link.roles import ROLES, may
from widgets.desk import Desk
from widgets.parts.button import ActionButton
from widgets.parts.panel import column, row, small
from widgets.sheet import mean
from widgets.theme import GRID


class KeyField(QFrame):
    """Open while no key is stored, or by its button; Esc closes it. Enter stores what was typed.

    What was typed and not stored is gone when it hides.
    """

    def __init__(self, desk: Desk, destination: str, before: QWidget | None = None) -> None:
        """`destination`: its id; `before` stands at the left of what is known of the key."""
        super().__init__()
        self._desk, self._destination = desk, destination
        self._stored, self._problem = small(), QLabel()
        self._problem.setWordWrap(True)
        mean(self._problem, "armed")
        self.field = QLineEdit(echoMode=QLineEdit.EchoMode.Password, placeholderText=self.tr("New key"))
        self.field.returnPressed.connect(self._save)
        self.field.textChanged.connect(lambda _text: self._weigh())
        self._saving = desk.actions.deed(
            self, self.tr("Save"), self._save, group=self.tr("Destinations"), icon_name="ok"
        )
        changing = desk.actions.deed(
            self, self.tr("Change key"), self.open, group=self.tr("Destinations"), icon_name="edit"
        )
        self._change = ActionButton(changing, size="small")
        self._entering = QWidget()
        self._entering.setLayout(row(self.field, ActionButton(self._saving, size="small")))
        first = row(before or QWidget(), self._stored, self._change)
        self.setLayout(column(first, self._entering, self._problem, spacing=GRID))
        self._is_waiting, self._is_allowed = False, True
        self._say_problem("")
        self.show_tail(None, "—")
        self._weigh()

    @staticmethod
    def is_for(role: str) -> bool:
        """Whether a seat of this role may store keys."""
        return any(may(one, PutKey) for one in ROLES if one == role)

    def allow(self, is_allowed: bool) -> None:  # noqa: FBT001 - a property
        """Whether there is a key that this seat may store; otherwise nothing is seen of it."""
        self._is_allowed = is_allowed
        self._stored.setVisible(is_allowed)
        self._open(is_open=is_allowed and self._is_missing)

    def open(self) -> None:
        """Ready for another key."""
        self._open(is_open=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_name(self, name: str) -> None:
        """The destination's, for who cannot see where the field stands."""
        self.field.setAccessibleName(self.tr("Stream key of {name}").format(name=name))

    def show_tail(self, tail: str | None, otherwise: str = "") -> None:
        """What of the stored key may be shown; None: there is none, or `otherwise` says what is known of it."""
        words = otherwise or self.tr("not stored")
        if tail is not None:
            words = f"…{tail}" if tail else self.tr("stored, too short to show")
        self._stored.setText(self.tr("Key {words}").format(words=words))
        self._is_missing = tail is None and not otherwise
        mean(self._stored, "armed" if self._is_missing else "")
        if self._is_missing or not self.field.text():
            self._open(is_open=self._is_missing and self._is_allowed)

    def show_unknown(self, problem: Message) -> None:
        """The keys cannot be looked at; why."""
        self.show_tail(None, "—")
        self._stored.setToolTip(self._desk.say(problem))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the key as it is."""
        if event.key() == Qt.Key.Key_Escape and self._entering.isVisible() and not self._is_waiting:
            self._empty()
            self._say_problem("")
            self._open(is_open=self._is_missing)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody finds a key in a field that somebody left."""
        if not self._is_waiting:
            self._empty()
        super().hideEvent(event)

    def _save(self) -> None:
        key = self.field.text()
        if key.strip() and not self._is_waiting:
            self._wait(is_waiting=True)
            self._say_problem("")
            self._desk.ask(PutKey(self._destination, key), self._hear, failed=self._fail)

    def _open(self, *, is_open: bool) -> None:
        had_focus = self._entering.isAncestorOf(QApplication.focusWidget() or self)
        self._entering.setVisible(is_open)
        self._change.setVisible(self._is_allowed and not is_open)
        if had_focus and not is_open:
            self._change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear(self, tail: str | None) -> None:
        self._wait(is_waiting=False)
        self._empty()
        self.show_tail(tail or "")

    def _fail(self, problem: Message) -> None:
        """What was typed stays, so that it can be tried again."""
        self._wait(is_waiting=False)
        self._say_problem(self._desk.say(problem))
        if not self.isVisible():
            self._empty()

    def _wait(self, *, is_waiting: bool) -> None:
        self._is_waiting = is_waiting
        self.field.setReadOnly(is_waiting)
        self._weigh()

    def _weigh(self) -> None:
        self._saving.setEnabled(bool(self.field.text().strip()) and not self._is_waiting)

    def _empty(self) -> None:
        self.field.setText("")  # Why not `clear`: that could be undone.

    def _say_problem(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
