"""The stream key of a destination: typed in, stored, never seen again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from console.errors import Message
from console.link.asking import PutKey
from tests.support.busy import busy_state
from tests.support.fake_line import FakeLine, desk_of
from tests.support.press import button, click, key, write
from widgets.tech.destination_card import DestinationCard
from widgets.tech.key_field import KeyField

KEY = "live_20268842_k3f9"
ABSENT = Message("vault_absent", {})


def _opened(qtbot: QtBot) -> tuple[KeyField, FakeLine]:
    desk, line = desk_of(busy_state())
    line.answers[PutKey] = "k3f9"
    field = KeyField(desk, "yt")
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.show_tail(None)
    return field, line


def _words(field: KeyField) -> str:
    return " | ".join(label.text() for label in field.findChildren(QLabel) if label.isVisible())


def test_enter_stores_the_key_and_the_field_forgets_it(qtbot: QtBot) -> None:
    field, line = _opened(qtbot)
    assert field.field.echoMode() == QLineEdit.EchoMode.Password
    write(field.field, KEY)
    key(field.field, Qt.Key.Key_Return)
    assert line.asked == [PutKey("yt", KEY)]
    qtbot.waitUntil(lambda: _words(field) == "Key …k3f9")
    assert field.field.text() == ""
    field.field.undo()
    assert field.field.text() == ""


def test_the_button_stores_it_too_and_once(qtbot: QtBot) -> None:
    field, line = _opened(qtbot)
    save = button(field, "Save")
    assert not save.isEnabled()
    write(field.field, KEY)
    click(save)
    assert not save.isEnabled()
    key(field.field, Qt.Key.Key_Return)
    assert line.asked == [PutKey("yt", KEY)]


def test_a_machine_without_a_password_store_says_what_to_do_and_what_was_typed_stays(qtbot: QtBot) -> None:
    field, line = _opened(qtbot)
    assert line.desk is not None
    write(field.field, KEY)
    field._fail(ABSENT)
    assert line.desk.say(ABSENT) in _words(field)
    assert field.field.text() == KEY
    field.hide()
    assert field.field.text() == ""


def test_while_a_key_is_stored_the_field_opens_by_its_button_and_esc_leaves_the_key(qtbot: QtBot) -> None:
    field, line = _opened(qtbot)
    assert field.field.isVisible()
    field.show_tail("k3f9")
    assert not field.field.isVisible()
    click(button(field, "Change key"))
    assert field.field.hasFocus()
    write(field.field, KEY)
    field.show_tail("k3f9")
    assert field.field.text() == KEY
    key(field.field, Qt.Key.Key_Escape)
    assert not field.field.isVisible()
    assert field.field.text() == ""
    assert line.asked == []


@pytest.mark.parametrize(
    ("tail", "words"),
    [("k3f9", "Key …k3f9"), ("", "Key stored, too short to show"), (None, "Key not stored")],
)
def test_what_is_stored_is_said(qtbot: QtBot, tail: str | None, words: str) -> None:
    field, _ = _opened(qtbot)
    field.show_tail(tail)
    assert _words(field) == words


def test_only_those_who_may_store_keys_have_the_field(qtbot: QtBot) -> None:
    there = {}
    for role in ("producer", "tech", "planner"):
        desk, _ = desk_of(busy_state(), role=role)
        card = DestinationCard(desk, "yt")
        qtbot.addWidget(card)
        card.show()
        card.key.show_tail(None)
        there[role] = card.key.field.isVisible()
    assert there == {"producer": True, "tech": True, "planner": False}
