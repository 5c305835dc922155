"""Graphics look as they did when somebody last looked at them."""

from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from console.media.sprite import Sprite
from tests.golden.cases import CASES
from tests.support.graphics import FOLDER, Studio, kept, seen, studio

TILE_PX = 16
TILE_TOLERANCE = 14.0
"""Mean difference of a channel within a tile: another rasteriser's edges stay below, a changed letter does not."""


@pytest.fixture(scope="module")
def painter() -> Iterator[Studio]:
    with studio() as made:
        yield made


@pytest.mark.parametrize("name", CASES)
def test_a_graphic_looks_as_it_did(painter: Studio, name: str) -> None:
    sprite = painter.sprite(*CASES[name])
    assert isinstance(sprite, Sprite), sprite
    golden = cv2.imread(str(FOLDER / f"{name}.png"))
    assert golden is not None, "paint it with `python -m tests.golden.write`, and look at it"
    assert worst_tile(kept(seen(sprite)), golden) < TILE_TOLERANCE


def test_a_changed_figure_is_noticed() -> None:
    golden = cv2.imread(str(FOLDER / "viewer_count-portrait-typical.png"))
    assert golden is not None
    changed = golden.copy()
    changed[20:40, 120:140] = 0
    assert worst_tile(changed, golden) > TILE_TOLERANCE


def test_every_golden_picture_belongs_to_a_case() -> None:
    assert {path.stem for path in FOLDER.glob("*.png")} == set(CASES)


def worst_tile(one: NDArray[Any], other: NDArray[Any]) -> float:
    """Largest mean difference of a tile; infinite if the sizes differ."""
    if one.shape != other.shape:
        return float("inf")
    difference = cv2.absdiff(one, other).max(axis=2).astype(np.float32)
    tiles = cv2.resize(difference, (one.shape[1] // TILE_PX, one.shape[0] // TILE_PX), interpolation=cv2.INTER_AREA)
    return float(tiles.max())
