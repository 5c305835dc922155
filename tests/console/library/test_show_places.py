"""Where shows lie, and what is said of those that cannot be opened."""

import os
from pathlib import Path

import pytest

from console.library import show_places
from console.library.show_file import demo_show_folder, save_show
from console.library.show_places import free_folder, known_shows, own_show, place_of
from console.model.show import Show


@pytest.fixture
def shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of shows."""
    monkeypatch.setenv("HONBAN_HOME", str(tmp_path))
    (tmp_path / "shows").mkdir()
    return tmp_path / "shows"


def saved(folder: Path, title: str, *, at_s: int = 1_000) -> None:
    folder.mkdir()
    save_show(folder, Show(title=title))
    os.utime(folder / "show.json", (at_s, at_s))


def test_the_newest_show_stands_first_and_the_one_that_comes_along_last(shows: Path) -> None:
    saved(shows / "old", "Old", at_s=1_000)
    saved(shows / "new", "New", at_s=2_000)
    listed = known_shows()
    assert [one.title for one in listed[:2]] == ["New", "Old"]
    assert [(one.changed_us, one.problem) for one in listed[:2]] == [(2_000_000_000, None), (1_000_000_000, None)]
    assert [one.is_demo for one in listed] == [False, False, True]


def test_what_is_broken_is_a_row_and_what_is_no_show_is_none(shows: Path) -> None:
    for name, content in {"cut": '{"title": ', "newer": '{"schema": 99}', "wrong": '{"scenes": 5}'}.items():
        (shows / name).mkdir()
        (shows / name / "show.json").write_text(content)
    (shows / "holiday pictures").mkdir()
    (shows / ".being-made").mkdir()
    (shows / ".being-made" / "show.json").write_text("{}")
    os.mkfifo(shows / "holiday pictures" / "show.json")
    problems = {one.title: one.problem.code for one in known_shows() if one.problem is not None}
    assert problems == {"cut": "show_not_json", "newer": "show_from_newer_version", "wrong": "show_wrong_value"}
    assert len(known_shows()) == 4


def test_a_hundred_are_enough(shows: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(show_places, "MOST_SHOWS", 2)
    for number in range(4):
        saved(shows / f"s{number}", f"Show {number}", at_s=1_000 + number)
    assert [one.title for one in known_shows()[:-1]] == ["Show 3", "Show 2"]


def test_without_a_folder_of_shows_there_is_the_one_that_comes_along(tmp_path: Path) -> None:
    assert [one.is_demo for one in known_shows(tmp_path / "nowhere")] == [True]


def test_a_title_becomes_a_folder_that_is_free(shows: Path) -> None:
    assert free_folder("../../ＥＶＥＮＩＮＧ: 夜?").name == "EVENING-夜"
    assert free_folder(" / ").name == "show"
    (shows / "show").mkdir()
    assert free_folder("..").name == "show-2"
    assert free_folder("x" * 300).parent == shows


def test_a_mere_name_is_a_folder_among_the_shows(shows: Path, tmp_path: Path) -> None:
    assert place_of("evening") == shows / "evening"
    assert place_of(str(tmp_path / "elsewhere")) == tmp_path / "elsewhere"


def test_the_show_that_comes_along_is_opened_as_an_own_one(shows: Path) -> None:
    own = own_show(demo_show_folder())
    assert Path(own.folder) == shows / "demo-show"
    save_show(shows / "demo-show", Show(title="edited"))
    assert own_show(demo_show_folder()).title == "edited"
