"""Things are added, copied, moved and taken out; files come in by dropping them."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from console.errors import Message
from console.library.show_file import demo_show_folder
from console.link.asking import ImportedProducts, ImportProducts, PutPicture, StopImport
from console.model.commands import Add, EditTogether, Remove
from console.model.show import Show
from console.model.show_rules import problems
from console.model.state import State
from tests.support.busy import planned_state
from tests.support.planning import Opened
from tests.support.press import CTRL, button, click, key
from widgets.forms.files import FileEntry
from widgets.parts.button import ActionButton
from widgets.plan.making import copied, made, moved, removed
from widgets.plan.pages import PAGES, Page
from widgets.plan.table_panel import BadRows, TablePanel, decoded
from widgets.plan.things_list import ThingsList
from widgets.plan.things_panel import ThingsPanel

LISTS = [page for page in PAGES if page.is_list]
TABLES = [("商品".encode(), "商品"), ("商品".encode("cp932"), "商品"), (b"\xff\xff\x81", "")]
KINDS = {"sources": "bars", "overlays": "ticker", "strips": "table"}


@pytest.mark.parametrize("page", LISTS, ids=lambda page: page.key)
def test_what_is_added_or_copied_leaves_a_sound_show(qtbot: QtBot, page: Page) -> None:
    room = Opened(qtbot, planned_state(), page.key)
    before = set(page.things(room.show))
    added = made(room.show, page, name="New", kind=KINDS.get(page.key, ""))
    assert added is not None
    room.planning.editor.do(added)
    qtbot.waitUntil(lambda: len(page.things(room.show)) == len(before) + 1)
    assert problems(room.show) == []
    key_of_new = (set(page.things(room.show)) - before).pop()
    copy = copied(room.show, page, key_of_new, name="{name} 2")
    if page.key != "strips":
        assert copy is not None
        room.planning.editor.do(copy)
        qtbot.waitUntil(lambda: len(page.things(room.show)) == len(before) + 2)
    assert problems(room.show) == []
    gone = removed(room.show, page, key_of_new)
    assert gone is not None
    room.planning.editor.do(gone)
    qtbot.waitUntil(lambda: key_of_new not in page.things(room.show))


def test_the_first_product_of_an_empty_show_comes_by_one_press(qtbot: QtBot) -> None:
    room = Opened(qtbot, State())
    click(button(room.find(ThingsPanel), "Add"))
    qtbot.waitUntil(lambda: room.planning.key == "product-1")
    command = room.line.sent[0]
    assert isinstance(command, Add)
    assert (command.area, command.id) == ("products", "product-1")
    assert room.line_of("number").text() == "1"


def test_an_offer_needs_a_product(qtbot: QtBot) -> None:
    room = Opened(qtbot, State(), "offers")
    click(button(room.find(ThingsPanel), "Add"))
    assert room.line.sent == []
    assert "product first" in room.find(ThingsPanel).problem


def test_what_is_in_use_is_not_removed_and_says_by_what(qtbot: QtBot) -> None:
    room = Opened(qtbot, planned_state(), "products", "mug")
    click(button(room.find(ThingsPanel), "Remove"))
    assert room.line.sent == []
    assert "is used by" in room.find(ThingsPanel).problem


def test_a_segment_leaves_show_and_rundown_together_and_comes_back_where_it_was(qtbot: QtBot) -> None:
    room = Opened(qtbot, planned_state(), "segments", "mug")
    before = room.show.rundown
    click(button(room.find(ThingsPanel), "Remove"))
    command = room.line.sent[0]
    assert isinstance(command, EditTogether)
    assert isinstance(command.steps[1], Remove)
    qtbot.waitUntil(lambda: button(room.panel, "Undo").isEnabled())
    assert "mug" not in room.show.segments
    key(room.room, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: room.show.rundown == before)
    assert "mug" in room.show.segments


def test_ctrl_and_an_arrow_move_a_segment_in_the_rundown(qtbot: QtBot) -> None:
    room = Opened(qtbot, planned_state(), "segments", "mug")
    at = room.show.rundown.index("mug")
    key(room.find(ThingsList), Qt.Key.Key_Up, CTRL)
    assert room.show.rundown.index("mug") == at - 1
    assert room.planning.key == "mug"


def test_moving_a_product_moves_its_number(qtbot: QtBot) -> None:
    room = Opened(qtbot, planned_state(), "products", "towel")
    key(room.find(ThingsList), Qt.Key.Key_Up, CTRL)
    numbers = {name: product.number for name, product in room.show.products.items()}
    assert (numbers["towel"], numbers["mug"], numbers["financier"]) == (2, 3, 1)


def test_scenes_have_no_order_of_their_own() -> None:
    page = next(page for page in PAGES if page.key == "scenes")
    assert moved(planned_state().show, page, "talk", 3) is None


def test_a_segment_can_be_left_out_and_taken_in_again(qtbot: QtBot) -> None:
    room = Opened(qtbot, planned_state(), "segments", "mug")
    click(button(room.find(ThingsPanel), "Play or leave out"))
    assert "mug" not in room.show.rundown
    qtbot.waitUntil(lambda: button(room.panel, "Undo").isEnabled())
    click(button(room.find(ThingsPanel), "Play or leave out"))
    assert room.show.rundown[-1] == "mug"


def test_a_picture_that_is_dropped_on_a_product_is_put_to_it(qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "new.jpg"
    picture.write_bytes((demo_show_folder() / "mug.jpg").read_bytes())
    room = Opened(qtbot, here(planned_state()), "products", "mug")
    things = room.find(ThingsList)
    things.dropEvent(dropped_on(things, "mug", str(picture)))
    assert PutPicture("products", "mug", 0, path=str(picture)) in room.line.asked


def test_a_picture_for_an_engine_elsewhere_travels(qtbot: QtBot) -> None:
    state = planned_state()
    room = Opened(qtbot, msgspec.structs.replace(state, show=msgspec.structs.replace(state.show, folder="")), "theme")
    logo = demo_show_folder() / "logo.png"
    entry = room.form.fields["logo"].entry
    assert isinstance(entry, FileEntry)
    entry.brought.emit(str(logo))
    wanted = PutPicture("theme", "", 0, data=logo.read_bytes())
    qtbot.waitUntil(lambda: wanted in room.line.asked)


def test_a_table_that_is_dropped_is_imported_whole_or_not_at_all(qtbot: QtBot, tmp_path: Path) -> None:
    table = tmp_path / "goods.csv"
    table.write_text("番号,商品名,価格\n1,,x\n", encoding="utf-8")
    room = Opened(qtbot, here(planned_state()))
    bad = Message("cell_empty", {"line": 2, "column": "商品名"})
    room.line.answers[ImportProducts] = ImportedProducts(problems=(bad,))
    things = room.find(ThingsList)
    things.dropEvent(dropped_on(things, "", str(table)))
    assert ImportProducts(path=str(table)) in room.line.asked
    panel = room.find(TablePanel)
    rows = panel.findChildren(BadRows)[0]
    qtbot.waitUntil(lambda: len(rows.keys) == 1)
    row = rows.row_of(rows.keys[0])
    assert row is not None
    assert (row.line, row.column) == ("2", "商品名")
    assert "Nothing was imported" in panel.status
    room.line.answers[ImportProducts] = ImportedProducts(added=2, changed=1)
    panel.bring(str(table))
    qtbot.waitUntil(lambda: "Added 2" in panel.status)
    assert not rows.keys


def test_an_import_that_takes_long_is_seen_and_can_be_stopped(qtbot: QtBot, tmp_path: Path) -> None:
    table = tmp_path / "goods.csv"
    table.write_text("番号,商品名,価格\n1,茶,100\n", encoding="utf-8")
    room = Opened(qtbot, here(planned_state()))
    panel = room.find(TablePanel)
    room.line.answers[ImportProducts] = ImportedProducts(added=1)
    panel.bring(str(table))
    progress = panel.findChildren(QProgressBar)[0]
    stop = next(one for one in panel.findChildren(ActionButton) if one.text() == "Stop")
    assert (progress.isHidden(), stop.isEnabled()) == (False, True)
    stop.click()
    assert room.line.asked[-1] == StopImport()
    qtbot.waitUntil(lambda: "Added 1" in panel.status)
    assert (progress.isHidden(), stop.isEnabled()) == (True, False)


@pytest.mark.parametrize(("data", "text"), TABLES)
def test_tables_are_read_as_spreadsheets_save_them(data: bytes, text: str) -> None:
    assert decoded(data) == text


def here(state: State) -> State:
    """The engine's show is on this machine."""
    show: Show = msgspec.structs.replace(state.show, folder=str(demo_show_folder()))
    return msgspec.structs.replace(state, show=show)


def dropped_on(things: ThingsList, key_of_row: str, path: str) -> QDropEvent:
    """A file let go on a row, or below all."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path)])
    where = QPoint(20, things.viewport().height() - 2)
    for row in range(things.model().rowCount()):
        index = things.model().index(row, 0)
        if things.key_of(index) == key_of_row:
            where = things.visualRect(index).center()
    _KEPT.append(mime)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QDropEvent(QPointF(where), Qt.DropAction.CopyAction, mime, left, none)


_KEPT: list[QMimeData] = []
"""Qt keeps no hold on what is dragged."""
