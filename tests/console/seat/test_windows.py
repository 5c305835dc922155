"""Another language, look or scale: the window is built anew where it stood, and nothing is left of the old one."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from console.seat.memory import Memory
from console.seat.windows import AGAIN, Windows
from tests.support.busy import NAMES, busy_pulse, busy_state
from tests.support.fake_line import desk_of
from tests.support.qt import dress, qapp_cls
from tests.support.walk import settle
from widgets.desk import Desk
from widgets.frame.window import Window

__all__ = ["qapp_cls"]
SIZE = (900, 720)
"""As wide as it can be on the screen of the tests: Qt shrinks a window that is too large for its screen."""


class Sat:
    """A seat's windows on a State literal."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self.app, self._bot = app, qtbot
        self.memory = Memory(folder, "producer")
        self.desk: Desk = desk_of(busy_state(), language="en", names=NAMES, pulse=busy_pulse())[0]
        self.windows = Windows(app, self.desk, self.memory, "producer")
        self.windows.open()
        self.window.resize(*SIZE)
        settle()

    @property
    def window(self) -> Window:
        assert isinstance(self.windows.window, Window)
        return self.windows.window

    def labels(self) -> set[str]:
        return {label.text() for label in self.window.findChildren(QLabel)}

    def until_it_is_anew(self) -> None:
        self._bot.waitUntil(lambda: self.windows.window is not None and self.windows.window.isVisible())
        settle()

    def count(self) -> tuple[int, int, int, int]:
        """Top-level windows, widgets, what the desk tells of changes, and objects that Python holds."""
        gc.collect()
        held = sum(isinstance(one, QObject) for one in gc.get_objects())
        tops = [one for one in self.app.topLevelWidgets() if one.parent() is None]
        return len(tops), len(self.app.allWidgets()), len(self.desk._bound), held


@pytest.fixture
def sat(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Sat]:
    dress()
    found = Sat(qtbot, qapp, tmp_path)
    yield found
    found.windows.close()
    found.windows.deleteLater()
    found.desk.deleteLater()
    settle()


def test_another_language_speaks_at_once_and_everything_stands_where_it_stood(sat: Sat) -> None:
    sat.window.show_workspace("producer")
    sat.window.resize(900, 640)
    [graphics] = sat.window.workspaces["producer"].findChildren(QWidget, "graphics")
    graphics.raise_()
    settle()
    before, size = sat.window, sat.window.size()
    assert "REHEARSAL" in sat.labels()
    sat.desk.choose(language="ja")
    sat.until_it_is_anew()
    assert sat.window is not before
    assert "REHEARSAL" not in sat.labels()
    assert sat.window.size() == size
    assert sat.window.workspace == "producer"
    [graphics] = sat.window.workspaces["producer"].findChildren(QWidget, "graphics")
    assert graphics.geometry().intersects(sat.window.rect()), "its tab is in front as before"
    assert sat.memory.language == "ja"


def test_the_room_that_was_shown_is_shown_again(sat: Sat) -> None:
    sat.window.show_workspace("tech")
    sat.desk.choose(look="light")
    sat.until_it_is_anew()
    assert sat.window.workspace == "tech"


def test_nothing_is_left_of_the_old_windows(sat: Sat) -> None:
    def change() -> None:
        sat.desk.choose(look="light" if sat.desk.look == "dark" else "dark")
        sat.until_it_is_anew()
        sat.desk.choose(look="light" if sat.desk.look == "dark" else "dark")
        sat.until_it_is_anew()

    change()
    change()
    first = sat.count()
    change()
    assert sat.count() == first


def test_another_scale_ends_the_program_for_it_to_begin_again(sat: Sat) -> None:
    QTimer.singleShot(0, sat.app, lambda: sat.desk.rescale(150))
    assert sat.app.exec() == AGAIN
    assert sat.memory.scale_percent == 150


def test_the_scale_that_is_worn_already_changes_nothing(sat: Sat, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(sat.desk.rescaled):
        sat.desk.rescale(sat.desk.scale_percent)


def test_a_window_stands_the_next_time_where_it_was_closed(sat: Sat, tmp_path: Path) -> None:
    sat.window.resize(900, 610)
    settle()
    sat.windows.close()
    sat.memory.save()
    again = Windows(sat.app, sat.desk, Memory(tmp_path, "producer"), "producer")
    again.open()
    assert again.window is not None
    assert (again.window.width(), again.window.height()) == (900, 610)
    again.close()
