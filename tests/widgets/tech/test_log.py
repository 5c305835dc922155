"""The engine's log at the desk."""

from PySide6.QtGui import QColor, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from console.link.asking import LogTail
from tests.support.busy import busy_state
from tests.support.fake_line import FakeLine, desk_of
from tests.support.press import button, click, write
from widgets.tech.log import LINES, LogPanel
from widgets.theme import DARK

FEW = (
    "2026-11-18 20:00:00 INFO console: one",
    "2026-11-18 20:00:01 WARNING console: the line is slow",
    "2026-11-18 20:00:02 ERROR console: three",
)
MANY = tuple(f"line {number}" for number in range(200))


def _opened(qtbot: QtBot, lines: tuple[str, ...] = FEW) -> tuple[LogPanel, FakeLine]:
    desk, line = desk_of(busy_state())
    line.answers[LogTail] = lines
    panel = LogPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(500, 220)
    panel.show()
    qtbot.waitUntil(lambda: panel.shown == lines)
    return panel, line


def test_it_asks_while_it_is_seen_one_question_at_a_time(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot)
    for _ in range(5):
        panel.ask()
    assert line.asked == [LogTail(LINES)] * 2
    panel.hide()
    assert not panel._timer.isActive()


def test_without_an_engine_nothing_is_asked(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot)
    line.stand("lost")
    panel.ask()
    assert len(line.asked) == 1
    assert panel.shown == FEW, "what was known stays"


def test_only_lines_with_the_words_are_shown_and_copied(qtbot: QtBot) -> None:
    panel, _ = _opened(qtbot)
    write(panel.findChildren(QLineEdit)[0], "warning")
    assert panel.text.toPlainText() == FEW[1]
    click(button(panel, "Copy"))
    assert QGuiApplication.clipboard().text() == FEW[1]


def test_what_is_selected_is_copied_alone(qtbot: QtBot) -> None:
    panel, _ = _opened(qtbot)
    cursor = panel.text.textCursor()
    cursor.setPosition(0)
    cursor.movePosition(QTextCursor.MoveOperation.Down, QTextCursor.MoveMode.KeepAnchor)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfLine, QTextCursor.MoveMode.KeepAnchor)
    panel.text.setTextCursor(cursor)
    panel.copy()
    assert QGuiApplication.clipboard().text() == "\n".join(FEW[:2])


def test_it_follows_the_newest_unless_somebody_reads_further_up(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, MANY)
    bar = panel.text.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    bar.setValue(20)
    line.answers[LogTail] = (*MANY, "the newest")
    panel.ask()
    qtbot.waitUntil(lambda: panel.shown[-1] == "the newest")
    assert bar.value() == 20


def test_warnings_and_errors_are_coloured_beside_their_word(qtbot: QtBot) -> None:
    panel, _ = _opened(qtbot)
    inks = []
    block = panel.text.document().begin()
    while block.isValid():
        formats = block.layout().formats()
        inks.append(formats[0].format.foreground().color().name() if formats else "")
        block = block.next()
    assert inks == ["", QColor(DARK.armed_text).name(), QColor(DARK.air_text).name()]
