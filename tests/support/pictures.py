"""Pictures and graphics made of numbers, for tests."""

import numpy as np

from console.media.colour import Plane
from console.media.picture import Picture
from console.media.sprite import Sprite, sprite_of_bgra

Rng = np.random.Generator


def rng(seed: int = 7) -> Rng:
    """The same chance each time."""
    return np.random.default_rng(seed)


def noise(width: int, height: int, seed: int = 7) -> Picture:
    """Every value of a byte somewhere."""
    chance = rng(seed)
    half = (height // 2, width // 2)
    return Picture(_bytes(chance, (height, width)), _bytes(chance, half), _bytes(chance, half))


def blank(width: int, height: int, value: int = 0) -> Picture:
    """Memory to draw onto."""
    half = (height // 2, width // 2)
    return Picture(
        np.full((height, width), value, np.uint8), np.full(half, value, np.uint8), np.full(half, value, np.uint8)
    )


def sprite(width: int, height: int, seed: int = 7) -> Sprite:
    """Premultiplied noise of every opacity."""
    chance = rng(seed)
    bgra = _bytes_3d(chance, (height, width, 4))
    bgra[:, :, :3] = bgra[:, :, :3].astype(int) * bgra[:, :, 3:] // 255
    return sprite_of_bgra(bgra)


def plate(width: int, height: int, bgr: tuple[int, int, int] = (255, 255, 255)) -> Sprite:
    """One opaque colour."""
    return sprite_of_bgra(np.full((height, width, 4), (*bgr, 255), np.uint8))


def planes(picture: Picture) -> list[Plane]:
    """Copies, to compare with later."""
    return [plane.copy() for plane in picture.planes]


def same(first: Picture, second: Picture) -> bool:
    """Equal in every sample."""
    return all(np.array_equal(a, b) for a, b in zip(first.planes, second.planes, strict=True))


def jump(first: Picture, second: Picture) -> float:
    """How far the luma of two pictures is apart, on average."""
    return float(np.abs(first.y.astype(int) - second.y.astype(int)).mean())


def _bytes(chance: Rng, shape: tuple[int, int]) -> Plane:
    return chance.integers(0, 256, shape, np.uint8)


def _bytes_3d(chance: Rng, shape: tuple[int, int, int]) -> Plane:
    return chance.integers(0, 256, shape, np.uint8)
