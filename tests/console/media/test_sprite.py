"""Sprites: laid over a picture they give the colour that was painted."""

import numpy as np
import pytest
from numpy.typing import NDArray

from console.media.colour import yuv_of_rgb
from console.media.sprite import Sprite, sprite_of_bgra


def painted(alpha: int, *, rgb: tuple[int, int, int] = (229, 72, 77)) -> NDArray[np.uint8]:
    """Premultiplied pixels of one colour and opacity, (4, 8, 4)."""
    red, green, blue = (round(value * alpha / 255) for value in rgb)
    pixels = np.empty((4, 8, 4), np.uint8)
    pixels[:] = (blue, green, red, alpha)
    return pixels


def over(sprite: Sprite, below: tuple[int, int, int]) -> list[float]:
    """What a pixel shows with the sprite over a picture of one colour: pixels + keep x below."""
    return [
        float(pixels[0, 0]) + float(keep[0, 0]) / 255 * value
        for (pixels, keep), value in zip(sprite.layers, below, strict=True)
    ]


def test_shapes_are_those_of_the_planes() -> None:
    sprite = sprite_of_bgra(painted(255))
    assert (sprite.width, sprite.height) == (8, 4)
    assert [(p.shape, k.shape) for p, k in sprite.layers] == [((4, 8), (4, 8)), *[((2, 4), (2, 4))] * 2]
    assert all(plane.dtype == np.uint8 for layer in sprite.layers for plane in layer)


def test_an_opaque_sprite_hides_what_is_below() -> None:
    sprite = sprite_of_bgra(painted(255))
    assert not sprite.keep_y.any()
    assert not sprite.keep_uv.any()
    assert over(sprite, (16, 128, 128)) == pytest.approx(yuv_of_rgb(229, 72, 77), abs=1)


def test_a_clear_sprite_changes_nothing() -> None:
    assert over(sprite_of_bgra(painted(0)), (90, 60, 200)) == [90, 60, 200]


@pytest.mark.parametrize("alpha", [1, 64, 127, 128, 200, 254])
def test_a_half_clear_sprite_is_the_mixture(alpha: int) -> None:
    below = yuv_of_rgb(0, 144, 255)
    part = alpha / 255
    wanted = [part * top + (1 - part) * low for top, low in zip(yuv_of_rgb(229, 72, 77), below, strict=True)]
    assert over(sprite_of_bgra(painted(alpha)), below) == pytest.approx(wanted, abs=2)


def test_an_edge_inside_a_chroma_pixel_keeps_half_of_it() -> None:
    pixels = np.zeros((2, 2, 4), np.uint8)
    pixels[:, 0] = (77, 72, 229, 255)
    sprite = sprite_of_bgra(pixels)
    assert sprite.keep_y.tolist() == [[0, 255], [0, 255]]
    assert int(sprite.keep_uv[0, 0]) == pytest.approx(127, abs=1)
