"""A made-up audience that buys: plausible, the same each time, never more than there is."""

import pytest
from msgspec.structs import replace

from console.model.commands import ArmOffer, OpenGiveaway, StartOffer
from console.model.facts import CouponClaimed, OfferOpened
from console.model.offer import Offer
from console.model.selling import coupons_left, units_left
from console.rehearsal.buyers import claims, entries, orders
from tests.support.desk import Desk, on_air
from tests.support.sale import SALE, S, desk_with, selling_desk, yen


def open_tea() -> Desk:
    """A desk where the offer of ten teas, two a buyer, is open for 300 s."""
    desk = desk_with("tea")
    desk.wait(30 * S)
    desk.do(OfferOpened("tea"))
    return desk


def sell(desk: Desk, offer: str, seconds: int, *, seed: int = 7) -> list[int]:
    """Let the audience buy for so long; units sold after each second."""
    sold = []
    for slot in range(seconds):
        desk.wait(S)
        desk.do(*orders(desk.state, seed=seed, offer=offer, slot=slot))
        sold.append(desk.state.selling.status(offer).sold)
    return sold


def test_the_same_seed_buys_the_same() -> None:
    desk = open_tea()
    assert [*orders(desk.state, seed=3, offer="tea", slot=0)] == [*orders(desk.state, seed=3, offer="tea", slot=0)]


def test_nothing_is_bought_of_an_offer_that_is_not_open() -> None:
    counting = desk_with("tea")
    assert not [order for slot in range(300) for order in orders(counting.state, seed=7, offer="tea", slot=slot)]


@pytest.mark.parametrize("seed", range(20))
def test_an_offer_sells_well_and_is_never_oversold(seed: int) -> None:
    desk = open_tea()
    sold = sell(desk, "tea", 300, seed=seed)
    assert 4 <= sold[-1] <= 10
    assert not [notice for notice in desk.state.notices if notice.message.code == "offer_oversold"]


def test_most_is_bought_at_the_beginning() -> None:
    big = replace(
        SALE, offers={"big": Offer(product="tea", price=yen(1480), precount_s=0, window_s=100, quantity=1_000)}
    )
    big = replace(big, products={"tea": replace(SALE.products["tea"], stock=5_000)})
    desk = on_air(big)
    desk.do(*_opened("big"))
    sold = sell(desk, "big", 100)
    assert sold[49] > 0.6 * sold[-1]
    assert 700 < sold[-1] <= 1_000


def test_a_coupon_is_claimed_within_its_quota() -> None:
    coupons = {**SALE.coupons, "spring": replace(SALE.coupons["spring"], quota=9)}
    desk = on_air(replace(SALE, coupons=coupons))
    desk.do(CouponClaimed("early-1", "spring"), *_opened("cup"))
    for session in range(30):
        for slot in range(60):
            desk.do(*claims(desk.state, seed=session, offer="cup", slot=slot))
    assert coupons_left(desk.state, "spring") == 9 - desk.state.selling.coupons["spring"].claimed
    assert 3 <= desk.state.selling.coupons["spring"].claimed <= 9
    assert not [notice for notice in desk.state.notices if notice.message.code == "coupon_overclaimed"]


def test_viewers_enter_a_giveaway_only_while_it_is_open() -> None:
    desk = selling_desk()
    assert not [*entries(desk.state, seed=7, slot=1)]
    desk.do(OpenGiveaway("bag"))
    for slot in range(10):
        desk.do(*entries(desk.state, seed=7, slot=slot))
    assert 10 <= len(desk.state.giveaway.entries) <= 60


def test_every_order_is_for_the_offers_price_and_by_somebody_with_initials() -> None:
    desk = open_tea()
    placed = [order for slot in range(300) for order in orders(desk.state, seed=7, offer="tea", slot=slot)]
    assert placed
    assert len({order.id for order in placed}) == len(placed)
    for order in placed:
        assert order.total == yen(1480 * order.units)
        assert order.buyer.startswith("made-up-")
        assert len(order.initials) == 2
    assert units_left(desk.state, "tea") == 10


def _opened(offer: str) -> tuple[ArmOffer, StartOffer]:
    return ArmOffer(offer), StartOffer(offer)
