"""The first thing that a newcomer sees."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from console.errors import Message
from console.library.show_file import demo_show_folder, load_show
from console.link.asking import KnownShow, KnownShows, NewShow, OpenedShow, OpenFolder
from console.model.commands import Arm, GoLive, OpenShow, StartSession
from console.model.state import State
from tests.support.busy import planned_state
from tests.support.fake_line import FakeLine, desk_of
from tests.support.press import button, click, key, write
from widgets.first.welcome import Welcome, is_wanted
from widgets.parts.row_list import RowList

SHOWS = (
    KnownShow("/demo", "Demo", is_demo=True),
    KnownShow("/shows/autumn", "秋の手仕事市", 1_795_000_000_000_000),
    KnownShow("/shows/broken", "", problem=Message("show_unreadable", {"path": "/shows/broken"})),
)


def _opened(qtbot: QtBot, shows: tuple[KnownShow, ...] = SHOWS) -> tuple[Welcome, FakeLine]:
    desk, line = desk_of(State())
    line.answers[KnownShows] = shows
    welcome = Welcome(desk)
    qtbot.addWidget(welcome)
    welcome.resize(1366, 600)
    with qtbot.waitActive(welcome):
        welcome.show()
        welcome.activateWindow()
    rows = sum(not show.is_demo for show in shows)
    qtbot.waitUntil(lambda: welcome.findChildren(RowList)[0].model().rowCount() == rows)
    QApplication.processEvents()
    return welcome, line


def _opens_the_demo(line: FakeLine) -> None:
    def opened(asking: OpenFolder) -> OpenedShow:
        show = load_show(demo_show_folder())
        assert line.desk is not None
        line.desk.do(OpenShow(show))
        return OpenedShow(asking.path, show.title)

    line.answers[OpenFolder] = opened


def _words(welcome: Welcome) -> list[str]:
    return [label.text() for label in welcome.findChildren(QLabel) if label.isVisible()]


def test_it_stands_there_while_no_show_is_open() -> None:
    assert is_wanted(State())
    assert not is_wanted(planned_state())


def test_one_click_leads_to_a_rehearsal_on_air_step_by_step(qtbot: QtBot) -> None:
    welcome, line = _opened(qtbot)
    _opens_the_demo(line)
    click(button(welcome, "Rehearse the demo show"))
    qtbot.waitUntil(lambda: GoLive() in line.sent)
    assert line.asked[-1] == OpenFolder("/demo")
    kinds = [type(one) for one in line.sent]
    assert kinds == [OpenShow, StartSession, Arm, GoLive]
    start = line.sent[1]
    assert isinstance(start, StartSession)
    assert start.rehearsal
    state = line.snapshot.state or State()
    assert state.session.phase == "rehearsal", "nothing of it is public"


def test_a_second_click_while_it_begins_begins_nothing(qtbot: QtBot) -> None:
    welcome, line = _opened(qtbot)
    _opens_the_demo(line)
    for _ in range(3):
        click(button(welcome, "Rehearse the demo show"))
    qtbot.waitUntil(lambda: GoLive() in line.sent)
    assert len([one for one in line.asked if isinstance(one, OpenFolder)]) == 1


def test_a_step_that_is_refused_ends_it_and_is_said(qtbot: QtBot) -> None:
    welcome, line = _opened(qtbot)
    assert line.desk is not None
    said: list[Message] = []
    line.desk.said.connect(said.append)
    line.answers[OpenFolder] = OpenedShow("/demo", "Demo")
    click(button(welcome, "Rehearse the demo show"))
    qtbot.waitUntil(lambda: len(said) == 1)
    assert [type(one) for one in line.sent] == [StartSession], "a session without a show is refused"
    line.asked.clear()
    click(button(welcome, "Rehearse the demo show"))
    qtbot.waitUntil(lambda: len(said) == 2)
    assert line.asked[-1] == OpenFolder("/demo"), "it can be tried again"


def test_a_new_show_is_made_with_its_title_and_template(qtbot: QtBot) -> None:
    welcome, line = _opened(qtbot)
    title = welcome.findChildren(QLineEdit)[0]
    title.setFocus()
    write(title, "  Autumn fair ")
    welcome.findChildren(QComboBox)[0].setCurrentIndex(1)
    key(title, Qt.Key.Key_Return)
    assert line.asked[-1] == NewShow(title="Autumn fair", template="products", language="ja")


def test_a_show_without_a_title_gets_one(qtbot: QtBot) -> None:
    welcome, line = _opened(qtbot)
    click(button(welcome, "Make the show"))
    assert line.asked[-1] == NewShow(title="New show", template="phases", language="ja")


def test_a_click_on_a_show_opens_it(qtbot: QtBot) -> None:
    welcome, line = _opened(qtbot)
    rows = welcome.findChildren(RowList)[0]
    click(rows.viewport(), rows.visualRect(rows.model().index(0, 0)).center())
    assert [one for one in line.asked if isinstance(one, OpenFolder)] == [OpenFolder("/shows/autumn")]


def test_one_that_cannot_be_opened_says_so_and_why(qtbot: QtBot) -> None:
    welcome, _ = _opened(qtbot)
    words = welcome.findChildren(RowList)[0].model().index(1, 0).data(int(Qt.ItemDataRole.UserRole))
    assert words.problem is not None
    assert not welcome.grab().toImage().isNull(), "it is drawn"


def test_who_has_no_show_yet_is_told_so(qtbot: QtBot) -> None:
    welcome, _ = _opened(qtbot, SHOWS[:1])
    qtbot.waitUntil(lambda: any(one.startswith("No show yet") for one in _words(welcome)))


def test_a_folder_that_is_dropped_is_opened_and_a_file_is_not(qtbot: QtBot, tmp_path: Path) -> None:
    welcome, line = _opened(qtbot)
    file = tmp_path / "products.csv"
    file.write_text("number,name\n", encoding="utf-8")
    _drop(welcome, file)
    _drop(welcome, tmp_path)
    assert [one for one in line.asked if isinstance(one, OpenFolder)] == [OpenFolder(str(tmp_path))]


def test_choosing_a_folder_blocks_nothing(qtbot: QtBot) -> None:
    welcome, line = _opened(qtbot)
    key(welcome, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialog = welcome.findChildren(QFileDialog)[0]
    assert not dialog.isModal()
    dialog.fileSelected.emit("/shows/other")
    assert line.asked[-1] == OpenFolder("/shows/other")
    dialog.close()
    qtbot.waitUntil(lambda: not isValid(dialog))
    # Why: Qt remembers the last folders in a file of its own.
    own = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.ConfigLocation)) / "QtProject.conf"
    own.unlink(missing_ok=True)


@pytest.mark.parametrize("status", ["connecting", "lost"])
def test_without_an_engine_it_says_so(qtbot: QtBot, status: str) -> None:
    welcome, line = _opened(qtbot)
    line.stand("connecting" if status == "connecting" else "lost")
    assert "Connecting to the engine…" in _words(welcome)
    line.stand("attached")
    assert "Connecting to the engine…" not in _words(welcome)


def test_it_fits_the_smallest_window(qtbot: QtBot) -> None:
    welcome, _ = _opened(qtbot)
    assert welcome.minimumSizeHint().width() <= 900


def _drop(welcome: Welcome, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    welcome.dropEvent(event)
