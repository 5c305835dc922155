"""What is wrong is listed, in people's words, and leads to its field."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from console.model.planning import NgWord, Policy
from console.model.product import Money
from console.model.show import Show
from console.model.show_rules import advice
from console.model.state import State
from tests.support.busy import planned_state
from tests.support.planning import Opened
from tests.support.press import key
from widgets.parts.row_list import RowList
from widgets.plan.pages import titles
from widgets.plan.problems import concerns, place_words, words_found
from widgets.plan.problems_panel import ProblemsPanel, WordsPanel


def changed(**fields: object) -> State:
    state = planned_state()
    return msgspec.structs.replace(state, show=msgspec.structs.replace(state.show, **fields))


def of_mug(**fields: object) -> State:
    products = planned_state().show.products
    return changed(products={**products, "mug": msgspec.structs.replace(products["mug"], **fields)})


PATHS = [
    ("products.mug.price", "products", "mug", "price"),
    ("segments.mug.script.offer", "segments", "mug", "script"),
    ("segments.mug.cues[1].at_s", "segments", "mug", "cues"),
    ("overlays.ticker-shipping.settings.text", "overlays", "ticker-shipping", "text"),
    ("targets.sales.minor", "targets", "", "sales"),
    ("ng_words[0].word", "ng", "", "ng_words"),
    ("opening_scene", "opening", "", "opening_scene"),
    ("rate", "safe_areas", "", "rate"),
]


@pytest.mark.parametrize(("path", "page", "thing", "field"), PATHS)
def test_a_path_leads_to_its_field(qtbot: QtBot, path: str, page: str, thing: str, field: str) -> None:
    room = Opened(qtbot, planned_state(), "theme")
    assert room.planning.lead(path)
    assert (room.planning.page.key, room.planning.key) == (page, thing)
    focused = room.room.focusWidget()
    assert focused is not None
    assert room.form.fields[field].isAncestorOf(focused)


@pytest.mark.parametrize("path", ["", "nowhere.at.all", "products.gone.price"])
def test_a_path_that_leads_nowhere_breaks_nothing(qtbot: QtBot, path: str) -> None:
    room = Opened(qtbot, planned_state(), "theme")
    assert not room.planning.lead(path)


def test_a_sound_show_has_nothing_to_put_right(qtbot: QtBot) -> None:
    show = planned_state().show
    assert [one for one in concerns(show, titles(), "en").values() if one.kind == "problem"] == []
    assert len(concerns(show, titles(), "en")) == len(advice(show))


def test_problems_come_before_advice_and_speak_of_things_by_name() -> None:
    show = of_mug(number=1, was_basis="").show
    found = list(concerns(show, titles(), "en").values())
    assert {one.kind for one in found} == {"problem"}
    assert any(one.place == "Products › 染付マグ" for one in found)
    calm = list(concerns(of_mug(was_basis="").show, titles(), "en").values())
    assert calm[0].kind == "advice"
    assert calm[0].path == "products.mug"


def test_enter_on_a_row_leads_to_the_thing(qtbot: QtBot) -> None:
    room = Opened(qtbot, of_mug(was_basis=""), "theme")
    panel = room.find(ProblemsPanel)
    rows = panel.findChildren(RowList)[0]
    qtbot.waitUntil(lambda: rows.model().rowCount() == 1)
    rows.setCurrentIndex(rows.model().index(0, 0))
    key(rows, Qt.Key.Key_Return)
    assert (room.planning.page.key, room.planning.key) == ("products", "mug")


def test_advice_about_a_destination_leads_there() -> None:
    show: Show = planned_state().show
    tight = msgspec.structs.replace(show.destinations["tt"], policy=Policy(longest_s=60))
    found = concerns(msgspec.structs.replace(show, destinations={"tt": tight}), titles(), "en")
    assert [one.path for one in found.values()] == ["destinations.tt"]


def test_words_not_to_say_are_found_where_they_stand_with_what_to_say_instead() -> None:
    state = changed(ng_words=(NgWord(word="有田焼", reason="Only an example", instead="磁器"),))
    found = words_found(state.show, titles(), "en")
    one = found["products.mug.name/0"]
    assert (one.word, one.reason, one.instead) == ("有田焼", "Only an example", "磁器")
    assert one.place == "Products › 染付マグ › Product name"


def test_a_row_of_words_leads_into_the_script(qtbot: QtBot) -> None:
    segment = planned_state().show.segments["mug"]
    script = msgspec.structs.replace(segment.script, closing="さようなら")
    segments = {**planned_state().show.segments, "mug": msgspec.structs.replace(segment, script=script)}
    state = changed(segments=segments, ng_words=(NgWord(word="さようなら", reason="r", instead="また"),), ng_lists=())
    room = Opened(qtbot, state, "theme")
    room.room.show_panel("words")
    rows = room.find(WordsPanel).findChildren(RowList)[0]
    qtbot.waitUntil(lambda: rows.model().rowCount() == 1)
    rows.setCurrentIndex(rows.model().index(0, 0))
    key(rows, Qt.Key.Key_Return)
    focused = room.room.focusWidget()
    assert isinstance(focused, QPlainTextEdit)
    assert focused.toPlainText() == "さようなら"


def test_a_word_not_to_say_is_said_beside_its_script_too(qtbot: QtBot) -> None:
    segment = planned_state().show.segments["mug"]
    script = msgspec.structs.replace(segment.script, closing="さようなら")
    segments = {**planned_state().show.segments, "mug": msgspec.structs.replace(segment, script=script)}
    state = changed(segments=segments, ng_words=(NgWord(word="さようなら", reason="r", instead="また"),), ng_lists=())
    room = Opened(qtbot, state, "segments", "mug")
    inside = dict(room.form.fields["script"].every())
    qtbot.waitUntil(lambda: inside["script", "closing"].caution == "「さようなら」 r → また")
    assert inside["script", "opening"].caution == ""
    assert room.form.fields["script"].caution == ""


def test_places_are_said_in_both_languages() -> None:
    show = planned_state().show
    assert place_words(show, "segments.mug.script.offer", titles(), "ja").endswith("› 台本 › オファーの案内")
    assert place_words(show, "segments.mug.cues[2].at_s", titles(), "en").endswith("› Cues › 3 › After")


def test_a_price_of_nothing_is_advice(qtbot: QtBot) -> None:
    found = concerns(of_mug(price=Money(minor=0), was_price=None).show, titles(), "en")
    assert any(one.path.startswith("products.mug") for one in found.values())
