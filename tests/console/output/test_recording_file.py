"""Where a recording may go."""

import errno
import os
from pathlib import Path

import pytest

from console.errors import ConsoleError
from console.output import recording_file
from console.output.recording_file import free_bytes, may_go_on, next_path, problem_of
from console.words.recording import (
    RECORDING_BAD_NAME,
    RECORDING_DISK_FULL,
    RECORDING_FOLDER_MISSING,
    RECORDING_IS_A_FOLDER,
    RECORDING_NAME_TOO_LONG,
    RECORDING_NO_SPACE,
    RECORDING_NOT_WRITABLE,
    RECORDING_WRITE_FAILED,
)
from console.words.render import render


def found(path: Path) -> str:
    return next_path(str(path), stop_free_bytes=0).name


def refused(path: str, *, stop_free_bytes: int = 0) -> str:
    with pytest.raises(ConsoleError) as caught:
        next_path(path, stop_free_bytes=stop_free_bytes)
    assert render(caught.value.message, "ja") != render(caught.value.message, "en")
    return caught.value.message.code


def test_a_free_name_is_taken_as_it_is_and_nothing_is_created(tmp_path: Path) -> None:
    assert next_path(str(tmp_path / "show.mkv"), stop_free_bytes=0) == tmp_path / "show.mkv"
    assert list(tmp_path.iterdir()) == []


def test_a_name_in_use_gets_the_next_number(tmp_path: Path) -> None:
    (tmp_path / "show.mkv").touch()
    assert found(tmp_path / "show.mkv") == "show-2.mkv"
    (tmp_path / "show-2.mkv").symlink_to(tmp_path / "nowhere")
    assert found(tmp_path / "show.mkv") == "show-3.mkv"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("show", "show.mkv"),
        ("show.mp4", "show.mkv"),
        ("show.MKV", "show.MKV"),
        ("2026.10.01", "2026.10.01.mkv"),
        ("本番 1.mkv", "本番 1.mkv"),
    ],
)
def test_what_is_written_is_called_matroska(tmp_path: Path, name: str, file: str) -> None:
    assert found(tmp_path / name) == file


def test_a_relative_name_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert next_path("show.mkv", stop_free_bytes=0) == tmp_path / "show.mkv"


def test_what_cannot_be_a_recording_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refused(str(tmp_path / "absent" / "show.mkv")) == RECORDING_FOLDER_MISSING.code
    assert refused(str(tmp_path / "file" / "show.mkv")) == RECORDING_FOLDER_MISSING.code
    assert refused(str(tmp_path)) == RECORDING_IS_A_FOLDER.code
    assert refused(str(tmp_path / ("x" * 300 + ".mkv"))) == RECORDING_NAME_TOO_LONG.code
    assert refused("") == RECORDING_BAD_NAME.code
    assert refused("/") == RECORDING_IS_A_FOLDER.code
    assert refused("show\0.mkv") == RECORDING_BAD_NAME.code
    assert refused("~nobody-of-that-name/show.mkv") == RECORDING_BAD_NAME.code


def test_a_folder_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.geteuid() == 0:  # Why: to root every folder is open.
        monkeypatch.setattr(os, "access", lambda *_: False)
    tmp_path.chmod(0o500)
    assert refused(str(tmp_path / "show.mkv")) == RECORDING_NOT_WRITABLE.code
    tmp_path.chmod(0o700)


def test_a_nearly_full_disk_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "show.mkv"
    assert refused(str(path), stop_free_bytes=free_bytes(path) * 2) == RECORDING_NO_SPACE.code


def test_there_is_an_end_to_counting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording_file, "_MOST_FILES", 3)
    for name in ("show.mkv", "show-2.mkv"):
        (tmp_path / name).touch()
    assert refused(str(tmp_path / "show.mkv")) == RECORDING_BAD_NAME.code


@pytest.mark.parametrize(
    ("number", "code", "goes_on"),
    [
        (errno.ENOSPC, RECORDING_DISK_FULL.code, False),
        (errno.EDQUOT, RECORDING_DISK_FULL.code, False),
        (errno.EROFS, RECORDING_NOT_WRITABLE.code, False),
        (errno.EFBIG, "recording_file_too_large", True),
        (errno.EIO, RECORDING_WRITE_FAILED.code, True),
    ],
)
def test_errors_of_the_disk_have_words(number: int, code: str, *, goes_on: bool) -> None:
    error = OSError(number, os.strerror(number))
    assert problem_of(error, "show.mkv").code == code
    assert may_go_on(error) is goes_on
