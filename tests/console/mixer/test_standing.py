"""Graphics that stand look exactly as if they were worked out at each tick."""

import pytest

from console.media.painting import Move, Part
from console.media.picture import Picture
from console.mixer.blend import blend
from console.mixer.compositor import Compositor
from console.mixer.pieces import FLIP_US, PULSE_US, ROLL_US, STAMP_US, JoinedSprites, poses, rests_from_us
from console.mixer.plan import Layer, Piece, RenditionPlan, View
from console.mixer.standing import PICTURES, Stand
from console.model.canvas import Canvas
from console.ports.overlay import Motion
from tests.support.pictures import blank, noise, plate, same

BASE, FACE, OTHER = plate(40, 24), plate(8, 6), plate(8, 6, (0x4D, 0x48, 0xE5))
SINCE_US, ENTER_US = 5_000_000, 240_000


def layer(*pieces: Piece, shown: bool = True, x: int = 8) -> Layer:
    return Layer(BASE, x, 16, Motion(enter_us=ENTER_US), shown, SINCE_US, pieces)


def piece(move: Move, **more: int) -> Piece:
    return Piece(Part("one", 4, 4, FACE, move, **more), SINCE_US + 100_000, OTHER)


def expected(of: Layer, media_us: int) -> Picture:
    picture = noise(64, 96)
    for posed in poses(of, media_us, canvas_width=64):
        blend(picture, posed.sprite, x=posed.x, y=posed.y)
    return picture


@pytest.mark.parametrize("move", ["still", "roll", "flip", "pulse", "stamp"])
def test_it_moves_while_it_moves_and_then_stands_the_same(move: Move) -> None:
    moving = layer(piece(move))
    stand, joined, tick_us = Stand(moving), JoinedSprites(), 20_000
    for media_us in range(SINCE_US, SINCE_US + 1_200_000, tick_us):
        picture = noise(64, 96)
        stand.lay(picture, media_us, joined)
        joined.tidy()
        assert same(picture, expected(moving, media_us)), media_us


def test_it_rests_when_the_last_move_is_over() -> None:
    ends = {"still": 0, "roll": ROLL_US, "flip": FLIP_US, "pulse": PULSE_US, "stamp": STAMP_US}
    for move, end_us in ends.items():
        rests_us = rests_from_us(layer(piece(move)))  # type: ignore[arg-type]
        assert rests_us == max(SINCE_US + ENTER_US, SINCE_US + 100_000 + end_us)


def test_what_leaves_and_what_runs_never_rests() -> None:
    assert rests_from_us(layer(shown=False)) is None
    assert rests_from_us(layer(piece("scroll", window_px=20, speed_px_s=60, rounds=2))) is None


def test_a_picture_that_was_never_seen_before_is_drawn_as_well() -> None:
    standing = layer(piece("still"))
    stand, media_us = Stand(standing), SINCE_US + 10**7
    pictures = [noise(64, 96) for _ in range(3 * PICTURES)]
    for picture in [*pictures, *(noise(64, 96) for _ in range(3))]:
        stand.lay(picture, media_us, JoinedSprites())
        assert same(picture, expected(standing, media_us))
    assert len(stand._known) <= PICTURES


def test_time_that_runs_back_shows_it_coming_again() -> None:
    stand = Stand(layer())
    for media_us in (SINCE_US + 10**7, SINCE_US + ENTER_US // 2, SINCE_US + 10**7):
        picture = noise(64, 96)
        stand.lay(picture, media_us, JoinedSprites())
        assert same(picture, expected(layer(), media_us))


def test_a_layer_that_goes_elsewhere_is_drawn_there_and_one_that_is_gone_is_not() -> None:
    compositor, onto = Compositor(Canvas(64, 96)), blank(64, 96, 77)
    for layers in ((layer(),), (layer(), layer(x=20)), (layer(x=20),), ()):
        plan = RenditionPlan(Canvas(64, 96), layers)
        drawn = blank(64, 96, 77)
        Compositor(Canvas(64, 96)).compose(plan, View(), {}, media_us=SINCE_US + 10**7, onto=drawn)
        compositor.compose(plan, View(), {}, media_us=SINCE_US + 10**7, onto=onto)
        assert same(onto, drawn)


def test_what_is_known_of_a_layer_outlives_a_plan_that_says_the_same() -> None:
    compositor, onto = Compositor(Canvas(64, 96)), blank(64, 96, 77)
    stands = []
    for number in range(3):
        plan = RenditionPlan(Canvas(64, 96), (layer(piece("still")),) if number < 2 else (layer(),))
        compositor.compose(plan, View(), {}, media_us=SINCE_US + 10**7, onto=onto)
        stands.append(compositor._stands[0])
    assert stands[0] is stands[1]
    assert stands[2] is not stands[1]
