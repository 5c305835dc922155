"""What programs send, and what of it is refused in words."""

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.errors import ConsoleError
from console.hooks.message import MOST_AT_ONCE, PATHS, Orders, StockLevels, decoded
from console.model.facts import PriceSynced, StockChanged
from console.model.product import Money
from tests.support.hooks import body_of, order


def test_an_order_is_read() -> None:
    delivery = decoded("/hooks/orders", body_of(orders=[order(buyer={"account": "a", "name": "はなこ"})]))
    assert isinstance(delivery, Orders)
    assert delivery.orders[0].total.money == Money(minor=1480)
    assert delivery.orders[0].buyer is not None
    assert delivery.orders[0].buyer.name == "はなこ"


def test_stock_and_price_come_together_or_alone() -> None:
    levels = decoded(
        "/hooks/stock",
        body_of(stock=[{"id": "1", "product": "tea", "units": 3, "price": {"minor": 5}}]),
    )
    assert isinstance(levels, StockLevels)
    assert levels.stock[0].facts == [StockChanged("tea", 3), PriceSynced("tea", Money(minor=5))]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"sent_at": 1e999, "orders": []}',
        body_of(orders=[]),
        body_of(orders=[order()] * (MOST_AT_ONCE + 1)),
        body_of(orders=[order(units=0)]),
        body_of(orders=[order(units=1.5)]),
        body_of(orders=[order(units=10**9)]),
        body_of(orders=[order(total={"minor": -1})]),
        body_of(orders=[order(total={"minor": 1, "currency": "yen"})]),
        body_of(orders=[order("")]),
        body_of(orders=[order("x" * 201)]),
        body_of(orders=[order(discount=3)]),
        body_of(orders=[order(buyer={"name": "who"})]),
        body_of(claims=[{"id": "1", "coupon": "c"}]),
        b'{"orders": []}',
        body_of(orders=[order("\ud800")]),
    ],
)
def test_what_is_not_an_order_is_refused_in_words(body: bytes) -> None:
    with pytest.raises(ConsoleError) as refused:
        decoded("/hooks/orders", body)
    assert refused.value.message.code == "hook_not_understood"
    assert refused.value.message.params["reason"]


def test_a_mistake_is_named_with_its_place() -> None:
    with pytest.raises(ConsoleError) as refused:
        decoded("/hooks/orders", body_of(orders=[order(), order("o-2", units=-1)]))
    assert "$.orders[1].units" in str(refused.value.message.params["reason"])


def test_a_stock_level_that_says_nothing_is_refused() -> None:
    with pytest.raises(ConsoleError):
        decoded("/hooks/stock", body_of(stock=[{"id": "1", "product": "tea"}]))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda children: st.lists(children) | st.dictionaries(st.text(), children),
)


@given(st.sampled_from(sorted(PATHS)), JSON | st.fixed_dictionaries({"sent_at": JSON, "orders": JSON, "stock": JSON}))
def test_no_json_breaks_it(path: str, value: Any) -> None:
    with contextlib.suppress(ConsoleError):
        decoded(path, json.dumps(value).encode())
