"""What may be shown of a sale."""

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from msgspec.structs import replace

from console.model.commands import ArmOffer, EndOffer, Explain, OpenPrice, StartOffer, WithdrawOffer
from console.model.entry import Event
from console.model.facts import CouponClaimed, OfferOpened, StockChanged
from console.model.offer import OfferPhase, OfferStatus
from console.model.product import Money, Product
from console.model.selling import (
    PriceShown,
    ProductShown,
    badges,
    coupon_shown,
    offer_shown,
    price_shown,
    product_shown,
    products_shown,
    remaining_us,
    stock_left,
    units_left,
)
from console.model.state import State
from tests.support.any_sale import STEPS, AnySale
from tests.support.desk import Desk, on_air
from tests.support.sale import SALE, S, desk_with, order, selling_desk, yen


def shown(desk: Desk, product: str = "tea") -> Money | None:
    price = price_shown(desk.state, product)
    assert price is not None
    return price.price


def of_product(desk: Desk, product: str, *, after_s: float = 0) -> ProductShown:
    found = product_shown(desk.state, product, show_us=desk.clocks.now().show_us + round(after_s * S))
    assert found is not None
    return found


def open_tea() -> Desk:
    desk = desk_with("tea")
    desk.wait(30 * S)
    desk.do(OfferOpened("tea"))
    return desk


def test_a_product_costs_its_own_price_before_and_after_its_offer_and_the_offers_meanwhile() -> None:
    desk = selling_desk()
    prices = [shown(desk)]
    for event, wait_s in (
        (ArmOffer("tea"), 0),
        (StartOffer("tea"), 0),
        (OfferOpened("tea"), 30),
        (EndOffer("tea"), 0),
    ):
        desk.wait(wait_s * S)
        desk.do(event)
        prices.append(shown(desk))
    assert prices == [yen(1980), yen(1980), yen(1480), yen(1480), yen(1980)]


def test_a_price_to_be_revealed_is_hidden_from_the_arming_until_it_is_opened() -> None:
    desk = selling_desk()
    prices = [shown(desk, "cup")]
    for event in (ArmOffer("cup"), StartOffer("cup"), OpenPrice("cup"), WithdrawOffer("cup", "r")):
        desk.do(event)
        prices.append(shown(desk, "cup"))
    assert prices == [yen(3300), None, None, yen(2800), yen(3300)]


def test_an_offer_and_its_product_never_show_two_prices() -> None:
    for desk, offer, product in ((open_tea(), "tea", "tea"), (desk_with("cup"), "cup", "cup")):
        of_offer = offer_shown(desk.state, offer, show_us=desk.clocks.now().show_us)
        assert of_offer is not None
        assert of_offer.price == price_shown(desk.state, product)


@pytest.mark.parametrize(
    ("was", "basis", "is_shown"),
    [
        (yen(2480), "9月の当店価格", True),
        (yen(2480), "", False),
        (yen(2480), "  ", False),
        (yen(1980), "9月の当店価格", False),
        (Money(minor=2480, currency="USD"), "9月の当店価格", False),
        (None, "9月の当店価格", False),
    ],
)
def test_a_was_price_is_shown_with_its_basis_in_the_same_currency_and_above_the_price(
    was: Money | None,
    basis: str,
    is_shown: bool,  # noqa: FBT001
) -> None:
    tea = Product(number=1, name="煎茶", price=yen(1980), was_price=was, was_basis=basis, tax_included=False)
    state = State(show=replace(SALE, products={"tea": tea}))
    assert price_shown(state, "tea") == PriceShown(
        price=yen(1980), was_price=was if is_shown else None, tax_included=False
    )


def test_what_the_show_does_not_have_is_not_shown() -> None:
    state = selling_desk().state
    assert (price_shown(state, "nothing"), product_shown(state, "nothing", show_us=0)) == (None, None)
    assert (offer_shown(state, "nothing", show_us=0), coupon_shown(state, "nothing", show_us=0)) == (None, None)
    assert (stock_left(state, "nothing"), units_left(state, "nothing"), badges(state, "nothing")) == (None, 0, ())


def test_of_a_draft_and_of_what_was_withdrawn_nothing_is_shown() -> None:
    desk = selling_desk()
    assert offer_shown(desk.state, "tea", show_us=0) is None
    desk.do(WithdrawOffer("tea", "r"))
    assert offer_shown(desk.state, "tea", show_us=0) is None


@pytest.mark.parametrize(
    ("phase", "expected_us"),
    [("draft", 0), ("armed", 0), ("counting", 7), ("live", 107), ("ended", 0), ("sold_out", 0), ("withdrawn", 0)],
)
def test_a_countdown_counts_to_the_opening_then_to_the_end_and_nothing_else(
    phase: OfferPhase, expected_us: int
) -> None:
    assert remaining_us(OfferStatus(phase=phase, opens_us=100, ends_us=200), 90, 3) == expected_us


def test_a_countdown_ends_earlier_by_the_delay_and_never_below_nothing() -> None:
    status = OfferStatus(phase="live", opens_us=0, ends_us=200)
    assert [remaining_us(status, now, 50) for now in (0, 149, 150, 151, 10**9)] == [150, 1, 0, 0, 0]
    assert remaining_us(status, 0, -50) == 200, "a delay below nothing is none"


def test_left_is_the_smaller_of_what_is_offered_and_what_is_there() -> None:
    desk = open_tea()
    assert units_left(desk.do(order("1", units=3)), "tea") == 7
    assert units_left(desk.do(StockChanged("tea", 4)), "tea") == 4
    assert units_left(desk.do(StockChanged("tea", 400)), "tea") == 7
    assert units_left(desk_with("cup").state, "cup") is None, "nobody limits it, nobody knows the stock"


def test_after_a_sell_out_nothing_is_left_of_the_offer_whatever_the_shop_adds() -> None:
    desk = open_tea()
    assert units_left(desk.do(order("1", units=10), StockChanged("tea", 99)), "tea") == 0
    product = of_product(desk, "tea", after_s=3)
    assert (product.over, product.sold_out, product.left, product.price.price) == ("", False, 99, yen(1980))


@pytest.mark.parametrize(
    ("end", "over"), [((EndOffer("tea"),), "ended"), ((order("1", units=10), StockChanged("tea", 99)), "sold_out")]
)
def test_while_the_end_of_an_offer_is_said_neither_its_price_nor_another_is(
    end: tuple[Event, ...], over: str
) -> None:
    desk = open_tea()
    desk.do(Explain("tea"), *end)
    for after_s in (0, 2.99):
        product = of_product(desk, "tea", after_s=after_s)
        assert (product.over, product.price, product.badges, product.left) == (over, PriceShown(price=None), (), 0)
        assert (product.sold_out, product.explained) == (over == "sold_out", True)
    assert of_product(desk, "tea", after_s=3).price.price == yen(1980)
    assert of_product(desk, "cup").over == ""


def test_a_withdrawn_offer_is_not_said_to_be_over() -> None:
    desk = open_tea()
    desk.do(WithdrawOffer("tea", "wrong price"))
    assert (of_product(desk, "tea").over, of_product(desk, "tea").price.price) == ("", yen(1980))


def test_the_next_offer_takes_over_at_once_where_it_runs() -> None:
    desk = desk_with("cup")
    desk.do(EndOffer("cup"), ArmOffer("cup2"))
    assert of_product(desk, "cup").over == "ended"
    desk.do(StartOffer("cup2"))
    assert of_product(desk, "cup").over == ""


def test_a_sold_out_offer_marks_its_product_where_nobody_knows_the_stock() -> None:
    cup = replace(SALE.offers["cup"], quantity=1)
    desk = on_air(replace(SALE, offers={**SALE.offers, "cup": cup}))
    desk.do(ArmOffer("cup"), StartOffer("cup"), order("1", "cup"))
    for after_s in (0, 60):
        product = of_product(desk, "cup", after_s=after_s)
        assert (product.sold_out, product.badges) == (True, ())
    desk.do(ArmOffer("cup2"))
    assert not of_product(desk, "cup", after_s=3).sold_out


def test_badges_only_while_explained_the_price_open_and_not_sold_out() -> None:
    desk = open_tea()
    desk.do(order("1", units=9))
    assert badges(desk.state, "tea") == ()
    desk.do(Explain("tea"))
    assert badges(desk.state, "tea") == ("low_stock",)
    assert badges(desk.do(StockChanged("tea", 0)), "tea") == ()


def test_no_badge_while_the_price_is_hidden() -> None:
    desk = selling_desk()
    desk.do(StockChanged("cup", 5), Explain("cup"))
    assert badges(desk.state, "cup") == ("low_stock",)
    desk.do(ArmOffer("cup"), StartOffer("cup"))
    assert badges(desk.state, "cup") == ()
    assert badges(desk.do(OpenPrice("cup")), "cup") == ("low_stock",)


def test_hot_is_half_of_a_limited_offer_or_many_of_another() -> None:
    limited = on_air(replace(SALE, offers={"tea": replace(SALE.offers["tea"], quantity=30, precount_s=0)}))
    limited.do(Explain("tea"), ArmOffer("tea"), StartOffer("tea"), order("1", units=14))
    assert badges(limited.state, "tea") == ()
    assert badges(limited.do(order("2")), "tea") == ("hot",)
    free = desk_with("cup")
    free.do(Explain("cup"), OpenPrice("cup"), order("1", "cup", 29))
    assert badges(free.state, "cup") == ()
    assert badges(free.do(order("2", "cup")), "cup") == ("hot",)


def test_products_are_listed_by_number_and_one_is_explained() -> None:
    products = products_shown(selling_desk().do(Explain("cup")), show_us=0)
    assert [(product.id, product.explained) for product in products] == [
        ("tea", False),
        ("cup", True),
        ("pot", False),
    ]


def test_an_offer_shows_its_terms_and_its_clock() -> None:
    desk = desk_with("tea")
    offer = offer_shown(desk.state, "tea", show_us=desk.clocks.now().show_us + 10 * S, delay_us=5 * S)
    assert offer is not None
    assert (offer.phase, offer.remaining_us, offer.whole_us) == ("counting", 15 * S, 30 * S)
    assert (offer.left, offer.quantity, offer.per_buyer, offer.sold) == (10, 10, 2, 0)


def test_a_coupon_is_shown_while_it_counts_with_what_is_left_of_it() -> None:
    desk = selling_desk()
    now_us = desk.clocks.now().show_us
    desk.do(CouponClaimed("1", "spring"))
    coupon = coupon_shown(desk.state, "spring", show_us=now_us)
    assert coupon is not None
    assert (coupon.code, coupon.left) == ("SPRING", 1)
    assert coupon_shown(desk.state, "past", show_us=now_us) is None
    assert coupon_shown(desk.state, "later", show_us=now_us) is None
    assert coupon_shown(desk.state, "later", show_us=now_us + 3_601 * S) is not None


TestAnySale = AnySale.TestCase
TestAnySale.settings = settings(max_examples=200, stateful_step_count=40, deadline=None)


def test_any_sale_comes_to_every_phase_of_an_offer() -> None:
    """A property that never sees a live offer proves nothing."""
    AnySale.seen.clear()
    often = settings(max_examples=150, stateful_step_count=40, deadline=None, derandomize=True, database=None)
    run_state_machine_as_test(AnySale, settings=often)
    assert AnySale.seen == set(STEPS)
