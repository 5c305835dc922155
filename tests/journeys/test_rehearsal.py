"""The main job on what comes with the program: rehearse the demo show and say in words how it was."""

import os
from dataclasses import dataclass
from pathlib import Path

import av
import cv2
import pytest

from console.library.show_file import demo_show_folder, load_show
from tests.support.folders import SMALL, bars_show, folder_of
from tests.support.program import Ended, Program

pytestmark = pytest.mark.journey

SECONDS = 6


@dataclass(frozen=True)
class Evening:
    """A rehearsal and what it left."""

    ended: Ended
    recording: Path
    sheet: Path


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Evening:
    """The demo show, rehearsed by a person who reads Japanese."""
    home = tmp_path_factory.mktemp("evening") / "home"
    ended = _rehearsed(home, "--seconds", str(SECONDS), language="ja")
    [recording], [sheet] = ((home / "recordings").glob(f"*{ending}") for ending in (".mkv", ".png"))
    return Evening(ended, recording, sheet)


def _rehearsed(home: Path, *arguments: str, language: str) -> Ended:
    surroundings = {"HONBAN_LANGUAGE": language}
    with Program("rehearse", *arguments, home=home, environment=surroundings) as program:
        return program.ended(within_s=SECONDS + 60)


def _last_picture(recording: Path) -> "cv2.typing.MatLike":
    """The newest picture, as BGR."""
    with av.open(str(recording)) as container:
        *_, last = container.decode(video=0)
        return last.to_ndarray(format="bgr24")


@pytest.mark.alone
def test_the_demo_show_is_judged_in_words(evening: Evening) -> None:
    ended = evening.ended

    assert ended.code == 0, ended
    assert ended.out.strip().endswith("問題は見つかりませんでした。本番に進めます。")
    assert str(evening.recording) in ended.out
    assert str(evening.sheet) in ended.out
    assert "Traceback" not in ended.err


@pytest.mark.alone
def test_the_contact_sheet_is_a_picture(evening: Evening) -> None:
    sheet = cv2.imread(os.fspath(evening.sheet))

    assert sheet is not None
    assert min(sheet.shape[:2]) > 200


@pytest.mark.alone
def test_the_qr_code_on_air_leads_to_the_product(evening: Evening) -> None:
    show = load_show(demo_show_folder())
    product = show.overlays["qr"].settings["product"]

    text, *_ = cv2.QRCodeDetector().detectAndDecode(_last_picture(evening.recording))

    assert text == show.products[product].link


def test_a_show_of_ones_own_is_judged_in_english(tmp_path: Path) -> None:
    show = folder_of(bars_show(canvas=SMALL), tmp_path / "show")

    ended = _rehearsed(tmp_path / "home", "--show", str(show), "--seconds", "3", language="en")

    assert ended.code == 0, ended
    assert "No problem was found. Ready for the show." in ended.out
    assert "Pictures checked by their number" in ended.out
