"""Names are in one place, and gone when somebody is forgotten."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.errors import ConsoleError
from console.library.viewers import RETENTION_DAYS, Viewers, initials, viewers_path
from console.model.viewer import Viewer

DAY_US = 86_400_000_000
NAME = "山田はなこ"


@pytest.fixture
def viewers(tmp_path: Path) -> Iterator[Viewers]:
    """An empty one."""
    viewers = Viewers(tmp_path / "people" / "viewers.sqlite")
    yield viewers
    viewers.close()


def test_a_person_has_one_id_that_says_nothing_of_them(viewers: Viewers) -> None:
    first = viewers.id_of("youtube", "UC-hanako", name=NAME, seen_us=5)
    assert viewers.id_of("youtube", "UC-hanako", seen_us=9) == first
    assert viewers.id_of("tiktok", "UC-hanako", seen_us=9) != first
    assert viewers.viewer(first) == Viewer(id=first, name=NAME, platform="youtube")
    assert "hanako" not in first
    assert len(first) == 17
    assert [viewers.found("youtube", "UC-hanako"), viewers.found("youtube", "UC-taro")] == [first, None]


def test_the_newest_name_counts(viewers: Viewers) -> None:
    key = viewers.id_of("youtube", "a", name="old", seen_us=1)
    viewers.id_of("youtube", "a", name="new", seen_us=2)
    assert viewers.named([key, "vnobody", key]) == {key: Viewer(id=key, name="new", platform="youtube")}


def test_a_forgotten_person_is_gone_from_the_file_and_comes_back_as_a_stranger(
    viewers: Viewers, tmp_path: Path
) -> None:
    key = viewers.id_of("youtube", "UC-hanako", name=NAME, seen_us=5)
    assert NAME.encode() in (tmp_path / "people" / "viewers.sqlite").read_bytes()
    assert viewers.forget(key)
    assert not viewers.forget(key)
    assert viewers.viewer(key) is None
    for path in (tmp_path / "people").iterdir():
        assert NAME.encode() not in path.read_bytes()
        assert b"hanako" not in path.read_bytes()
    assert viewers.id_of("youtube", "UC-hanako", seen_us=6) != key


def test_who_was_not_seen_for_long_is_forgotten(viewers: Viewers) -> None:
    now_us = 1_000 * DAY_US
    old = viewers.id_of("a", "old", seen_us=now_us - (RETENTION_DAYS * DAY_US) - 1)
    again = viewers.id_of("a", "again", seen_us=0)
    viewers.id_of("a", "again", seen_us=now_us - DAY_US)
    viewers.id_of("a", "again", seen_us=3)
    assert viewers.forget_unseen(now_us=now_us) == [old]
    assert viewers.forget_unseen(now_us=now_us, days=1) == []
    assert viewers.forget_unseen(now_us=now_us, days=0) == [again]


def test_many_are_found_at_once(viewers: Viewers) -> None:
    ids = [viewers.id_of("a", str(number), seen_us=1) for number in range(20)]
    assert viewers.named([*ids, *(f"v{number}" for number in range(1200))]).keys() == set(ids)


def test_the_file_is_private_and_opens_again(viewers: Viewers, tmp_path: Path) -> None:
    path = tmp_path / "people" / "viewers.sqlite"
    key = viewers.id_of("a", "b", name=NAME, seen_us=1)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    viewers.close()
    again = Viewers(path)
    assert again.viewer(key) is not None
    again.close()


def test_a_file_that_is_no_table_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "viewers.sqlite"
    path.write_bytes(b"no database at all" * 100)
    for place in (path, tmp_path):
        with pytest.raises(ConsoleError) as caught:
            Viewers(place)
        assert caught.value.message.code == "viewers_unusable"
    assert path.read_bytes() == b"no database at all" * 100


def test_hostile_names_are_kept_within_bounds(viewers: Viewers) -> None:
    key = viewers.id_of("a", "\ud800" + "x" * 5_000, name="'; drop table viewers; --" * 90, seen_us=1)
    found = viewers.viewer(key)
    assert found is not None
    assert len(found.name) == 200
    with pytest.raises(ConsoleError):
        viewers.id_of("a", "b", seen_us=2**70)


def test_it_lies_among_the_programs_own_data(home: Path) -> None:
    assert viewers_path() == home / "data" / "viewers.sqlite"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Tanaka Yuki", "T."),
        ("田中", "田."),
        ("ﾀﾅｶ", "タ."),
        ("か\u3099き", "が."),
        ("@yuki_99", "Y."),
        ("🌸はな🌸", "は."),
        ("\u202e\u200bevil", "E."),
        ("ßig", "S."),
        ("９９", "9."),
        ("🌸🌸", ""),
        ("", ""),
        (" \n", ""),
    ],
)
def test_a_toast_shows_initials_only(name: str, shown: str) -> None:
    assert initials(name) == shown


@given(st.text())
def test_initials_are_two_characters_or_none(name: str) -> None:
    assert len(initials(name)) in {0, 2}
