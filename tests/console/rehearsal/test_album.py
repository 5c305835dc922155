import cv2
import numpy as np

from console.media.picture import flat
from console.rehearsal.album import LONG_SIDE_PX, MAX_THUMBNAILS, Album, jpeg_of


def test_five_thumbnails_a_second_are_kept() -> None:
    album = Album()
    for number in range(31):
        album.show(flat(64, 64), number / 30)
    assert [round(thumbnail.at_s, 1) for thumbnail in album.thumbnails] == [0, 0.2, 0.4, 0.6, 0.8, 1.0]


def test_a_long_show_stays_within_its_pages_and_covers_all_of_it() -> None:
    album = Album()
    for second in range(1000):
        album.show(flat(16, 16), float(second))
    assert len(album.thumbnails) <= MAX_THUMBNAILS
    assert album.thumbnails[0].at_s == 0
    assert album.thumbnails[-1].at_s > 950


def test_a_thumbnail_keeps_shape_and_colour() -> None:
    jpeg = jpeg_of(flat(720, 1280, "#E5484D"))
    picture = cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    assert picture.shape == (LONG_SIDE_PX, 202, 3)
    blue, green, red = picture[100, 100].tolist()
    assert abs(red - 0xE5) < 6
    assert abs(green - 0x48) < 6
    assert abs(blue - 0x4D) < 6


def test_a_small_picture_is_not_blown_up() -> None:
    picture = cv2.imdecode(np.frombuffer(jpeg_of(flat(64, 32)), np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    assert picture.shape[:2] == (32, 64)
