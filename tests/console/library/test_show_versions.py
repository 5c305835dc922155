"""The last 20 saves of a show, and the way back to each."""

import os
import stat
from pathlib import Path

import pytest
from msgspec.structs import replace

from console.errors import ConsoleError
from console.library.show_file import load_show, restore_show, save_show
from console.library.show_versions import FOLDER, KEPT, version, versions
from console.model.product import Money, Product
from console.model.show import Show


def saved(folder: Path, *titles: str) -> None:
    """One save after another."""
    for title in titles:
        save_show(folder, Show(title=title))


def titles(folder: Path) -> list[str]:
    """Of the versions, newest first."""
    return [load(one.path) for one in versions(folder)]


def load(path: Path) -> str:
    """Title in a file."""
    text = path.read_text(encoding="utf-8")
    return text.partition('"title": "')[2].partition('"')[0]


def test_each_save_keeps_what_was_there_before(tmp_path: Path) -> None:
    saved(tmp_path, "one", "two", "three")
    assert load_show(tmp_path).title == "three"
    assert titles(tmp_path) == ["two", "one"]
    assert [one.number for one in versions(tmp_path)] == [2, 1]


def test_the_first_save_and_the_same_again_keep_nothing(tmp_path: Path) -> None:
    saved(tmp_path, "one", "one", "one")
    assert versions(tmp_path) == []
    assert not (tmp_path / FOLDER).exists()


def test_the_last_twenty_are_kept_and_numbers_never_return(tmp_path: Path) -> None:
    saved(tmp_path, *(str(number) for number in range(30)))
    assert titles(tmp_path) == [str(number) for number in range(28, 28 - KEPT, -1)]
    assert [one.number for one in versions(tmp_path)] == list(range(29, 29 - KEPT, -1))


def test_a_version_tells_when_it_was_saved(tmp_path: Path) -> None:
    saved(tmp_path, "one")
    os.utime(tmp_path / "show.json", ns=(5_000_000_000, 5_000_000_000))
    saved(tmp_path, "two")
    assert version(tmp_path, 1).saved_us == 5_000_000


def test_a_version_is_a_file_of_its_own(tmp_path: Path) -> None:
    saved(tmp_path, "one", "two")
    with (tmp_path / "show.json").open("r+b") as file:
        file.write(b"!")
    assert titles(tmp_path) == ["one"]


def test_restoring_keeps_what_it_replaces(tmp_path: Path) -> None:
    saved(tmp_path, "one", "two", "three")
    assert restore_show(tmp_path, 1).title == "one"
    assert load_show(tmp_path).title == "one"
    assert titles(tmp_path) == ["three", "two", "one"]
    assert restore_show(tmp_path, 3).title == "three"


def test_restoring_from_a_broken_file_keeps_the_broken_file_too(tmp_path: Path) -> None:
    saved(tmp_path, "one", "two")
    for number in (1, 2):
        (tmp_path / "show.json").write_bytes(b"{broken")
        restore_show(tmp_path, 1)
        assert (tmp_path / f"show.json.broken-{number}").read_bytes() == b"{broken"
    assert titles(tmp_path) == ["one"]


def test_a_show_whose_file_is_gone_comes_back(tmp_path: Path) -> None:
    saved(tmp_path, "one", "two")
    (tmp_path / "show.json").unlink()
    assert restore_show(tmp_path, 1).title == "one"


def test_a_version_that_is_not_kept_or_is_no_show_changes_nothing(tmp_path: Path) -> None:
    saved(tmp_path, "one", "two")
    (tmp_path / FOLDER / "show-0007.json").write_bytes(b"{")
    before = (tmp_path / "show.json").read_bytes()
    for number, code in ((5, "no_such_version"), (-1, "no_such_version"), (7, "show_not_json")):
        with pytest.raises(ConsoleError) as caught:
            restore_show(tmp_path, number)
        assert caught.value.message.code == code
    assert (tmp_path / "show.json").read_bytes() == before


def test_strangers_in_the_folder_of_versions_are_left_alone(tmp_path: Path) -> None:
    saved(tmp_path, "one", "two")
    (tmp_path / FOLDER / "notes.txt").write_text("mine")
    (tmp_path / FOLDER / "show-0003.json").mkdir()
    (tmp_path / FOLDER / "show-0004.json").symlink_to(tmp_path / "show.json")
    saved(tmp_path, *(str(number) for number in range(30)))
    assert (tmp_path / FOLDER / "notes.txt").read_text() == "mine"
    assert (tmp_path / FOLDER / "show-0004.json").is_symlink()
    assert len(versions(tmp_path)) == KEPT


def test_a_save_that_cannot_keep_the_old_state_does_not_replace_it(tmp_path: Path) -> None:
    saved(tmp_path, "one")
    (tmp_path / FOLDER).write_text("a file where the folder should be")
    with pytest.raises(ConsoleError) as caught:
        saved(tmp_path, "two")
    assert caught.value.message.code == "show_not_saved"
    assert load_show(tmp_path).title == "one"


def test_a_version_has_the_rights_of_the_file_it_was(tmp_path: Path) -> None:
    saved(tmp_path, "one")
    (tmp_path / "show.json").chmod(0o600)
    saved(tmp_path, "two")
    assert stat.S_IMODE(version(tmp_path, 1).path.stat().st_mode) == 0o600


def test_a_restored_show_that_lacks_a_picture_says_so_and_is_restored(tmp_path: Path) -> None:
    (tmp_path / "a.png").touch()
    show = Show(products={"a": Product(number=1, name="A", price=Money(minor=1), picture="a.png")})
    save_show(tmp_path, show)
    save_show(tmp_path, replace(show, title="next"))
    (tmp_path / "a.png").unlink()
    with pytest.raises(ConsoleError) as caught:
        restore_show(tmp_path, 1)
    assert caught.value.message.code == "show_picture_missing"
    assert '"title"' not in (tmp_path / "show.json").read_text(encoding="utf-8")
