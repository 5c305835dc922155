"""From one picture to another, and to black."""

import numpy as np
import pytest

from console.media.picture import flat
from console.mixer.transition import dim, mixed
from console.model.scene import Transition
from tests.support.pictures import blank, noise, same

DISSOLVE, WIPE = Transition(kind="dissolve"), Transition(kind="wipe")
SIZE = (48, 32)


@pytest.mark.parametrize("transition", [DISSOLVE, WIPE])
def test_nothing_of_the_way_is_before_and_all_of_it_is_after(transition: Transition) -> None:
    before, after, onto = noise(*SIZE), noise(*SIZE, seed=8), blank(*SIZE)
    mixed(transition, before, after, 0.0, onto)
    assert same(onto, before)
    mixed(transition, before, after, 1.0, onto)
    assert same(onto, after)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.77])
def test_a_dissolve_is_the_weighted_mean(part: float) -> None:
    before, after, onto = noise(*SIZE), noise(*SIZE, seed=8), blank(*SIZE)
    mixed(DISSOLVE, before, after, part, onto)
    for a, b, plane in zip(before.planes, after.planes, onto.planes, strict=True):
        assert np.abs(plane - (a * (1 - part) + b * part)).max() <= 1


@pytest.mark.parametrize("part", [0.02, 0.25, 0.5, 0.99])
def test_a_wipe_comes_in_from_the_left_with_one_edge_on_an_even_pixel(part: float) -> None:
    before, after, onto = flat(*SIZE, "#000000"), flat(*SIZE, "#FFFFFF"), blank(*SIZE)
    mixed(WIPE, before, after, part, onto)
    edge = int((onto.y[0] == after.y[0, 0]).sum())
    assert abs(edge - SIZE[0] * part) <= 1
    assert edge % 2 == 0
    assert (onto.y[:, :edge] == after.y[0, 0]).all()
    assert (onto.y[:, edge:] == before.y[0, 0]).all()
    pattern = noise(*SIZE)
    mixed(WIPE, pattern, after, part, onto)
    assert (onto.u[:, edge // 2 :] == pattern.u[:, edge // 2 :]).all()
    assert (onto.v[:, : edge // 2] == after.v[0, 0]).all()


@pytest.mark.parametrize("transition", [DISSOLVE, WIPE])
def test_one_of_the_two_may_be_written_onto(transition: Transition) -> None:
    apart = blank(*SIZE)
    mixed(transition, noise(*SIZE), noise(*SIZE, seed=8), 0.4, apart)
    onto_before, onto_after = noise(*SIZE), noise(*SIZE, seed=8)
    mixed(transition, onto_before, noise(*SIZE, seed=8), 0.4, onto_before)
    mixed(transition, noise(*SIZE), onto_after, 0.4, onto_after)
    assert same(onto_before, apart)
    assert same(onto_after, apart)


def test_no_light_is_exactly_black_and_all_light_is_untouched() -> None:
    picture = noise(*SIZE)
    dim(picture, 1.0)
    assert same(picture, noise(*SIZE))
    dim(picture, 0.0)
    assert same(picture, flat(*SIZE, "#000000"))


@pytest.mark.parametrize("level", [0.2, 0.5, 0.95])
def test_half_the_light_is_half_way_to_black(level: float) -> None:
    picture, black = noise(*SIZE), flat(*SIZE, "#000000")
    dim(picture, level)
    for plane, full, none in zip(picture.planes, noise(*SIZE).planes, black.planes, strict=True):
        assert np.abs(plane - (full * level + none * (1 - level))).max() <= 1
