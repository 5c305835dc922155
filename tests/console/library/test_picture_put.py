"""A picture that is brought into a show's folder."""

import os
from pathlib import Path

import pytest

from console.errors import ConsoleError
from console.library.picture_file import LIMIT_MB, LIMIT_PX
from console.library.picture_put import put_picture, read_picture


def png(side_px: int = 64, *, length: int = 60) -> bytes:
    head = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + side_px.to_bytes(4, "big") * 2
    return head + b"\x00" * (length - len(head))


def test_its_name_says_whose_it_is_and_what_is_in_it(tmp_path: Path) -> None:
    name = put_picture(tmp_path, png(), name="緑茶 Tea/..")
    assert (name.startswith("tea-"), name.endswith(".png")) == (True, True)
    assert (tmp_path / name).read_bytes() == png()


def test_the_same_picture_is_one_file_and_nothing_else_is_left(tmp_path: Path) -> None:
    assert put_picture(tmp_path, png(), name="tea") == put_picture(tmp_path, png(), name="tea")
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "picture_is_none"),
        (b"GIF89a" + b"\x00" * 50, "picture_is_none"),
        (png(LIMIT_PX + 1), "picture_is_too_large"),
        (png(length=LIMIT_MB * 1_000_000 + 1), "picture_is_too_large"),
    ],
)
def test_what_cannot_be_shown_is_not_kept(tmp_path: Path, data: bytes, code: str) -> None:
    with pytest.raises(ConsoleError) as error:
        put_picture(tmp_path, data, name="tea")
    assert error.value.message.code == code
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConsoleError) as error:
        put_picture(tmp_path / "gone", png(), name="tea")
    assert error.value.message.code == "picture_not_saved"


def test_a_pipe_and_a_missing_file_are_said_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    for name in ("pipe.png", "nothing.png", "x\0y.png"):
        with pytest.raises(ConsoleError) as error:
            read_picture(tmp_path / name)
        assert error.value.message.code == "picture_cannot_be_read"


def test_no_more_is_read_than_may_be(tmp_path: Path) -> None:
    (tmp_path / "huge.png").write_bytes(png(length=LIMIT_MB * 1_000_000 + 500))
    assert len(read_picture(tmp_path / "huge.png")) == LIMIT_MB * 1_000_000 + 1
