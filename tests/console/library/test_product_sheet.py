"""A table of products: each good row read, each bad cell told with line and column."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.errors import ConsoleError
from console.library.product_sheet import MOST, ProductSheet, read_products
from console.model.product import Money
from console.words.render import catalogue

HEAD = "番号,商品名,価格"


def read(text: str) -> ProductSheet:
    sheet = read_products(text.encode())
    for problem in sheet.problems:
        assert catalogue()[problem.code].gaps <= problem.params.keys()
    return sheet


def told(text: str) -> list[tuple[Any, ...]]:
    """Code, line and column of each problem."""
    return [(p.code, p.params["line"], p.params.get("column")) for p in read(text).problems]


def refusal(data: bytes) -> str:
    with pytest.raises(ConsoleError) as caught:
        read_products(data)
    return caught.value.message.code


def test_japanese_and_english_headings_say_the_same() -> None:
    japanese = "番号,商品名,略称,価格,比較価格,比較価格の根拠,税込,タグ,写真,リンク,在庫,別名,特徴"
    english = "Number,Name,Short name,Price,was_price,WAS BASIS,Tax included,tag,Image URL,url,Stock,aliases,facts"
    row = '1,煎茶 100g,煎茶,"1,980",2480,8月の価格,はい,新茶,a.jpg,https://a.example/1,30,お茶、緑茶,産地は静岡|無農薬ではありません'
    for head in (japanese, english):
        sheet = read(f"{head}\n{row}\n")
        assert sheet.problems == []
        [found] = sheet.rows
        assert found.picture == "a.jpg"
        assert found.fields == {
            "number": 1,
            "name": "煎茶 100g",
            "short_name": "煎茶",
            "price": Money(minor=1980),
            "was_price": Money(minor=2480),
            "was_basis": "8月の価格",
            "tax_included": True,
            "tag": "新茶",
            "link": "https://a.example/1",
            "stock": 30,
            "aliases": ("お茶", "緑茶"),
            "facts": ("産地は静岡", "無農薬ではありません"),
        }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_a_spreadsheets_encoding_does_not_matter(encoding: str) -> None:
    [row] = read_products(f"{HEAD}\r\n１,煎茶～,￥1,980\r\n".replace("￥1,980", '"￥1,980"').encode(encoding)).rows
    assert row.fields == {"number": 1, "name": "煎茶～", "price": Money(minor=1980)}


@pytest.mark.parametrize(
    ("cell", "currency", "minor"),
    [
        ("1980", "JPY", 1980),
        ("¥1,980", "JPY", 1980),
        ("１，９８０円", "JPY", 1980),
        ("￥ 1980", "JPY", 1980),
        ("0", "JPY", 0),
        ("19.80", "USD", 1980),
        ("$19.8", "usd", 1980),
        ("1,234,567", "JPY", 1_234_567),
        ("1.234", "KWD", 1234),
    ],
)
def test_an_amount_is_read_without_rounding(cell: str, currency: str, minor: int) -> None:
    [row] = read(f'{HEAD},通貨\n1,a,"{cell}",{currency}\n').rows
    assert row.fields["price"] == Money(minor=minor, currency=currency.upper())


@pytest.mark.parametrize(
    "cell",
    ["-1", "19.80", "1.980", "12,34", "1e3", "abc", "¥", "1 980x", "９９９９９９９９９９９９９９９９", "١٢٣", "=1+1"],
)
def test_what_is_no_amount_of_yen_is_told(cell: str) -> None:
    assert told(f'{HEAD}\n1,a,"{cell}"\n') == [("cell_not_money", 2, "価格")]


@pytest.mark.parametrize(
    ("heading", "cell", "code"),
    [
        ("在庫", "たくさん", "cell_not_whole"),
        ("在庫", "9999999999", "cell_out_of_range"),
        ("税込", "たぶん", "cell_not_yes_or_no"),
        ("リンク", "javascript:alert(1)", "cell_not_link"),
        ("リンク", "https://a b", "cell_not_link"),
        ("タグ", "あ" * 201, "cell_too_long"),
        ("タグ", "a\x07b", "cell_control"),
        ("別名", ",".join("abcdefghij" * 4), "cell_too_many"),
        ("通貨", "円", "cell_bad_currency"),
        ("比較価格", "高い", "cell_not_money"),
    ],
)
def test_each_bad_cell_is_told_with_line_and_column(heading: str, cell: str, code: str) -> None:
    assert (code, 3, heading) in told(f'{HEAD},{heading}\n1,a,5,\n2,b,6,"{cell}"\n')


def test_every_bad_row_is_told_at_once() -> None:
    assert told(f"{HEAD}\n,a,5\nx,,\n0,c,1\n1,d,1\n1,e,1,9\n") == [
        ("cell_empty", 2, "番号"),
        ("cell_empty", 3, "商品名"),
        ("cell_empty", 3, "価格"),
        ("cell_not_whole", 3, "番号"),
        ("cell_out_of_range", 4, "番号"),
        ("row_too_long", 6, None),
        ("cell_number_twice", 6, "番号"),
    ]


def test_a_blank_cell_says_nothing_and_a_strange_column_is_named() -> None:
    sheet = read("number,name,price,stock,colour, \n1,a,5,,red,\n")
    assert sheet.rows[0].fields == {"number": 1, "name": "a", "price": Money(minor=5)}
    assert sheet.ignored == ("colour",)


def test_rows_without_a_currency_have_the_shows() -> None:
    [row] = read_products(b"number,name,price\n1,a,5.50\n", currency="EUR").rows
    assert row.fields["price"] == Money(minor=550, currency="EUR")


def test_a_table_without_its_columns_is_refused() -> None:
    assert refusal(b"number,name\n1,a\n") == "column_missing"
    assert refusal("番号,number,name,price\n".encode()) == "column_twice"
    assert refusal(b"number,name,price\n" + b"1,a,5\n" * (MOST + 1)) == "too_many_products"


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=30).filter(str.strip)
PRODUCTS = st.lists(
    st.tuples(st.integers(1, 9999), NAMES, st.integers(0, 10**9)),
    min_size=1,
    max_size=8,
    unique_by=lambda row: row[0],
)


@given(PRODUCTS, st.sampled_from(["utf-8", "utf-8-sig", "cp932"]))
def test_any_table_of_products_is_read_as_it_was_written(rows: list[tuple[int, str, int]], encoding: str) -> None:
    written = io.StringIO(newline="")
    csv.writer(written).writerows([("番号", "商品名", "価格"), *((n, name, f"{price:,}") for n, name, price in rows)])
    try:
        data = written.getvalue().encode(encoding)
    except UnicodeEncodeError:
        data = written.getvalue().encode()
    sheet = read_products(data)
    assert sheet.problems == []
    assert [(row.number, row.fields["price"].minor) for row in sheet.rows] == [(n, price) for n, _, price in rows]
    if encoding != "cp932":
        assert [row.fields["name"] for row in sheet.rows] == [" ".join(name.split()) for _, name, _ in rows]


@given(st.lists(st.lists(st.text(max_size=8), max_size=6), max_size=5))
def test_any_rows_are_read_or_told_and_never_break_the_reader(rows: list[list[str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows([("番号", "商品名", "価格", "税込", "別名"), *rows])
    try:
        sheet = read_products(written.getvalue().encode(errors="replace"))
    except ConsoleError:
        return
    for row in sheet.rows:
        assert sheet.problems or {"number", "name", "price"} <= row.fields.keys()
