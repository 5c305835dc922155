"""The running order, changed without touching what is on air."""

import pytest
from msgspec.structs import replace

from console.model.commands import (
    EndSession,
    HoldSegment,
    LoadPreview,
    MoveSegment,
    SetNext,
    SkipNext,
    StartSession,
    TakeNext,
)
from console.model.entry import Event
from tests.support.desk import Desk, on_air
from tests.support.sale import SALE, S, selling_desk
from tests.support.shows import SHOW


def test_a_session_begins_with_the_first_segment_next_and_its_scene_on_preview() -> None:
    state = selling_desk().state
    assert (state.rundown.order, state.rundown.next, state.rundown.on_air) == (SALE.rundown, "hello", None)
    assert (state.mix.program, state.mix.preview, state.rundown.on_preview) == ("wide", "wide", "hello")


def test_segments_nobody_wrote_and_doubled_ones_are_left_out() -> None:
    desk = on_air(replace(SALE, rundown=("tea", "nothing", "tea", "cup")))
    assert desk.state.rundown.order == ("tea", "cup")


def test_a_jump_moves_next_and_its_scene_and_nothing_on_air() -> None:
    desk = selling_desk()
    desk.do(TakeNext())
    program = desk.state.mix.program
    state = desk.do(SetNext("bye"))
    assert (state.rundown.next, state.rundown.on_preview, state.mix.preview) == ("bye", "bye", "wide")
    assert (state.rundown.on_air, state.mix.program) == ("hello", program)
    assert desk.do(TakeNext()).rundown.next is None, "bye is the last"


def test_a_next_without_a_scene_leaves_on_preview_what_a_person_chose_and_takes_away_what_next_had_put() -> None:
    desk = selling_desk()
    assert desk.do(SetNext("cup")).mix.preview is None
    chosen = selling_desk()
    assert chosen.do(LoadPreview("near"), SetNext("cup")).mix.preview == "near"


def test_what_is_skipped_is_left_out_and_the_one_after_it_is_next() -> None:
    desk = selling_desk()
    state = desk.do(TakeNext(), SkipNext())
    assert (state.rundown.next, state.rundown.on_air) == ("cup", "hello")
    desk.do(SkipNext(), SkipNext())
    assert desk.refused(SkipNext()).code == "nothing_is_next"


def test_held_time_is_summed_and_holding_twice_is_holding_once() -> None:
    desk = selling_desk()
    assert desk.refused(HoldSegment(hold=True)).code == "no_segment_on_air"
    held = desk.do(TakeNext(), HoldSegment(hold=True))
    assert desk.do(HoldSegment(hold=True)) is held
    desk.wait(7 * S)
    status = desk.do(HoldSegment(hold=False)).rundown
    assert (status.held, status.held_us) == (False, 7 * S + 2_000)
    assert desk.do(TakeNext()).rundown.played["hello"].held_us == 7 * S + 2_000
    assert desk.state.rundown.held_us == 0


def test_a_moved_segment_becomes_next_where_next_was_simply_the_one_after() -> None:
    desk = selling_desk()
    desk.do(TakeNext())
    before = desk.state
    state = desk.do(MoveSegment("bye", 1))
    assert (state.rundown.order, state.rundown.next) == (("hello", "bye", "tea", "cup"), "bye")
    assert (state.rundown.on_air, state.mix.program) == (before.rundown.on_air, before.mix.program)
    assert state.mix.preview == "wide"


def test_a_jump_outlives_a_move_and_moving_what_is_on_air_loses_nothing() -> None:
    jumped = selling_desk()
    assert jumped.do(TakeNext(), SetNext("bye"), MoveSegment("cup", 1)).rundown.next == "bye"
    moved = selling_desk()
    state = moved.do(TakeNext(), MoveSegment("hello", 3))
    assert (state.rundown.order, state.rundown.next) == (("tea", "cup", "bye", "hello"), "tea")


@pytest.mark.parametrize("to", [-1, 4, 10**9])
def test_a_place_that_is_not_there_is_refused(to: int) -> None:
    assert selling_desk().refused(MoveSegment("tea", to)).params == {"last": 4}


@pytest.mark.parametrize("command", [SetNext("nothing"), MoveSegment("nothing", 0)])
def test_a_segment_that_is_not_there_is_refused(command: Event) -> None:
    assert selling_desk().refused(command).code == "no_such_segment"


@pytest.mark.parametrize(
    "command", [SetNext("tea"), SkipNext(), HoldSegment(hold=True), MoveSegment("tea", 0), TakeNext()]
)
def test_nothing_of_it_happens_without_a_session(command: Event) -> None:
    assert Desk(SALE).refused(command).code == "no_session"


def test_a_show_without_a_rundown_has_nothing_next() -> None:
    assert on_air(SHOW).refused(TakeNext()).code == "nothing_is_next"


def test_the_end_of_a_session_closes_the_record_and_the_next_begins_anew() -> None:
    desk = selling_desk()
    desk.do(TakeNext())
    desk.wait(9 * S)
    status = desk.do(EndSession()).rundown
    assert (status.on_air, status.next) == (None, None)
    assert status.played["hello"].ended_us == desk.clocks.now().show_us
    assert desk.do(StartSession("s2")).rundown.played == {}
