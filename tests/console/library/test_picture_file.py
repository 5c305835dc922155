"""Kind and size of a picture from its first bytes, judged beside OpenCV."""

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.library.picture_file import picture_kind


def encoded(ending: str, width: int, height: int, *options: int) -> bytes:
    picture = np.random.default_rng(5).integers(0, 255, (height, width, 3), np.uint8)
    return cv2.imencode(ending, picture, list(options))[1].tobytes()


@pytest.mark.parametrize(
    ("ending", "options", "kind"),
    [
        (".jpg", (), "jpg"),
        (".jpg", (cv2.IMWRITE_JPEG_PROGRESSIVE, 1), "jpg"),
        (".png", (), "png"),
        (".webp", (cv2.IMWRITE_WEBP_QUALITY, 60), "webp"),
        (".webp", (cv2.IMWRITE_WEBP_QUALITY, 101), "webp"),
    ],
)
def test_a_picture_tells_its_kind_and_size(ending: str, options: tuple[int, ...], kind: str) -> None:
    data = encoded(ending, 62, 34, *options)
    assert picture_kind(data) == (kind, 62, 34)
    assert all(picture_kind(data[:size]) in {None, (kind, 62, 34)} for size in range(200))


def test_the_size_of_an_extended_webp() -> None:
    head = b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x10\x00\x00\x00"
    found = picture_kind(head + (1999).to_bytes(3, "little") + (999).to_bytes(3, "little"))
    assert found == ("webp", 2000, 1000)


def test_a_bomb_is_known_by_its_size() -> None:
    png = encoded(".png", 4, 4)
    bomb = png[:16] + (60_000).to_bytes(4, "big") * 2 + png[24:]
    found = picture_kind(bomb)
    assert found is not None
    assert not found.is_small_enough
    assert picture_kind(png).is_small_enough  # type: ignore[union-attr]


@pytest.mark.parametrize("data", [b"", b"<svg xmlns='x'/>", b"GIF89a", b"%PDF-1.7", b"MZ\x90", b"\xff\xd8\xff\xe0"])
def test_what_is_no_picture_of_ours_is_none(data: bytes) -> None:
    assert picture_kind(data) is None


@given(
    st.binary(max_size=80),
    st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"RIFFxxxxWEBPVP8 "]),
)
def test_any_bytes_are_judged(data: bytes, head: bytes) -> None:
    found = picture_kind(head + data)
    assert found is None or found.ending in {"jpg", "png", "webp"}
