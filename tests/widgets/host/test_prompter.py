"""The script as a host reads it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets.host.prompter import FASTEST, SLOWEST, Prompter
from widgets.host.script import Script
from widgets.theme import SCRIPT_LARGEST, SCRIPT_SMALLEST

LONG = "".join(f"<p>Line {number} of what is said</p>" for number in range(60))


def _shown(qtbot: QtBot) -> Prompter:
    prompter = Prompter()
    qtbot.addWidget(prompter)
    prompter.resize(800, 500)
    prompter.show()
    prompter.show_script(Script("one", LONG))
    return prompter


def test_another_segment_is_read_from_its_top(qtbot: QtBot) -> None:
    prompter = _shown(qtbot)
    prompter.move_by(700)
    prompter.show_script(Script("two", LONG))
    assert prompter.offset_px == 0


def test_the_same_segment_stays_where_it_is_read_also_when_it_is_edited(qtbot: QtBot) -> None:
    prompter = _shown(qtbot)
    prompter.move_by(700)
    prompter.show_script(Script("one", LONG))
    prompter.show_script(Script("one", LONG + "<p>One line more</p>"))
    assert prompter.offset_px == 700


def test_a_text_that_became_shorter_is_not_scrolled_out_of_sight(qtbot: QtBot) -> None:
    prompter = _shown(qtbot)
    prompter.move_by(2_000)
    prompter.show_script(Script("one", "<p>Only this</p>"))
    assert prompter.offset_px < 100


def test_it_rolls_at_its_speed_until_it_is_told_to_stand(qtbot: QtBot) -> None:
    prompter = _shown(qtbot)
    prompter.roll(on=True)
    qtbot.waitUntil(lambda: prompter.offset_px > 2, timeout=2_000)
    prompter.roll(on=False)
    stood = prompter.offset_px
    QApplication.processEvents()
    assert prompter.offset_px == stood
    assert not prompter.is_rolling


def test_rolling_ends_at_the_end(qtbot: QtBot) -> None:
    prompter = _shown(qtbot)
    prompter.move_by(1e9)
    end = prompter.offset_px
    prompter.move_by(50)
    assert prompter.offset_px == end


@pytest.mark.parametrize(("steps", "size_px"), [(1_000, SCRIPT_LARGEST), (-1_000, SCRIPT_SMALLEST)])
def test_letters_have_a_largest_and_a_smallest_size(qtbot: QtBot, steps: int, size_px: int) -> None:
    prompter = _shown(qtbot)
    prompter.resize_text(steps)
    assert prompter.size_px == size_px


def test_larger_letters_keep_the_place(qtbot: QtBot) -> None:
    prompter = _shown(qtbot)
    prompter.move_by(1_000)
    prompter.resize_text(4)
    assert prompter.offset_px > 1_000


@pytest.mark.parametrize(("steps", "speed"), [(1_000, FASTEST), (-1_000, SLOWEST)])
def test_speed_has_its_limits(qtbot: QtBot, steps: int, speed: int) -> None:
    prompter = _shown(qtbot)
    prompter.hasten(steps)
    assert prompter.speed == speed


def test_mirrored_the_mark_of_the_line_stands_at_the_right(qtbot: QtBot) -> None:
    prompter = _shown(qtbot)
    left, middle = _at(prompter, 1), _at(prompter, prompter.width() - 2)
    prompter.mirror(on=True)
    assert (_at(prompter, prompter.width() - 2), _at(prompter, 1)) == (left, middle)
    assert left != middle


def test_the_wheel_moves_it_by_hand(qtbot: QtBot) -> None:
    prompter = _shown(qtbot)
    centre, none = QPointF(10, 10), QPoint()
    wheel = QWheelEvent(
        centre,
        centre,
        none,
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(prompter, wheel)
    assert prompter.offset_px == 120


def _at(prompter: Prompter, x: int) -> QColor:
    return prompter.grab().toImage().pixelColor(x, round(prompter.height() * 0.28) + 3)
