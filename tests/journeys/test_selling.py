"""Offers count down, open and close on air once each, whatever dies meanwhile."""

from itertools import pairwise

import msgspec
import pytest
from msgspec.structs import replace

from console.model.commands import Command, EndSession, OpenShow, StartSession, TakeNext
from console.model.entry import Entry
from console.model.facts import CueFired, OfferClosed, OfferOpened, SessionResumed
from console.model.offer import Offer
from console.model.overlay import Overlay
from console.model.product import Money, Product
from console.model.rundown import Cue, OfferAction, Segment
from console.model.show import Show
from console.model.state import State
from tests.support import as_run
from tests.support.folders import SMALL, bars_show
from tests.support.past_session import PastSession, past_session
from tests.support.program import Program

pytestmark = [pytest.mark.journey, pytest.mark.timeout(150)]

SPEED = 8.0
S = 1_000_000
SESSION = "evening"
PRECOUNT_S, WINDOW_S = 24, 60
LATE_S = 1.0
"""Of media time: how late the engine may tell what fell due while it lived."""


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> PastSession:
    """An engine that is killed while an offer counts down, and again while it is open."""
    home = tmp_path_factory.mktemp("killed") / "home"
    with Program("engine", home=home) as program:
        _tell(program, 1, OpenShow(_show()))
        _tell(program, 2, StartSession(SESSION, rehearsal=True, speed=SPEED))
        program.on_air()
        _tell(program, 3, TakeNext())
        _kill_when(program, "counting")
        _kill_when(program, "live")
        program.until(lambda: as_run.of(OfferClosed, program.entries), what="the offer is over")
        program.until(lambda: _has_fired(program, "thanks"), what="the last cue")
        _tell(program, 4, EndSession())
        program.hang_up()
        ended = program.ended()
    return past_session(home, ended)


def _show() -> Show:
    does = {verb: (OfferAction(offer="tea", verb=verb),) for verb in ("arm", "start")}
    cues = (
        Cue(id="come", show=("card",), offers=does["arm"]),
        Cue(id="count", at_s=8, show=("clock",), offers=does["start"]),
        Cue(id="open", at_s=8 + PRECOUNT_S + 4, show=("stock",)),
        Cue(id="thanks", at_s=8 + PRECOUNT_S + WINDOW_S + 8, hide=("clock", "stock")),
    )
    show: Show = replace(
        bars_show(canvas=SMALL, kbps=500),
        products={"tea": Product(number=1, name="Tea", price=Money(minor=1980), stock=50)},
        offers={
            "tea": Offer(
                product="tea", price=Money(minor=1480), precount_s=PRECOUNT_S, window_s=WINDOW_S, quantity=20
            )
        },
        overlays={
            "card": Overlay(name="Card", kind="product_card"),
            "clock": Overlay(name="Clock", kind="countdown"),
            "stock": Overlay(name="Stock", kind="stock_meter"),
        },
        segments={"tea": Segment(name="Tea", planned_s=300, product="tea", cues=cues)},
        rundown=("tea",),
    )
    return show


def _tell(program: Program, number: int, command: Command) -> None:
    def answers() -> list[object]:
        heard = [said for said in program.said if said["type"] == "answer" and said["id"] == number]
        return [said.get("refused") for said in heard]

    program.say({"id": number, "command": msgspec.to_builtins(command)})
    program.until(answers, within_s=40, what=f"an answer to {command}")
    assert answers() == [None]


def _kill_when(program: Program, phase: str) -> None:
    """Kill -9 the engine as soon as the offer is in this phase; another has gone on with the show afterwards."""
    program.until(lambda: _phase(program.state) == phase, what=f"the offer is {phase}")
    resumed, engine = len(as_run.of(SessionResumed, program.entries)), program.engine
    engine.kill()
    program.until(lambda: len(as_run.of(SessionResumed, program.entries)) > resumed, what="another engine goes on")


def _phase(state: State) -> str:
    return state.selling.status("tea").phase


def _has_fired(program: Program, cue: str) -> bool:
    return any(fact.cue == cue for _, fact in as_run.of(CueFired, program.entries))


def test_each_cue_fires_once_however_often_the_engine_dies(killed: PastSession) -> None:
    assert len(as_run.of(SessionResumed, killed.entries)) == 2
    assert [fact.cue for _, fact in as_run.of(CueFired, killed.entries)] == ["count", "open", "thanks"]


def test_an_offer_opens_and_closes_once_however_often_the_engine_dies(killed: PastSession) -> None:
    [(opened, _)] = as_run.of(OfferOpened, killed.entries)
    [(closed, _)] = as_run.of(OfferClosed, killed.entries)
    [fired] = [at for at, fact in as_run.of(CueFired, killed.entries) if fact.cue == "count"]
    away_s = _longest_absence_s(killed.entries)

    assert PRECOUNT_S - 0.1 <= (opened.show_us - fired.show_us) / S <= PRECOUNT_S + (away_s + LATE_S) * SPEED
    assert (closed.show_us - fired.show_us) / S >= PRECOUNT_S + WINDOW_S - 0.1


def test_the_show_clock_keeps_its_time_and_its_speed_through_each_crash(killed: PastSession) -> None:
    moments = [entry.at for entry in killed.entries if not isinstance(entry.event, StartSession)]
    ahead_us = [at.show_us - SPEED * at.wall_us for at in moments]

    assert max(ahead_us) - min(ahead_us) < 0.5 * S


def _is_return(entry: Entry) -> bool:
    return isinstance(entry.event, SessionResumed)


def _longest_absence_s(entries: list[Entry]) -> float:
    """Seconds of this machine during which nobody could tell what fell due."""
    gaps = [(new.at.wall_us - old.at.wall_us) / S for old, new in pairwise(entries) if _is_return(new)]
    return max(gaps, default=0.0)


def test_the_session_ends_in_order_and_the_as_run_tells_each_step_once(killed: PastSession) -> None:
    assert killed.ended.code == 0, killed.ended
    assert killed.told.code == 0, killed.told
    for how in ("armed", "counting down", "live", "ended"):
        assert len(killed.lines(" offer ", f" {how} ")) == 1, killed.told.out
    assert len(killed.lines(" session ", " resumed ")) == 2, killed.told.out
