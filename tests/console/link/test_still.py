"""Pictures in a JPEG and back."""

import numpy as np
import pytest

from console.link.still import packed, unpacked
from console.media.picture import Picture


def noise(width: int, height: int) -> Picture:
    chance = np.random.default_rng(1)
    smooth = np.kron(chance.integers(16, 236, (height // 8, width // 8)), np.ones((8, 8))).astype(np.uint8)
    half = np.ascontiguousarray(smooth[::2, ::2])
    return Picture(smooth, half, 255 - half)


@pytest.mark.parametrize(("width", "height"), [(64, 32), (360, 640), (16, 16)])
def test_planes_come_back_as_they_were(width: int, height: int) -> None:
    picture = noise(width, height)
    back = unpacked(packed(picture, quality=90), pts_us=7)
    assert back is not None
    assert back.pts_us == 7
    for plane, was in zip(back.planes, picture.planes, strict=True):
        assert plane.shape == was.shape
        assert np.abs(plane.astype(int) - was.astype(int)).mean() < 6


@pytest.mark.parametrize("data", [b"", b"x" * 100, packed(noise(64, 32))[:200], b"\xff\xd8\xff" + bytes(3_000_000)])
def test_what_is_no_picture_is_none(data: bytes) -> None:
    back = unpacked(data)
    assert back is None or back.width == 64
