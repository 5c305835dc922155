"""One rendition's picture, tick by tick."""

import tracemalloc
from itertools import pairwise

import numpy as np
import pytest
from msgspec.structs import replace

from console.media.colour import yuv_of_hex
from console.media.picture import Picture, flat
from console.mixer.compositor import Compositor
from console.mixer.plan import Layer, MixPlan, RenditionPlan, plan_of
from console.model.canvas import Canvas
from console.model.commands import FadeToBlack, LoadPreview, TakePreview
from console.model.scene import Box, Placement, Scene, Transition
from console.model.show import Show
from console.ports.overlay import Motion
from tests.support.desk import Desk, on_air
from tests.support.pictures import blank, jump, noise, plate, same, sprite
from tests.support.shows import DISSOLVE, SHOW

CANVAS = Canvas(64, 96)
TICK_US = 33_333
THEME = ("#E5484D", "#FFFFFF", "#14161A", "#30A46C", "#0090FF", "#FFB224")
PICTURES = {"cam": flat(64, 96, "#000000"), "clip": flat(64, 96, "#FFFFFF")}


class Stage:
    """A desk and a compositor that draws what the desk says, on the same clock."""

    def __init__(self, show: Show = SHOW, pictures: dict[str, Picture] | None = None) -> None:
        self.desk: Desk = on_air(show)
        self.compositor = Compositor(CANVAS)
        self.pictures = PICTURES if pictures is None else pictures
        self.layers: tuple[Layer, ...] = ()

    def plan(self) -> MixPlan:
        return plan_of(self.desk.state, {}, {"main": self.layers})

    def tick(self, plan: MixPlan | None = None) -> Picture:
        """The next tick's picture, by the newest plan or an older one."""
        self.desk.wait(TICK_US)
        onto = blank(CANVAS.width, CANVAS.height, 77)
        plan = plan or self.plan()
        self.compositor.compose(
            plan.renditions["main"],
            plan.view,
            self.pictures,
            media_us=self.desk.clocks.now().media_us,
            onto=onto,
            fade=plan.fade,
        )
        return onto

    def ticks(self, count: int) -> list[Picture]:
        return [self.tick() for _ in range(count)]


def smooth(pictures: list[Picture], *, step: float) -> bool:
    """No two neighbours are further apart than `step`, in steps of luma."""
    return max(jump(a, b) for a, b in pairwise(pictures)) <= step


FULL = 235 - 16
STEP = FULL * TICK_US / DISSOLVE.duration_us + FULL * 2_000 / DISSOLVE.duration_us + 1
"""What a dissolve from black to white moves in a tick, the milliseconds of two commands included."""


@pytest.mark.parametrize("colour", THEME)
def test_a_theme_colour_survives_composition_exactly(colour: str) -> None:
    stage = Stage(pictures={"cam": flat(64, 96, colour), "clip": noise(64, 96)})
    bgr = tuple(reversed(bytes.fromhex(colour[1:])))
    stage.layers = (Layer(plate(20, 12, bgr), 60, 90, Motion("fade"), shown=True, since_us=-(10**7)),)  # type: ignore[arg-type]
    assert same(stage.tick(), flat(64, 96, colour))


def test_a_cut_is_there_with_the_next_tick() -> None:
    stage = Stage()
    assert same(stage.tick(), PICTURES["cam"])
    stage.desk.do(LoadPreview("near"), TakePreview())
    assert same(stage.tick(), PICTURES["clip"])


@pytest.mark.parametrize("kind", ["dissolve", "wipe"])
def test_a_transition_leads_evenly_from_one_scene_to_the_other(kind: str) -> None:
    stage = Stage()
    first = stage.tick()
    stage.desk.do(LoadPreview("near"), TakePreview(replace(DISSOLVE, kind=kind)))
    pictures = [first, *stage.ticks(16)]
    levels = [float(picture.y.mean()) for picture in pictures]
    assert levels == sorted(levels)
    assert smooth(pictures, step=STEP + FULL * 2 / CANVAS.width)
    assert same(pictures[-1], PICTURES["clip"])


def test_a_tick_before_the_take_still_shows_what_was() -> None:
    stage = Stage()
    stage.desk.do(LoadPreview("near"), TakePreview(DISSOLVE))
    view, onto = stage.plan().view, blank(64, 96)
    stage.compositor.compose(RenditionPlan(CANVAS), view, PICTURES, media_us=view.since_us - 30_000, onto=onto)
    assert same(onto, PICTURES["cam"])


@pytest.mark.parametrize("interrupted_after", [1, 4, 7, 14])
@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_dissolve_that_is_interrupted_has_no_flash_frame(interrupted_after: int, times: int) -> None:
    stage = Stage()
    stage.desk.do(LoadPreview("near"))
    pictures = [stage.tick()]
    for _ in range(times + 1):
        stage.desk.do(TakePreview(DISSOLVE))
        pictures += stage.ticks(interrupted_after)
    pictures += stage.ticks(18)
    assert smooth(pictures, step=STEP)
    assert same(pictures[-1], PICTURES["clip" if times % 2 == 0 else "cam"])


def test_a_wipe_interrupted_by_a_dissolve_goes_on_from_the_half_wiped_picture() -> None:
    stage = Stage()
    stage.desk.do(LoadPreview("near"), TakePreview(Transition(kind="wipe", duration_us=500_000)))
    half = stage.ticks(7)[-1]
    assert {16, 235} == set(np.unique(half.y))
    stage.desk.do(TakePreview(DISSOLVE))
    assert jump(half, stage.tick()) <= STEP


def test_two_takes_between_two_ticks_start_from_what_stood() -> None:
    stage = Stage()
    stage.desk.do(LoadPreview("near"), TakePreview(DISSOLVE))
    stage.ticks(20)
    stage.desk.do(TakePreview(DISSOLVE))
    stage.ticks(7)
    stage.desk.do(TakePreview())
    before = stage.tick()
    stage.desk.do(TakePreview(DISSOLVE), TakePreview(DISSOLVE))
    pictures = [before, *stage.ticks(3)]
    assert smooth(pictures, step=STEP), "not from a mixture of long ago"


def test_a_plan_that_comes_late_does_not_step_back() -> None:
    stage = Stage()
    stage.desk.do(LoadPreview("near"), TakePreview(DISSOLVE))
    stage.ticks(14)
    old = stage.plan()
    stage.desk.do(TakePreview(DISSOLVE))
    assert stage.plan().view.from_mixture
    finished = stage.tick(old)
    finished = stage.tick(old)
    assert same(finished, PICTURES["clip"])
    late = stage.tick()
    passed = (stage.desk.clocks.now().media_us - stage.plan().view.since_us) / DISSOLVE.duration_us
    assert abs(late.y.mean() - (235 - FULL * passed)) <= 1


def test_sources_go_on_moving_during_a_transition() -> None:
    stage = Stage(pictures=dict(PICTURES))
    stage.desk.do(LoadPreview("near"), TakePreview(DISSOLVE))
    stage.ticks(7)
    stage.pictures["cam"] = flat(64, 96, "#FFFFFF")
    assert same(stage.tick(), PICTURES["clip"])


def test_a_fade_to_black_covers_graphics_too_and_ends_black() -> None:
    stage = Stage(pictures={"cam": noise(64, 96)})
    stage.layers = (Layer(plate(20, 12), 10, 10, Motion(), shown=True, since_us=-(10**7)),)
    stage.desk.do(FadeToBlack(black=True))
    assert same(stage.ticks(17)[-1], flat(64, 96, "#000000"))


@pytest.mark.parametrize("called_back_after", [1, 5, 12])
def test_a_fade_that_is_called_back_keeps_its_level(called_back_after: int) -> None:
    stage = Stage(pictures={"cam": flat(64, 96, "#FFFFFF")})
    pictures = [stage.tick()]
    for black in (True, False, True, False):
        stage.desk.do(FadeToBlack(black=black))
        pictures += stage.ticks(called_back_after)
    pictures += stage.ticks(17)
    assert smooth(pictures, step=STEP)
    assert same(pictures[-1], flat(64, 96, "#FFFFFF"))


def test_graphics_are_not_part_of_a_transition() -> None:
    stage = Stage()
    stage.layers = (Layer(plate(20, 12, (0x4D, 0x48, 0xE5)), 10, 10, Motion(), shown=True, since_us=-(10**7)),)
    stage.desk.do(LoadPreview("near"), TakePreview(DISSOLVE))
    stage.ticks(5)
    stage.desk.do(TakePreview(DISSOLVE))
    stage.layers = (Layer(stage.layers[0].sprite, 40, 60, Motion(), shown=True, since_us=-(10**7)),)
    picture = stage.tick()
    assert (picture.y[60:72, 40:60] == yuv_of_hex("#E5484D")[0]).all()
    assert len(np.unique(picture.y[10:22, 10:30])) == 1, "no ghost where it stood when the second take came"


def test_later_graphics_lie_over_earlier_ones_and_what_has_left_is_not_drawn() -> None:
    stage = Stage()
    below, above, left = plate(20, 12), plate(20, 12, (0, 0, 0)), plate(64, 96)
    stage.layers = (
        Layer(below, 10, 10, Motion(), shown=True, since_us=-(10**7)),
        Layer(above, 20, 10, Motion(), shown=True, since_us=-(10**7)),
        Layer(left, 0, 0, Motion(), shown=False, since_us=-(10**7)),
    )
    picture = stage.tick()
    assert (picture.y[10:22, 10:20] == 235).all()
    assert (picture.y[10:22, 20:40] == 16).all()
    assert picture.y[0, 0] == 16


def test_resized_pictures_of_a_scene_that_has_left_are_not_kept() -> None:
    stage = Stage(pictures={"cam": noise(128, 80), "clip": noise(80, 128)})
    stage.desk.do(LoadPreview("near"), TakePreview(DISSOLVE))
    stage.tick()
    assert {key[0] for key in stage.compositor._painter._sized} == {"cam", "clip"}
    stage.ticks(16)
    assert {key[0] for key in stage.compositor._painter._sized} == {"clip"}


def test_320_ticks_with_everything_moving_take_no_new_memory() -> None:
    inset = Placement(source="clip", box=Box(x=0.25, width=0.5, height=0.5))
    wide = Scene(name="Wide", placements=(Placement(source="cam"), inset))
    stage = Stage(replace(SHOW, scenes={**SHOW.scenes, "wide": wide}), pictures={})
    graphic, frames = sprite(48, 30), [noise(128, 80, seed) for seed in range(4)]
    stage.desk.do(LoadPreview("near"))
    onto = blank(CANVAS.width, CANVAS.height)

    def play(count: int) -> None:
        for number in range(count):
            stage.pictures["cam"], stage.pictures["clip"] = frames[number % 4], frames[(number + 1) % 4]
            if number % 20 == 0:
                stage.desk.store.dispatch(TakePreview(DISSOLVE))
            stage.desk.wait(TICK_US)
            media_us = stage.desk.clocks.now().media_us
            since_us = media_us - number % 10 * TICK_US
            layer = Layer(graphic, number % 60, 80, Motion("pop"), shown=True, since_us=since_us)
            plan = RenditionPlan(CANVAS, (layer,))
            stage.compositor.compose(plan, stage.plan().view, stage.pictures, media_us=media_us, onto=onto)
        stage.desk.entries.clear()
        stage.desk.states.clear()

    tracemalloc.start()
    try:
        play(80)
        before = pixels_held()
        play(320)
        after = pixels_held()
    finally:
        tracemalloc.stop()
    assert after == before


def pixels_held() -> int:
    """Bytes that numpy holds of what was taken since the tracing began."""
    only_numpy = tracemalloc.DomainFilter(inclusive=True, domain=np.lib.tracemalloc_domain)
    return sum(trace.size for trace in tracemalloc.take_snapshot().filter_traces([only_numpy]).traces)
