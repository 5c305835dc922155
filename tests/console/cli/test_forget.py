"""`honban forget` while no engine runs."""

from contextlib import closing
from pathlib import Path

import pytest

from console.cli.main import run
from console.library.comments import Comments, comments_path
from console.library.lock import EngineLock
from console.library.paths import data_folder
from console.library.viewers import Viewers, viewers_path
from console.model.comment import Comment


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the test."""
    monkeypatch.setenv("HONBAN_HOME", str(tmp_path / "home"))


def known(account: str) -> str:
    with closing(Viewers(viewers_path())) as viewers:
        return viewers.id_of("shop", account, name="山田はなこ", seen_us=5)


def has(viewer: str) -> bool:
    with closing(Viewers(viewers_path())) as viewers:
        return viewers.viewer(viewer) is not None


def test_by_id_or_by_account_a_name_is_deleted(capsys: pytest.CaptureFixture[str]) -> None:
    first, second, third = known("hanako"), known("taro:1"), known("jiro")
    assert run(["forget", first]) == 0
    assert run(["forget", "shop:taro:1"]) == 0
    assert [has(viewer) for viewer in (first, second, third)] == [False, False, True]
    out = capsys.readouterr().out
    assert first in out
    assert second in out
    assert "山田".encode() not in viewers_path().read_bytes().replace("山田はなこ".encode(), b"", 1)


def test_what_they_wrote_goes_with_the_name() -> None:
    first, second = known("hanako"), known("taro")
    written = [Comment(id=viewer, viewer=viewer, text="かわいい", at_us=1) for viewer in (first, second)]
    with closing(Comments(comments_path())) as comments:
        comments.keep("monday", written, now_us=5)
    assert run(["forget", first]) == 0
    with closing(Comments(comments_path())) as comments:
        assert [one.viewer for one in comments.older("monday", "")] == [second]


@pytest.mark.parametrize("wanted", ["vnobody", "shop:nobody", "", ":", "\x1b[2J"])
def test_who_is_not_known_is_said_and_nothing_is_changed(wanted: str, capsys: pytest.CaptureFixture[str]) -> None:
    key = known("hanako")
    before = viewers_path().read_bytes()
    assert run(["forget", wanted]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "\x1b" not in error
    assert viewers_path().read_bytes() == before
    assert has(key)


def test_without_a_file_none_is_made() -> None:
    assert run(["forget", "v1"]) == 2
    assert not viewers_path().exists()


def test_while_an_engine_runs_it_is_asked_instead(capsys: pytest.CaptureFixture[str]) -> None:
    key, lock = known("hanako"), EngineLock(data_folder())
    lock.acquire(started_us=1)
    try:
        assert run(["forget", key]) == 2
    finally:
        lock.release()
    assert "ForgetViewer" in capsys.readouterr().err
    assert has(key)
