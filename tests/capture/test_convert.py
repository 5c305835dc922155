import av
import numpy as np
import pytest

from capture.convert import Converter, is_full_range, matrix_of
from console.media.colour import yuv_of_rgb
from console.media.picture import Picture

COLOURS = [(229, 72, 77), (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255), (0, 0, 0), (18, 165, 148)]
KR_KB = {1: (0.2126, 0.0722), 5: (0.299, 0.114), 6: (0.299, 0.114), 9: (0.2627, 0.0593)}


def yuv(colour: tuple[int, int, int], matrix: int, *, full: bool) -> list[int]:
    """ITU-R BT.601/709/2020, by the book."""
    kr, kb = KR_KB[matrix]
    red, green, blue = (c / 255 for c in colour)
    luma = kr * red + (1 - kr - kb) * green + kb * blue
    chroma = ((blue - luma) / (2 * (1 - kb)), (red - luma) / (2 * (1 - kr)))
    if full:
        values = [luma * 255, *(c * 255 + 128 for c in chroma)]
    else:
        values = [luma * 219 + 16, *(c * 224 + 128 for c in chroma)]
    return [min(255, max(0, round(v))) for v in values]


def frame(
    values: list[int],
    *,
    format_: str = "yuv420p",
    width: int = 64,
    height: int = 48,
    matrix: int = 1,
    range_: int = 1,
) -> av.VideoFrame:
    made = av.VideoFrame(width, height, format_)
    for plane, value in zip(made.planes, values, strict=True):
        np.frombuffer(plane, np.uint8)[:] = value  # type: ignore[call-overload]
    made.colorspace, made.color_range = matrix, range_
    return made


def seen(picture: Picture) -> tuple[int, int, int]:
    return int(picture.y[8, 8]), int(picture.u[4, 4]), int(picture.v[4, 4])


@pytest.mark.parametrize(("matrix", "full"), [(1, True), (5, False), (5, True), (6, False), (9, False)])
@pytest.mark.parametrize("format_", ["yuv420p", "yuv422p", "yuv444p"])
def test_every_matrix_and_range_arrives_as_bt709_limited(matrix: int, format_: str, *, full: bool) -> None:
    converter = Converter()
    for colour in COLOURS:
        source = frame(yuv(colour, matrix, full=full), format_=format_, matrix=matrix, range_=2 if full else 1)
        got = seen(converter.picture(source))
        assert max(abs(a - b) for a, b in zip(got, yuv_of_rgb(*colour), strict=True)) <= 3


def test_jpeg_pixels_are_full_range_whatever_their_tag() -> None:
    source = frame([255, 128, 128], format_="yuvj420p", matrix=5, range_=0)
    assert is_full_range(source)
    assert seen(Converter().picture(source))[0] == pytest.approx(235, abs=2)


def test_rgb_arrives_as_bt709() -> None:
    for colour in COLOURS:
        pixels = np.full((32, 32, 3), colour, np.uint8)
        got = seen(Converter().picture(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        assert max(abs(a - b) for a, b in zip(got, yuv_of_rgb(*colour), strict=True)) <= 3


def test_what_is_right_already_is_not_copied() -> None:
    source = frame([100, 110, 120])
    picture = Converter().picture(source)
    np.frombuffer(source.planes[0], np.uint8)[:] = 200  # type: ignore[call-overload]
    assert picture.y[0, 0] == 200


def test_odd_sides_lose_their_last_line() -> None:
    picture = Converter().picture(frame([100, 110, 120], width=65, height=49))
    assert [plane.shape for plane in picture.planes] == [(48, 64), (24, 32), (24, 32)]


@pytest.mark.parametrize(("size", "expected"), [((640, 480), 5), ((1280, 720), 1), ((720, 1280), 1)])
def test_untagged_pixels_are_judged_by_their_size(size: tuple[int, int], expected: int) -> None:
    assert matrix_of(frame([1, 2, 3], width=size[0], height=size[1], matrix=2)) == expected


def test_a_larger_picture_is_made_to_just_cover_the_canvas() -> None:
    picture = Converter(at_most=(72, 128)).picture(frame([100, 128, 128], width=1280, height=720))
    assert (picture.width, picture.height) == (228, 128)
    small = Converter(at_most=(720, 1280)).picture(frame([100, 128, 128]))
    assert (small.width, small.height) == (64, 48)


def test_pixels_that_are_not_square_are_stretched() -> None:
    picture = Converter().picture(frame([100, 128, 128], width=720, height=480), pixel_aspect=8 / 9)
    assert (picture.width, picture.height) == (640, 480)


def test_a_stream_whose_frames_become_others_goes_on_being_right() -> None:
    converter = Converter()
    for matrix, full in ((1, False), (1, True), (1, False), (6, False), (1, False)):
        source = frame(yuv((229, 72, 77), matrix, full=full), matrix=matrix, range_=2 if full else 1)
        got = seen(converter.picture(source))
        assert max(abs(a - b) for a, b in zip(got, yuv_of_rgb(229, 72, 77), strict=True)) <= 3
