"""Who may do what."""

from console.link.asking import Errand, LogTail, Query
from console.link.roles import ALLOWED, NAMING, ROLES, may
from console.model.command import Command
from console.model.commands import GoLive, LoadPreview, TakeNext


def test_the_producer_may_do_everything_and_a_viewer_changes_nothing() -> None:
    for kind in Command.__subclasses__():
        assert may("producer", kind)
        assert not may("viewer", kind)


def test_nobody_but_the_producer_goes_live() -> None:
    assert [role for role in ROLES if may(role, GoLive)] == ["producer"]


def test_roles_differ_where_people_do() -> None:
    assert may("tech", LoadPreview)
    assert not may("host", LoadPreview)
    assert may("host", TakeNext)
    assert not may("planner", TakeNext)
    assert may("tech", LogTail)
    assert not may("viewer", LogTail)


def test_every_name_in_the_table_is_one_that_can_be_wanted() -> None:
    known = {kind.__name__ for base in (Command, Errand, Query) for kind in base.__subclasses__()}
    named = {name for allowed in ALLOWED.values() for name in allowed or ()}
    assert named <= known


def test_names_of_viewers_are_for_those_who_speak_with_them() -> None:
    assert [role for role in ROLES if role in NAMING] == ["producer", "tech", "host"]
