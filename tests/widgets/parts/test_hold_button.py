"""What must be held happens once, after the whole time, and by no slip."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets.parts.hold_button import HOLD_MS, HoldButton

LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


class Holding(QWidget):
    """A button, and a witness that is held for the whole time after whatever was done to the button."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self._bot = qtbot
        self.button, self.witness = HoldButton("Hold"), HoldButton("Witness")
        self.done: list[str] = []
        self.button.held.connect(lambda: self.done.append("button"))
        self.witness.held.connect(lambda: self.done.append("witness"))
        layout = QVBoxLayout(self)
        for one in (self.button, self.witness):
            layout.addWidget(one)
        qtbot.addWidget(self)
        self.show()
        self.activateWindow()
        qtbot.waitUntil(self.isActiveWindow)

    def press(self) -> None:
        QTest.mousePress(self.button, LEFT)

    def after_the_whole_time(self) -> list[str]:
        """What happened by then."""
        self.witness.begin()
        self._bot.waitUntil(lambda: "witness" in self.done)
        return [what for what in self.done if what != "witness"]


@pytest.fixture
def holding(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Holding:
    assert HOLD_MS == 1000
    monkeypatch.setattr("widgets.parts.hold_button.HOLD_MS", 80)
    return Holding(qtbot)


def test_held_for_the_whole_time_it_happens_once(qtbot: QtBot, holding: Holding) -> None:
    holding.press()
    assert holding.button.part < 1
    qtbot.waitUntil(lambda: bool(holding.done))
    assert holding.after_the_whole_time() == ["button"], "still held, and not again"


def test_a_click_does_nothing(holding: Holding) -> None:
    QTest.mouseClick(holding.button, LEFT)
    assert holding.after_the_whole_time() == []


def test_a_short_hold_does_nothing_and_does_not_count_for_the_next(holding: Holding) -> None:
    for _ in range(3):
        holding.press()
        QTest.mouseRelease(holding.button, LEFT)
    assert holding.button.part == 0
    assert holding.after_the_whole_time() == []


def test_another_button_of_the_pointer_does_not_hold_it(holding: Holding) -> None:
    QTest.mousePress(holding.button, Qt.MouseButton.RightButton)
    assert holding.after_the_whole_time() == []


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_no_key_presses_it(holding: Holding, pressed: Qt.Key) -> None:
    holding.button.setFocus()
    QTest.keyPress(holding.button, pressed)
    assert holding.after_the_whole_time() == []


def _slip(holding: Holding) -> None:
    beyond = QPointF(-20, -20)
    move = QMouseEvent(QEvent.Type.MouseMove, beyond, beyond, NO_BUTTON, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(holding.button, move)


def _hide(holding: Holding) -> None:
    holding.button.hide()


def _hide_its_window(holding: Holding) -> None:
    holding.hide()


def _turn_to_another_window(holding: Holding) -> None:
    other = QWidget()
    holding._bot.addWidget(other)
    other.show()
    other.activateWindow()
    holding._bot.waitUntil(lambda: not holding.isActiveWindow())


def _forbid(holding: Holding) -> None:
    holding.button.setEnabled(False)


@pytest.mark.parametrize("leave", [_slip, _hide, _hide_its_window, _turn_to_another_window, _forbid])
def test_what_is_left_half_way_does_nothing(holding: Holding, leave: Callable[[Holding], None]) -> None:
    holding.press()
    assert holding.button._timer.isActive()
    leave(holding)
    assert not holding.button._timer.isActive()
    assert holding.after_the_whole_time() == []


def test_what_cannot_be_pressed_cannot_be_held(holding: Holding) -> None:
    holding.button.setEnabled(False)
    holding.button.begin()
    assert holding.after_the_whole_time() == []
