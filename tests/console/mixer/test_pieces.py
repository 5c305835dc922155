"""What lies on a graphic moves as a function of media time, and comes and goes with it."""

from fractions import Fraction
from itertools import pairwise
from typing import Literal

import numpy as np
import pytest

from console.media.painting import DIGITS, Figures, Move, Part, shape_of
from console.media.sprite import Sprite
from console.media.timebase import tick_us
from console.mixer.motion import Pose
from console.mixer.pieces import FLIP_US, PULSE_US, ROLL_US, STAMP_US, JoinedSprites, joined_sprite, piece_pose, poses
from console.mixer.plan import Layer, MixPlan, Piece, RenditionPlan, still
from console.model.canvas import Canvas
from console.ports.overlay import Motion
from tests.support.pictures import plate

SINCE_US = 5_000_000
BASE, FACE, OTHER = plate(100, 60), plate(20, 12), plate(20, 12, (0x4D, 0x48, 0xE5))
LONG_AGO_US = -(10**9)


def part(move: Move = "still", sprite: Sprite = FACE, **more: int) -> Part:
    return Part("one", 10, 20, sprite, move, **more)


def at(piece: Piece, passed_us: int) -> Pose | None:
    return piece_pose(piece, SINCE_US + passed_us)


def layer(
    *pieces: Piece, shown: bool = True, enter: Literal["slide", "pop", "fade"] = "fade", since_us: int = 0
) -> Layer:
    return Layer(BASE, 40, 600, Motion(enter=enter), shown, since_us, pieces)


def test_what_stands_lies_at_its_place_on_the_graphic() -> None:
    (one,) = poses(layer(Piece(part(), 0)), 10**7, canvas_width=720)
    assert (one.x, one.y) == (40, 600)
    assert (one.sprite.y == joined_sprite(BASE, [Pose(FACE, 10, 20)]).y).all()


def test_what_rests_is_joined_once_and_forgotten_when_it_is_gone() -> None:
    joined, counting = JoinedSprites(), layer(Piece(part(sprite=OTHER), 0))
    seen: list[Pose] = []
    for tick in range(3):
        seen += poses(counting, 10**7 + tick, canvas_width=720, joined=joined)
        joined.tidy()
    assert len({id(one.sprite) for one in seen}) == 1
    joined.tidy()
    assert poses(counting, 10**7, canvas_width=720, joined=joined)[0].sprite is not seen[0].sprite


def test_what_lies_over_something_that_moves_stays_over_it() -> None:
    glowing = layer(Piece(part("pulse"), 10**7), Piece(part(sprite=OTHER), 0))
    sprites = [one.sprite for one in poses(glowing, 10**7 + 100_000, canvas_width=720)]
    assert sprites[0] is BASE
    assert sprites[-1] is OTHER
    assert len(sprites) == 3


def test_a_graphic_slides_with_all_that_lies_on_it() -> None:
    flipping = Piece(part("flip"), 100_000, before=FACE)
    base, face = poses(layer(flipping, enter="slide"), 100_000, canvas_width=720)
    assert (face.x - base.x, face.y - base.y) == (10, 20)
    assert base.x < 40


@pytest.mark.parametrize("enter", ["pop", "fade"])
def test_a_graphic_pops_and_fades_as_one(enter: Literal["pop", "fade"]) -> None:
    (one,) = poses(layer(Piece(part(), 0), enter=enter), 60_000, canvas_width=720)
    assert one.sprite is not BASE
    (leaving,) = poses(layer(Piece(part(), 0), shown=False), 80_000, canvas_width=720)
    assert leaving.sprite.keep_y.min() > 0


def test_joined_is_what_laying_one_after_the_other_gives() -> None:
    clear = Sprite(
        *(np.zeros_like(plane) for plane in (BASE.y, BASE.u, BASE.v)),
        *(np.full_like(plane, 255) for plane in (BASE.keep_y, BASE.keep_uv)),
    )
    joined = joined_sprite(clear, [Pose(FACE, 10, 20), Pose(FACE, 96, 56)])
    assert (joined.y[20:32, 10:30] == FACE.y).all()
    assert (joined.keep_y[20:32, 10:30] == FACE.keep_y).all()
    assert joined.keep_y[0, 0] == 255
    assert clear.keep_y.min() == 255


def test_a_flip_closes_the_old_face_and_opens_the_new_one_around_its_middle() -> None:
    flip = Piece(part("flip"), SINCE_US, before=OTHER)
    heights = [(pose.sprite.height, pose.y) for us in range(0, FLIP_US, 20_000) if (pose := at(flip, us))]
    assert heights[0] == (12, 20)
    assert min(heights)[0] <= 4
    assert all(abs(y + height / 2 - 26) <= 1 for height, y in heights)
    assert at(flip, FLIP_US) == Pose(FACE, 10, 20)
    assert at(Piece(part("flip"), SINCE_US), 1) == Pose(FACE, 10, 20)


def test_a_roll_stays_in_its_cell_and_ends_with_the_new_digit() -> None:
    roll = Piece(part("roll"), SINCE_US, before=OTHER)
    seen = [pose for us in range(0, ROLL_US + 1, 10_000) if (pose := at(roll, us))]
    assert all((pose.sprite.width, pose.sprite.height, pose.x, pose.y) == (20, 12, 10, 20) for pose in seen)
    assert (seen[0].sprite.y == OTHER.y).all()
    assert seen[-1] == Pose(FACE, 10, 20)


def test_a_pulse_glows_once_and_is_gone_until_the_next_change() -> None:
    pulse = Piece(part("pulse"), SINCE_US)
    keeps = [int(pose.sprite.keep_y.min()) for us in range(0, PULSE_US, 50_000) if (pose := at(pulse, us))]
    assert keeps[0] == 0
    assert keeps == sorted(keeps)
    assert at(pulse, PULSE_US) is None


def test_a_stamp_comes_down_from_above_its_size_and_stays() -> None:
    stamp = Piece(part("stamp"), SINCE_US)
    widths = [pose.sprite.width for us in range(0, STAMP_US, 30_000) if (pose := at(stamp, us))]
    assert widths[0] == 24
    assert widths == sorted(widths, reverse=True)
    assert at(stamp, 10**8) == Pose(FACE, 10, 20)


def test_a_line_runs_two_pixels_a_tick_through_its_window_and_stops_by_itself() -> None:
    line = Piece(part("scroll", plate(200, 12), window_px=80, speed_px_s=60, rounds=2), SINCE_US)
    places = [at(line, tick_us(tick, Fraction(30))) for tick in range(-5, 300)]
    rights = [pose.x + pose.sprite.width for pose in places if pose]
    assert max(rights) <= 90
    assert min(pose.x for pose in places if pose) == 10
    assert all(pose.x % 2 == 0 and pose.sprite.width % 2 == 0 for pose in places if pose)
    entering = [pose.x for pose in places[8:45] if pose]
    assert {before - after for before, after in pairwise(entering)} == {2}
    assert line.part.run_us == 2 * ((200 + 80) * 1_000_000 // 60)
    assert at(line, line.part.run_us - 200_000) is not None
    assert at(line, line.part.run_us) is None


def test_digits_stand_in_their_cells_and_marks_between_them_are_no_digits() -> None:
    glyphs = tuple(plate(8, 12, (n, n, n)) for n in range(10))
    figures = Figures("left", ((0, 0), (8, 0), (24, 0), (32, 0)), glyphs)
    parts = figures.parts("04:32", "roll")
    assert [DIGITS[glyphs.index(one.sprite)] for one in parts] == ["0", "4", "3", "2"]
    assert [one.x for one in parts] == [0, 8, 24, 32]
    assert shape_of("1,234:5 枚") == "0,000:0 枚"


def test_after_a_stall_nothing_on_a_graphic_moves() -> None:
    plan = MixPlan(renditions={"main": RenditionPlan(Canvas(), (layer(Piece(part("flip"), 10**12, before=OTHER)),))})
    (stood,) = still(plan).renditions["main"].layers
    assert len(poses(stood, 0, canvas_width=720)) == 1
