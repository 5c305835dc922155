"""The whole window: rooms, toasts, the map of keys, and that nothing lies over what must be seen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from console.errors import Message
from console.model.commands import LoadPreview, UndoExplain
from console.seat.memory import Memory
from tests.support.busy import busy_pulse, busy_state
from tests.support.fake_line import FakeLine, desk_of
from widgets.actions import Line
from widgets.desk import Desk, Undo
from widgets.frame.key_map import grouped, shared_out
from widgets.frame.toasts import MOST
from widgets.frame.window import Window
from widgets.producer.centre import Centre


def _window(qtbot: QtBot, folder: Path, *, size: tuple[int, int] = (1366, 768)) -> tuple[Window, Desk, FakeLine]:
    desk, line = desk_of(busy_state(), language="en", pulse=busy_pulse())
    window = Window(desk, Memory(folder, "producer"))
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, desk, line


def _place(window: Window, part: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


def _refused(number: int) -> Message:
    return Message("no_such_scene", {"scene": str(number)})


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1000, 620)])
def test_toasts_cover_neither_take_nor_program(qtbot: QtBot, tmp_path: Path, size: tuple[int, int]) -> None:
    window, desk, _ = _window(qtbot, tmp_path, size=size)
    for number in range(MOST + 2):
        desk.said.emit(_refused(number))
    assert [toast.words for toast in window.toasts.shown] == [desk.say(_refused(n)) for n in (4, 3, 2)]
    qtbot.waitUntil(lambda: window.toasts.y() > window.header.height())
    centre = window.workspaces["producer"].centralWidget()
    assert isinstance(centre, Centre)
    for part in (centre.taking.take, centre.screens.program):
        assert not _place(window, part).intersects(_place(window, window.toasts))


def test_what_was_done_is_taken_back_by_button_and_by_key(qtbot: QtBot, tmp_path: Path) -> None:
    window, desk, line = _window(qtbot, tmp_path)
    desk.undoable.emit(Undo("Explaining", UndoExplain()))
    desk.undoable.emit(Undo("Loaded", LoadPreview("close-up")))
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.sent == [LoadPreview("close-up")], "the newest first"
    window.toasts.shown[0].take_back()
    assert line.sent[1:] == [UndoExplain()]
    assert window.toasts.isHidden()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(line.sent) == 2


def test_the_map_of_keys_opens_and_closes_by_key(qtbot: QtBot, tmp_path: Path) -> None:
    window, _, _ = _window(qtbot, tmp_path)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.key_map.isVisible()
    said = {label.text() for label in window.key_map.findChildren(QLabel)}
    assert {"F5", "Take", "F8", "Ctrl+Z", "Alt+1"} <= said
    QTest.keyClick(window.key_map, Qt.Key.Key_Escape)
    assert not window.key_map.isVisible()


def test_no_key_means_two_things(qtbot: QtBot, tmp_path: Path) -> None:
    _, desk, _ = _window(qtbot, tmp_path)
    keys = [line.keys for line in desk.actions.lines() if line.keys]
    assert sorted(keys) == sorted(set(keys))


def test_language_and_look_are_chosen_by_key(qtbot: QtBot, tmp_path: Path) -> None:
    window, desk, _ = _window(qtbot, tmp_path)
    with qtbot.waitSignal(desk.restyled):
        QTest.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(desk.restyled):
        QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert (desk.language, desk.look) == ("ja", "light")


def test_the_menu_lists_the_panels_of_the_room(qtbot: QtBot, tmp_path: Path) -> None:
    window, _, _ = _window(qtbot, tmp_path)
    menu = QMenu(window)
    window.header.menu_wanted.emit(menu)
    panels = menu.actions()[0].menu()
    assert isinstance(panels, QMenu)
    assert "Rundown" in {action.text() for action in panels.actions()}


def test_nothing_is_wider_than_a_small_screen(qtbot: QtBot, tmp_path: Path) -> None:
    window, _, _ = _window(qtbot, tmp_path, size=(1366, 768))
    assert window.width() == 1366
    right = _place(window, window.header.going)
    assert right.right() <= 1366
    assert _place(window, window.health.listening).right() <= 1366


def test_groups_of_the_map_stay_whole_and_keys_are_named_once() -> None:
    lines = (Line("a", "x", "F1"), Line("b", "y", "F2"), Line("a", "x again", "F1"), Line("b", "no key", ""))
    groups = grouped(lines)
    assert {group: [line.words for line in found] for group, found in groups.items()} == {"a": ["x"], "b": ["y"]}
    assert shared_out(groups, 5) == [{"a": groups["a"]}, {"b": groups["b"]}]


def test_the_window_goes_where_a_fault_is(qtbot: QtBot, tmp_path: Path) -> None:
    window, _, _ = _window(qtbot, tmp_path)
    window.show_place("tech", "encoder")
    assert window.workspace == "tech"
    window.show_place("producer", "offers")
    assert window.workspace == "producer"
    offers = window.workspaces["producer"].panels["offers"]
    qtbot.waitUntil(lambda: not offers.visibleRegion().isEmpty())
    window.show_place("producer", "no such panel")
    assert window.workspace == "producer"
