"""The running order as a producer uses it."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.model.commands import HoldSegment, MoveSegment, SetNext, SkipNext, TakeNext
from console.model.state import State
from tests.support.busy import busy_state, planned_state
from tests.support.press import CTRL, SHIFT, button, click, key, opened
from tests.support.walk import settle
from widgets.parts.ordered_list import OrderedList
from widgets.producer.rundown import RundownPanel, items


def test_on_air_and_next_are_told_apart() -> None:
    found = items(busy_state())
    assert [found[key].place for key in ("opening", "financier", "mug", "towel")] == [
        "played",
        "on air",
        "next",
        "later",
    ]


def test_a_click_on_next_takes_it(qtbot: QtBot) -> None:
    panel, line = opened(qtbot, RundownPanel, busy_state())
    click(button(panel, "Next"))
    assert line.sent == [TakeNext()]
    assert items(line.snapshot.state or State())["mug"].place == "on air"


def test_space_and_enter_never_take(qtbot: QtBot) -> None:
    panel, line = opened(qtbot, RundownPanel, busy_state())
    button(panel, "Next").setFocus()
    for pressed in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        key(button(panel, "Next"), pressed)
    assert line.sent == []


def test_its_keys_do_what_its_buttons_do(qtbot: QtBot) -> None:
    panel, line = opened(qtbot, RundownPanel, busy_state())
    key(panel, Qt.Key.Key_F10)
    key(panel, Qt.Key.Key_S, CTRL | SHIFT)
    key(panel, Qt.Key.Key_F9)
    assert line.sent == [HoldSegment(True), SkipNext(), TakeNext()]


def test_a_button_that_would_be_refused_says_why(qtbot: QtBot) -> None:
    panel, _ = opened(qtbot, RundownPanel, planned_state())
    following = button(panel, "Next")
    assert not following.isEnabled()
    assert following.toolTip().startswith("Next: ")


def test_enter_on_a_row_makes_it_next(qtbot: QtBot) -> None:
    panel, line = opened(qtbot, RundownPanel, busy_state())
    rows = panel.findChildren(OrderedList)[0]
    rows.setCurrentIndex(rows.model().index(6, 0))
    key(rows, Qt.Key.Key_Return)
    assert line.sent == [SetNext("hojicha")]


def test_ctrl_and_an_arrow_move_a_row_and_the_selection_goes_along(qtbot: QtBot) -> None:
    panel, line = opened(qtbot, RundownPanel, busy_state())
    rows = panel.findChildren(OrderedList)[0]
    rows.setCurrentIndex(rows.model().index(6, 0))
    key(rows, Qt.Key.Key_Up, CTRL)
    assert line.sent == [MoveSegment("hojicha", 5)]
    assert rows.currentIndex().row() == 5


def test_a_show_without_segments_says_what_to_do(qtbot: QtBot) -> None:
    panel, _ = opened(qtbot, RundownPanel, State())
    assert any("Plan" in label.text() and label.isVisible() for label in panel.findChildren(type(panel.title)))


def test_in_a_low_list_what_is_on_air_and_next_are_both_seen(qtbot: QtBot) -> None:
    panel, line = opened(qtbot, RundownPanel, busy_state())
    panel.resize(300, 230)
    settle()
    for _ in range(4):
        rundown = line.snapshot.state.rundown  # type: ignore[union-attr]
        for segment in (rundown.on_air, rundown.next):
            row = panel._list.visualRect(panel._model.index_of(segment or ""))
            assert panel._list.viewport().rect().contains(row), segment
        line.desk.do(TakeNext())  # type: ignore[union-attr]
        settle()
