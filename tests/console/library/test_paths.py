"""Folders: private, made when needed, and never somewhere a stranger prepared."""

import stat
from pathlib import Path

import pytest

from console.errors import ConsoleError
from console.library import paths

FOLDERS = [
    paths.data_folder, paths.sessions_folder, paths.recordings_folder, paths.log_folder, paths.runtime_folder,
]  # fmt: skip


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_home_holds_every_folder_and_each_is_private(home: Path, folder: object) -> None:
    assert callable(folder)
    found = folder()
    assert found.is_relative_to(home)
    assert found.is_dir()
    assert stat.S_IMODE(found.stat().st_mode) == 0o700
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_all_folders_differ() -> None:
    assert len({folder() for folder in FOLDERS}) == len(FOLDERS)


def test_a_home_is_not_moved_by_a_change_of_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HONBAN_HOME", "portable")
    assert paths.data_folder() == tmp_path / "portable" / "data"


def test_without_a_home_the_system_says_where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HONBAN_HOME", "")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.delenv("XDG_VIDEOS_DIR", raising=False)
    assert paths.data_folder() == tmp_path / "data" / "honban"
    assert paths.log_folder().is_relative_to(tmp_path / "state")
    assert paths.runtime_folder() == tmp_path / "run" / "honban"
    assert paths.recordings_folder() == tmp_path / "Videos" / "Honban"


def test_without_a_private_runtime_folder_the_data_folder_serves(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HONBAN_HOME", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert paths.runtime_folder() == tmp_path / "data" / "honban" / "run"


def test_a_file_in_the_way_is_told_in_words(home: Path) -> None:
    home.write_text("not a folder")
    with pytest.raises(ConsoleError) as caught:
        paths.data_folder()
    assert caught.value.message.code == "folder_unusable"
    assert str(home) in str(caught.value.message.params["folder"])
    assert home.read_text() == "not a folder"


def test_a_folder_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o750)
    assert paths.made(shared) == shared
    assert stat.S_IMODE(shared.stat().st_mode) == 0o750
