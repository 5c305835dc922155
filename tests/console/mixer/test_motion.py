"""A graphic comes, stands and leaves, as a function of media time."""

from typing import Literal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.mixer.motion import OVERSHOOT, Pose, ease_in, ease_out, gone, pose
from console.mixer.plan import Layer
from console.ports.overlay import Motion
from tests.support.pictures import plate

CANVAS_PX = 720
SINCE_US = 5_000_000
Enter = Literal["slide", "pop", "fade"]
KINDS: tuple[Enter, ...] = ("slide", "pop", "fade")
PLATE = plate(100, 40)


def layer(enter: Enter = "slide", *, shown: bool = True, x: int = 40, ms: int = 200) -> Layer:
    motion = Motion(enter=enter, enter_us=ms * 1000, leave_us=ms * 1000)
    return Layer(PLATE, x, 600, motion, shown, SINCE_US)


def at(layer: Layer, ms: float) -> Pose | None:
    return pose(layer, SINCE_US + round(ms * 1000), canvas_width=CANVAS_PX)


@pytest.mark.parametrize("enter", KINDS)
def test_at_the_end_it_stands_exactly_at_its_place(enter: Enter) -> None:
    graphic = layer(enter)
    assert at(graphic, 200) == Pose(PLATE, 40, 600)
    assert at(graphic, 3_600_000) == Pose(PLATE, 40, 600)


@pytest.mark.parametrize(("x", "outside"), [(40, -100), (310, 720), (600, 720), (308, -100)])
def test_a_slide_starts_just_outside_the_nearer_side(x: int, outside: int) -> None:
    first = at(layer(x=x), 0)
    assert first is not None
    assert (first.x, first.y) == (outside, 600)


@pytest.mark.parametrize("x", [40, 600])
def test_a_slide_only_approaches_in_even_pixels(x: int) -> None:
    poses = [at(layer(x=x), ms) for ms in range(0, 201, 4)]
    places = [p.x for p in poses if p]
    away = [abs(place - x) for place in places]
    assert away == sorted(away, reverse=True)
    assert all(place % 2 == 0 for place in places)
    assert len(places) == 51


@pytest.mark.parametrize("enter", ["pop", "fade"])
def test_what_pops_or_fades_in_begins_with_nothing(enter: Literal["pop", "fade"]) -> None:
    first = at(layer(enter), 0)
    assert first is None or (first.sprite.keep_y == 255).all()
    strengths = [255 - int(p.sprite.keep_y.max()) for ms in range(10, 200, 10) if (p := at(layer(enter), ms))]
    assert strengths == sorted(strengths)
    assert strengths[-1] > 240


def test_a_pop_grows_past_its_size_and_stays_around_its_middle() -> None:
    poses = [p for ms in range(200) if (p := at(layer("pop"), ms))]
    widths = [p.sprite.width for p in poses]
    assert min(widths) == 90
    assert abs(max(widths) - 100 * OVERSHOOT) <= 2
    assert all(abs(p.x + p.sprite.width / 2 - 90) <= 1 for p in poses)
    assert all(abs(p.y + p.sprite.height / 2 - 620) <= 1 for p in poses)
    assert all(p.x % 2 == p.y % 2 == p.sprite.width % 2 == p.sprite.height % 2 == 0 for p in poses)


def test_leaving_is_a_fade_in_place_to_nothing() -> None:
    leaving = layer(shown=False)
    poses = [at(leaving, ms) for ms in range(0, 200, 10)]
    assert all(p and (p.x, p.y) == (40, 600) for p in poses)
    keeps = [int(p.sprite.keep_y.min()) for p in poses if p]
    assert keeps[0] == 0
    assert keeps == sorted(keeps)
    assert at(leaving, 200) is None


def test_it_is_gone_when_it_has_left_and_not_before() -> None:
    assert not gone(layer(shown=False), SINCE_US + 199_999)
    assert gone(layer(shown=False), SINCE_US + 200_000)
    assert not gone(layer(), SINCE_US + 10**12)


@pytest.mark.parametrize("enter", KINDS)
def test_motion_of_no_length_is_there_and_gone_at_once(enter: Enter) -> None:
    assert at(layer(enter, ms=0), 0) == Pose(PLATE, 40, 600)
    assert at(layer(enter, shown=False, ms=0), 0) is None
    assert at(layer(enter, shown=False, ms=0), -1) is not None, "a tick may lie before the command"


@pytest.mark.parametrize("enter", KINDS)
@pytest.mark.parametrize("shown", [True, False])
def test_a_tick_before_the_beginning_shows_the_beginning(enter: Enter, *, shown: bool) -> None:
    graphic = layer(enter, shown=shown)
    assert looks(at(graphic, -40)) == looks(at(graphic, 0))


@given(enter=st.sampled_from(KINDS), shown=st.booleans(), ms=st.integers(-50, 300))
def test_the_same_moment_looks_the_same_whatever_was_asked_before(*, enter: Enter, shown: bool, ms: int) -> None:
    graphic = layer(enter, shown=shown)
    first = looks(at(graphic, ms))
    at(graphic, ms + 60)
    assert looks(at(graphic, ms)) == first


@given(st.floats(-1, 2))
def test_easing_stays_between_its_ends(part: float) -> None:
    assert 0 <= ease_in(part) <= 1
    assert 0 <= ease_out(part) <= 1
    assert ease_in(part) <= ease_out(part) + 1e-9


def looks(posed: Pose | None) -> tuple[int, int, bytes, bytes] | None:
    if posed is None:
        return None
    return posed.x, posed.y, np.ascontiguousarray(posed.sprite.y).tobytes(), posed.sprite.keep_y.tobytes()
