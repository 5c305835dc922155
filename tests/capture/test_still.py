import struct
from pathlib import Path

import cv2
import numpy as np
import pytest

from capture.still import DRIVER, StillSettings
from console.errors import ConsoleError
from console.media.colour import yuv_of_hex
from console.media.picture import Picture
from tests.support.player import opening


def shown(folder: Path, file: str, *, background: str = "#000000", width: int = 320, height: int = 240) -> Picture:
    source = DRIVER.open(StillSettings(file, background), opening(folder, width=width, height=height))
    picture = source.picture(0)
    assert picture is not None
    assert source.picture(1_000_000) is picture
    assert not source.live
    source.close()
    return picture


def at(picture: Picture, x: int, y: int) -> tuple[int, int, int]:
    return int(picture.y[y, x]), int(picture.u[y // 2, x // 2]), int(picture.v[y // 2, x // 2])


def close_to(colour: str, seen: tuple[int, int, int], *, within: int = 3) -> bool:
    return all(abs(a - b) <= within for a, b in zip(yuv_of_hex(colour), seen, strict=True))


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp"])
def test_a_picture_keeps_its_colour(tmp_path: Path, suffix: str) -> None:
    cv2.imwrite(str(tmp_path / f"a{suffix}"), np.full((100, 160, 3), (0x4D, 0x48, 0xE5), np.uint8))
    picture = shown(tmp_path, f"a{suffix}")
    assert (picture.width, picture.height) == (160, 100)
    assert close_to("#E5484D", at(picture, 80, 50))


@pytest.mark.parametrize("suffix", [".png", ".webp"])
def test_what_is_clear_shows_the_background(tmp_path: Path, suffix: str) -> None:
    pixels = np.zeros((100, 100, 4), np.uint8)
    pixels[:, 50:] = (255, 255, 255, 255)
    cv2.imwrite(str(tmp_path / f"a{suffix}"), pixels)
    picture = shown(tmp_path, f"a{suffix}", background="#12A594")
    assert close_to("#12A594", at(picture, 10, 10))
    assert close_to("#FFFFFF", at(picture, 90, 10))


def test_a_photo_held_sideways_stands_upright(tmp_path: Path) -> None:
    pixels = np.zeros((100, 200, 3), np.uint8)
    pixels[:, :100] = 255
    jpeg = cv2.imencode(".jpg", pixels)[1].tobytes()
    tiff = b"II*\0\x08\0\0\0" + struct.pack("<H", 1) + struct.pack("<HHII", 0x0112, 3, 1, 6) + b"\0\0\0\0"
    exif = b"Exif\0\0" + tiff
    segment = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    (tmp_path / "a.jpg").write_bytes(jpeg[:2] + segment + jpeg[2:])
    picture = shown(tmp_path, "a.jpg")
    assert (picture.width, picture.height) == (100, 200)
    assert picture.y[20, 50] > 200
    assert picture.y[180, 50] < 50


def test_a_picture_is_no_larger_than_covers_the_canvas_and_its_sides_are_even(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "a.png"), np.full((2001, 3001, 3), 128, np.uint8))
    picture = shown(tmp_path, "a.png", width=320, height=240)
    assert picture.height == 240
    assert picture.width == 360
    cv2.imwrite(str(tmp_path / "b.png"), np.full((33, 51, 3), 128, np.uint8))
    small = shown(tmp_path, "b.png")
    assert (small.width % 2, small.height % 2) == (0, 0)


def test_sixteen_bits_and_grey_are_pictures_too(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "a.png"), np.full((20, 20, 4), 65535, np.uint16))
    cv2.imwrite(str(tmp_path / "b.png"), np.full((20, 20), 255, np.uint8))
    assert close_to("#FFFFFF", at(shown(tmp_path, "a.png"), 5, 5))
    assert close_to("#FFFFFF", at(shown(tmp_path, "b.png"), 5, 5))


@pytest.mark.parametrize(
    ("file", "background", "code"),
    [
        ("none.png", "#000000", "file_missing"),
        ("\0", "#000000", "file_missing"),
        ("", "#000000", "file_missing"),
        (".", "#000000", "file_missing"),
        ("empty.png", "#000000", "not_a_picture"),
        ("text.png", "#000000", "not_a_picture"),
        ("cut.png", "#000000", "not_a_picture"),
        ("cut.png", "red", "not_a_colour"),
    ],
)
def test_what_is_no_picture_is_said_in_words(tmp_path: Path, file: str, background: str, code: str) -> None:
    (tmp_path / "empty.png").write_bytes(b"")
    (tmp_path / "text.png").write_text("not a picture at all")
    (tmp_path / "cut.png").write_bytes(cv2.imencode(".png", np.zeros((50, 50, 3), np.uint8))[1].tobytes()[:30])
    with pytest.raises(ConsoleError) as caught:
        shown(tmp_path, file, background=background)
    assert caught.value.message.code == code


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.png").open("wb") as file:
        file.truncate(65_000_000)
    with pytest.raises(ConsoleError) as caught:
        shown(tmp_path, "a.png")
    assert caught.value.message.code == "file_too_large"
