"""What shops tell: orders, stock, prices, claims."""

import pytest

from console.core.orders import MOST_IN_ALL
from console.model.commands import EndSession, StartSession
from console.model.entry import Event
from console.model.facts import (
    CouponClaimed,
    GiveawayEntered,
    OfferOpened,
    OrderPlaced,
    PriceSynced,
    StockChanged,
    ViewerForgotten,
)
from console.model.offer import BUYERS_KEPT, SEEN_KEPT, TOASTS_KEPT
from console.model.product import Money
from console.model.selling import stock_left, units_left
from tests.support.desk import Desk
from tests.support.sale import SALE, S, desk_with, order, selling_desk, yen


def open_tea() -> Desk:
    desk = desk_with("tea")
    desk.wait(30 * S)
    desk.do(OfferOpened("tea"))
    return desk


def codes(desk: Desk) -> list[str]:
    return [notice.message.code for notice in desk.state.notices]


def test_an_order_counts_in_offer_stock_units_and_sales() -> None:
    selling = open_tea().do(order("1", units=2)).selling
    assert selling.status("tea").sold == 2
    assert (selling.stock, selling.units, selling.sales) == ({"tea": 28}, {"tea": 2}, {"JPY": 2960})


def test_one_id_counts_once_however_often_and_late_it_comes() -> None:
    desk = open_tea()
    before = desk.do(order("1"), order("2"))
    assert desk.do(order("1"), order("2", units=5), order("1")) is before


def test_an_order_and_a_claim_of_one_id_are_two() -> None:
    selling = selling_desk().do(order("1"), CouponClaimed("1", "spring")).selling
    assert (selling.units, selling.coupons["spring"].claimed) == ({"tea": 1}, 1)


def test_ids_are_remembered_up_to_a_bound_the_newest() -> None:
    desk = selling_desk()
    for number in range(SEEN_KEPT + 3):
        desk.do(OrderPlaced(f"{number}", "elsewhere", 1, yen(1)))
    assert len(desk.state.selling.seen) == SEEN_KEPT
    assert desk.state.selling.seen[-1] == f"order:{SEEN_KEPT + 2}"


@pytest.mark.parametrize(
    "fact",
    [
        OrderPlaced("1", "tea", 0, yen(0)),
        OrderPlaced("1", "tea", -3, yen(1480)),
        OrderPlaced("1", "tea", 1, yen(-1)),
        OrderPlaced("1", "tea", 2**62, yen(1)),
        OrderPlaced("1", "tea", 1, yen(2**62)),
        OrderPlaced("", "tea", 1, yen(1480)),
        OrderPlaced("x" * 300, "tea", 1, yen(1480)),
        OrderPlaced("1", "tea", 1, yen(1480), buyer="x" * 300),
        CouponClaimed("", "spring"),
        PriceSynced("tea", yen(-1)),
        PriceSynced("tea", Money(minor=1, currency="x" * 100)),
        PriceSynced("elsewhere", yen(1)),
        StockChanged("elsewhere", 4),
        ViewerForgotten(""),
        ViewerForgotten("nobody"),
    ],
)
def test_nonsense_and_what_is_no_concern_of_the_show_change_nothing(fact: Event) -> None:
    desk = open_tea()
    before = desk.state
    assert desk.do(fact) is before


def test_an_order_for_an_unknown_product_is_a_notice_once_and_counts_nowhere() -> None:
    desk = selling_desk()
    desk.do(order("1", "nothing"), order("2", "nothing"))
    assert codes(desk) == ["order_product_unknown"]
    assert (desk.state.selling.units, desk.state.selling.sales) == ({}, {})


def test_an_order_in_another_currency_is_no_part_of_the_sales() -> None:
    desk = selling_desk()
    selling = desk.do(OrderPlaced("1", "tea", 1, Money(minor=999, currency="EUR"))).selling
    assert (selling.units, selling.sales, codes(desk)) == ({"tea": 1}, {}, ["order_currency_differs"])


def test_an_offer_is_sold_out_by_itself() -> None:
    desk = open_tea()
    desk.do(order("1", units=9))
    assert desk.state.selling.status("tea").phase == "live"
    desk.do(order("2"))
    assert (desk.state.selling.status("tea").phase, codes(desk)) == ("sold_out", ["offer_sold_out"])


def test_more_orders_than_units_never_show_more_than_there_are() -> None:
    desk = open_tea()
    state = desk.do(order("1", units=8), order("2", units=7))
    assert (state.selling.status("tea").sold, units_left(state, "tea")) == (10, 0)
    assert codes(desk) == ["offer_oversold", "offer_sold_out"]
    assert state.notices[0].message.params["units"] == 5


def test_no_stock_ends_an_offer_that_is_open_and_one_that_counts_down() -> None:
    for desk in (open_tea(), desk_with("tea")):
        assert desk.do(StockChanged("tea", 0)).selling.status("tea").phase == "sold_out"


def test_stock_falls_with_orders_until_the_shop_says_another_and_never_below_nothing() -> None:
    desk = selling_desk()
    assert stock_left(desk.do(order("1", units=4)), "tea") == 26
    assert stock_left(desk.do(StockChanged("tea", 3)), "tea") == 3
    assert stock_left(desk.do(order("2", units=9)), "tea") == 0
    assert stock_left(desk.do(StockChanged("tea", -5)), "tea") == 0
    assert stock_left(desk.do(order("3", "cup")), "cup") is None


def test_an_order_before_the_opening_is_no_order_of_the_offer() -> None:
    state = desk_with("tea").do(order("1"))
    assert (state.selling.status("tea").sold, state.selling.units) == (0, {"tea": 1})


def test_a_buyer_over_the_limit_is_noticed_and_one_without_an_id_is_not_limited() -> None:
    desk = open_tea()
    desk.do(order("1", units=2, buyer="b1"), order("2", units=3))
    assert codes(desk) == []
    desk.do(order("3", buyer="b1"))
    assert codes(desk) == ["per_buyer_exceeded"]
    assert desk.state.selling.status("tea").bought == {"b1": 3}
    assert "b1" not in str(desk.state.notices), "a Notice names an order, not a person"


def test_buyers_and_toasts_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (BUYERS_KEPT, TOASTS_KEPT) > (1_000, 10)
    monkeypatch.setattr("console.core.orders.BUYERS_KEPT", 3)
    desk = open_tea()
    for number in range(5):
        desk.do(order(f"{number}", buyer=f"b{number}"))
    assert list(desk.state.selling.status("tea").bought) == ["b2", "b3", "b4"]
    for number in range(TOASTS_KEPT):
        desk.do(order(f"cup {number}", "cup"))
    assert len(desk.state.selling.toasts) == TOASTS_KEPT


def test_sums_have_an_end() -> None:
    desk = selling_desk()
    for number in range(9_100):
        desk.store.dispatch(OrderPlaced(f"{number}", "cup", 1_000_000, yen(1_000_000_000_000)))
    assert desk.state.selling.sales == {"JPY": MOST_IN_ALL}


def test_a_toast_has_initials_and_never_a_name() -> None:
    desk = selling_desk()
    toast = desk.do(OrderPlaced("1", "tea", 1, yen(1), "b1", initials="Yamada Hanako")).selling.toasts[-1]
    assert toast.initials == "Yamada H"


def test_a_claim_counts_once_and_never_beyond_the_quota() -> None:
    desk = selling_desk()
    claims = [CouponClaimed(key, "spring") for key in ("1", "1", "2", "3")]
    assert desk.do(*claims).selling.coupons["spring"].claimed == 2
    assert codes(desk) == ["coupon_overclaimed"]
    desk.do(CouponClaimed("9", "nothing"), CouponClaimed("10", "nothing"))
    assert codes(desk) == ["coupon_overclaimed", "claim_coupon_unknown"]


def test_a_price_of_the_shop_that_is_not_the_shows_is_noticed_once() -> None:
    desk = selling_desk()
    desk.do(PriceSynced("tea", yen(2000)), PriceSynced("tea", yen(2000)))
    assert codes(desk) == ["product_price_differs"]


def test_who_is_forgotten_leaves_no_id_behind_and_every_number_stays() -> None:
    desk = open_tea()
    desk.do(order("1", units=2, buyer="b1"), order("2", buyer="b2"))
    before = desk.state.selling
    state = desk.do(ViewerForgotten("b1"), GiveawayEntered("b1"))
    assert "b1" not in repr(state)
    assert "b2" in repr(state)
    assert (state.selling.units, state.selling.sales) == (before.units, before.sales)
    assert state.selling.status("tea").sold == 3


def test_what_the_shop_said_before_a_session_holds_in_it_and_its_orders_do_not_count() -> None:
    desk = Desk(SALE)
    desk.do(StockChanged("tea", 5), PriceSynced("tea", yen(1480)), order("1", units=2), StartSession("s1"))
    selling = desk.do(order("1")).selling
    assert (selling.stock, selling.shop_prices, selling.units) == ({"tea": 3}, {"tea": yen(1480)}, {})


def test_made_up_orders_of_a_rehearsal_take_nothing_from_the_real_stock() -> None:
    desk = Desk(SALE)
    desk.do(StartSession("r", rehearsal=True), order("1", units=30), CouponClaimed("2", "spring"), EndSession())
    state = desk.do(StartSession("s1"))
    assert (stock_left(state, "tea"), state.selling.coupons, state.selling.seen) == (30, {}, ())
