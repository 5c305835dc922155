"""Rows that come, go, move and change, whatever the order."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from pytestqt.qtbot import QtBot

from widgets.parts.keyed_model import ROW, KeyedModel

ROWS = st.dictionaries(st.sampled_from("abcdefghij"), st.integers(0, 3), max_size=10)


@given(first=ROWS, second=ROWS)
def test_the_model_becomes_whatever_it_is_shown(first: dict[str, int], second: dict[str, int]) -> None:
    model = KeyedModel[int]()
    for rows in (first, second):
        model.show(rows)
        assert list(model.keys) == list(rows)
        assert [model.data(model.index(at), ROW) for at in range(model.rowCount())] == list(rows.values())


@given(first=ROWS, second=ROWS)
def test_a_place_that_is_kept_follows_its_row(first: dict[str, int], second: dict[str, int]) -> None:
    model = KeyedModel[int]()
    model.show(first)
    kept = {key: model.index_of(key) for key in first}
    held = {key: QPersistentModelIndex(index) for key, index in kept.items()}
    model.show(second)
    for key, place in held.items():
        assert place.isValid() == (key in second)
        if key in second:
            assert model.key_at(place) == key


def test_comments_are_inserted_and_never_reset(qtbot: QtBot) -> None:
    model = KeyedModel[str]()
    model.show({"a": "1", "b": "2"})
    resets: list[None] = []
    inserted: list[tuple[int, int]] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    model.show({"b": "2", "c": "3", "d": "4"})
    assert (resets, inserted) == ([], [(1, 2)])


def test_only_a_row_that_is_other_than_before_is_painted_anew(qtbot: QtBot) -> None:
    model = KeyedModel[str]()
    model.show({"a": "1", "b": "2"})
    changed: list[int] = []
    model.dataChanged.connect(lambda index, *_: changed.append(index.row()))
    model.show({"a": "1", "b": "3"})
    assert changed == [1]


def test_rows_have_no_rows_below_them() -> None:
    model = KeyedModel[str]()
    model.show({"a": "1"})
    assert (model.rowCount(model.index(0)), model.key_at(QModelIndex())) == (0, "")
