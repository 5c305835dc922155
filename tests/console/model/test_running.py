"""Time planned and time taken."""

from console.model.commands import Explain, HoldSegment, SetNext, SkipNext, TakeNext
from console.model.running import (
    PrompterPlace,
    SegmentClock,
    cue_due_us,
    prompter_place,
    segment_clock,
    show_clock,
    timings,
)
from tests.support.desk import Desk
from tests.support.sale import SALE, S, selling_desk

ALL_US = 300 * S


def taken(times: int = 1) -> Desk:
    desk = selling_desk()
    for _ in range(times):
        desk.do(TakeNext())
    return desk


def now_us(desk: Desk) -> int:
    return desk.clocks.now().show_us


def segment(desk: Desk) -> SegmentClock:
    clock = segment_clock(desk.state, now_us(desk))
    assert clock is not None
    return clock


def over_us(desk: Desk) -> int:
    clock = show_clock(desk.state, now_us(desk))
    assert clock is not None
    assert clock.planned_us == ALL_US
    return clock.over_us


def test_before_the_first_take_there_is_no_clock() -> None:
    desk = selling_desk()
    assert (segment_clock(desk.state, 0), show_clock(desk.state, 0)) == (None, None)
    assert prompter_place(desk.state) == PrompterPlace(segment="", product="")


def test_a_segment_is_under_then_over_its_plan() -> None:
    desk = taken()
    assert segment(desk).over_us == -60 * S
    desk.wait(75 * S)
    assert (segment(desk).elapsed_us, segment(desk).over_us) == (75 * S, 15 * S)


def test_held_time_is_no_time_of_the_segment_but_of_the_show() -> None:
    desk = taken()
    desk.do(HoldSegment(hold=True))
    held_at_us = segment(desk).elapsed_us
    desk.wait(100 * S)
    assert (segment(desk).elapsed_us, segment(desk).held) == (held_at_us, True)
    assert over_us(desk) == 100 * S
    desk.do(HoldSegment(hold=False))
    assert segment(desk).elapsed_us == held_at_us


def test_the_show_is_on_time_while_a_segment_runs_and_late_by_what_it_is_over() -> None:
    desk = taken()
    for wait_s, late_s in ((0, 0), (60, 0), (15, 15)):
        desk.wait(wait_s * S)
        assert over_us(desk) == late_s * S


def test_a_short_segment_and_a_skipped_one_bring_time_and_a_jump_back_costs_it() -> None:
    desk = taken()
    desk.wait(20 * S)
    desk.do(TakeNext())
    assert over_us(desk) == -40 * S + 1_000
    desk.do(SkipNext())
    assert over_us(desk) == -130 * S + 1_000
    desk.do(SetNext("hello"))
    assert over_us(desk) == -40 * S + 1_000 + 180 * S


def test_planned_and_taken_times_of_every_segment() -> None:
    desk = taken(2)
    desk.wait(30 * S)
    found = {timing.segment: (timing.planned_us, timing.taken_us) for timing in timings(desk.state, now_us(desk))}
    assert found == {
        "hello": (60 * S, 1_000),
        "tea": (120 * S, 30 * S),
        "cup": (90 * S, None),
        "bye": (30 * S, None),
    }


def test_time_of_a_segment_that_was_on_air_twice_is_summed() -> None:
    desk = taken()
    desk.wait(10 * S)
    desk.do(SetNext("hello"), TakeNext())
    desk.wait(5 * S)
    assert timings(desk.state, now_us(desk))[0].taken_us == 15 * S + 2_000


def test_the_prompter_follows_the_rundown_and_jumps_to_what_is_explained() -> None:
    desk = taken(2)
    assert prompter_place(desk.state) == PrompterPlace(segment="tea", product="tea")
    assert prompter_place(desk.do(Explain("cup"))) == PrompterPlace(segment="cup", product="cup")
    assert prompter_place(desk.do(Explain("pot"))) == PrompterPlace(segment="tea", product="pot"), (
        "no script of its own"
    )


def test_a_cue_is_due_after_the_take_and_the_held_time() -> None:
    desk = taken(2)
    take_us = now_us(desk)
    cue = SALE.segments["tea"].cues[1]
    assert cue_due_us(desk.state, cue) == take_us + 20 * S
    desk.do(HoldSegment(hold=True))
    assert cue_due_us(desk.state, cue) is None
    desk.wait(4 * S)
    desk.do(HoldSegment(hold=False))
    assert cue_due_us(desk.state, cue) == take_us + 24 * S + 1_000
    assert cue_due_us(desk.state, SALE.segments["tea"].cues[0]) is None, "it came with the Take"
