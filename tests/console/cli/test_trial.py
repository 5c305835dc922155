"""What the command line names is opened before anything begins."""

from pathlib import Path

import pytest

from console.cli.trial import check_opens
from console.cli.variation import CLIP, with_clip
from console.errors import ConsoleError
from console.library.show_file import demo_show_folder, load_show
from tests.support.clips import clip


@pytest.mark.parametrize("text", ["", "This is no film.\n" * 500, "\x00" * 9_000, "<?xml version='1.0'?>"])
def test_what_is_no_film_is_said_before_anything_begins(text: str, tmp_path: Path) -> None:
    file = tmp_path / "film.mp4"
    file.write_text(text)
    with pytest.raises(ConsoleError) as error:
        check_opens(with_clip(load_show(demo_show_folder()), file), CLIP)
    assert error.value.message.params["file"] == "film.mp4"


def test_a_film_opens_and_is_let_go(tmp_path: Path) -> None:
    check_opens(with_clip(load_show(demo_show_folder()), clip(tmp_path)), CLIP)
