"""What is explained now and next."""

from msgspec.structs import replace
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from console.link.asking import PictureOf
from console.model.commands import Explain, OpenPrice, StartOffer, UndoExplain
from console.model.state import State
from tests.gallery.rooms import picture_of
from tests.support.busy import busy_state, planned_state
from tests.support.fake_line import FakeLine, desk_of
from tests.support.press import button, click, opened
from widgets.desk import Undo
from widgets.producer.now import NowPanel


def _words(panel: NowPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_f2_explains_the_product_of_the_next_segment_and_can_be_taken_back(qtbot: QtBot) -> None:
    panel, line = opened(qtbot, NowPanel, busy_state())
    undone: list[Undo] = []
    assert line.desk is not None
    line.desk.undoable.connect(undone.append)
    click(button(panel, "Explain next"))
    assert line.sent == [Explain("mug")]
    qtbot.waitUntil(lambda: [one.command for one in undone] == [UndoExplain()])
    assert any("染付マグ" in words for words in _words(panel))


def test_what_is_explained_stands_there_with_its_price_and_what_is_left(qtbot: QtBot) -> None:
    panel, _ = opened(qtbot, NowPanel, busy_state())
    words = _words(panel)
    assert "Explaining" in words
    assert any(one.startswith("No.1 ") for one in words)
    assert "52 left" in words
    assert "8 sold" in words


def test_a_hidden_price_is_not_told_before_it_is_opened(qtbot: QtBot) -> None:
    panel, line = opened(qtbot, NowPanel, busy_state())
    assert "???" in _words(panel)
    assert line.desk is not None
    line.desk.do(OpenPrice("financier-live"))
    assert "???" not in _words(panel)


def test_the_offers_time_runs_while_it_is_live(qtbot: QtBot) -> None:
    panel, _ = opened(qtbot, NowPanel, busy_state())
    assert "Offer ends in" in _words(panel)
    assert any(words.startswith(("0:", "1:")) for words in _words(panel))


def test_before_anything_is_explained_it_says_so_and_offers_the_first(qtbot: QtBot) -> None:
    panel, _ = opened(qtbot, NowPanel, planned_state())
    assert "Nothing explained" in _words(panel)
    assert "Offer ends in" not in _words(panel)


def test_a_show_without_products_explains_nothing(qtbot: QtBot) -> None:
    panel, _ = opened(qtbot, NowPanel, State())
    assert not button(panel, "Explain next").isEnabled()
    assert "Next: —" in _words(panel)


def test_an_offer_that_is_armed_says_so(qtbot: QtBot) -> None:
    panel, line = opened(qtbot, NowPanel, busy_state())
    assert line.desk is not None
    line.desk.do(Explain("mug"))
    assert "Offer ends in" not in _words(panel)
    line.desk.do(StartOffer("mug-live"))


def test_the_products_picture_comes_when_the_engine_has_sent_it(qtbot: QtBot) -> None:
    desk, line = desk_of(busy_state())
    line.answers[PictureOf] = picture_of
    panel = NowPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: any(not one.pixmap().isNull() for one in panel.findChildren(QLabel)))
    assert _asked_for(line) == [busy_state().show.products["financier"].picture]


def test_a_long_name_makes_it_no_wider_than_its_place(qtbot: QtBot) -> None:
    state = busy_state(long_names=True)
    products = {key: replace(one, short_name="") for key, one in state.show.products.items()}
    panel, _ = opened(qtbot, NowPanel, replace(state, show=replace(state.show, products=products)))
    assert panel.minimumSizeHint().width() <= 300


def _asked_for(line: FakeLine) -> list[str]:
    return [one.name for one in line.asked if isinstance(one, PictureOf)]
