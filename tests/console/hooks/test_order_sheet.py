"""A table of orders: all of it is right, or nothing is sent."""

import pytest

from console.errors import ConsoleError
from console.hooks.message import Amount, Buyer, OrderSent
from console.hooks.order_sheet import read_orders
from tests.support.sale import SALE

HEAD = "注文番号,商品,数量,合計,購入者,名前\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("product", ["tea", "1", "１", "煎茶"])
def test_an_order_is_read_whatever_its_product_is_called(encoding: str, product: str) -> None:
    data = f'{HEAD}A-1,{product},２,"2,960円",c-1,山田花子\n'.encode(encoding)
    buyer = Buyer(account="c-1", name="山田花子")
    assert read_orders(data, SALE) == ([OrderSent("A-1", "tea", 2, Amount(2960), buyer)], [])


def test_english_headings_and_another_currency() -> None:
    orders, problems = read_orders(b"Order ID,Product,Qty,Total,Currency\n7,pot,1,45.00,usd\n", SALE)
    assert (orders, problems) == ([OrderSent("7", "pot", 1, Amount(4500, "USD"))], [])


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("A-1,shoe,1,100", "商品"),
        ("A-1,tea,0.5,100", "数量"),
        ("A-1,tea,-1,100", "数量"),
        ("A-1,tea,1,much", "合計"),
        (",tea,1,100", "注文番号"),
        ("A-1,tea,,100", "数量"),
        ("A-1,tea", "数量"),
    ],
)
def test_every_bad_row_is_named_with_line_and_column(row: str, column: str) -> None:
    orders, problems = read_orders(f"{HEAD}ok,tea,1,100\n{row}\n".encode(), SALE)
    assert len(orders) == 1
    assert [(problem.params["line"], problem.params["column"]) for problem in problems] == [(3, column)]


def test_a_row_the_hooks_would_refuse_is_named() -> None:
    _, problems = read_orders(f"{HEAD}A-1,tea,0,100\n".encode(), SALE)
    assert [problem.code for problem in problems] == ["order_cell_wrong"]


@pytest.mark.parametrize("table", [b"", b"a,b\n1,2\n", "注文番号,商品,数量,合計,金額\n".encode()])
def test_what_is_no_table_of_orders_is_refused(table: bytes) -> None:
    with pytest.raises(ConsoleError):
        read_orders(table, SALE)
