"""Colours: BT.709 limited range in both directions, and the brand survives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.media.colour import bgr_of_planes, planes_of_bgr, planes_of_bgra, yuv_of_hex, yuv_of_rgb

THEME = ["#E5484D", "#FFFFFF", "#14161A", "#FFC53D", "#0090FF", "#30A46C"]
BYTE = st.integers(0, 255)


def flat(red: int, green: int, blue: int) -> "np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]":
    """A BGR picture of one colour."""
    picture = np.empty((4, 6, 3), np.uint8)
    picture[:] = (blue, green, red)
    return picture


@pytest.mark.parametrize(
    ("rgb", "yuv"),
    [
        ((0, 0, 0), (16, 128, 128)),
        ((255, 255, 255), (235, 128, 128)),
        ((255, 0, 0), (63, 102, 240)),
        ((0, 255, 0), (173, 42, 26)),
        ((0, 0, 255), (32, 240, 118)),
        ((191, 191, 0), (168, 44, 136)),
    ],
)
def test_the_colours_of_the_bars_are_those_of_the_standard(
    rgb: tuple[int, int, int], yuv: tuple[int, int, int]
) -> None:
    """ITU-R BT.709-6 table values, rounded to 8 bits."""
    assert yuv_of_rgb(*rgb) == yuv


@pytest.mark.parametrize("colour", THEME)
def test_theme_colours_come_back_within_two_a_channel(colour: str) -> None:
    red, green, blue = bytes.fromhex(colour[1:])
    back = bgr_of_planes(*planes_of_bgr(flat(red, green, blue)))
    assert np.abs(back.astype(int) - flat(red, green, blue)).max() <= 2


@given(red=BYTE, green=BYTE, blue=BYTE)
def test_every_flat_colour_comes_back_within_two_a_channel(red: int, green: int, blue: int) -> None:
    back = bgr_of_planes(*planes_of_bgr(flat(red, green, blue)))
    assert np.abs(back.astype(int) - flat(red, green, blue)).max() <= 2


@given(red=BYTE, green=BYTE, blue=BYTE)
def test_a_picture_and_a_single_colour_agree(red: int, green: int, blue: int) -> None:
    planes = planes_of_bgr(flat(red, green, blue))
    for plane, value in zip(planes, yuv_of_rgb(red, green, blue), strict=True):
        assert np.abs(plane.astype(int) - value).max() <= 1  # Halves are rounded either way.
    assert yuv_of_hex(f"#{red:02x}{green:02X}{blue:02x}") == yuv_of_rgb(red, green, blue)


@given(red=BYTE, green=BYTE, blue=BYTE)
def test_all_values_stay_in_the_limited_range(red: int, green: int, blue: int) -> None:
    y, u, v = yuv_of_rgb(red, green, blue)
    assert 16 <= y <= 235
    assert min(u, v) >= 16
    assert max(u, v) <= 240


@given(red=BYTE, green=BYTE, blue=BYTE)
def test_an_opaque_graphic_has_the_colours_of_a_picture(red: int, green: int, blue: int) -> None:
    bgr = flat(red, green, blue)
    bgra = np.dstack([bgr, np.full(bgr.shape[:2], 255, np.uint8)])
    for ours, theirs in zip(planes_of_bgra(bgra), planes_of_bgr(bgr), strict=True):
        assert np.abs(ours.astype(int) - theirs).max() <= 1


def test_where_a_graphic_is_clear_it_adds_nothing() -> None:
    for plane in planes_of_bgra(np.zeros((4, 6, 4), np.uint8)):
        assert not plane.any()


def test_planes_are_contiguous_bytes_of_half_size() -> None:
    y, u, v = planes_of_bgr(np.zeros((10, 6, 3), np.uint8))
    assert [plane.shape for plane in (y, u, v)] == [(10, 6), (5, 3), (5, 3)]
    assert all(plane.dtype == np.uint8 and plane.flags.c_contiguous for plane in (y, u, v))


def test_chroma_is_the_mean_of_its_four_pixels() -> None:
    picture = np.zeros((2, 2, 3), np.uint8)
    picture[:, 0] = (0, 0, 255)
    u = [int(planes_of_bgr(picture)[1][0, 0]), (yuv_of_rgb(255, 0, 0)[1] + 128) / 2]
    assert abs(u[0] - u[1]) <= 1
