"""Products: one click explains one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from console.model.commands import EndExplaining, Explain, UndoExplain
from tests.support.busy import busy_state, planned_state
from tests.support.press import CTRL, SHIFT, button, click, key, opened, write
from widgets.desk import Undo
from widgets.parts.row_list import RowList
from widgets.producer.products import ProductsPanel


def choose(panel: ProductsPanel, at: int) -> RowList:
    rows = panel.findChildren(RowList)[0]
    rows.setCurrentIndex(rows.model().index(at, 0))
    return rows


def test_explain_explains_what_is_selected_and_can_be_taken_back(qtbot: QtBot) -> None:
    panel, line = opened(qtbot, ProductsPanel, busy_state())
    choose(panel, 2)
    offered: list[Undo] = []
    assert line.desk is not None
    line.desk.undoable.connect(offered.append)
    click(button(panel, "Explain"))
    assert line.sent == [Explain("towel")]
    qtbot.waitUntil(lambda: bool(offered), timeout=1_000)
    assert offered[0].command == UndoExplain()


def test_the_keys_explain_and_end(qtbot: QtBot) -> None:
    panel, line = opened(qtbot, ProductsPanel, busy_state())
    choose(panel, 1)
    key(panel, Qt.Key.Key_E, CTRL)
    key(panel, Qt.Key.Key_E, CTRL | SHIFT)
    assert line.sent == [Explain("mug"), EndExplaining()]


def test_nothing_is_explained_before_there_is_a_session(qtbot: QtBot) -> None:
    panel, line = opened(qtbot, ProductsPanel, planned_state())
    choose(panel, 1)
    click(button(panel, "Explain"))
    assert line.sent == []


def test_writing_a_number_or_a_name_finds_a_product(qtbot: QtBot) -> None:
    panel, _ = opened(qtbot, ProductsPanel, busy_state())
    field = panel.findChildren(QLineEdit)[0]
    rows = panel.findChildren(RowList)[0]
    write(field, "No.4")
    assert rows.model().rowCount() == 1
    field.clear()
    assert rows.model().rowCount() == 6


def test_its_price_is_what_the_selector_says(qtbot: QtBot) -> None:
    panel, _ = opened(qtbot, ProductsPanel, busy_state())
    explained = panel._model.row_of("financier")
    assert explained is not None
    assert explained.explained
    assert explained.price.price is None  # hidden until somebody opens it
