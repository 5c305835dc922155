"""The list of comments stays where its person left it: at the end, or further up."""

import pytest
from pytestqt.qtbot import QtBot

from widgets.parts.keyed_model import KeyedModel
from widgets.producer.comment_list import CommentList
from widgets.theme import LOOKS


@pytest.fixture
def rows(qtbot: QtBot) -> CommentList:
    """Three hundred comments that came before the list had a size."""
    model = KeyedModel[str]()
    found = CommentList(model, lambda _painter, _row: None, LOOKS["dark"])
    model.setParent(found)
    found.keep_place(lambda: model.show({str(number): "" for number in range(300)}))
    qtbot.addWidget(found)
    found.resize(300, 200)
    found.show()
    return found


def add(rows: CommentList, *keys: str) -> None:
    model = rows.model()
    assert isinstance(model, KeyedModel)
    rows.keep_place(lambda: model.show({**dict.fromkeys(model.keys[len(keys) :], ""), **dict.fromkeys(keys, "")}))


def test_a_seat_that_comes_late_stands_at_the_newest_whatever_size_it_gets(rows: CommentList, qtbot: QtBot) -> None:
    bar = rows.verticalScrollBar()
    for height in (200, 500, 120):
        rows.resize(300, height)
        qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum(), timeout=1_000)
        assert rows.follows


def test_what_comes_is_seen_at_the_end_and_counted_further_up(rows: CommentList, qtbot: QtBot) -> None:
    bar = rows.verticalScrollBar()
    add(rows, "a")
    assert rows.follows
    bar.setValue(bar.maximum() // 2)
    with qtbot.waitSignal(rows.unseen) as unseen:
        add(rows, "b")
    assert (unseen.args, rows.follows) == ([1], False)
    bar.setValue(bar.maximum())
    assert rows.follows
