"""The plan of a show as a person has it before them."""

from typing import TypeVar

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from console.model.show import Show
from console.model.state import State
from tests.support.fake_line import desk_of
from tests.support.press import write
from widgets.forms.form import Form
from widgets.frame.workspace import Workspace
from widgets.plan.form_panel import FormPanel
from widgets.plan.planning import Planning
from widgets.plan.workspace import workspace

W = TypeVar("W", bound=QWidget)


class Forgetful:
    """A memory for a room that is used once."""

    def layout(self, name: str) -> None:
        return None

    def keep_layout(self, name: str, layout: object) -> None:
        return None


class Opened:
    """The workspace on a State literal, in front and active."""

    def __init__(self, qtbot: QtBot, state: State, page: str = "products", thing: str = "") -> None:
        self.desk, self.line = desk_of(state, language="en")
        self.room: Workspace = workspace(self.desk, Forgetful())
        qtbot.addWidget(self.room)
        self.room.resize(1600, 900)
        with qtbot.waitActive(self.room):
            self.room.show()
            self.room.activateWindow()
        self.planning = self.room.findChildren(Planning)[0]
        self.panel = self.room.findChildren(FormPanel)[0]
        self.planning.choose(page, thing)

    @property
    def form(self) -> Form:
        """What is in the middle."""
        assert self.panel.form is not None
        return self.panel.form

    @property
    def state(self) -> State:
        """As the engine has it."""
        return self.line.snapshot.state or State()

    @property
    def show(self) -> Show:
        """The open one."""
        return self.state.show

    def find(self, kind: type[W]) -> W:
        """The one panel of its kind."""
        return self.room.findChildren(kind)[0]

    def entry(self, name: str, kind: type[W]) -> W:
        """What is typed or clicked in a field."""
        return self.form.fields[name].entry.findChildren(kind)[0]

    def line_of(self, name: str) -> QLineEdit:
        """Of a field with one line."""
        return self.entry(name, QLineEdit)

    def problem(self, name: str) -> str:
        """What is said beside a field."""
        return self.form.fields[name].problem

    def type_in(self, name: str, words: str) -> QLineEdit:
        """Over what stood there."""
        line = self.line_of(name)
        line.setFocus()
        line.selectAll()
        write(line, words)
        return line
