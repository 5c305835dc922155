"""The demo show sixteen times as fast: taken by itself, it opens its first offer by the clock, sells, and is told."""

import pytest

from console.model.commands import TakeNext
from console.model.facts import MediaStarted, OfferOpened, OrderPlaced
from tests.support import as_run
from tests.support.past_session import PastSession, past_session
from tests.support.program import Program

pytestmark = [pytest.mark.journey, pytest.mark.alone, pytest.mark.timeout(150)]

SPEED = 16.0
DEMO_S = 11.0
"""Of media time until the demo show's first offer is over: its plan says 152 s on the show clock."""
TAKEN = "countdown", "opening", "financier"
"""Its segments until then."""
FIRST, FIRST_NAME = "financier-live", "抹茶フィナンシェ"
S = 1_000_000
LATE_S = 1.0
"""Of media time: how late the engine may tell what fell due while it lived."""


@pytest.fixture(scope="module")
def rehearsed(tmp_path_factory: pytest.TempPathFactory) -> PastSession:
    """The demo show by itself, until its first offer is over."""
    home = tmp_path_factory.mktemp("rehearsed") / "home"
    arguments = ("rehearse", "--speed", f"{SPEED:g}", "--seconds", f"{DEMO_S:g}")
    with Program(*arguments, home=home, lines=()) as program:
        ended = program.ended(within_s=DEMO_S + 70)
    return past_session(home, ended)


def test_the_demo_show_sells_by_itself_and_nothing_is_wrong_with_it(rehearsed: PastSession) -> None:
    assert rehearsed.ended.code == 0, rehearsed.ended
    assert "Traceback" not in rehearsed.ended.err


def test_its_first_offer_opens_when_the_plan_says(rehearsed: PastSession) -> None:
    [(on_air, _)] = as_run.of(MediaStarted, rehearsed.entries)
    [(opened, offer)] = as_run.of(OfferOpened, rehearsed.entries)

    assert offer.offer == FIRST
    assert (opened.show_us - on_air.show_us) / S == pytest.approx(16 + 44 + 12 + 20, abs=3 * LATE_S * SPEED)


def test_the_rundown_is_taken_by_itself(rehearsed: PastSession) -> None:
    assert len(as_run.of(TakeNext, rehearsed.entries)) == len(TAKEN)
    assert rehearsed.state.rundown.played.keys() == set(TAKEN)


def test_people_buy_only_while_it_is_open_and_never_more_than_there_are(rehearsed: PastSession) -> None:
    status, plan = rehearsed.state.selling.status(FIRST), rehearsed.state.show.offers[FIRST]
    [(opened, _)] = as_run.of(OfferOpened, rehearsed.entries)
    orders = as_run.of(OrderPlaced, rehearsed.entries)

    assert status.phase in {"ended", "sold_out"}
    assert len(orders) > 20
    assert opened.show_us <= orders[0][0].show_us <= orders[-1][0].show_us <= status.changed_us
    assert sum(order.units for _, order in orders) == status.sold <= (plan.quantity or 0)
    assert (status.sold == plan.quantity) == (status.phase == "sold_out")


def test_the_as_run_tells_the_whole_offer(rehearsed: PastSession) -> None:
    told = rehearsed.told

    assert told.code == 0, told
    for how in ("armed", "counting down", "live"):
        assert len(rehearsed.lines(FIRST_NAME, " offer ", f" {how} ")) == 1, told.out
    assert len(rehearsed.lines(" offer ", " ended ") + rehearsed.lines(" offer ", " sold out ")) == 1, told.out
    assert rehearsed.lines(" graphic ", " in ")
