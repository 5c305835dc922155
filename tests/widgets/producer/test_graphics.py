"""Graphics go on and off air, and can be taken back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from console.model.commands import HideOverlay, SetAnnouncement, ShowOverlay
from tests.support.busy import busy_state
from tests.support.press import CTRL, button, click, key, opened, write
from widgets.desk import Undo
from widgets.parts.row_list import RowList
from widgets.producer.graphics import GraphicsPanel, graphics


def choose(panel: GraphicsPanel, overlay: str) -> None:
    rows = panel.findChildren(RowList)[0]
    rows.setCurrentIndex(panel._model.index_of(overlay))


def test_the_button_says_what_it_will_do(qtbot: QtBot) -> None:
    panel, line = opened(qtbot, GraphicsPanel, busy_state())
    choose(panel, "coupon")
    click(button(panel, "Put on air"))
    assert line.sent == [ShowOverlay("coupon")]
    click(button(panel, "Take off air"))
    assert line.sent[1:] == [HideOverlay("coupon")]


def test_a_wrong_graphic_can_be_taken_back(qtbot: QtBot) -> None:
    panel, line = opened(qtbot, GraphicsPanel, busy_state())
    offered: list[Undo] = []
    assert line.desk is not None
    line.desk.undoable.connect(offered.append)
    choose(panel, "coupon")
    key(panel, Qt.Key.Key_G, CTRL)
    qtbot.waitUntil(lambda: bool(offered), timeout=1_000)
    assert offered[0].command == HideOverlay("coupon")


def test_what_a_ticker_says_is_written_here(qtbot: QtBot) -> None:
    panel, line = opened(qtbot, GraphicsPanel, busy_state())
    choose(panel, "ticker-shipping")
    field = panel.findChildren(QLineEdit)[0]
    write(field, "free shipping")
    key(field, Qt.Key.Key_Return)
    assert line.sent == [SetAnnouncement("ticker-shipping", "free shipping")]


def test_a_card_has_no_words_of_its_own(qtbot: QtBot) -> None:
    panel, _ = opened(qtbot, GraphicsPanel, busy_state())
    choose(panel, "card")
    assert not panel.findChildren(QLineEdit)[0].isEnabled()
    assert not button(panel, "Write").isEnabled()


def test_every_graphic_of_the_show_is_listed() -> None:
    state = busy_state()
    assert list(graphics(state)) == list(state.show.overlays)
