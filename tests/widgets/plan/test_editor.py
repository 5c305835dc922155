"""A planner changes the show field by field, and takes it back."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox
from pytestqt.qtbot import QtBot

from console.core.reducing import reduced
from console.model.base import Entity
from console.model.commands import Edit, SetEditOnAir
from console.model.product import Money
from tests.support.busy import busy_state, planned_state
from tests.support.fake_line import NOW
from tests.support.planning import Opened
from tests.support.press import CTRL, button, click, key


def test_a_field_is_sent_when_enter_is_pressed_and_not_before(qtbot: QtBot) -> None:
    room = Opened(qtbot, planned_state(), "products", "mug")
    line = room.type_in("name", "New mug")
    assert room.line.sent == []
    key(line, Qt.Key.Key_Return)
    assert room.line.sent == [Edit("products", "mug", {"name": "New mug"}, base=0)]
    assert room.state.show.products["mug"].name == "New mug"


def test_a_field_is_sent_when_it_is_left(qtbot: QtBot) -> None:
    room = Opened(qtbot, planned_state(), "products", "mug")
    key(room.type_in("price", "4000"), Qt.Key.Key_Tab)
    assert room.line.sent == [Edit("products", "mug", {"price": {"minor": 4000, "currency": "JPY"}}, base=0)]


def test_what_was_typed_is_sent_when_another_thing_is_chosen(qtbot: QtBot) -> None:
    room = Opened(qtbot, planned_state(), "products", "mug")
    room.type_in("tag", "Best")
    room.planning.choose("products", "towel")
    assert room.line.sent == [Edit("products", "mug", {"tag": "Best"}, base=0)]


def test_what_cannot_be_read_is_said_beside_the_field_and_not_sent(qtbot: QtBot) -> None:
    room = Opened(qtbot, planned_state(), "products", "mug")
    key(room.type_in("number", "two"), Qt.Key.Key_Return)
    assert room.line.sent == []
    assert room.problem("number") == "Write a number."


def test_what_makes_the_show_unsound_is_said_beside_the_field(qtbot: QtBot) -> None:
    room = Opened(qtbot, planned_state(), "products", "mug")
    key(room.type_in("number", "1"), Qt.Key.Key_Return)
    assert "number 1" in room.problem("number")
    assert "show.json" not in room.problem("number")
    assert room.state.show.products["mug"].number == 2


def test_what_is_on_air_is_refused_until_edit_on_air_is_on(qtbot: QtBot) -> None:
    room = Opened(qtbot, busy_state(), "products", "financier")
    key(room.type_in("tag", "Fresh"), Qt.Key.Key_Return)
    assert "edit on air" in room.problem("tag").lower()
    room.desk.do(SetEditOnAir(on=True))
    key(room.line_of("tag"), Qt.Key.Key_Return)
    assert room.state.show.products["financier"].tag == "Fresh"
    qtbot.waitUntil(lambda: room.problem("tag") == "")


def test_a_stranger_who_was_quicker_is_not_overwritten(qtbot: QtBot) -> None:
    room = Opened(qtbot, planned_state(), "products", "mug")
    line = room.type_in("name", "Mine")
    stranger = Edit("products", "mug", {"tag": "Theirs"}, base=0)
    room.line.show(reduced(room.state, stranger, NOW))
    assert line.text() == "Mine"
    key(line, Qt.Key.Key_Return)
    assert room.state.show.products["mug"].name != "Mine"
    assert "changed" in room.problem("name")
    assert line.text() == "Mine"


def test_a_second_press_after_a_stranger_overwrites_knowingly(qtbot: QtBot) -> None:
    room = Opened(qtbot, planned_state(), "products", "mug")
    line = room.type_in("name", "Mine")
    room.line.show(reduced(room.state, Edit("products", "mug", {"tag": "Theirs"}, base=0), NOW))
    key(line, Qt.Key.Key_Return)
    key(line, Qt.Key.Key_Return)
    assert (room.state.show.products["mug"].name, room.state.show.products["mug"].tag) == ("Mine", "Theirs")


def test_two_fields_one_after_the_other_do_not_make_each_other_stale(qtbot: QtBot) -> None:
    room = Opened(qtbot, planned_state(), "products", "mug")
    room.type_in("name", "Mug")
    click(room.entry("tax_included", QCheckBox))
    qtbot.waitUntil(lambda: len(room.line.sent) == 2)
    mug = room.state.show.products["mug"]
    assert (mug.name, mug.tax_included) == ("Mug", False)
    assert room.problem("tax_included") == ""


def test_edits_are_taken_back_and_done_again(qtbot: QtBot) -> None:
    room = Opened(qtbot, planned_state(), "products", "mug")
    before = room.state.show.products["mug"]
    for name, words in (("name", "A"), ("tag", "B"), ("name", "C")):
        key(room.type_in(name, words), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: button(room.panel, "Undo").isEnabled())
    room.planning.choose("theme")
    for _ in range(3):
        key(room.room, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: alike(room.state.show.products["mug"], before))
    assert room.planning.page.key == "products"
    for _ in range(3):
        key(room.room, Qt.Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: room.state.show.products["mug"].name == "C")
    assert room.state.show.products["mug"].tag == "B"


def alike(one: Entity, other: Entity) -> bool:
    """But for the revision."""
    return msgspec.structs.replace(one, revision=0) == msgspec.structs.replace(other, revision=0)


def test_what_a_stranger_changed_since_is_not_taken_back(qtbot: QtBot) -> None:
    room = Opened(qtbot, planned_state(), "products", "mug")
    key(room.type_in("name", "A"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: button(room.panel, "Undo").isEnabled())
    base = room.state.show.products["mug"].revision
    room.line.show(reduced(room.state, Edit("products", "mug", {"name": "Theirs"}, base=base), NOW))
    said: list[object] = []
    room.desk.said.connect(said.append)
    key(room.room, Qt.Key.Key_Z, CTRL)
    assert room.state.show.products["mug"].name == "Theirs"
    assert len(said) == 1


def test_another_kind_of_graphic_has_another_form(qtbot: QtBot) -> None:
    room = Opened(qtbot, planned_state(), "overlays", "card")
    box = room.entry("kind", QComboBox)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("ticker"))
    box.activated.emit(box.currentIndex())
    assert room.line.sent == [Edit("overlays", "card", {"kind": "ticker", "settings": {}}, base=0)]
    assert room.panel.form is not None
    assert "rounds" in room.panel.form.fields
    key(room.type_in("rounds", "4"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(room.line.sent) == 2)
    assert room.state.show.overlays["card"].settings == {"rounds": 4}


@pytest.mark.parametrize("field", ["brand", "language"])
def test_the_theme_is_there_once(qtbot: QtBot, field: str) -> None:
    room = Opened(qtbot, planned_state(), "theme")
    assert room.panel.form is not None
    assert field in room.panel.form.fields
    assert room.planning.key == ""


def test_a_price_keeps_its_currency(qtbot: QtBot) -> None:
    state = planned_state()
    mug = msgspec.structs.replace(state.show.products["mug"], price=Money(minor=1250, currency="USD"), was_price=None)
    products = {"mug": mug}
    show = msgspec.structs.replace(state.show, products=products, offers={}, segments={}, rundown=(), answers={})
    room = Opened(
        qtbot,
        msgspec.structs.replace(state, show=msgspec.structs.replace(show, overlays={}, opening_overlays=())),
        "products",
        "mug",
    )
    key(room.type_in("price", "13"), Qt.Key.Key_Return)
    assert room.state.show.products["mug"].price == Money(minor=1300, currency="USD")
