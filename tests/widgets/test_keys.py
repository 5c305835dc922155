"""Japanese input methods and the keys that change the air stay out of each other's way."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from console.model.commands import TakePreview
from tests.support.press import ALT, CTRL, NONE, SHIFT
from tests.support.walk import LARGE, Opened, opened, visible
from tests.support.walking_keys import takes_text
from widgets.keys import Composing

FUNCTION = [Qt.Key(Qt.Key.Key_F1 + number) for number in range(1, 12)]
CHORDS = [(key, CTRL) for key in (Qt.Key.Key_E, Qt.Key.Key_G, Qt.Key.Key_P, Qt.Key.Key_R, Qt.Key.Key_1, Qt.Key.Key_Z)]
LOUDER = [(key, CTRL | SHIFT) for key in (Qt.Key.Key_R, Qt.Key.Key_K, Qt.Key.Key_S, Qt.Key.Key_E, Qt.Key.Key_F12)]
PRESSED = [
    *((key, NONE) for key in (*FUNCTION, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)),
    *CHORDS,
    *LOUDER,
    (Qt.Key.Key_2, ALT),
]
"""What input methods use (F6 to F10, Enter, Space), and everything else that does something at the desk."""


@pytest.fixture(autouse=True)
def _dressed() -> None:
    """The window that is open dressed the application already."""


@pytest.fixture(scope="module")
def desk(qapp: QApplication) -> Iterator[Opened]:
    composing = Composing()
    qapp.installEventFilter(composing)
    found = opened("producer")
    found.resize(LARGE)
    yield found
    found.close()
    qapp.removeEventFilter(composing)


def _fields(one: Opened) -> list[QLineEdit]:
    fields = [found for found in visible(one.window) if isinstance(found, QLineEdit) and found.isEnabled()]
    return [field for field in fields if takes_text(field) and field.focusProxy() is None]


def _compose(field: QWidget, words: str) -> None:
    QApplication.sendEvent(field, QInputMethodEvent(words, []))


def _settle(field: QWidget, words: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def test_while_somebody_composes_no_key_is_the_desks(desk: Opened) -> None:
    fields = _fields(desk)
    assert len(fields) >= 4
    shown = [dock.isVisible() for dock in desk.docks()]
    for field in fields:
        field.setText("既")
        field.setFocus()
        desk.line.sent.clear()
        _compose(field, "にほん")
        for key, modifiers in PRESSED:
            QTest.keyClick(field, key, modifiers)
            assert not desk.line.sent, f"{key.name} in {field.accessibleName()}"
        assert QApplication.focusWidget() is field, "nor does the focus go anywhere"
        _settle(field, "日本")
        assert field.text().replace(" ", "") == "既日本", field.accessibleName()
    assert shown == [dock.isVisible() for dock in desk.docks()]


def test_once_it_is_settled_the_keys_are_the_desks_again(desk: Opened) -> None:
    for field in _fields(desk):
        field.setFocus()
        _compose(field, "にほん")
        QTest.keyClick(field, Qt.Key.Key_F5)
        _settle(field, "日本")
        desk.line.sent.clear()
        QTest.keyClick(field, Qt.Key.Key_F6)
        assert [type(command) for command in desk.line.sent] == [TakePreview], field.accessibleName()


def test_what_is_composed_and_given_up_leaves_the_keys_to_the_desk(desk: Opened) -> None:
    field = _fields(desk)[0]
    field.setFocus()
    _compose(field, "にほん")
    _compose(field, "")
    desk.line.sent.clear()
    QTest.keyClick(field, Qt.Key.Key_F6)
    assert [type(command) for command in desk.line.sent] == [TakePreview]


def test_who_turns_to_another_place_while_composing_gets_the_keys_back(desk: Opened) -> None:
    first, second = _fields(desk)[:2]
    first.setFocus()
    _compose(first, "にほん")
    second.setFocus()
    desk.line.sent.clear()
    QTest.keyClick(second, Qt.Key.Key_F6)
    assert [type(command) for command in desk.line.sent] == [TakePreview]
