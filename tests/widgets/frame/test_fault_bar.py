"""The fault bar: one fault at a time, in words, with at most one way out."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from console.core.reducing import reduced
from console.errors import Message
from console.model.commands import RetryDestination
from console.model.destination import DestinationStatus
from console.model.facts import FaultRaised, NoticeGiven
from console.model.state import State
from tests.support.busy import busy_state
from tests.support.fake_line import NOW, desk_of
from tests.support.press import click
from widgets.frame.fault_bar import FaultBar

LEFT = Qt.MouseButton.LeftButton


def _faulty(*keys: str) -> State:
    state = replace(busy_state(), faults={})
    for key in keys:
        state = reduced(state, FaultRaised(key, Message("source_stale", {"name": key})), NOW)
    return state


def test_faults_are_said_one_at_a_time_and_counted(qtbot: QtBot) -> None:
    desk, line = desk_of(_faulty("source/a", "source/b"))
    bar = FaultBar(desk)
    qtbot.addWidget(bar)
    assert (bar.chip.text(), "source/a" in bar.words.text()) == ("Fault 1/2", True)
    QTest.mouseClick(bar.next, LEFT)
    assert (bar.chip.text(), "source/b" in bar.words.text()) == ("Fault 2/2", True)
    line.show(replace(desk.state, faults={}))
    assert bar.chip.text() == "No faults"
    assert bar.next.isHidden()


def test_a_fault_has_at_most_one_button_which_does_what_may_help(qtbot: QtBot) -> None:
    problem = Message("source_stale", {"name": "x"})
    state = reduced(_faulty(), FaultRaised("destination/tt", problem, "RetryDestination"), NOW)
    retrying = DestinationStatus(wanted=True, phase="retrying")
    desk, line = desk_of(replace(state, destinations={"tt": retrying}))
    bar = FaultBar(desk)
    qtbot.addWidget(bar)
    assert not bar.help.isHidden()
    QTest.mouseClick(bar.help, LEFT)
    assert line.sent == [RetryDestination("tt")]


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("source/a", ("tech", "")),
        ("encoder/main", ("tech", "encoder")),
        ("offer/tea", ("producer", "offers")),
        ("journal", ("tech", "log")),
    ],
)
def test_a_fault_that_nothing_can_be_done_about_here_shows_where_more_is_seen(
    qtbot: QtBot, key: str, place: tuple[str, str]
) -> None:
    desk, _ = desk_of(_faulty(key))
    bar = FaultBar(desk)
    qtbot.addWidget(bar)
    bar.show()
    assert not bar.help.isVisible()
    with qtbot.waitSignal(bar.place_wanted) as wanted:
        click(bar.where)
    assert wanted.args == list(place)


def test_a_fault_moves_nothing_and_takes_no_focus(qtbot: QtBot) -> None:
    desk, line = desk_of(_faulty())
    room = QWidget()
    bar, field = FaultBar(desk), QLineEdit(room)
    bar.setParent(room)
    qtbot.addWidget(room)
    room.show()
    room.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    before = bar.height()
    line.show(_faulty("source/a"))
    assert bar.height() == before
    assert field.hasFocus()


def test_without_faults_it_says_what_happened_last(qtbot: QtBot) -> None:
    state = reduced(_faulty(), NoticeGiven(Message("clock_stepped", {"seconds": 3})), NOW)
    desk, _ = desk_of(state)
    bar = FaultBar(desk)
    qtbot.addWidget(bar)
    assert "3" in bar.words.text()


def test_a_lost_link_is_said_before_everything_else_with_since_when(qtbot: QtBot) -> None:
    desk, line = desk_of(_faulty("source/a"))
    bar = FaultBar(desk)
    qtbot.addWidget(bar)
    line.stand("lost")
    assert bar.chip.text() == "No link"
    assert "tried again" in bar.words.text()
    assert bar.since.text().startswith("since ")
    line.stand("attached")
    assert bar.chip.text() == "Fault 1/1"
