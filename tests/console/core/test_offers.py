"""The life of an offer."""

from typing import Any

import pytest
from msgspec.structs import replace

from console.core.offers import fault_of
from console.model.commands import (
    ArmOffer,
    Edit,
    EndOffer,
    EndSession,
    ExtendOffer,
    OpenPrice,
    StartOffer,
    StartSession,
    WithdrawOffer,
)
from console.model.entry import Event
from console.model.facts import OfferClosed, OfferOpened, PriceSynced, SessionResumed, StockChanged
from console.model.offer import Extension, OfferStatus
from console.model.product import Money
from tests.support.desk import Desk, on_air
from tests.support.sale import SALE, S, desk_with, order, selling_desk, yen


def status(desk: Desk, offer: str = "tea") -> OfferStatus:
    return desk.state.selling.status(offer)


def live(offer: str = "tea") -> Desk:
    desk = desk_with(offer)
    desk.wait(30 * S)
    desk.do(OfferOpened(offer))
    assert status(desk, offer).phase == "live"
    return desk


def with_offer(**changes: Any) -> Desk:
    return on_air(replace(SALE, offers={"tea": replace(SALE.offers["tea"], **changes)}))


def test_an_offer_goes_from_draft_to_armed_to_counting_to_live_to_ended() -> None:
    desk = selling_desk()
    phases = [status(desk).phase]
    for event, wait_s in (
        (ArmOffer("tea"), 0),
        (StartOffer("tea"), 0),
        (OfferOpened("tea"), 30),
        (OfferClosed("tea"), 300),
    ):
        desk.wait(wait_s * S)
        desk.do(event)
        phases.append(status(desk).phase)
    assert phases == ["draft", "armed", "counting", "live", "ended"]


def test_a_start_fixes_both_ends_on_the_show_clock() -> None:
    desk = selling_desk()
    desk.do(ArmOffer("tea"), StartOffer("tea"))
    started_us = desk.clocks.now().show_us
    assert (status(desk).opens_us, status(desk).ends_us) == (started_us + 30 * S, started_us + 330 * S)


def test_an_offer_without_a_countdown_is_open_at_once() -> None:
    assert status(desk_with("cup"), "cup").phase == "live"


def test_an_offer_neither_opens_nor_closes_before_its_time_whatever_is_told() -> None:
    desk = desk_with("tea")
    assert desk.do(OfferOpened("tea"), OfferClosed("tea")).selling.status("tea").phase == "counting"
    desk.wait(30 * S)
    assert desk.do(OfferOpened("tea"), OfferClosed("tea")).selling.status("tea").phase == "live"


def test_openings_and_ends_that_are_told_twice_or_of_nothing_change_nothing() -> None:
    desk = live()
    before = desk.state
    assert desk.do(OfferOpened("tea"), OfferOpened("nothing"), OfferClosed("nothing"), OfferClosed("cup")) is before
    desk.wait(300 * S)
    ended = desk.do(OfferClosed("tea"))
    assert desk.do(OfferClosed("tea"), OfferOpened("tea")) is ended


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"product": "nothing"}, "offer_product_missing"),
        ({"price": Money(minor=1480, currency="USD")}, "offer_currency_differs"),
        ({"price": yen(0)}, "offer_price_nothing"),
        ({"precount_s": 9}, "offer_precount_out_of_range"),
        ({"precount_s": 301}, "offer_precount_out_of_range"),
        ({"window_s": 59}, "offer_window_out_of_range"),
        ({"window_s": 1201}, "offer_window_out_of_range"),
        ({"quantity": 0}, "offer_quantity_nothing"),
        ({"coupon": "nothing"}, "offer_coupon_missing"),
        ({"coupon": "past"}, "offer_coupon_not_valid"),
        ({"coupon": "later"}, "offer_coupon_not_valid"),
    ],
)
def test_what_does_not_match_is_not_armed(changes: dict[str, Any], code: str) -> None:
    assert with_offer(**changes).refused(ArmOffer("tea")).code == code


@pytest.mark.parametrize("changes", [{"precount_s": 10}, {"precount_s": 300}, {"window_s": 60}, {"window_s": 1200}])
def test_the_limits_themselves_are_allowed(changes: dict[str, Any]) -> None:
    assert status_after_arming(changes) == "armed"


def status_after_arming(changes: dict[str, Any]) -> str:
    desk = with_offer(**changes)
    return desk.do(ArmOffer("tea")).selling.status("tea").phase


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        (PriceSynced("tea", yen(1481)), "offer_price_differs"),
        (PriceSynced("tea", Money(minor=1480, currency="USD")), "offer_price_differs"),
        (StockChanged("tea", 0), "offer_out_of_stock"),
    ],
)
def test_what_the_shop_says_otherwise_is_neither_armed_nor_started(fact: Event, code: str) -> None:
    desk = selling_desk()
    desk.do(fact)
    assert desk.refused(ArmOffer("tea")).code == code
    armed = selling_desk()
    armed.do(ArmOffer("tea"), fact)
    assert armed.refused(StartOffer("tea")).code == code


def test_a_mismatch_is_said_with_both_prices() -> None:
    desk = selling_desk()
    desk.do(PriceSynced("tea", yen(1980)))
    assert desk.refused(ArmOffer("tea")).params == {"name": "煎茶", "shop_price": "¥1,980", "offer_price": "¥1,480"}


def test_what_matches_again_can_be_armed() -> None:
    desk = selling_desk()
    desk.do(PriceSynced("tea", yen(1980)), PriceSynced("tea", yen(1480)), ArmOffer("tea"))
    assert status(desk).phase == "armed"


def test_nothing_is_offered_without_a_session_nor_an_offer_nobody_planned() -> None:
    commands = (ArmOffer, StartOffer, EndOffer, OpenPrice)
    assert {Desk(SALE).refused(command("tea")).code for command in commands} == {"no_session"}
    assert {selling_desk().refused(command("nothing")).code for command in commands} == {"no_such_offer"}


def test_one_product_has_one_offer_at_a_time() -> None:
    desk = desk_with("cup")
    assert desk.refused(ArmOffer("cup2")).params == {"name": "湯のみ", "offer": "cup"}
    desk.do(EndOffer("cup"), ArmOffer("cup2"))
    assert status(desk, "cup2").phase == "armed"


def test_an_offer_is_started_from_armed_only() -> None:
    assert selling_desk().refused(StartOffer("tea")).code == "offer_not_armed"
    assert live().refused(StartOffer("tea")).code == "offer_under_way"
    assert live().refused(ArmOffer("tea")).code == "offer_under_way"


@pytest.mark.parametrize("last", [EndOffer("tea"), WithdrawOffer("tea", "傷"), order("1", units=10)])
def test_what_is_over_cannot_be_opened_again(last: Event) -> None:
    desk = live()
    desk.do(last, StockChanged("tea", 500))
    assert desk.refused(ArmOffer("tea")).code == "offer_over"
    assert desk.refused(StartOffer("tea")).code == "offer_over"
    assert desk.refused(WithdrawOffer("tea", "again")).code == "offer_over"


@pytest.mark.parametrize("before", [(), (ArmOffer("tea"),), (ArmOffer("tea"), StartOffer("tea"))])
def test_an_offer_is_withdrawn_from_any_phase_before_its_end_with_a_reason(before: tuple[Event, ...]) -> None:
    desk = selling_desk()
    desk.do(*before)
    assert desk.refused(WithdrawOffer("tea", "  ")).code == "reason_missing"
    desk.do(WithdrawOffer("tea", " 傷 "))
    assert (status(desk).phase, status(desk).withdrawn_for) == ("withdrawn", "傷")


def test_a_hidden_price_opens_once_and_stays_open() -> None:
    desk = selling_desk()
    assert desk.refused(OpenPrice("cup")).code == "offer_not_active"
    desk.do(ArmOffer("cup"))
    assert not status(desk, "cup").price_open
    opened = desk.do(OpenPrice("cup"))
    assert status(desk, "cup").price_open
    assert desk.do(OpenPrice("cup")) is opened


def test_an_extension_needs_a_reason_a_live_offer_and_room_within_twenty_minutes() -> None:
    desk = live()
    assert desk.refused(ExtendOffer("tea", 60, " \n ")).code == "reason_missing"
    assert desk.refused(ExtendOffer("tea", 60, "あ" * 201)).code == "reason_too_long"
    assert desk.refused(ExtendOffer("tea", 0, "r")).code == "extension_out_of_range"
    assert desk.refused(ExtendOffer("tea", 901, "r")).params["left_s"] == 900
    assert desk_with("tea").refused(ExtendOffer("tea", 60, "r")).code == "offer_not_live"
    ends_us = status(desk).ends_us
    desk.do(ExtendOffer("tea", 900, "回線の乱れ"))
    assert status(desk).ends_us == ends_us + 900 * S
    assert status(desk).extensions == (Extension(by_s=900, reason="回線の乱れ", at_us=desk.clocks.now().show_us),)
    assert desk.refused(ExtendOffer("tea", 1, "r")).params["left_s"] == 0


def test_an_end_told_of_a_window_that_was_made_longer_meanwhile_is_no_end() -> None:
    desk = live()
    desk.wait(299 * S)
    desk.do(ExtendOffer("tea", 60, "r"))
    desk.wait(S)
    assert desk.do(OfferClosed("tea")).selling.status("tea").phase == "live"


def test_what_is_over_by_the_clock_is_not_extended_even_if_nobody_said_so_yet() -> None:
    desk = live()
    desk.wait(300 * S)
    assert desk.refused(ExtendOffer("tea", 60, "r")).code == "offer_not_live"


def test_an_offer_that_no_longer_matches_at_its_opening_waits_and_says_why() -> None:
    desk = desk_with("tea")
    desk.do(PriceSynced("tea", yen(1980)))
    assert desk.state.faults[fault_of("tea")].message.code == "offer_price_differs"
    desk.wait(30 * S)
    state = desk.do(OfferOpened("tea"))
    assert (status(desk).phase, status(desk).opens_us) == ("armed", 0)
    assert state.notices[-1].message.code == "offer_did_not_open"
    desk.do(PriceSynced("tea", yen(1480)), StartOffer("tea"))
    assert (status(desk).phase, desk.state.faults) == ("counting", {})


def test_a_reason_other_than_the_price_stays_said_until_the_offer_is_started_or_over() -> None:
    coupon = replace(SALE.coupons["spring"], valid_until="2027-01-15T08:00:10+00:00")
    tea = replace(SALE.offers["tea"], coupon="spring")
    desk = on_air(replace(SALE, coupons={"spring": coupon}, offers={"tea": tea}))
    desk.do(ArmOffer("tea"), StartOffer("tea"))
    desk.wait(30 * S)
    desk.do(OfferOpened("tea"), PriceSynced("tea", yen(1480)))
    assert desk.state.faults[fault_of("tea")].message.code == "offer_coupon_not_valid"
    assert desk.do(WithdrawOffer("tea", "coupon")).faults == {}


def test_a_live_price_that_the_shop_changes_is_a_fault_until_it_is_right_or_the_offer_over() -> None:
    desk = live()
    wrong, right = PriceSynced("tea", yen(1980)), PriceSynced("tea", yen(1480))
    assert set(desk.do(wrong).faults) == {"offer/tea"}
    assert set(desk.do(SessionResumed()).faults) == {"offer/tea"}, "a restart forgets Faults, not what is wrong"
    assert desk.do(right).faults == {}
    assert desk.do(wrong, EndOffer("tea")).faults == {}


def test_the_end_of_a_session_leaves_nothing_on_offer() -> None:
    desk = live()
    desk.do(ArmOffer("cup"), EndSession())
    assert {key: s.phase for key, s in desk.state.selling.offers.items()} == {"tea": "ended", "cup": "withdrawn"}
    assert desk.do(StartSession("s2")).selling.offers == {}


def test_an_armed_offer_that_is_edited_must_be_armed_again() -> None:
    desk = selling_desk()
    desk.do(ArmOffer("tea"), Edit("offers", "tea", {"price": {"minor": 1380}}, 0))
    assert status(desk).phase == "draft"
    assert desk.refused(StartOffer("tea")).code == "offer_not_armed"
