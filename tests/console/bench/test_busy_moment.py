import numpy as np
import pytest

from console.bench import compose as subject
from console.bench.busy_moment import KINDS, ten_graphics
from console.bench.compose import LIMIT_LEVELS
from console.bench.graphics import Graphic, graphics_of
from console.bench.run import KINDS as USUAL
from console.library.show_file import demo_show_folder, load_show
from console.model.canvas import Canvas
from overlays.slots import overlap

CANVAS = Canvas(720, 1280)


@pytest.fixture(scope="module")
def ten() -> tuple[Graphic, ...]:
    """Painted once."""
    return ten_graphics(load_show(demo_show_folder()), CANVAS)


def test_the_usual_five_are_five() -> None:
    five = graphics_of(load_show(demo_show_folder()), CANVAS, USUAL)
    assert sorted(one.kind for one in five) == sorted(USUAL)


def test_all_ten_have_room_at_once(ten: tuple[Graphic, ...]) -> None:
    boxes = [(one.x, one.y, one.sprite.width, one.sprite.height) for one in ten]
    assert sorted(one.kind for one in ten) == sorted(KINDS)
    assert not any(overlap(one, other) for n, one in enumerate(boxes) for other in boxes[:n])


def test_digits_and_a_line_that_runs_lie_apart_as_on_air(ten: tuple[Graphic, ...]) -> None:
    values = {one.kind: dict(one.values) for one in ten if one.values}
    moves = {piece.part.move for one in ten for piece in one.pieces}
    assert values["countdown"] == {"left": "00:45"}
    assert all(one.pieces for one in ten if one.values)
    assert "scroll" in moves


def test_both_sides_show_the_same_of_every_graphic(ten: tuple[Graphic, ...]) -> None:
    pictures = subject._pictures(CANVAS)
    for one in ten:
        draws = subject._ours((one,), CANVAS, pictures), subject._overlay_filter((one,), CANVAS, pictures)
        share = one.sprite.width * one.sprite.height / (CANVAS.width * CANVAS.height)
        assert subject._difference(*(draw(0) for draw in draws)) / share < LIMIT_LEVELS, one.kind


def test_the_flat_pictures_have_their_digits(ten: tuple[Graphic, ...]) -> None:
    [countdown] = [one for one in ten if one.kind == "countdown"]
    for piece in countdown.pieces:
        part = piece.part
        if part.move == "still":
            box = np.s_[part.y : part.y + part.sprite.height, part.x : part.x + part.sprite.width]
            assert int(np.ptp(countdown.bgra[box][..., :3])) > 60
