"""Comments that somebody at the desk types in."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from console.model.commands import AddComment
from tests.support.busy import busy_state
from tests.support.press import button, click, key, opened, write
from widgets.producer.answering import Answering
from widgets.producer.typed_comment import TypedComment


def test_more_opens_the_fields_and_enter_adds_the_comment(qtbot: QtBot) -> None:
    answering, line = opened(qtbot, lambda desk: Answering(desk, lambda: ""), busy_state())
    assert not answering.typed.isVisible()
    [menu] = answering.findChildren(QMenu)
    menu.aboutToShow.emit()
    next(one for one in menu.actions() if one.text().startswith("Type in")).trigger()
    assert answering.typed.text.hasFocus()
    write(answering.typed.name, "Mika")
    write(answering.typed.text, " Is it sweet? ")
    key(answering.typed.text, Qt.Key.Key_Return)
    assert line.sent == [AddComment("Is it sweet?", "Mika")]
    qtbot.waitUntil(lambda: answering.typed.text.text() == answering.typed.name.text() == "")
    key(answering.typed.text, Qt.Key.Key_Escape)
    assert not answering.typed.isVisible()


def test_what_was_refused_stays(qtbot: QtBot) -> None:
    state = busy_state()
    ended = replace(state, session=replace(state.session, phase="ended"))
    typed, line = opened(qtbot, TypedComment, ended)
    write(typed.text, "Hello")
    heard: list[object] = []
    assert line.desk is not None
    line.desk.said.connect(heard.append)
    click(button(typed, "Add"))
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert typed.text.text() == "Hello"


def test_nothing_is_no_comment(qtbot: QtBot) -> None:
    typed, line = opened(qtbot, TypedComment, busy_state())
    write(typed.text, "  ")
    key(typed.text, Qt.Key.Key_Return)
    assert line.sent == []
