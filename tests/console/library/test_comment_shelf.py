"""Comments on their way to the disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.errors import ConsoleError, Message
from console.library import comment_shelf
from console.library.comment_shelf import CommentShelf
from console.library.comments import Comments
from console.media.clock import ManualClock
from console.model.comment import Comment
from console.words.comments import COMMENTS_NOT_KEPT
from tests.support.eventually import eventually
from tests.support.guards import Expect


class Disk:
    """One that may fail."""

    def __init__(self, path: Path) -> None:
        self.path, self.is_broken = path, False

    def open(self) -> Comments:
        if self.is_broken:
            raise ConsoleError(COMMENTS_NOT_KEPT(reason="full", kept=1))
        return Comments(self.path)


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    return Disk(tmp_path / "comments.sqlite")


@pytest.fixture
def said() -> list[Message | None]:
    return []


@pytest.fixture
def shelf(disk: Disk, said: list[Message | None], monkeypatch: pytest.MonkeyPatch) -> Iterator[CommentShelf]:
    monkeypatch.setattr(comment_shelf, "RETRY_S", 0.01)
    monkeypatch.setattr(comment_shelf, "WINDOW_S", 0.01)
    shelf = CommentShelf(disk.open, ManualClock(), said.append)
    yield shelf
    shelf.close()


def some(*numbers: int) -> list[Comment]:
    return [Comment(id=f"c{n}", viewer=f"v{n}", text="か", at_us=n) for n in numbers]


def test_what_was_handed_over_is_found_at_once(shelf: CommentShelf) -> None:
    shelf.keep("s", some(1, 2))
    shelf.keep("s", some(3))
    assert [one.id for one in shelf.older("s", "c3")] == ["c1", "c2"]


def test_what_waits_when_it_is_closed_gets_to_the_disk(shelf: CommentShelf, disk: Disk) -> None:
    shelf.keep("s", some(*range(500)))
    shelf.close()
    again = Comments(disk.path)
    assert len(again.older("s", "")) == 500
    again.close()


def test_a_disk_that_fails_is_told_once_and_nothing_is_lost_when_it_is_well_again(
    shelf: CommentShelf, disk: Disk, said: list[Message | None]
) -> None:
    disk.is_broken = True
    shelf.keep("s", some(1))
    assert eventually(lambda: said)
    shelf.keep("s", some(2))
    disk.is_broken = False
    assert shelf.flush(timeout_s=10)
    assert len(shelf.older("s", "")) == 2
    assert [one.code if one else None for one in said] == ["comments_not_kept", None]


def test_a_full_shelf_passes_the_newest_over_and_counts(shelf: CommentShelf, disk: Disk) -> None:
    disk.is_broken = True
    shelf.keep("s", some(*range(comment_shelf.DEPTH + 30)))
    assert shelf.lost == 30


def test_who_is_forgotten_is_so_wherever_their_words_are(shelf: CommentShelf) -> None:
    shelf.keep("s", some(1, 2))
    assert shelf.flush()
    shelf.keep("s", some(3))
    shelf.forget("v1")
    shelf.forget("v3")
    assert [one.viewer for one in shelf.older("s", "")] == ["v2"]


def test_a_bug_is_said_and_what_waits_is_kept_once_it_is_gone(
    shelf: CommentShelf, said: list[Message | None], monkeypatch: pytest.MonkeyPatch, expect_warning: Expect
) -> None:
    expect_warning("keeping comments broke")
    with monkeypatch.context() as broken:
        broken.setattr(Comments, "keep", lambda *_, **__: 1 / 0)
        shelf.keep("s", some(1))
        assert eventually(lambda: said)
    assert said[0] is not None
    assert shelf.flush()
    assert eventually(lambda: said[-1] is None)
    assert [one.id for one in shelf.older("s", "")] == ["c1"]
