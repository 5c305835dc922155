"""Giveaways and their draw."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.core.giveaway import ENTRIES_KEPT, recomputed
from console.model.commands import CloseGiveaway, DrawGiveaway, EndSession, OpenGiveaway
from console.model.entry import Event
from console.model.facts import GiveawayEntered, ViewerForgotten
from tests.support.desk import Desk
from tests.support.sale import SALE, selling_desk


def entered(*viewers: str) -> Desk:
    desk = selling_desk()
    desk.do(OpenGiveaway("bag"), *map(GiveawayEntered, viewers))
    return desk


def test_a_viewer_enters_once_while_it_is_open() -> None:
    desk = entered("a", "b", "a", "")
    desk.do(CloseGiveaway(), GiveawayEntered("late"))
    assert desk.state.giveaway.entries == ("a", "b")
    closed = selling_desk()
    assert closed.do(GiveawayEntered("early")).giveaway.entries == ()


def test_the_winners_can_be_computed_again_from_what_the_journal_holds() -> None:
    status = entered(*"abcdef").do(CloseGiveaway(), DrawGiveaway(" 7319 ")).giveaway
    assert (status.phase, status.seed, len(status.winners)) == ("drawn", "7319", 2)
    assert status.winners == recomputed(status.entries, status.seed, 2)


def test_the_draw_is_the_one_that_is_documented() -> None:
    by_hand = sorted("abcdef", key=lambda viewer: hashlib.sha256(f"7319\n{viewer}".encode()).hexdigest())
    assert recomputed("abcdef", "7319", 3) == tuple(by_hand[:3])
    assert hashlib.sha256(b"7319\na").hexdigest().startswith("0503a388"), "printf '7319\\na' | sha256sum"


@given(st.lists(st.text(max_size=4), max_size=12), st.text(max_size=4), st.integers(-1, 14))
def test_winners_have_entered_and_nobody_wins_twice(entries: list[str], seed: str, winners: int) -> None:
    drawn = recomputed(entries, seed, winners)
    assert set(drawn) <= set(entries)
    assert len(set(drawn)) == len(drawn) == max(0, min(winners, len(set(entries))))
    assert drawn == recomputed(list(reversed(entries)), seed, winners)


@given(st.sets(st.text(max_size=4), min_size=2, max_size=12), st.text(max_size=4))
def test_who_is_forgotten_and_did_not_win_changes_nothing(entries: set[str], seed: str) -> None:
    drawn = recomputed(sorted(entries), seed, 1)
    for viewer in entries - set(drawn):
        assert recomputed(sorted(entries - {viewer}), seed, 1) == drawn


def test_every_entry_has_the_same_chance() -> None:
    wins = [recomputed("abcd", str(seed), 1)[0] for seed in range(4_000)]
    assert all(900 < wins.count(viewer) < 1_100 for viewer in "abcd")


@pytest.mark.parametrize(
    ("before", "command", "code"),
    [
        ((), OpenGiveaway("nothing"), "no_such_giveaway"),
        ((), CloseGiveaway(), "giveaway_not_open"),
        ((), DrawGiveaway("1"), "giveaway_not_closed"),
        ((OpenGiveaway("bag"),), OpenGiveaway("mug"), "giveaway_runs"),
        ((OpenGiveaway("bag"), CloseGiveaway()), OpenGiveaway("mug"), "giveaway_runs"),
        ((OpenGiveaway("bag"),), DrawGiveaway("1"), "giveaway_not_closed"),
        ((OpenGiveaway("bag"), CloseGiveaway()), DrawGiveaway("  "), "giveaway_without_seed"),
        ((OpenGiveaway("bag"), CloseGiveaway(), DrawGiveaway("1")), DrawGiveaway("2"), "giveaway_not_closed"),
        ((OpenGiveaway("bag"), CloseGiveaway(), DrawGiveaway("1")), OpenGiveaway("bag"), "giveaway_drawn_already"),
    ],
)
def test_one_at_a_time_and_drawn_once(before: tuple[Event, ...], command: Event, code: str) -> None:
    desk = selling_desk()
    desk.do(*before)
    assert desk.refused(command).code == code


def test_after_a_draw_the_next_one_opens_and_the_first_stays_drawn() -> None:
    desk = entered("a")
    desk.do(CloseGiveaway(), DrawGiveaway("1"), OpenGiveaway("mug"), CloseGiveaway(), DrawGiveaway("2"))
    assert desk.state.giveaway.winners == ()
    assert desk.refused(OpenGiveaway("bag")).code == "giveaway_drawn_already"


def test_who_is_forgotten_after_the_draw_has_not_won() -> None:
    desk = entered("a", "b")
    desk.do(CloseGiveaway(), DrawGiveaway("1"), ViewerForgotten("a"))
    giveaway = desk.state.giveaway
    assert (giveaway.winners, giveaway.places) == (("b",), 2)


def test_entries_are_bounded_and_that_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ENTRIES_KEPT >= 10_000
    monkeypatch.setattr("console.core.giveaway.ENTRIES_KEPT", 2)
    desk = entered("a", "b", "c", "d")
    assert desk.state.giveaway.entries == ("a", "b")
    assert [notice.message.code for notice in desk.state.notices] == ["giveaway_full"]


def test_the_end_of_a_session_closes_the_entries_and_the_draw_can_still_be_made() -> None:
    desk = entered("a")
    assert desk.do(EndSession(), GiveawayEntered("b")).giveaway.phase == "closed"
    assert desk.do(DrawGiveaway("1")).giveaway.winners == ("a",)
    assert Desk(SALE).refused(OpenGiveaway("bag")).code == "no_session"
