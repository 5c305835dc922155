"""Rows that break into lines."""

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from widgets.parts.flow import Flow

WIDTH, HEIGHT, SPACE = 100, 30, 4


def _box(qtbot: QtBot, *widgets: QWidget, width: int) -> QWidget:
    box = QWidget()
    qtbot.addWidget(box)
    box.setLayout(Flow(*widgets, spacing=SPACE))
    box.resize(width, 300)
    box.show()
    return box


def _piece() -> QWidget:
    made = QWidget()
    made.setFixedSize(WIDTH, HEIGHT)
    return made


def test_what_fits_stands_in_one_line(qtbot: QtBot) -> None:
    pieces = [_piece() for _ in range(3)]
    box = _box(qtbot, *pieces, width=400)
    assert box.isVisible()
    assert [(one.x(), one.y()) for one in pieces] == [(0, 0), (104, 0), (208, 0)]


def test_what_does_not_fit_stands_in_the_next_line_and_needs_its_height(qtbot: QtBot) -> None:
    pieces = [_piece() for _ in range(3)]
    box = _box(qtbot, *pieces, width=210)
    assert [(one.x(), one.y()) for one in pieces] == [(0, 0), (104, 0), (0, 34)]
    layout = box.layout()
    assert layout is not None
    assert layout.heightForWidth(210) == 2 * HEIGHT + SPACE
    assert layout.heightForWidth(50) == 3 * HEIGHT + 2 * SPACE


def test_hidden_ones_take_no_room(qtbot: QtBot) -> None:
    pieces = [_piece() for _ in range(3)]
    box = _box(qtbot, *pieces, width=210)
    pieces[0].hide()
    qtbot.waitUntil(lambda: (pieces[2].x(), pieces[2].y()) == (104, 0), timeout=1_000)
    assert box.minimumSizeHint().width() == WIDTH


def test_who_may_grow_gets_what_is_left_of_the_line(qtbot: QtBot) -> None:
    field, one = QLineEdit(), _piece()
    field.setMinimumWidth(50)
    box = _box(qtbot, field, one, width=500)
    assert box.isVisible()
    assert field.width() == 500 - WIDTH - SPACE
    assert one.x() == field.width() + SPACE


def test_an_empty_one_is_nothing(qtbot: QtBot) -> None:
    box = _box(qtbot, width=100)
    layout = box.layout()
    assert layout is not None
    assert (layout.count(), layout.heightForWidth(100), layout.itemAt(0), layout.takeAt(0)) == (0, 0, None, None)
