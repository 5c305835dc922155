from fractions import Fraction

import av
import cv2
import numpy as np
import pytest

from capture import tick_code
from console.media.colour import Plane


def page(number: int, *, width: int = 720, height: int = 1280, lit: bool = False) -> Plane:
    y = np.random.default_rng(number).integers(16, 235, (height // 16, width // 16), np.uint8)
    y = np.asarray(cv2.resize(y, (width, height)), np.uint8)
    tick_code.write_backdrop(y)
    tick_code.write_code(y, number)
    tick_code.write_flash(y, lit=lit)
    return y


def through_x264(pages: list[Plane], *, kilobits: int) -> list[Plane]:
    height, width = pages[0].shape
    encoder = av.CodecContext.create("libx264", "w")
    assert isinstance(encoder, av.VideoCodecContext)
    encoder.width, encoder.height, encoder.pix_fmt, encoder.bit_rate = width, height, "yuv420p", kilobits * 1000
    encoder.framerate, encoder.options = Fraction(30), {"preset": "superfast", "tune": "zerolatency"}
    decoder = av.CodecContext.create("h264", "r")
    assert isinstance(decoder, av.VideoCodecContext)
    frames = [
        decoded for n, y in enumerate(pages) for p in encoder.encode(frame(y, n)) for decoded in decoder.decode(p)
    ]
    frames += [f for p in encoder.encode(None) for f in decoder.decode(p)] + decoder.decode(None)
    return [np.asarray(f.to_ndarray()[:height, :width], np.uint8) for f in frames]


def frame(y: Plane, number: int) -> av.VideoFrame:
    height, width = y.shape
    whole = np.vstack([y, np.full((height // 2, width), 128, np.uint8)])
    made = av.VideoFrame.from_ndarray(whole, format="yuv420p")
    made.pts = number
    return made


@pytest.mark.parametrize("size", [(720, 1280), (1280, 720), (1920, 1080), (320, 240), (180, 320)])
def test_what_was_written_is_read_in_every_size(size: tuple[int, int]) -> None:
    for number in (0, 1, 42, 1_234_567, tick_code.NUMBERS - 1):
        assert tick_code.read_code(page(number, width=size[0], height=size[1])) == number


def test_numbers_wrap_instead_of_failing() -> None:
    assert tick_code.read_code(page(tick_code.NUMBERS + 7)) == 7


def test_every_number_survives_x264_at_the_bitrate_of_a_weak_line() -> None:
    received = through_x264([page(n) for n in range(1000, 1015)], kilobits=2500)
    assert [tick_code.read_code(y) for y in received] == list(range(1000, 1015))


@pytest.mark.parametrize("canvas", [(1280, 720), (360, 640), (1080, 1080)])
def test_a_crop_onto_another_canvas_leaves_number_and_flash_readable(canvas: tuple[int, int]) -> None:
    for lit in (False, True):
        seen = cropped(page(77, lit=lit), *canvas)
        found = tick_code.find_code(seen)
        assert found is not None
        assert found.number == 77
        assert (tick_code.flash_luma(seen, found) > 128) is lit


def cropped(y: Plane, width: int, height: int) -> Plane:
    scale = max(width / y.shape[1], height / y.shape[0])
    shrink = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    big = cv2.resize(y, (round(y.shape[1] * scale), round(y.shape[0] * scale)), interpolation=shrink)
    top, left = (big.shape[0] - height) // 2, (big.shape[1] - width) // 2
    return np.asarray(big[top : top + height, left : left + width], np.uint8)


def test_a_dimmed_picture_is_still_read() -> None:
    dimmed = (page(9).astype(np.float32) * 0.4 + 16).astype(np.uint8)
    assert tick_code.read_code(dimmed) == 9


def test_a_damaged_number_is_none_rather_than_another() -> None:
    y = page(5)
    code = tick_code.code_area(720, 1280).of(y)
    cell = tick_code.cell_px(720, 1280)
    code[:, 10 * cell : 11 * cell] = 251 - code[:, 10 * cell : 11 * cell]
    assert tick_code.read_code(y) is None


def test_a_picture_without_a_number_is_none() -> None:
    noise = np.random.default_rng(0).integers(0, 255, (180, 320), np.uint8)
    assert tick_code.read_code(noise) is None
    assert tick_code.read_code(np.full((720, 1280), 16, np.uint8)) is None
