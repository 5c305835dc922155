"""All comments of all sessions."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.errors import ConsoleError
from console.library.comments import AT_ONCE_MOST, RETENTION_DAYS, Comments
from console.model.comment import REHEARSAL_PLATFORM, Comment

DAY_US = 86_400_000_000


@pytest.fixture
def comments(tmp_path: Path) -> Iterator[Comments]:
    comments = Comments(tmp_path / "comments.sqlite")
    yield comments
    comments.close()


def some(count: int, *, start: int = 0, platform: str = "youtube") -> list[Comment]:
    return [
        Comment(id=f"c{n}", viewer=f"v{n % 7}", platform=platform, text=f"か{n}", at_us=n, flags=("ng", "first"))
        for n in range(start, start + count)
    ]


def test_older_ones_come_by_pages_oldest_first_until_there_are_none(comments: Comments) -> None:
    everything = some(1_200)
    comments.keep("s", everything, now_us=0)
    found: list[Comment] = everything[1_100:]
    while page := comments.older("s", found[0].id):
        assert len(page) <= AT_ONCE_MOST
        found = [*page, *found]
    assert found == everything


def test_the_nearest_are_told_and_a_limit_is_kept(comments: Comments) -> None:
    comments.keep("s", some(50), now_us=0)
    assert [one.id for one in comments.older("s", "c40", 3)] == ["c37", "c38", "c39"]
    assert [one.id for one in comments.older("s", "", 2)] == ["c48", "c49"]
    assert len(comments.older("s", "nobody knows", 10**9)) == 50
    assert len(comments.older("s", "c40", -5)) == 1
    assert comments.older("another", "") == ()


def test_an_id_is_kept_once_a_session(comments: Comments) -> None:
    comments.keep("s", some(3), now_us=0)
    comments.keep("s", some(5), now_us=0)
    comments.keep("t", some(1), now_us=0)
    assert len(comments.older("s", "")) == 5
    assert len(comments.older("t", "")) == 1


def test_what_somebody_wrote_leaves_with_them(comments: Comments, tmp_path: Path) -> None:
    comments.keep("s", some(14), now_us=0)
    comments.forget("v3")
    assert {one.viewer for one in comments.older("s", "")} == {f"v{n}" for n in (0, 1, 2, 4, 5, 6)}
    assert not any("か10".encode() in path.read_bytes() for path in tmp_path.iterdir())


def test_time_and_the_end_of_a_rehearsal_take_away(comments: Comments) -> None:
    comments.keep("old", some(2), now_us=0)
    comments.keep("r1", some(2, platform=REHEARSAL_PLATFORM), now_us=RETENTION_DAYS * DAY_US)
    comments.keep("r2", some(2, platform=REHEARSAL_PLATFORM), now_us=RETENTION_DAYS * DAY_US)
    comments.tidy(session="r2", now_us=RETENTION_DAYS * DAY_US + 1)
    assert [len(comments.older(session, "")) for session in ("old", "r1", "r2")] == [0, 0, 2]


def test_odd_letters_are_no_obstacle(comments: Comments) -> None:
    comments.keep("s", [Comment(id="a", text="\ud800🍵\x00'\"", at_us=0)], now_us=0)
    assert "🍵" in comments.older("s", "")[0].text


def test_only_its_user_may_read_the_file(comments: Comments, tmp_path: Path) -> None:
    assert stat.S_IMODE((tmp_path / "comments.sqlite").stat().st_mode) == 0o600


def test_a_file_that_is_none_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"no database at all" * 100)
    with pytest.raises(ConsoleError) as error:
        Comments(tmp_path / "x")
    assert error.value.message.code == "comments_not_kept"
