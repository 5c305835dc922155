"""The top of the window: whether it is on air, for how long, how it goes, and what begins and ends it."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from console.model.commands import SetEditOnAir
from console.model.running import show_clock
from console.model.session import Session
from widgets.desk import Desk
from widgets.frame.going import Going
from widgets.icons import Icon, icon
from widgets.keys import without_input_method
from widgets.parts.button import ActionButton
from widgets.parts.chip import Chip
from widgets.parts.clock import Figures, hms, signed
from widgets.parts.elided import Elided
from widgets.parts.panel import row, small
from widgets.sheet import Meaning, mean
from widgets.theme import GAP, ICON, LARGE, PAD, TITLE, WIDE

OLD_US = 60_000_000
"""A count of viewers older than this says its age."""


class Header(QFrame):
    """One line. Figures keep their places while they count."""

    menu_wanted = Signal(QMenu)
    """Fill the menu; it opens after that."""

    def __init__(self, desk: Desk, workspaces: QWidget) -> None:
        """`workspaces` chooses between them."""
        super().__init__()
        self.setProperty("part", "bar")
        self._desk = desk
        self.phase, self.title = Chip(), Elided()
        self.running = Figures(TITLE, widest="0:00:00")
        self.over_word, self.over = Chip(), Figures(LARGE, widest="+0:00:00")
        self.viewers = Figures(LARGE, widest="000,000")
        self.viewers_age = small()
        self.clock = Figures(LARGE, widest="00:00:00")
        self.going = Going(desk)
        self.edit_on_air = self._edit_on_air()
        self.menu = self._menu()
        self._words = (small(self.tr("Viewers")), small(self.tr("Time")))
        for figures in (self.running, self.over):
            figures.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out(workspaces)
        desk.bind(self, self._show_session, lambda state: state.session)
        desk.bind(self, self._show_title, lambda state: state.show.title)
        desk.ticked.connect(self._tick)
        desk.changed.connect(self._tick)
        self._tick()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow header leaves out what is said elsewhere or by the figure alone."""
        super().resizeEvent(event)
        for word in self._words:
            word.setVisible(self.width() >= WIDE)

    def _lay_out(self, workspaces: QWidget) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PAD, GAP // 2, PAD, GAP // 2)
        layout.setSpacing(PAD)
        viewers, time = self._words
        layout.addLayout(row(self.phase, self.running))
        layout.addWidget(self.title, 1)
        for part in (
            row(self.over_word, self.over, spacing=GAP // 2),
            row(self._sign("viewers"), viewers, self.viewers, self.viewers_age, spacing=GAP // 2),
            row(self._sign("clock"), time, self.clock, spacing=GAP // 2),
            row(workspaces),
            row(self.edit_on_air, self.menu),
            row(self.going),
        ):
            layout.addLayout(part)

    def _sign(self, name: Icon) -> QLabel:
        """What the figure beside it counts, where there is no room for the word."""
        made = QLabel()
        made.setPixmap(icon(name, self._desk.tokens, ink=self._desk.tokens.quiet).pixmap(ICON, ICON))
        made.setToolTip({"viewers": self.tr("Viewers"), "clock": self.tr("Time")}.get(name, ""))
        return made

    def _edit_on_air(self) -> ActionButton:
        self._editing = self._desk.actions.command(
            self,
            self.tr("Edit on air"),
            lambda: SetEditOnAir(not self._desk.state.session.edit_on_air),
            group=self.tr("Session"),
            icon_name="edit",
        )
        return ActionButton(self._editing, by_keys=False)

    def _menu(self) -> QToolButton:
        button, menu = QToolButton(), QMenu(self)
        button.setIcon(icon("settings", self._desk.tokens))
        button.setText(self.tr("Menu"))
        button.setToolTip(self.tr("Panels, language, look, map of keys"))
        button.setAccessibleName(self.tr("Menu"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        without_input_method(button)
        menu.aboutToShow.connect(self._fill_menu)
        return button

    def _fill_menu(self) -> None:
        menu = self.menu.menu()
        menu.clear()
        self.menu_wanted.emit(menu)

    def _show_session(self, session: Session) -> None:
        word, meaning = self._phase_word(session)
        self.phase.show_state(word, meaning)
        self._editing.setText(self.tr("Editing on air") if session.edit_on_air else self.tr("Edit on air"))
        self.edit_on_air.set_meaning("armed" if session.edit_on_air else "")

    def _phase_word(self, session: Session) -> tuple[str, Meaning]:
        if session.running and session.is_rehearsal:
            return self.tr("REHEARSAL"), "info"
        words: dict[str, tuple[str, Meaning]] = {
            "standby": (self.tr("STAND BY"), "armed"),
            "live": (self.tr("ON AIR"), "air"),
            "ended": (self.tr("ENDED"), ""),
            "ended_unexpectedly": (self.tr("ENDED UNEXPECTEDLY"), "armed"),
        }
        return words.get(session.phase, (self.tr("NOT STARTED"), ""))

    def _show_title(self, title: str) -> None:
        self.title.setText(title or self.tr("No show is open"))
        mean(self.title, "" if title else "quiet")

    def _tick(self) -> None:
        state, now = self._desk.state, self._desk.now()
        started = state.session.on_air or state.session.started
        passed_us = max(0, now.show_us - started.show_us) if started is not None and state.session.running else None
        self.running.show_text("—" if passed_us is None else hms(passed_us))
        self._tell_over(now.show_us)
        self._tell_viewers(now.show_us)
        self.clock.show_text(_local(self._desk.now().wall_us))

    def _tell_over(self, show_us: int) -> None:
        clock = show_clock(self._desk.state, show_us)
        over_us = None if clock is None else clock.over_us
        late = over_us is not None and over_us >= 1_000_000
        early = over_us is not None and over_us <= -1_000_000
        self.over_word.show_state(
            self.tr("Over") if late else self.tr("Under") if early else self.tr("On time"),
            "armed" if late else "",
        )
        self.over_word.setVisible(over_us is not None)
        self.over.setVisible(over_us is not None)
        self.over.show_text("—" if over_us is None else signed(over_us) if late or early else "0:00")

    def _tell_viewers(self, show_us: int) -> None:
        audience = self._desk.state.audience
        if audience.viewers is None:
            self.viewers.show_text("—")
            self.viewers_age.setText("")
            return
        age_us = max(0, show_us - audience.counted_us)
        is_old = age_us >= OLD_US
        self.viewers.show_text(f"{audience.viewers:,}")
        mean(self.viewers, "quiet" if is_old else "")
        self.viewers_age.setText(self.tr("{age} ago").format(age=hms(age_us)) if is_old else "")


def _local(wall_us: int) -> str:
    """Time of day; an engine that was not heard of yet has none."""
    return f"{datetime.fromtimestamp(wall_us / 1e6).astimezone():%H:%M:%S}" if wall_us > 0 else "—"
