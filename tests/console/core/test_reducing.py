"""The table of reducers is whole."""

import pytest

from console.core.reducing import reducers, reduces
from console.model.commands import Command, EndSession
from console.model.facts import Fact
from console.model.moment import At
from console.model.state import State


def test_every_command_and_every_fact_has_its_reducer_and_there_are_no_others() -> None:
    assert set(reducers()) == {*Command.__subclasses__(), *Fact.__subclasses__()}


def test_no_reducer_serves_two_kinds() -> None:
    assert len(set(reducers().values())) == len(reducers())


def test_a_second_reducer_for_a_kind_is_a_bug_found_at_once() -> None:
    reducers()

    def second(state: State, command: EndSession, at: At) -> State:
        return state

    with pytest.raises(AssertionError):
        reduces(EndSession)(second)


def test_no_kind_bears_the_name_of_another() -> None:
    names = [kind.__name__ for kind in (*Command.__subclasses__(), *Fact.__subclasses__())]
    assert len(set(names)) == len(names), "the name is the tag in journal and link"
