from itertools import pairwise
from pathlib import Path

import pytest

from capture.camera import DRIVER, CameraSettings, native_format, order_of
from console.errors import ConsoleError
from tests.support import clips
from tests.support.player import in_real_time, opening


@pytest.mark.parametrize("via", ["auto", "opencv"])
def test_a_file_plays_over_and_over_at_its_own_rate(clips_folder: Path, via: str) -> None:
    path = clips.clip(clips_folder, seconds=1)
    source = DRIVER.open(CameraSettings(str(path), via=via), opening())  # type: ignore[arg-type]
    try:
        assert source.live
        assert (source.has_picture, source.has_sound) == (True, False)
        numbers = [n for n in in_real_time(source, 1.8).numbers if n is not None]
        assert source.problem is None
    finally:
        source.close()
    steps = [(b - a) % 30 for a, b in pairwise(numbers)]
    assert len(numbers) > 40
    assert steps.count(1) > 0.8 * len(steps)
    assert sum(steps) == pytest.approx(len(steps), abs=4)


def test_pictures_are_made_no_larger_than_the_canvas_needs(clips_folder: Path) -> None:
    path = clips.clip(clips_folder, seconds=0.5, width=640, height=480)
    source = DRIVER.open(CameraSettings(str(path)), opening(width=160, height=120))
    try:
        played = in_real_time(source, 3, until_=lambda played: played.pictures[-1] is not None)
    finally:
        source.close()
    picture = played.pictures[-1]
    assert picture is not None
    assert (picture.width, picture.height) == (160, 120)


@pytest.mark.parametrize(
    ("device", "via", "code"),
    [
        ("", "auto", "device_not_chosen"),
        ("/dev/video-that-is-not-there", "auto", "file_missing"),
        ("97", "opencv", "source_not_opened"),
    ],
)
def test_what_is_no_camera_is_said_in_words(device: str, via: str, code: str) -> None:
    with pytest.raises(ConsoleError) as caught:
        DRIVER.open(CameraSettings(device, via=via), opening())  # type: ignore[arg-type]
    assert caught.value.message.code == code


@pytest.mark.skipif(native_format() != "v4l2", reason="asks Linux's cameras")
def test_a_native_camera_is_asked_for_its_own_pixels_before_anything_else() -> None:
    order = order_of(CameraSettings("2", width=1920, height=1080), opening())
    assert (order.via, order.format, order.input) == ("av", "v4l2", "/dev/video2")
    assert order.attempts[0] == {"video_size": "1920x1080", "framerate": "30", "input_format": "mjpeg"}
    assert order.attempts[-1] == {}
    assert not order.paced


def test_a_file_that_is_no_film_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"nothing")
    with pytest.raises(ConsoleError) as caught:
        DRIVER.open(CameraSettings("a.mp4"), opening(tmp_path))
    assert caught.value.message.code == "source_not_opened"
