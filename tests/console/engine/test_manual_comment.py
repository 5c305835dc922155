"""A comment that somebody typed in."""

import pytest

from console.engine import makers
from console.engine.manual_comment import add_comment
from console.errors import ConsoleError
from console.model.commands import AddComment
from console.model.comment import Comment
from console.words.library import VIEWERS_UNUSABLE
from tests.support.eventually import eventually
from tests.support.stage import staged

Taken = list[tuple[list[Comment], dict[str, str]]]


def taken(command: AddComment) -> tuple[Comment, dict[str, str]]:
    found: Taken = []
    with staged() as stage:
        add_comment(command, stage.ground, lambda comments, names: found.append((comments, names)))

        def came() -> bool:
            stage.turn()
            return bool(found)

        assert eventually(came)
    [([comment], names)] = found
    return comment, names


def test_without_a_name_it_is_nobodys() -> None:
    comment, names = taken(AddComment(" いくらですか "))
    assert (comment.text, comment.viewer, comment.platform, names) == ("いくらですか", "", "manual", {})


def test_a_name_gets_an_id_with_nothing_of_it_in_the_same_one_again() -> None:
    (first, names), (second, _) = (taken(AddComment("か", name="山田")) for _ in range(2))
    assert names == {first.viewer: "山田"}
    assert first.viewer == second.viewer
    assert first.id != second.id
    assert "山田" not in first.viewer


def test_a_disk_that_fails_costs_the_name_and_not_the_comment(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str, *, wall_us: int) -> str:
        raise ConsoleError(VIEWERS_UNUSABLE(reason="full"))

    monkeypatch.setattr(makers, "viewer_named", broken)
    comment, names = taken(AddComment("か", name="山田"))
    assert (comment.viewer, names) == ("", {})
