"""Values as people write and choose them."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from console.model.overlay import Theme
from console.model.product import Coupon, Money, Product
from console.model.rundown import Cue, Segment
from console.model.show import Show
from tests.support.busy import planned_state
from tests.support.fake_line import desk_of
from tests.support.press import CTRL, button, click, key, write
from widgets.forms.entry import Entry, Unreadable
from widgets.forms.known import Known
from widgets.forms.making import Making
from widgets.forms.shape import Shape, shapes_of

NUMBERS = [
    ("number", "12", 12),
    ("number", "１２", 12),
    ("number", " 1,200 ", 1200),
    ("stock", "", None),
]


def shape_of(struct: type[Any], name: str) -> Shape:
    return next(shape for shape in shapes_of(struct) if shape.name == name)


def entry_of(qtbot: QtBot, struct: type[Any], name: str) -> Entry:
    desk, _ = desk_of(planned_state())
    field = Making(Known(desk)).field(shape_of(struct, name))
    entry = field.entry
    entry.setParent(None)
    desk.setParent(entry)
    qtbot.addWidget(entry)
    entry.show()
    return entry


def typed(entry: Entry, words: str) -> Entry:
    line = entry.findChildren(QLineEdit)[0]
    line.setText(words)
    line.textEdited.emit(words)
    return entry


def visible(entry: Entry, tip: str) -> list[QAbstractButton]:
    """Buttons with this tip; with any if it is empty."""
    found = [one for one in entry.findChildren(QAbstractButton) if one.isVisible() and one.accessibleName()]
    return [one for one in found if not tip or one.toolTip() == tip]


@pytest.mark.parametrize(("name", "words", "value"), NUMBERS)
def test_numbers_are_read_however_wide_they_are_written(qtbot: QtBot, name: str, words: str, value: object) -> None:
    entry = entry_of(qtbot, Product, name)
    entry.findChildren(QLineEdit)[0].setText(words)
    assert entry.value() == value


@pytest.mark.parametrize("words", ["", "x", "1.5", "１:２", "9" * 30, "nan", "1e9999"])
def test_what_is_no_whole_number_says_so(qtbot: QtBot, words: str) -> None:
    entry = entry_of(qtbot, Product, "number")
    entry.findChildren(QLineEdit)[0].setText(words)
    with pytest.raises(Unreadable):
        entry.value()


@pytest.mark.parametrize(("words", "value"), [("90", 90), ("1:30", 90), ("１：３０", 90), ("1:00:00", 3600)])
def test_a_duration_is_minutes_and_seconds_or_seconds(qtbot: QtBot, words: str, value: int) -> None:
    entry = entry_of(qtbot, Segment, "planned_s")
    entry.show_value(130)
    assert entry.findChildren(QLineEdit)[0].text() == "2:10"
    assert typed(entry, words).value() == value


@pytest.mark.parametrize(
    ("shown", "words", "minor"),
    [(Money(minor=1980), "1,980", 1980), (Money(minor=1250, currency="USD"), "12.50", 1250)],
)
def test_money_is_written_in_whole_units(qtbot: QtBot, shown: Money, words: str, minor: int) -> None:
    entry = entry_of(qtbot, Product, "price")
    entry.show_value(shown)
    assert entry.findChildren(QLineEdit)[0].text() == words
    assert entry.value() == Money(minor=minor, currency=shown.currency)


@pytest.mark.parametrize("words", ["", "¥", "12.5", "twelve"])
def test_what_is_no_amount_of_yen_says_so(qtbot: QtBot, words: str) -> None:
    entry = entry_of(qtbot, Product, "price")
    entry.show_value(Money(minor=1))
    with pytest.raises(Unreadable):
        typed(entry, words).value()


def test_a_moment_that_nobody_touched_stays_letter_by_letter(qtbot: QtBot) -> None:
    entry = entry_of(qtbot, Coupon, "valid_until")
    for moment in ("2035-12-31T23:59:00+09:00", "2035-12-31T23:59:00Z", "soon"):
        entry.show_value(moment)
        assert entry.value() == moment
    written = typed(entry, "2026-11-22 21:30").value()
    assert written.startswith("2026-11-22T21:30:00")
    assert written[-6] in "+-"
    with pytest.raises(Unreadable):
        typed(entry, "tomorrow").value()


def test_lines_are_a_list_without_the_empty_ones(qtbot: QtBot) -> None:
    entry = entry_of(qtbot, Product, "aliases")
    entry.findChildren(QPlainTextEdit)[0].setPlainText(" マグ \n\nコップ\n")
    assert entry.value() == ["マグ", "コップ"]


def test_ctrl_enter_sends_a_long_text_and_enter_begins_a_line(qtbot: QtBot) -> None:
    entry = entry_of(qtbot, Product, "facts")
    text = entry.findChildren(QPlainTextEdit)[0]
    left: list[int] = []
    entry.left.connect(lambda: left.append(1))
    write(text, "a")
    key(text, Qt.Key.Key_Return)
    write(text, "b")
    assert (entry.value(), left) == (["a", "b"], [])
    key(text, Qt.Key.Key_Return, CTRL)
    assert left == [1]


def test_a_narrower_field_is_higher(qtbot: QtBot) -> None:
    entry = entry_of(qtbot, Product, "was_basis")
    entry.show_value("2026年8月1日から10月31日まで当店で販売していた価格です。" * 4)
    entry.resize(900, 300)
    text = entry.findChildren(QPlainTextEdit)[0]
    qtbot.waitUntil(lambda: text.height() > 0)
    before = text.height()
    entry.resize(240, 300)
    qtbot.waitUntil(lambda: text.height() > before)


def test_a_name_that_leads_nowhere_is_shown_and_stays(qtbot: QtBot) -> None:
    entry = entry_of(qtbot, Segment, "scene")
    entry.show_value("gone")
    assert entry.value() == "gone"
    assert entry.findChildren(QComboBox)[0].currentText() == "gone (not there)"
    entry.show_value("talk")
    assert entry.findChildren(QComboBox)[0].currentText() == "トーク"


def test_several_names_come_from_a_list_and_go_by_a_click(qtbot: QtBot) -> None:
    entry = entry_of(qtbot, Cue, "show")
    entry.show_value(("card",))
    box = entry.findChildren(QComboBox)[0]
    box.setCurrentIndex(box.findData("coupon"))
    box.activated.emit(box.currentIndex())
    assert entry.value() == ["card", "coupon"]
    qtbot.waitUntil(lambda: len(visible(entry, "")) == 2)
    click(visible(entry, "")[0])
    assert entry.value() == ["coupon"]


def test_many_are_added_moved_and_taken_out(qtbot: QtBot) -> None:
    entry = entry_of(qtbot, Segment, "cues")
    entry.show_value((Cue(id="one"), Cue(id="two", at_s=5)))
    click(button(entry, "Add"))
    assert [one["id"] for one in entry.value()] == ["one", "two", "cue-1"]
    qtbot.waitUntil(lambda: len(visible(entry, "Move up")) == 3)
    click(visible(entry, "Move up")[1])
    assert [one["id"] for one in entry.value()] == ["two", "one", "cue-1"]
    click(visible(entry, "Take out")[0])
    assert [one["id"] for one in entry.value()] == ["one", "cue-1"]


def test_by_a_name_there_is_one_each(qtbot: QtBot) -> None:
    entry = entry_of(qtbot, Show, "safe_areas")
    entry.show_value({})
    typed(entry, "tiktok")
    click(button(entry, "Add"))
    assert list(entry.value()) == ["tiktok"]
    typed(entry, "tiktok")
    click(button(entry, "Add"))
    assert list(entry.value()) == ["tiktok"]


def test_a_colour_is_six_digits(qtbot: QtBot) -> None:
    entry = entry_of(qtbot, Theme, "brand")
    assert typed(entry, "c8402f").value() == "#C8402F"
    with pytest.raises(Unreadable):
        typed(entry, "reddish").value()
