"""Takes and cues."""

from msgspec.structs import replace

from console.core.store import replayed
from console.model.commands import HoldSegment, LoadPreview, SetNext, TakeNext, TakePreview
from console.model.facts import CueFired, PriceSynced, SessionResumed
from console.model.rundown import Cue, OfferAction
from console.model.scene import CUT
from tests.support.desk import Desk, on_air
from tests.support.sale import SALE, S, selling_desk, yen
from tests.support.shows import DISSOLVE


def at_tea() -> Desk:
    desk = selling_desk()
    desk.do(TakeNext(), TakeNext())
    assert desk.state.rundown.on_air == "tea"
    return desk


def with_cues(*cues: Cue) -> Desk:
    segments = {**SALE.segments, "hello": replace(SALE.segments["hello"], cues=cues)}
    return on_air(replace(SALE, segments=segments))


def test_taking_next_brings_its_scene_its_product_its_cues_and_the_one_after_it() -> None:
    desk = selling_desk()
    desk.do(TakeNext())
    state = desk.do(TakeNext(DISSOLVE))
    assert (state.rundown.on_air, state.rundown.next) == ("tea", "cup")
    assert state.mix.program == "near"
    assert state.mix.change is not None
    assert state.mix.change.transition == DISSOLVE
    assert state.explaining.product == "tea"
    assert state.selling.status("tea").phase == "armed"
    assert state.rundown.fired == ("arm",)


def test_planned_and_actual_times_are_kept() -> None:
    desk = selling_desk()
    desk.do(TakeNext())
    first_us = desk.clocks.now().show_us
    desk.wait(50 * S)
    desk.do(TakeNext())
    status = desk.state.rundown
    assert (status.started_us, status.played["hello"].started_us) == (first_us, first_us)
    assert status.played["hello"].ended_us == status.played["tea"].started_us == desk.clocks.now().show_us


def test_a_segment_that_is_taken_again_keeps_how_long_it_was_on_air_and_its_cues_happen_again() -> None:
    desk = selling_desk()
    desk.do(TakeNext())
    desk.wait(10 * S)
    desk.do(SetNext("hello"), TakeNext())
    played = desk.state.rundown.played["hello"]
    assert (played.earlier_us, played.ended_us) == (10 * S + 2_000, 0)


def test_a_segment_without_a_scene_leaves_the_picture_and_one_without_a_product_ends_the_explaining() -> None:
    desk = at_tea()
    state = desk.do(TakeNext())
    assert (state.rundown.on_air, state.mix.program, state.explaining.product) == ("cup", "near", "cup")
    assert desk.do(TakeNext()).explaining.product == ""


def test_the_take_of_a_preview_that_came_from_next_advances_the_rundown() -> None:
    desk = selling_desk()
    state = desk.do(TakePreview(DISSOLVE))
    assert (state.rundown.on_air, state.rundown.next, state.mix.preview) == ("hello", "tea", "near")
    state = desk.do(TakePreview(CUT))
    assert (state.rundown.on_air, state.mix.program, state.mix.preview) == ("tea", "near", "wide")


def test_the_take_of_a_preview_that_somebody_chose_does_not() -> None:
    desk = selling_desk()
    state = desk.do(LoadPreview("near"), TakePreview())
    assert (state.rundown.on_air, state.rundown.next, state.mix.program) == (None, "hello", "near")
    assert desk.do(TakePreview()).rundown.on_air is None, "what was on Program is on Preview, not Next"


def test_a_timed_cue_happens_once_when_it_is_due() -> None:
    desk = at_tea()
    fact = CueFired("tea", "start")
    desk.wait(20 * S - 2_000)
    early = desk.state
    assert desk.do(fact) is early
    desk.wait(1_000)
    state = desk.do(fact)
    assert (state.selling.status("tea").phase, state.overlays["qr"].shown) == ("counting", True)
    assert desk.do(fact, CueFired("cup", "start"), CueFired("tea", "nothing"), CueFired("tea", "arm")) is state


def test_held_time_does_not_count_for_cues() -> None:
    desk = at_tea()
    desk.wait(10 * S)
    desk.do(HoldSegment(hold=True))
    desk.wait(60 * S)
    held = desk.state
    assert desk.do(CueFired("tea", "start")) is held
    desk.do(HoldSegment(hold=False))
    released = desk.state
    assert desk.do(CueFired("tea", "start")) is released
    desk.wait(10 * S)
    assert "start" in desk.do(CueFired("tea", "start")).rundown.fired


def test_a_cue_is_not_fired_again_after_a_restart() -> None:
    desk = at_tea()
    desk.wait(41 * S)
    desk.do(CueFired("tea", "start"), CueFired("tea", "wide"))
    again = replayed(desk.states[0], desk.entries)
    assert again == desk.state
    resumed = desk.do(SessionResumed())
    assert desk.do(CueFired("tea", "start"), CueFired("tea", "wide")) is resumed
    assert resumed.rundown.fired == ("arm", "start", "wide")


def test_a_cue_that_brings_a_scene_cuts_to_it_and_leaves_preview_alone() -> None:
    desk = at_tea()
    desk.wait(41 * S)
    preview = desk.state.mix.preview
    state = desk.do(CueFired("tea", "wide"))
    assert (state.mix.program, state.mix.change, state.mix.preview) == ("wide", None, preview)


def test_what_a_cue_cannot_do_is_said_and_stops_nothing_else() -> None:
    desk = selling_desk()
    desk.do(TakeNext(), PriceSynced("tea", yen(1980)))
    state = desk.do(TakeNext())
    codes = [notice.message.code for notice in state.notices][-2:]
    assert (state.rundown.on_air, codes) == ("tea", ["cue_not_done", "offer_price_differs"])
    desk = with_cues(Cue(id="all", scene="nothing", explain="nothing", show=("nothing", "qr"), hide=("nothing",)))
    state = desk.do(TakeNext())
    assert len(state.notices) == 8
    assert state.overlays["qr"].shown


def test_one_cue_can_do_the_whole_of_an_offer() -> None:
    verbs = ("arm", "start", "open_price", "end")
    actions = tuple(OfferAction(offer="cup", verb=verb) for verb in verbs)  # type: ignore[arg-type]
    desk = with_cues(Cue(id="all", explain="cup", offers=actions))
    state = desk.do(TakeNext())
    assert (state.selling.status("cup").phase, state.selling.status("cup").price_open) == ("ended", True)
    assert (state.explaining.product, state.notices) == ("cup", ())
