"""Program and Preview."""

import pytest

from console.model.commands import EndSession, FadeToBlack, LoadPreview, TakePreview
from console.model.facts import MediaRestarted
from console.model.scene import Transition
from tests.support.desk import Desk, on_air
from tests.support.shows import DISSOLVE


def test_a_take_swaps_program_and_preview() -> None:
    mix = on_air().do(LoadPreview("near"), TakePreview()).mix
    assert (mix.program, mix.preview, mix.change) == ("near", "wide", None)


def test_only_scenes_of_the_show_go_to_preview() -> None:
    assert on_air().refused(LoadPreview("nowhere")).code == "no_such_scene"


def test_an_empty_preview_is_not_taken() -> None:
    assert on_air().refused(TakePreview()).code == "nothing_on_preview"


def test_nothing_is_taken_or_faded_without_a_session() -> None:
    desk = Desk()
    desk.do(LoadPreview("near"))
    assert desk.refused(TakePreview()).code == "no_session"
    assert desk.refused(FadeToBlack(black=True)).code == "no_session"
    ended = on_air()
    ended.do(EndSession())
    assert ended.refused(FadeToBlack(black=True)).code == "no_session"


@pytest.mark.parametrize("transition", [Transition(kind="cut", duration_us=500_000), Transition(kind="wipe")])
def test_a_cut_takes_no_time_and_what_takes_no_time_is_a_cut(transition: Transition) -> None:
    assert on_air().do(LoadPreview("near"), TakePreview(transition)).mix.change is None


def test_a_transition_starts_at_the_media_time_of_the_take() -> None:
    desk = on_air()
    change = desk.do(LoadPreview("near"), TakePreview(DISSOLVE)).mix.change
    assert change is not None
    assert (change.from_scene, change.since_us, change.from_mixture) == ("wide", 3_000, False)


@pytest.mark.parametrize(("waited_us", "from_mixture"), [(200_000, True), (498_999, True), (499_000, False)])
def test_a_second_take_starts_from_the_mixture_only_while_the_first_is_under_way(
    waited_us: int, *, from_mixture: bool
) -> None:
    desk = on_air()
    desk.do(LoadPreview("near"), TakePreview(DISSOLVE))
    desk.wait(waited_us)
    change = desk.do(TakePreview(DISSOLVE)).mix.change
    assert change is not None
    assert change.from_mixture is from_mixture
    assert desk.state.mix.program == "wide"


def test_a_fade_that_is_called_back_goes_on_from_the_level_it_reached() -> None:
    desk = on_air()
    desk.do(FadeToBlack(black=True, duration_us=1_000_000))
    desk.wait(399_000)
    fade = desk.do(FadeToBlack(black=False, duration_us=1_000_000)).mix.fade
    assert fade.start_level == pytest.approx(0.6)
    now_us = desk.clocks.now().media_us
    assert fade.level(now_us) == pytest.approx(0.6)
    assert [round(fade.level(now_us + us), 3) for us in (500_000, 1_000_000, 9_000_000)] == [0.8, 1.0, 1.0]


def test_a_fade_without_duration_is_over_at_once() -> None:
    desk = on_air()
    fade = desk.do(FadeToBlack(black=True, duration_us=0)).mix.fade
    assert fade.level(desk.clocks.now().media_us) == 0.0


def test_a_new_epoch_finds_everything_at_rest() -> None:
    desk = on_air()
    desk.do(LoadPreview("near"), TakePreview(DISSOLVE), FadeToBlack(black=True), MediaRestarted(9_000_000))
    assert desk.state.mix.change is None
    assert desk.state.mix.program == "near"
    assert desk.state.mix.fade.level(0) == 0.0
