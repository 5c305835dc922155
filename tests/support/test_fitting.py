"""The judge of what fits sees what does not."""

import pytest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.fitting import misfits
from tests.support.qt import dress, qapp_cls
from widgets.parts.elided import Elided
from widgets.parts.elided_button import ElidedButton

__all__ = ["qapp_cls"]
WORDS = "Words that need more room than this"


def _label() -> QLabel:
    return QLabel(WORDS)


def _button() -> QPushButton:
    return QPushButton(WORDS)


def _field() -> QLineEdit:
    return QLineEdit(placeholderText=WORDS)


def _spin_box() -> QSpinBox:
    return QSpinBox(suffix=f" {WORDS}")


def _choices() -> QComboBox:
    box = QComboBox()
    box.addItems(["a", WORDS])
    return box


def _tabs() -> QTabBar:
    bar = QTabBar()
    for at in range(4):
        bar.addTab(f"{WORDS} {at}")
    return bar


def _wrapped() -> QLabel:
    label = QLabel(WORDS)
    label.setWordWrap(True)
    return label


def _tool() -> QToolButton:
    button = QToolButton()
    button.setText(WORDS)
    return button


@pytest.mark.parametrize(
    "make",
    [_label, _button, _field, _spin_box, _choices, _tabs, _wrapped, _tool],
)
def test_what_has_no_room_is_seen_and_what_has_is_not(qtbot: QtBot, make: type[QWidget]) -> None:
    dress()
    widget = make()
    qtbot.addWidget(widget)
    widget.setFixedSize(90, 20)
    widget.show()
    assert misfits(widget)
    widget.setFixedSize(1400, 60)
    assert not misfits(widget)


def test_elided_words_need_a_tip_and_some_letters(qtbot: QtBot) -> None:
    dress()
    for widget in (Elided(WORDS), ElidedButton(WORDS)):
        qtbot.addWidget(widget)
        widget.show()
        widget.setFixedWidth(100)
        assert not misfits(widget) if isinstance(widget, Elided) else misfits(widget)
        widget.setToolTip(WORDS)
        assert not misfits(widget)
        widget.setFixedWidth(8)
        assert misfits(widget)


def test_words_beyond_the_edge_of_a_scrolling_area_are_cut_off(qtbot: QtBot) -> None:
    dress()
    area, inner = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    label = QLabel(WORDS, inner)
    label.resize(400, 20)
    inner.resize(500, 40)
    area.setWidget(inner)
    area.resize(200, 100)
    area.show()
    assert misfits(label)
    area.resize(600, 100)
    assert not misfits(label)
