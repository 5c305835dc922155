from pathlib import Path

import cv2
import numpy as np
import pytest

from console.bench import cpu as subject
from console.bench.cpu import Spent, ffmpeg_arguments, need_ffmpeg
from console.bench.graphics import Graphic
from console.errors import ConsoleError
from console.output.video_codec import X264_PARAMS
from console.words.render import render

CARD = Graphic("card", 4, 486, np.zeros((8, 8, 4), np.uint8))


def test_ffmpeg_is_told_to_do_the_same() -> None:
    pictures = [Path("a.png"), Path("b.png")]
    said = ffmpeg_arguments(Path("c.mp4"), (CARD, CARD), pictures, to="rtmp://h/live/k", seconds=9)
    line = " ".join(said)
    assert "-re -stream_loop -1 -i c.mp4 -i a.png -i b.png" in line
    assert "[0:v][1:v]overlay=x=4:y=486[v1];[v1][2:v]overlay=x=4:y=486[out]" in said
    assert f"-x264-params {X264_PARAMS}" in line
    assert "-preset superfast -b:v 4000k" in line
    assert said[-3:] == ["-f", "flv", "rtmp://h/live/k"]


def test_without_ffmpeg_a_person_reads_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConsoleError) as caught:
        need_ffmpeg()
    assert "apt-get install ffmpeg" in render(caught.value.message, "en")


def test_a_turn_is_compared_with_those_around_it_and_start_up_is_not_in_it() -> None:
    ours = [Spent(0.3, 9.0, own=0.33), Spent(0.9, 9.0, own=0.9), Spent(0.4, 9.0, own=0.4)]
    theirs = [Spent(0.6, 0.1), Spent(0.4, 0.1), Spent(0.5, 0.1), Spent(5.0, 0.1)]
    section = subject.section_of(ours, theirs)
    assert section.claims[0].measured == pytest.approx(0.6)
    figures = {one.key: one.value for one in section.figures}
    assert figures["cpu.start"] == 9.0
    assert figures["cpu.own_count"] == pytest.approx(100)


def test_a_turn_that_did_less_is_taken_again_and_never_counted() -> None:
    turns = iter([Spent(0.1, 1.0, is_whole=False), Spent(0.4, 1.0), Spent(0.2, 1.0, is_whole=False)])
    ours = subject.whole("honban stream", lambda: next(turns))
    section = subject.section_of(ours, [Spent(0.4, 1.0)] * 2)
    assert section.claims[0].measured == pytest.approx(1.0)
    assert {one.key: one.value for one in section.figures}["cpu.left_out"] == 1


def test_a_machine_that_is_too_busy_is_said_and_no_figure_is_given() -> None:
    with pytest.raises(ConsoleError) as caught:
        subject.whole("ffmpeg", lambda: Spent(0.1, 1.0, is_whole=False))
    assert "Close other heavy programs" in render(caught.value.message, "en")


@pytest.mark.parametrize(
    ("skipped", "repeated", "preset", "expected"),
    [
        (0, 0, "superfast", True),
        (5, 4, "superfast", True),
        (11, 0, "superfast", False),
        (0, 11, "superfast", False),
        (0, 0, "ultrafast", False),
    ],
)
def test_a_cheaper_encoder_or_lacking_pictures_are_not_what_was_asked_for(
    skipped: int, repeated: int, preset: str, *, expected: bool
) -> None:
    figures = {
        "frames_composed": 1000,
        "frames_skipped": skipped,
        "frames_repeated": repeated,
        "renditions": [{"preset": preset}],
    }
    assert subject.is_as_asked(figures) is expected


def test_pictures_for_ffmpeg_have_their_full_colour_under_their_opacity(tmp_path: Path) -> None:
    half = np.full((8, 8, 4), [50, 100, 25, 128], np.uint8)
    (path,) = subject._written((Graphic("card", 0, 0, half),), tmp_path)
    read = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    assert read is not None
    assert read[4, 4].tolist() == [100, 199, 50, 128]
