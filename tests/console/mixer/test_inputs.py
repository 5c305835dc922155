"""Sources that keep their promises, and sources that do not."""

from collections.abc import Callable

import numpy as np
import pytest

from console.media.picture import Picture, flat
from console.media.sound import Sound
from console.mixer.inputs import LOUDEST, Inputs
from console.ports.source import OpenSource
from tests.support.guards import Expect
from tests.support.mixing import COUNT, Played, level


def empty(*shapes: tuple[int, ...]) -> Picture:
    """Planes of these shapes."""
    y, u, v = (np.zeros(shape, np.uint8) for shape in shapes)
    return Picture(y, u, v)


WRONG_PICTURES = (
    empty((3, 4), (1, 2), (1, 2)),
    empty((4, 4), (2, 2), (1, 2)),
    empty((0, 4), (0, 2), (0, 2)),
    empty((4, 4, 3), (2, 2), (2, 2)),
)


class Told:
    """Who was said to have broken."""

    def __init__(self) -> None:
        self.broken: list[tuple[str, OpenSource]] = []
        self.inputs = Inputs(lambda key, source: self.broken.append((key, source)))

    def sound(self, give: Callable[[int, int], Sound | None]) -> Sound | None:
        return self.inputs.sounds({"a": Played(give)}, 0, COUNT)["a"]


def test_what_sources_give_comes_as_it_is() -> None:
    told, picture = Told(), flat(4, 4)
    source = Played(lambda first, count: np.full((count, 2), 0.5, np.float32), picture)
    assert told.inputs.pictures({"a": source}, 0)["a"] is picture
    sound = told.inputs.sounds({"a": source}, 0, COUNT)["a"]
    assert sound is not None
    assert np.unique(sound).tolist() == [0.5]
    assert (told.broken, told.inputs.failures) == ([], 0)


def test_who_gives_nothing_is_left_out_of_the_picture_and_silent() -> None:
    told = Told()
    assert told.inputs.pictures({"a": Played(picture=None)}, 0) == {}
    assert told.sound(lambda first, count: None) is None


def test_only_those_are_asked_that_have_something() -> None:
    told, deaf = Told(), Played()
    deaf.has_picture = deaf.has_sound = False
    assert told.inputs.pictures({"a": deaf}, 0) == {}
    assert told.inputs.sounds({"a": deaf}, 0, COUNT) == {}


@pytest.mark.parametrize("given", [0, 1, COUNT - 1, COUNT, COUNT + 1, 10 * COUNT])
def test_a_sound_of_any_length_is_exactly_a_tick_long(given: int) -> None:
    sound = Told().sound(lambda first, count: np.ones((given, 2), np.float32))
    assert sound is not None
    assert sound.shape == (COUNT, 2)
    assert sound[:given].all()
    assert not sound[given:].any()


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_what_is_no_number_is_silent_and_the_rest_is_heard(bad: float) -> None:
    given = level(0.5)
    given[7] = bad
    sound = Told().sound(lambda first, count: given)
    assert sound is not None
    assert sound.dtype == np.float32
    assert sound[7].tolist() == [0, 0]
    assert np.delete(sound, 7, axis=0).min() == 0.5


def test_absurdly_loud_sound_is_kept_within_what_filters_can_bear() -> None:
    sound = Told().sound(lambda first, count: np.full((count, 2), 3e38, np.float32))
    assert sound is not None
    assert sound.max() == LOUDEST


def test_one_that_raises_gives_nothing_and_the_others_go_on(expect_warning: Expect) -> None:
    expect_warning("source bad broke")
    told, bad, good = Told(), Played(fail=True), Played(picture=flat(4, 4))
    sources = {"bad": bad, "good": good}
    for tick in range(5):
        assert list(told.inputs.pictures(sources, tick)) == ["good"]
        sounds = told.inputs.sounds(sources, tick * COUNT, COUNT)
        assert sounds["bad"] is None
        assert sounds["good"] is not None
    assert told.broken == [("bad", bad)], "told once"
    assert told.inputs.failures == 10


def test_one_that_recovers_is_shown_again(expect_warning: Expect) -> None:
    expect_warning("source a broke")
    told, source = Told(), Played(picture=flat(4, 4), fail=True)
    assert told.inputs.pictures({"a": source}, 0) == {}
    source.fail = False
    assert list(told.inputs.pictures({"a": source}, 0)) == ["a"]


def test_opened_anew_and_broken_again_it_is_told_again(expect_warning: Expect) -> None:
    expect_warning("source a broke")
    told, first, second = Told(), Played(fail=True), Played(fail=True)
    for sources in ({"a": first}, {}, {"a": second}, {"a": second}):
        told.inputs.pictures(sources, 0)
    assert told.broken == [("a", first), ("a", second)]


@pytest.mark.parametrize("picture", WRONG_PICTURES)
def test_what_is_no_picture_is_not_shown(picture: Picture, expect_warning: Expect) -> None:
    expect_warning("source a broke")
    told = Told()
    assert told.inputs.pictures({"a": Played(picture=picture)}, 0) == {}
    assert len(told.broken) == 1


@pytest.mark.parametrize(
    "wrong", [np.zeros(COUNT, np.float32), np.zeros((COUNT, 1), np.float32), np.zeros((COUNT, 2), np.int16)]
)
def test_what_is_no_sound_is_not_heard(wrong: Sound, expect_warning: Expect) -> None:
    expect_warning("source a broke")
    told = Told()
    assert told.sound(lambda first, count: wrong) is None
    assert len(told.broken) == 1
