"""What a person's hands do to a window."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from console.model.state import State
from tests.support.fake_line import FakeLine, desk_of
from widgets.desk import Desk

W = TypeVar("W", bound=QWidget)
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


def opened(qtbot: QtBot, make: Callable[[Desk], W], state: State) -> tuple[W, FakeLine]:
    """A panel on a State literal, in front and active, so that its keys are heard."""
    desk, line = desk_of(state)
    panel = make(desk)
    qtbot.addWidget(panel)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel, line


def button(within: QWidget, words: str) -> QAbstractButton:
    """The visible button that says so."""
    found = [one for one in within.findChildren(QAbstractButton) if one.text() == words and one.isVisible()]
    assert found, [one.text() for one in within.findChildren(QAbstractButton)]
    return found[0]


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """With the left button, in the middle."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, at or widget.rect().center())


def key(widget: QWidget, pressed: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press and let go."""
    QTest.keyClick(widget, pressed, modifiers)


def write(widget: QWidget, words: str) -> None:
    """Letter by letter."""
    QTest.keyClicks(widget, words)
