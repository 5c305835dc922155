"""The host's window is opened and closed from a seat's own."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.seat.memory import Memory
from tests.support.busy import busy_state
from tests.support.fake_line import desk_of
from widgets.frame.window import Window
from widgets.host.door import door_of

NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


@pytest.mark.parametrize(("pressed", "modifier"), [(Qt.Key.Key_F11, NONE), (Qt.Key.Key_4, ALT)])
def test_a_key_opens_it_and_closes_it_and_it_goes_with_the_window(
    qtbot: QtBot, tmp_path: Path, pressed: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    desk, _ = desk_of(busy_state())
    window = Window(desk, Memory(tmp_path, "producer"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, pressed, modifier)
    door = door_of(desk)
    assert door.window is not None
    assert door.window.isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, pressed, modifier)
    assert door.window is None
    door.turn()
    window.close()
    assert door.window is None
