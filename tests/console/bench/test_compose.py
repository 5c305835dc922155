import numpy as np

from console.bench import compose as subject
from console.bench.compose import LIMIT_LEVELS, compose
from console.bench.graphics import Graphic
from console.model.canvas import Canvas

CANVAS = Canvas(192, 320)


def graphic(x: int, y: int, *, width: int = 96, height: int = 64, opacity: int = 200) -> Graphic:
    bgra = np.zeros((height, width, 4), np.uint8)
    bgra[8:-8, 8:-8] = [*(channel * opacity // 255 for channel in (240, 30, 200)), opacity]
    return Graphic("card", x, y, bgra)


def test_both_sides_make_the_same_picture() -> None:
    section = compose((graphic(10, 20), graphic(80, 200), graphic(0, 0, opacity=255)), CANVAS, rounds=1)
    claims = {claim.key: claim for claim in section.claims}
    assert claims["compose.difference"].holds
    assert all(claim.measured is not None and claim.measured > 0 for claim in section.claims)


def test_a_side_that_leaves_a_graphic_out_is_found() -> None:
    pictures = subject._pictures(CANVAS)
    both = (graphic(0, 0, width=192, height=160), graphic(0, 160, width=192, height=160))
    ours = subject._ours(both, CANVAS, pictures)
    theirs = subject._overlay_filter(both[:1], CANVAS, pictures)
    assert subject._difference(ours(0), theirs(0)) > LIMIT_LEVELS


def test_graphics_that_never_change_are_laid_over_every_picture() -> None:
    pictures = subject._pictures(CANVAS)
    draw = subject._overlay_filter((graphic(10, 20),), CANVAS, pictures, changing=False)
    same = subject._overlay_filter((graphic(10, 20),), CANVAS, pictures)
    for number in range(3):
        assert subject._difference(draw(number), same(number)) < LIMIT_LEVELS
