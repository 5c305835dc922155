"""Through which output somebody at the engine hears Program, or one strip alone."""

from collections.abc import Iterable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from console.errors import Message
from console.link.asking import Device, Outputs
from console.model.commands import Listen
from console.model.listening import PROGRAM, Listening
from widgets.desk import Desk
from widgets.icons import icon
from widgets.keys import without_input_method
from widgets.sheet import mean

FAULT = "listening"


class ListeningChooser(QToolButton):
    """Says what is heard; its menu lists the outputs of the engine's machine when it is opened, not before."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk's State."""
        super().__init__()
        self._desk = desk
        self._outputs: tuple[Device, ...] = ()
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._look)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("size", "small")
        self.setIcon(icon("listen", desk.tokens))
        self.setToolButtonStyle(self.toolButtonStyle().ToolButtonTextBesideIcon)
        without_input_method(self)
        self._listening = desk.actions.command(
            self,
            self.tr("Listen to Program"),
            self._program,
            group=self.tr("Sound"),
            icon_name="listen",
            key="Ctrl+L",
        )
        desk.bind(self, self._show, lambda state: (state.listening, FAULT in state.faults))

    def _program(self) -> Listen | None:
        now = self._desk.state.listening
        return Listen(now.device, PROGRAM, now.gain_db) if now.device else None

    def _show(self, found: tuple[Listening, bool]) -> None:
        listening, is_broken = found
        what = self._desk.state.show.sources.get(listening.carries)
        heard = what.name if what is not None else self.tr("Program")
        words = self.tr("Listen: {what}").format(what=heard[:16]) if listening.device else self.tr("Listen: off")
        self.setText(self.tr("Nothing is heard") if is_broken and listening.device else words)
        self.setAccessibleName(self.text())
        self.setToolTip(self._name_of(listening.device) or self.tr("Choose a sound output"))
        mean(self, "armed" if is_broken else "")

    def _look(self) -> None:
        self._fill((self.tr("Looking for outputs…"),))
        self._desk.ask(Outputs(), self._found, failed=self._not_found)

    def _found(self, outputs: tuple[Device, ...] | None) -> None:
        self._outputs = tuple(outputs or ())
        self._fill(() if self._outputs else (self.tr("This machine has no sound output"),))
        self._show((self._desk.state.listening, FAULT in self._desk.state.faults))

    def _not_found(self, problem: Message) -> None:
        self._fill((self._desk.say(problem),))

    def _fill(self, words: Iterable[str]) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        chosen = self._desk.state.listening.device
        for key, name in (("", self.tr("Off")), *((one.key, one.name) for one in self._outputs)):
            self._add(group, key, name, is_chosen=key == chosen)
        if chosen and all(one.key != chosen for one in self._outputs):
            self._add(group, chosen, self.tr("{name} (gone)").format(name=chosen), is_chosen=True)
        for line in words:
            note = self._menu.addAction(line)
            note.setEnabled(False)

    def _add(self, group: QActionGroup, key: str, name: str, *, is_chosen: bool) -> None:
        action = QAction(name, group)
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.triggered.connect(lambda _checked=False: self._listen(key))
        self._menu.addAction(action)

    def _listen(self, device: str) -> None:
        now = self._desk.state.listening
        self._desk.do(Listen(device, now.carries, now.gain_db))

    def _name_of(self, device: str) -> str:
        return next((one.name for one in self._outputs if one.key == device), device)
