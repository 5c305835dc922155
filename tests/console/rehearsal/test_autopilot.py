"""An operator who keeps to the plan."""

from msgspec.structs import replace

from console.model.commands import (
    CloseGiveaway,
    Command,
    DrawGiveaway,
    HoldSegment,
    OpenGiveaway,
    StartSession,
    TakeNext,
)
from console.model.facts import MediaStarted
from console.model.overlay import Overlay
from console.model.rundown import Cue, Segment
from console.model.show import Show
from console.rehearsal.autopilot import next_wish
from tests.support.desk import Desk
from tests.support.sale import SALE, S

PRIZE = replace(
    SALE,
    overlays={**SALE.overlays, "wheel": Overlay(name="抽選", kind="giveaway")},
    segments={"prize": Segment(name="抽選", planned_s=100, cues=(Cue(id="in", show=("wheel",)),))},
    rundown=("prize",),
)


def rehearsing(show: Show = SALE, *, is_on_air: bool = True) -> Desk:
    desk = Desk(show)
    desk.do(StartSession("r", rehearsal=True))
    if is_on_air:
        desk.do(MediaStarted())
    return desk


def wishes(desk: Desk, seconds: int) -> list[tuple[int, Command]]:
    """What is wished and done in so many seconds: (second, command)."""
    done = []
    for second in range(seconds):
        while (wish := next_wish(desk.state, desk.clocks.now().show_us)) is not None:
            done.append((second, wish))
            desk.do(wish)
            assert len(done) < 50
        desk.wait(S)
    return done


def test_each_segment_is_taken_when_the_planned_time_of_the_one_before_is_over() -> None:
    taken = [second for second, wish in wishes(rehearsing(), 400) if isinstance(wish, TakeNext)]
    assert taken == [0, 60, 180, 270]


def test_nothing_is_taken_before_there_is_a_picture() -> None:
    assert wishes(rehearsing(is_on_air=False), 100) == []


def test_a_segment_that_is_held_is_not_left() -> None:
    desk = rehearsing()
    desk.do(TakeNext(), HoldSegment(hold=True))
    assert wishes(desk, 200) == []


def test_a_real_show_is_never_touched() -> None:
    desk = Desk(SALE)
    desk.do(StartSession("real"), MediaStarted())
    assert wishes(desk, 100) == []


def test_a_giveaway_opens_closes_and_is_drawn_while_its_graphic_is_on_air() -> None:
    done = wishes(rehearsing(PRIZE), 100)
    assert [(second, type(wish)) for second, wish in done[:4]] == [
        (0, TakeNext),
        (5, OpenGiveaway),
        (55, CloseGiveaway),
        (65, DrawGiveaway),
    ]


def test_without_its_graphic_no_giveaway_opens() -> None:
    assert not [wish for _, wish in wishes(rehearsing(), 400) if isinstance(wish, OpenGiveaway)]
