"""What was edited can be taken back: the show is as it was, revisions aside."""

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.core.undo import inverse
from console.errors import Refused
from console.model.commands import Add, Command, Edit, EditTogether, Explain, Remove
from console.model.state import State
from tests.support.desk import Desk
from tests.support.events import PLANNING
from tests.support.sale import SALE


def plain(value: Any) -> Any:
    """Without revisions; what is keyed as pairs, since two dicts are equal whatever their order."""
    if isinstance(value, msgspec.Struct):
        names = [name for name in value.__struct_fields__ if name not in {"revision", "edits"}]
        return type(value).__name__, [(name, plain(getattr(value, name))) for name in names]
    if isinstance(value, dict):
        return [(key, plain(one)) for key, one in value.items()]
    return [plain(one) for one in value] if isinstance(value, tuple) else value


@settings(max_examples=200, deadline=None)
@given(events=st.lists(PLANNING, max_size=6))
def test_the_inverse_of_any_edit_brings_the_show_back(events: list[Any]) -> None:
    desk = Desk(SALE)
    for event in events:
        before = desk.state
        undo = inverse(before, event)
        try:
            desk.do(event)
        except Refused:
            continue
        if undo is None:
            assert desk.state.show is before.show
            continue
        redo = inverse(desk.state, undo)
        after = plain(desk.state.show)
        assert plain(desk.do(undo).show) == plain(before.show)
        assert redo is not None
        assert plain(desk.do(redo).show) == after


@pytest.mark.parametrize(
    "command",
    [
        Edit("scenes", "wide", {"name": "Wider"}, 0),
        Edit("products", "tea", {"was_price": None}, 0),
        Edit("theme", "", {"brand": "#010203"}, 0),
        Edit("show", "", {"title": "夜"}, 0),
        Add("scenes", "new", {"name": "New"}, to=0),
        Remove("answers", "size", 0),
        EditTogether((Edit("show", "", {"rundown": ["hello"]}, 0), Remove("segments", "bye", 0))),
    ],
)
def test_it_is_another_edit_which_others_may_make_stale(command: Command) -> None:
    desk = Desk(SALE)
    undo = inverse(desk.state, command)
    assert undo is not None
    before = plain(desk.state.show)
    assert plain(desk.do(command).show) != before
    assert plain(desk.do(undo).show) == before


def test_what_somebody_else_changed_since_is_not_taken_back_over_their_head() -> None:
    desk = Desk(SALE)
    mine = Edit("scenes", "wide", {"name": "Wider"}, 0)
    undo = inverse(desk.state, mine)
    assert undo is not None
    desk.do(mine, Edit("scenes", "wide", {"name": "Widest"}, 1))
    assert desk.refused(undo).code == "stale_edit"


@pytest.mark.parametrize(
    "command",
    [
        Explain("tea"),
        Edit("scenes", "nobody", {"name": "x"}, 0),
        Edit("scenes", "wide", {"name": "Wide"}, 0),
        Edit("scenes", "wide", {"name": 5}, 0),
        EditTogether(()),
    ],
)
def test_what_changes_nothing_of_the_show_has_no_inverse(command: Command) -> None:
    assert inverse(State(show=SALE), command) is None
