"""From what was sent to facts, each id once."""

import asyncio
from collections.abc import Callable

from console.errors import Message
from console.hooks.intake import SLICE, Intake, Known, Taken
from console.hooks.message import Buyer, Delivery, decoded
from console.model.facts import NoticeGiven
from console.model.product import Money
from console.supervise.ground import Ground
from tests.support.desk import Desk
from tests.support.hooks import NOW_S, body_of, order
from tests.support.sale import SALE, selling_desk


def orders(*parts: dict[str, object]) -> Delivery:
    return decoded("/hooks/orders", body_of(orders=list(parts)))


def stock(*parts: dict[str, object], sent_at: float = NOW_S) -> Delivery:
    return decoded("/hooks/stock", body_of(stock=list(parts), sent_at=sent_at))


def took(desk: Desk, *deliveries: Delivery, known: dict[Buyer, Known] | None = None) -> list[Taken | None]:
    """What became of each."""

    async def story() -> list[Taken | None]:
        intake = Intake(Ground(desk.store, desk.clocks, asyncio.get_running_loop()))
        return [await intake.take(delivery, known or {}) for delivery in deliveries]

    return asyncio.run(story())


def test_an_order_counts_once_however_often_it_is_sent() -> None:
    desk = selling_desk()
    delivery = orders(order("1"), order("2", units=2), order("1"))
    assert took(desk, delivery, delivery) == [Taken(taken=2, again=1), Taken(again=3)]
    assert desk.state.selling.units == {"tea": 3}


def test_only_id_and_initials_of_a_buyer_are_in_the_fact() -> None:
    desk = selling_desk()
    buyer = Buyer(account="mail@buyer.example", name="山田花子")
    sent = orders(order(buyer={"account": buyer.account, "name": buyer.name}))
    took(desk, sent, known={buyer: Known("v1", "山.")})
    [toast] = desk.state.selling.toasts
    assert (toast.buyer, toast.initials) == ("v1", "山.")
    assert not [entry for entry in desk.entries if "花子" in repr(entry) or "mail" in repr(entry)]


def test_what_is_not_in_the_show_is_named() -> None:
    desk = selling_desk()
    [result] = took(desk, orders(order("1", product="shoe"), order("2"), order("3", product="shoe")))
    assert result == Taken(taken=3, unknown=("shoe",))


def test_stock_and_prices_become_facts() -> None:
    desk = selling_desk()
    took(desk, stock({"id": "1", "product": "tea", "units": 4, "price": {"minor": 1990}}))
    assert desk.state.selling.stock == {"tea": 4}
    assert desk.state.selling.shop_prices == {"tea": Money(minor=1990)}


def test_a_level_that_was_overtaken_changes_nothing() -> None:
    desk = selling_desk()
    new = stock({"id": "2", "product": "tea", "units": 3}, sent_at=NOW_S + 1)
    old = stock({"id": "1", "product": "tea", "units": 9})
    assert took(desk, new, old, new) == [Taken(taken=1), Taken(taken=1), Taken(again=1)]
    assert desk.state.selling.stock == {"tea": 3}


def test_a_claim_counts_once() -> None:
    desk = selling_desk()
    claim = decoded("/hooks/claims", body_of(claims=[{"id": "c", "coupon": "spring"}]))
    assert took(desk, claim, claim) == [Taken(taken=1), Taken(again=1)]
    assert desk.state.selling.coupons["spring"].claimed == 1


def test_without_a_session_nothing_is_taken() -> None:
    desk = Desk(SALE)
    assert took(desk, orders(order())) == [None]
    assert desk.entries == []


def test_a_large_delivery_lets_others_have_their_turn() -> None:
    desk = selling_desk()
    large = orders(*(order(str(number)) for number in range(SLICE * 5)))

    async def story() -> int:
        intake = Intake(Ground(desk.store, desk.clocks, asyncio.get_running_loop()))
        taking = asyncio.create_task(intake.take(large, {}))
        turns = 0
        while not taking.done():
            turns += 1
            await asyncio.sleep(0)
        return turns

    assert asyncio.run(story()) >= 5


def test_why_names_are_missing_is_said_once() -> None:
    desk = selling_desk()

    async def story(said: Callable[[str], Message]) -> None:
        intake = Intake(Ground(desk.store, desk.clocks, asyncio.get_running_loop()))
        for number in range(3):
            await intake.take(orders(order(str(number))), {}, said("hooks_without_names"))

    asyncio.run(story(Message))
    assert len([entry for entry in desk.entries if isinstance(entry.event, NoticeGiven)]) == 1
