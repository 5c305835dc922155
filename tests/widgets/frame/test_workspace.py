"""Where panels hang, at every size of the window, and as they were left."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from console.model.command import Command
from console.model.commands import HoldSegment
from console.seat.memory import Memory
from tests.support.busy import busy_state
from tests.support.fake_line import FakeLine, desk_of
from widgets.desk import Desk
from widgets.frame.shape import Group, Plans, present, shape_of
from widgets.frame.workspace import Workspace
from widgets.parts.panel import Panel

PLANS: Plans = {
    "wide": (Group(("one",), "left", 300), Group(("two",), "bottom", 200), Group(("three",), "bottom", 200)),
    "middle": (Group(("one",), "left", 300), Group(("two", "three"), "bottom", 200)),
    "narrow": (Group(("one", "two", "three"), "right", 320),),
    "small": (Group(("one", "two", "three"), "right", 320),),
}


def _panel(title: str) -> type[Panel]:
    class OnePanel(Panel):
        def __init__(self, desk: Desk) -> None:
            super().__init__()
            self.set_title(title)
            if title == "Two":
                desk.actions.command(self, "Hold", _hold, group="g", icon_name="hold", key="F10")

    return OnePanel


def _hold() -> Command:
    return HoldSegment(True)


def _workspace(qtbot: QtBot, tmp_path: Path, *, width: int = 1900) -> tuple[Workspace, FakeLine]:
    desk, line = desk_of(busy_state())
    made = Workspace(
        desk,
        Memory(tmp_path, "producer"),
        "producer",
        title="Producer",
        centre=QLabel("centre"),
        panels={"one": _panel("One"), "two": _panel("Two"), "three": _panel("Three")},
        plans=PLANS,
    )
    qtbot.addWidget(made)
    made.resize(width, 900)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.shape is not None)
    return made, line


def _dock(workspace: Workspace, key: str) -> QWidget:
    return workspace._hung[key]


@pytest.mark.parametrize(
    ("width", "height", "shape"),
    [
        (1920, 1080, "wide"),
        (1600, 700, "wide"),
        (1366, 768, "middle"),
        (1200, 500, "middle"),
        (1100, 800, "narrow"),
        (1100, 600, "small"),
    ],
)
def test_the_size_of_the_window_decides_how_panels_hang(width: int, height: int, shape: str) -> None:
    assert shape_of(width, height) == shape


def test_panels_stand_beside_each_other_where_there_is_room_and_become_tabs_where_there_is_none(
    qtbot: QtBot, tmp_path: Path
) -> None:
    workspace, _ = _workspace(qtbot, tmp_path)
    assert _dock(workspace, "one").width() == 300
    assert all(_dock(workspace, key).isVisible() for key in ("one", "two", "three"))
    workspace.resize(1300, 900)
    qtbot.waitUntil(lambda: workspace._hung["three"] in workspace.tabifiedDockWidgets(workspace._hung["two"]))


def test_a_title_is_said_once(qtbot: QtBot, tmp_path: Path) -> None:
    workspace, _ = _workspace(qtbot, tmp_path)
    panel = workspace.panels["two"]
    assert isinstance(panel, Panel)
    qtbot.waitUntil(panel.title.isVisible)
    workspace.resize(1300, 900)
    qtbot.waitUntil(lambda: not panel.title.isVisible())
    assert workspace._hung["two"].windowTitle() == "Two"


def test_panels_stand_as_they_were_left_and_a_reset_brings_the_beginning_back(qtbot: QtBot, tmp_path: Path) -> None:
    workspace, _ = _workspace(qtbot, tmp_path)
    menu = QMenu(workspace)
    workspace.fill_menu(menu)
    [close] = [action for action in menu.actions() if action.text() == "One"]
    close.trigger()
    assert not _dock(workspace, "one").isVisible()
    workspace.remember()
    again, _ = _workspace(qtbot, tmp_path)
    assert not _dock(again, "one").isVisible()
    again.reset()
    assert _dock(again, "one").isVisible()


def test_what_was_kept_for_one_size_does_not_change_another(qtbot: QtBot, tmp_path: Path) -> None:
    workspace, _ = _workspace(qtbot, tmp_path)
    _dock(workspace, "one").hide()
    workspace.remember()
    again, _ = _workspace(qtbot, tmp_path, width=1300)
    assert _dock(again, "one").isVisible()


def test_a_memory_that_cannot_be_read_is_none(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "seat-producer.ini").write_bytes(b"[layout]\nproducer\\wide=@ByteArray(\\x1\\xff rubbish)\n")
    workspace, _ = _workspace(qtbot, tmp_path)
    assert all(_dock(workspace, key).isVisible() for key in ("one", "two", "three"))


def test_the_key_of_a_closed_panel_works(qtbot: QtBot, tmp_path: Path) -> None:
    workspace, line = _workspace(qtbot, tmp_path)
    _dock(workspace, "two").hide()
    workspace.activateWindow()
    [hold] = [action for action in workspace.actions() if action.text() == "Hold"]
    assert workspace.isVisible()
    hold.trigger()
    assert line.sent == [HoldSegment(True)]


def test_what_does_not_exist_leaves_its_place_to_the_others() -> None:
    plan = (Group(("gone",), "left"), Group(("there", "gone"), "left", below="gone"))
    assert present(plan, frozenset({"there"})) == (Group(("there",), "left"),)
