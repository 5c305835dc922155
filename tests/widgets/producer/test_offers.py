"""Offers: arm, start, open the price, extend with a reason, end."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from console.model.command import Command
from console.model.commands import ArmOffer, EndOffer, ExtendOffer, OpenPrice, StartOffer, WithdrawOffer
from tests.support.busy import Busy, busy_state
from tests.support.fake_line import NOW
from tests.support.press import CTRL, SHIFT, button, click, key, opened, write
from widgets.parts.row_list import RowList
from widgets.producer.offers import OffersPanel, lines


def choose(panel: OffersPanel, offer: str) -> None:
    rows = panel.findChildren(RowList)[0]
    rows.setCurrentIndex(panel._model.index_of(offer))


def test_what_runs_comes_first() -> None:
    found = lines(busy_state())
    assert next(iter(found)) == "financier-live"
    assert found["financier-live"].is_hidden


@pytest.mark.parametrize(
    ("pressed", "shift", "wanted"),
    [
        (Qt.Key.Key_F4, None, OpenPrice("financier-live")),
        (Qt.Key.Key_K, SHIFT, EndOffer("financier-live")),
    ],
)
def test_its_keys_command_the_selected_offer(
    qtbot: QtBot, pressed: Qt.Key, shift: Qt.KeyboardModifier | None, wanted: Command
) -> None:
    panel, line = opened(qtbot, OffersPanel, busy_state())
    key(panel, pressed, Qt.KeyboardModifier.NoModifier if shift is None else CTRL | shift)
    assert line.sent == [wanted]


def test_an_offer_is_armed_and_started_by_two_buttons(qtbot: QtBot) -> None:
    panel, line = opened(qtbot, OffersPanel, busy_state())
    choose(panel, "mug-live")
    click(button(panel, "Arm"))
    choose(panel, "mug-live")
    click(button(panel, "Start"))
    assert line.sent == [ArmOffer("mug-live"), StartOffer("mug-live")]


def test_a_price_that_is_open_is_opened_no_more(qtbot: QtBot) -> None:
    opened_already = Busy(busy_state(), at=NOW).do(OpenPrice("financier-live")).state
    panel, _ = opened(qtbot, OffersPanel, opened_already)
    assert not button(panel, "Open price").isEnabled()
    choose(panel, "towel-live")
    assert not button(panel, "Open price").isEnabled()


def test_no_extension_without_a_reason(qtbot: QtBot) -> None:
    panel, line = opened(qtbot, OffersPanel, busy_state())
    assert not button(panel, "Extend").isEnabled()
    write(panel.findChildren(QLineEdit, "reason")[0], "many questions")
    click(button(panel, "Extend"))
    assert line.sent == [ExtendOffer("financier-live", 60, "many questions")]


def test_an_offer_is_withdrawn_with_its_reason(qtbot: QtBot) -> None:
    panel, line = opened(qtbot, OffersPanel, busy_state())
    write(panel.findChildren(QLineEdit, "reason")[0], "wrong price")
    click(button(panel, "Withdraw"))
    assert line.sent == [WithdrawOffer("financier-live", "wrong price")]


def test_enter_and_space_open_and_end_nothing(qtbot: QtBot) -> None:
    panel, line = opened(qtbot, OffersPanel, busy_state())
    for words in ("Open price", "End", "Extend", "Withdraw"):
        for pressed in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            key(button(panel, words), pressed)
    rows = panel.findChildren(RowList)[0]
    key(rows, Qt.Key.Key_Return)
    key(rows, Qt.Key.Key_Space)
    assert line.sent == []
