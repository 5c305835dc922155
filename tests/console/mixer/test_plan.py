"""The plan that makes the picture match the State."""

from fractions import Fraction

from msgspec.structs import replace

from console.mixer.plan import Layer, MixPlan, RenditionPlan, View, plan_of, still
from console.model.audio import AudioMix, Strip
from console.model.canvas import Canvas, Rate
from console.model.commands import FadeToBlack, LoadPreview, TakePreview
from console.model.entry import Event
from console.model.facts import MediaRestarted
from console.model.mix import Fade
from console.model.show import Show
from console.ports.overlay import Motion
from tests.support.desk import on_air
from tests.support.mixing import Played
from tests.support.pictures import plate
from tests.support.shows import DISSOLVE, SHOW

WIDE, NEAR = (SHOW.scenes[scene].placements for scene in ("wide", "near"))
PLATE = plate(16, 8)


def test_program_and_preview_are_the_placements_of_their_scenes() -> None:
    plan = plan_of(on_air().do(LoadPreview("near")), {}, {})
    assert (plan.view, plan.preview) == (View(WIDE), View(NEAR))


def test_every_scene_can_be_looked_at_before_it_is_on_air() -> None:
    assert plan_of(on_air().state, {}, {}).scenes == {key: one.placements for key, one in SHOW.scenes.items()}


def test_nothing_on_preview_is_nothing() -> None:
    assert plan_of(on_air().state, {}, {}).preview == View()


def test_a_transition_carries_both_scenes_and_its_beginning() -> None:
    desk = on_air()
    view = plan_of(desk.do(LoadPreview("near"), TakePreview(DISSOLVE)), {}, {}).view
    assert view == View(NEAR, before=WIDE, transition=DISSOLVE, since_us=3_000)
    assert plan_of(desk.do(TakePreview(DISSOLVE)), {}, {}).view.from_mixture


def test_the_rate_is_exact() -> None:
    show = replace(SHOW, rate=Rate(30_000, 1001))
    assert plan_of(on_air(show).state, {}, {}).rate == Fraction(30_000, 1001)


def test_every_rendition_has_its_canvas_and_its_graphics() -> None:
    layer = Layer(PLATE, 0, 0, Motion(), shown=True, since_us=0)
    plan = plan_of(on_air().state, {}, {"small": (layer,)})
    assert plan.renditions == {"main": RenditionPlan(Canvas()), "small": RenditionPlan(Canvas(), (layer,))}


def test_a_plan_says_of_which_epoch_its_times_are() -> None:
    desk = on_air()
    assert plan_of(desk.do(MediaRestarted(3_000_000)), {}, {}).epoch == desk.state.session.epoch == 1


def test_at_rest_a_plan_shows_where_its_movements_lead_at_any_media_time() -> None:
    state = on_air().do(LoadPreview("near"), TakePreview(DISSOLVE), FadeToBlack(black=True))
    coming = Layer(PLATE, 0, 0, Motion(), shown=True, since_us=10**10)
    leaving = Layer(PLATE, 0, 0, Motion(), shown=False, since_us=10**10)
    plan: MixPlan = still(plan_of(state, {}, {"main": (coming, leaving)}))
    assert plan.view == View(NEAR)
    assert plan.fade == Fade(start_level=0.0, end_level=0.0)
    (layer,) = plan.renditions["main"].layers
    assert layer.since_us + layer.motion.enter_us <= 0
    assert still(plan) == plan


def heard(show: Show, *events: Event, **sources: Played) -> frozenset[str]:
    """Whose sound is on Program after these commands."""
    return plan_of(on_air(show).do(*events), sources, {}).heard


def test_what_is_heard_follows_program() -> None:
    cam, clip = Played(), Played()
    assert heard(SHOW, cam=cam, clip=clip) == {"cam"}
    assert heard(SHOW, LoadPreview("near"), cam=cam, clip=clip) == {"cam"}
    assert heard(SHOW, LoadPreview("near"), TakePreview(), cam=cam, clip=clip) == {"clip"}


def test_what_is_always_heard_is_heard_off_program_too() -> None:
    show = replace(SHOW, audio=AudioMix(strips={"clip": Strip(always=True)}))
    assert heard(show, cam=Played(), clip=Played()) == {"cam", "clip"}


def test_what_has_no_picture_is_always_heard() -> None:
    mic = Played()
    mic.has_picture = False
    assert heard(SHOW, cam=Played(), clip=mic) == {"cam", "clip"}


def test_who_is_not_open_is_not_heard() -> None:
    assert heard(SHOW) == frozenset()
