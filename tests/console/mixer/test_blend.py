"""Graphics laid over pictures."""

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from console.media.colour import Plane, yuv_of_rgb
from console.media.picture import Picture, flat, picture_of_frame
from console.media.sprite import Sprite, sprite_of_bgra
from console.mixer.blend import blend, faded, scaled
from tests.support.pictures import noise, planes, plate, same, sprite

WIDTH, HEIGHT = 48, 32
EVEN = st.integers(-40, 40).map(lambda half: half * 2)


def laid(below: Plane, pixels: Plane, keep: Plane, x: int, y: int) -> NDArray[np.float64]:
    """The same in floating point, pixel by pixel where both are."""
    result = below.astype(float)
    for row in range(max(0, -y), min(pixels.shape[0], below.shape[0] - y)):
        for column in range(max(0, -x), min(pixels.shape[1], below.shape[1] - x)):
            kept = result[y + row, x + column] * keep[row, column] / 255
            result[y + row, x + column] = min(255.0, kept + pixels[row, column])
    return result


def reference(below: Picture, above: Sprite, x: int, y: int) -> list[NDArray[np.float64]]:
    layers = zip((1, 2, 2), below.planes, above.layers, strict=True)
    return [laid(plane, *layer, x // scale, y // scale) for scale, plane, layer in layers]


@settings(deadline=None, max_examples=60)
@given(EVEN, EVEN, st.sampled_from([(16, 10), (2, 2), (60, 44), (48, 32)]))
def test_a_graphic_lies_where_it_should_and_what_is_outside_is_cut(x: int, y: int, size: tuple[int, int]) -> None:
    picture, above = noise(WIDTH, HEIGHT), sprite(*size)
    expected = reference(picture, above, x, y)
    blend(picture, above, x=x, y=y)
    for plane, wanted in zip(picture.planes, expected, strict=True):
        assert np.abs(plane - wanted).max() <= 1


def test_an_odd_place_is_the_even_one_before_it() -> None:
    odd, even = noise(WIDTH, HEIGHT), noise(WIDTH, HEIGHT)
    blend(odd, sprite(16, 10), x=-3, y=7)
    blend(even, sprite(16, 10), x=-4, y=6)
    assert same(odd, even)


@pytest.mark.parametrize(("x", "y"), [(-16, 0), (WIDTH, 0), (0, -10), (0, HEIGHT), (-900, 900)])
def test_a_graphic_outside_touches_nothing(x: int, y: int) -> None:
    picture = noise(WIDTH, HEIGHT)
    blend(picture, sprite(16, 10), x=x, y=y)
    assert same(picture, noise(WIDTH, HEIGHT))


def test_an_opaque_graphic_hides_and_a_clear_one_shows_exactly() -> None:
    picture = noise(WIDTH, HEIGHT)
    blend(picture, sprite_of_bgra(np.zeros((HEIGHT, WIDTH, 4), np.uint8)), x=0, y=0)
    assert same(picture, noise(WIDTH, HEIGHT))
    blend(picture, plate(WIDTH, HEIGHT, (0x4D, 0x48, 0xE5)), x=0, y=0)
    assert same(picture, flat(WIDTH, HEIGHT, "#E5484D"))


@pytest.mark.parametrize("level", [1, 64, 127, 128, 200, 254])
def test_a_half_clear_colour_over_another_is_their_mixture(level: int) -> None:
    white = np.full((HEIGHT, WIDTH, 4), level, np.uint8)
    picture = flat(WIDTH, HEIGHT, "#E5484D")
    blend(picture, sprite_of_bgra(white), x=0, y=0)
    part = level / 255
    colours = zip(picture.planes, yuv_of_rgb(255, 255, 255), yuv_of_rgb(0xE5, 0x48, 0x4D), strict=True)
    for plane, above, below in colours:
        assert abs(plane[0, 0] - (above * part + below * (1 - part))) <= 2


def test_what_is_laid_is_in_the_encoders_own_memory() -> None:
    frame = av.VideoFrame(722, 480, "yuv420p")
    picture = picture_of_frame(frame)
    assert picture.y.strides[0] > picture.width, "rows of a frame are padded"
    for plane in picture.planes:
        plane[...] = 16
    blend(picture, plate(200, 100), x=700, y=-20)
    again = picture_of_frame(frame)
    assert again.y[0, 700] == again.y[79, 721] == yuv_of_rgb(255, 255, 255)[0]
    assert again.y[80, 721] == again.y[0, 699] == 16
    assert again.u[39, 360] == 128
    assert again.u[40, 360] == 16


def test_a_graphic_at_full_opacity_is_itself_and_at_none_is_nothing() -> None:
    above, picture = sprite(16, 10), noise(WIDTH, HEIGHT)
    whole = faded(above, 1.0)
    assert all(np.array_equal(a, b) for a, b in zip(pixels_of(above), pixels_of(whole), strict=True))
    blend(picture, faded(above, 0.0), x=4, y=4)
    assert same(picture, noise(WIDTH, HEIGHT))


@pytest.mark.parametrize("opacity", [0.1, 0.25, 0.5, 0.9])
def test_a_faded_graphic_is_on_the_way_between_there_and_not_there(opacity: float) -> None:
    without, above = noise(WIDTH, HEIGHT), sprite(WIDTH, HEIGHT, seed=3)
    full, part = noise(WIDTH, HEIGHT), noise(WIDTH, HEIGHT)
    blend(full, above, x=0, y=0)
    blend(part, faded(above, opacity), x=0, y=0)
    for a, b, c in zip(without.planes, full.planes, part.planes, strict=True):
        clipped = b == 255
        wanted = a + (b.astype(float) - a) * opacity
        assert np.abs(c - wanted)[~clipped].max() <= 2


@given(st.integers(1, 40), st.integers(1, 40), st.floats(0.0, 4.0))
def test_a_graphic_of_another_size_has_even_sides(width: int, height: int, factor: float) -> None:
    above = scaled(plate(width * 2, height * 2), factor)
    assert above.width % 2 == above.height % 2 == 0
    assert (above.u.shape, above.keep_uv.shape) == ((above.height // 2, above.width // 2),) * 2
    assert abs(above.width - width * 2 * factor) <= 2
    assert not above.keep_y.any(), "opaque stays opaque"


def test_the_graphic_itself_is_never_written_to() -> None:
    above = sprite(16, 10)
    before = [plane.copy() for plane in pixels_of(above)]
    blend(noise(WIDTH, HEIGHT), above, x=-4, y=-4)
    faded(above, 0.3)
    scaled(above, 1.4)
    assert all(np.array_equal(a, b) for a, b in zip(before, pixels_of(above), strict=True))


def test_a_picture_that_was_kept_is_not_the_one_that_is_drawn_on() -> None:
    picture = noise(WIDTH, HEIGHT)
    kept = planes(picture)
    blend(picture, plate(16, 10), x=0, y=0)
    assert not np.array_equal(kept[0], picture.y)


def pixels_of(above: Sprite) -> list[Plane]:
    return [above.y, above.u, above.v, above.keep_y, above.keep_uv]
