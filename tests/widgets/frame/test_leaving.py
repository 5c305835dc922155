"""Whoever closes the window in mid-show is told that the show goes on."""

from typing import Literal

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.support.busy import busy_state
from tests.support.fake_line import desk_of
from tests.support.press import button, click
from widgets.frame import leaving
from widgets.frame.leaving import Leaving


def _words(window: QObject) -> set[str]:
    return {label.text() for label in window.findChildren(QLabel)}


@pytest.mark.parametrize(("phase", "said"), [("live", "The show goes on"), ("rehearsal", "The rehearsal goes on")])
def test_it_says_what_goes_on_and_leads_back(qtbot: QtBot, phase: Literal["live", "rehearsal"], said: str) -> None:
    state = busy_state()
    session = replace(state.session, phase=phase, rehearsal=phase == "rehearsal")
    desk, _ = desk_of(replace(state, session=session), language="en")
    window = Leaving(desk)
    qtbot.addWidget(window)
    window.show()
    assert said in _words(window)
    with qtbot.waitSignal(window.back):
        click(button(window, "Back to the desk"))


def test_it_says_when_the_session_has_ended_meanwhile(qtbot: QtBot) -> None:
    state = busy_state()
    desk, line = desk_of(state, language="en")
    window = Leaving(desk)
    qtbot.addWidget(window)
    line.show(replace(state, session=replace(state.session, phase="ended")))
    assert "The session has ended" in _words(window)


def test_it_goes_by_a_click_and_by_itself(qtbot: QtBot) -> None:
    for is_pressed in (True, False):
        desk, _ = desk_of(busy_state(), language="en")
        window = Leaving(desk)
        qtbot.addWidget(window)
        window.show()
        if is_pressed:
            click(button(window, "Close"))
        else:
            for _ in range(leaving.STANDS_S):
                assert window.isVisible()
                window._count()
        assert not window.isVisible()
