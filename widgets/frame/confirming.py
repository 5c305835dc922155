"""Drops from the header while going live or ending is armed: says what would happen, and does it when held."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from console.link.asking import KeyTails
from console.model.commands import Disarm, EndSession, GoLive
from console.model.destination import Destination
from console.model.state import REHEARSAL, State
from widgets.desk import Desk
from widgets.keys import TEXT
from widgets.parts.button import ActionButton
from widgets.parts.clock import Figures
from widgets.parts.elided import Elided
from widgets.parts.hold_button import HoldButton
from widgets.parts.hold_key import HoldKey
from widgets.parts.panel import heading, row, small
from widgets.sheet import mean
from widgets.theme import GAP, PAD

Armed = Literal["", "go_live", "end"]
WIDTH_PX = 460
MOST = 12
"""Destinations that are named; more are counted."""
Rows = tuple[tuple[str, str, str], ...]
"""Id, platform, name."""


class Confirming(QFrame):
    """Nothing happens unless the button is held for a second; No is what has the focus."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Lies over `parent`, hidden until something is armed."""
        super().__init__(parent)
        self.setProperty("part", "raised")
        self.setAccessibleName(self.tr("Go live or end"))
        self.setFixedWidth(WIDTH_PX)
        self._desk = desk
        self._tails: dict[str, str] | None = None
        self._title, self._note, self._left = heading(""), small(), Figures(widest="60")
        self._note.setWordWrap(True)
        self._places = QGridLayout()
        self._places.setHorizontalSpacing(PAD)
        disarm = desk.actions.command(self, self.tr("No"), Disarm, group=self.tr("Session"), icon_name="close")
        self.no = ActionButton(disarm)
        self.hold = HoldButton("")
        self.hold.held.connect(self._do)
        self._key = HoldKey(self, lambda: self.hold)
        self._lay_out()
        self.hide()
        desk.bind(self, self._show, lambda state: (self._armed(), _rows(state), state.session.is_rehearsal))
        desk.ticked.connect(self._tick)
        desk.changed.connect(self._weigh)

    def showEvent(self, event: QShowEvent) -> None:
        """No is what has the focus, unless somebody writes: another seat may have armed."""
        super().showEvent(event)
        if not isinstance(QApplication.focusWidget(), TEXT):
            self.no.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc means no, and so does Enter on No."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() == Qt.Key.Key_Escape or (is_enter and self.no.hasFocus()):
            self._desk.do(Disarm())
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        layout.setSpacing(GAP)
        layout.addWidget(self._title)
        layout.addLayout(self._places)
        layout.addWidget(self._note)
        layout.addLayout(row(self.no, None, self._left, small(self.tr("s left")), self.hold))

    def _weigh(self) -> None:
        """Without an engine nobody goes live, and a hold that began before it was lost is over."""
        self.hold.setEnabled(self._desk.snapshot.status == "attached")

    def _armed(self) -> Armed:
        session = self._desk.state.session
        return session.armed if session.armed and session.is_armed(session.armed, self._desk.now().wall_us) else ""

    def _tick(self) -> None:
        armed = self._armed()
        if bool(armed) != (not self.isHidden()):
            self._show((armed, _rows(self._desk.state), self._desk.state.session.is_rehearsal))
        if armed:
            left_us = self._desk.state.session.armed_until_us - self._desk.now().wall_us
            self._left.show_text(str(max(0, left_us // 1_000_000)))

    def _show(self, found: tuple[Armed, Rows, bool]) -> None:
        armed, rows, is_rehearsal = found
        was_hidden = self.isHidden()
        if armed:
            self._say(armed, is_rehearsal=is_rehearsal, count=len(rows))
            self._name(rows, is_rehearsal=is_rehearsal)
        self.setVisible(bool(armed))
        self._key.hear(bool(armed))
        if armed and was_hidden:
            self._begin(asks_keys=armed == "go_live" and not is_rehearsal and bool(rows))

    def _begin(self, *, asks_keys: bool) -> None:
        self._tick()
        self.adjustSize()
        self.raise_()
        if asks_keys:
            self._desk.ask(KeyTails(), self._hear_tails)

    def _hear_tails(self, tails: dict[str, str] | None) -> None:
        self._tails = tails or {}
        state = self._desk.state
        self._name(_rows(state), is_rehearsal=state.session.is_rehearsal)

    def _say(self, armed: Armed, *, is_rehearsal: bool, count: int) -> None:
        if armed == "end":
            self._title.setText(self.tr("End the rehearsal?") if is_rehearsal else self.tr("End the show?"))
            self._note.setText(
                self.tr("Sending and recording stop. Hold the button, or Ctrl+Shift+F12, for 1 second.")
            )
            self.hold.setText(self.tr("Hold: end"))
        else:
            words = self.tr("Rehearse going live") if is_rehearsal else self.tr("Go live to {count} destinations?")
            self._title.setText(words.format(count=count))
            self._note.setText(self.tr("Hold the button, or Ctrl+Shift+F12, for 1 second."))
            self.hold.setText(self.tr("Hold: go live"))
        mean(self.hold, "air")

    def _name(self, rows: Rows, *, is_rehearsal: bool) -> None:
        while (item := self._places.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for at, (key, platform, name) in enumerate(rows[:MOST]):
            self._places.addWidget(small(platform or "—"), at, 0)
            self._places.addWidget(Elided(name or self.tr("Built-in receiver")), at, 1)
            self._places.addWidget(self._key_words(key, is_rehearsal=is_rehearsal), at, 2)
        if not rows:
            self._places.addWidget(
                _wrapped(
                    self.tr("This show has no destinations. Add them in Plan (Alt+3), their keys in Tech (Alt+2).")
                ),
                0,
                0,
            )
        elif len(rows) > MOST:
            self._places.addWidget(small(self.tr("and {n} more").format(n=len(rows) - MOST)), MOST, 1)

    def _key_words(self, key: str, *, is_rehearsal: bool) -> QLabel:
        if is_rehearsal:
            return small(self.tr("nothing is public"))
        if self._tails is None:
            return small(self.tr("key —"))
        tail = self._tails.get(key)
        if tail is None:
            missing = small(self.tr("no key: Tech (Alt+2)"))
            mean(missing, "armed")
            return missing
        return small(self.tr("key …{tail}").format(tail=tail) if tail else self.tr("key stored"))

    def _do(self) -> None:
        armed = self._armed()
        if armed:
            self._desk.do(GoLive() if armed == "go_live" else EndSession())


def _wrapped(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    return label


def _rows(state: State) -> Rows:
    return tuple((key, place.platform, _called(key, place)) for key, place in state.sent_to.items())


def _called(key: str, place: Destination) -> str:
    return "" if key == REHEARSAL else place.name or key
