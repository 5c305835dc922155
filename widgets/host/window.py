"""The host's window: what to say, what comes next, how much time is left; only *next* and *answered* are operated."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QResizeEvent, QScreen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.model.commands import TakeNext
from widgets.actions import Deed
from widgets.desk import Desk
from widgets.host.forbidden import ForbiddenWords
from widgets.host.note import NoteBar
from widgets.host.prompter import Prompter
from widgets.host.question import QuestionCard
from widgets.host.script import script_of
from widgets.host.strip import Strip
from widgets.icons import Icon
from widgets.parts.button import ActionButton
from widgets.parts.flow import Flow
from widgets.parts.panel import small
from widgets.sheet import sheet
from widgets.theme import GAP, PAD, STAGE

SMALL_SIZE = (960, 540)
NARROW_PX = 1200
"""Below it script and clocks need the width for themselves."""


class HostWindow(QWidget):
    """Full screen on a second display where there is one; without it a small window beside the desk."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk."""
        super().__init__()
        self._desk = desk
        self.setWindowTitle(self.tr("Host"))
        self.setStyleSheet(sheet(STAGE))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(*SMALL_SIZE)
        self.prompter = Prompter()
        self._lay_out()
        desk.bind(self, self.prompter.show_script, script_of)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._screen_gone)

    def show_on_second_screen(self) -> None:
        """Fill a screen that the desk is not on; a small window where there is none."""
        others = [screen for screen in QGuiApplication.screens() if screen is not QGuiApplication.primaryScreen()]
        if others:
            self.setScreen(others[0])
            self.move(others[0].geometry().topLeft())
            self.showFullScreen()
        else:
            self.showNormal()

    def stand_like(self, other: "HostWindow") -> None:
        """Where the other one stands, with its size of letters, its speed and its mirror."""
        self.setGeometry(other.geometry())
        self.prompter.set_up_like(other.prompter)
        if other.isFullScreen():
            self.showFullScreen()
        else:
            self.showNormal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What does not fit beside the script stays away, what must be seen becomes smaller."""
        super().resizeEvent(event)
        is_small = self.width() < NARROW_PX
        for part in (self._note, self._strip, self._question):
            part.make_small(on=is_small)
        self._forbidden.give_room(enough=not is_small)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stops rolling."""
        self.prompter.roll(on=False)
        super().closeEvent(event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._note = NoteBar(self._desk)
        layout.addWidget(self._note)
        self._strip, self._forbidden = Strip(self._desk), ForbiddenWords(self._desk)
        self._question = QuestionCard(self._desk)
        layout.addWidget(self._strip)
        middle = QHBoxLayout()
        middle.addWidget(self.prompter, 1)
        middle.addWidget(self._forbidden)
        layout.addLayout(middle, 1)
        layout.addWidget(self._question)
        layout.addWidget(self._controls())

    def _controls(self) -> QWidget:
        actions, group = self._desk.actions, self.tr("Host")
        following = actions.command(self, self.tr("Next"), TakeNext, group=group, icon_name="next", key="PgDown")
        following.setShortcuts([QKeySequence("PgDown"), QKeySequence("Right")])
        roll = self._deed(self.tr("Roll"), self._roll, "start", "R")
        mirror = self._deed(self.tr("Mirror"), self._mirror, "mirror", "M")
        larger = self._deed(self.tr("Larger"), lambda: self.prompter.resize_text(1), "size", "+")
        smaller = self._deed(self.tr("Smaller"), lambda: self.prompter.resize_text(-1), "size", "-")
        faster = self._deed(self.tr("Faster"), lambda: self.prompter.hasten(1), "speed", "Up")
        slower = self._deed(self.tr("Slower"), lambda: self.prompter.hasten(-1), "speed", "Down")
        full = self._deed(self.tr("Full screen"), self._full, "screen", "F11")
        self._figures = small()
        self.prompter.changed.connect(self._tell)
        bar = QFrame()
        bar.setProperty("part", "bar")
        tools = [ActionButton(one, size="small") for one in (roll, mirror, larger, smaller, faster, slower, full)]
        layout = QVBoxLayout(bar)
        layout.setContentsMargins(PAD, GAP, PAD, GAP)
        taking = ActionButton(following, size="air", meaning="air")
        layout.addLayout(Flow(taking, *tools, self._figures, spacing=GAP))
        self._tell()
        return bar

    def _deed(self, words: str, do: Callable[[], None], icon_name: Icon, key: str) -> Deed:
        return self._desk.actions.deed(self, words, do, group=self.tr("Host"), icon_name=icon_name, key=key)

    def _roll(self) -> None:
        self.prompter.roll(on=not self.prompter.is_rolling)

    def _mirror(self) -> None:
        self.prompter.mirror(on=not self.prompter.is_mirrored)

    def _full(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _tell(self) -> None:
        words = self.tr("{size} px · {speed} px/s").format(size=self.prompter.size_px, speed=self.prompter.speed)
        rolling = self.tr("rolling") if self.prompter.is_rolling else self.tr("standing")
        self._figures.setText(f"{words} · {rolling}")

    def _screen_gone(self, screen: QScreen) -> None:
        """Its screen was pulled: a small window, behind the desk."""
        if self.isFullScreen() or self.screen() is screen:
            self.showNormal()
            self.resize(*SMALL_SIZE)
            self.lower()
