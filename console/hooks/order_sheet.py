"""A table of orders as a shop exports it, as orders that the hooks take. All of it is right, or nothing is sent."""

import re
import unicodedata
from typing import Any

import msgspec

from console.errors import ConsoleError, Message
from console.hooks.message import OrderSent
from console.library.product_cells import Reading, money
from console.library.sheet_text import Line, lines
from console.model.product import Money
from console.model.show import Show
from console.words.hooks import ORDER_CELL_WRONG, ORDERS_COLUMN_MISSING
from console.words.sheet import CELL_EMPTY, COLUMN_TWICE

_NAMES: dict[str, tuple[str, ...]] = {
    "id": ("注文番号", "注文id", "id", "order", "orderid", "ordernumber"),
    "product": ("商品", "商品番号", "商品名", "product", "productid", "number"),
    "units": ("数量", "個数", "units", "quantity", "qty"),
    "total": ("合計", "金額", "合計金額", "total", "amount"),
    "currency": ("通貨", "currency"),
    "account": ("購入者", "購入者id", "会員番号", "buyer", "account", "customer"),
    "name": ("購入者名", "名前", "氏名", "name", "buyername", "customername"),
}
_REQUIRED = ("id", "product", "units", "total")
_FIELDS = {heading: name for name, headings in _NAMES.items() for heading in headings}


def read_orders(data: bytes, show: Show) -> tuple[list[OrderSent], list[Message]]:
    """Orders, and everything that is wrong with line and column; raises `ConsoleError` if it is no such table.

    A product is named by its id, number, name, short name or an alias.
    """
    head, *body = lines(data)
    columns = _columns(head)
    products = _products(show)
    orders: list[OrderSent] = []
    problems: list[Message] = []
    for line in body:
        read = _read(line, columns, products)
        if isinstance(read, Message):
            problems.append(read)
        else:
            orders.append(read)
    return orders, problems


def _columns(head: Line) -> dict[str, tuple[int, str]]:
    """Field to the place of its column and the heading as it is written."""
    columns: dict[str, tuple[int, str]] = {}
    for place, cell in enumerate(head.cells):
        name = _FIELDS.get(_folded(cell))
        if name is not None and name in columns:
            raise ConsoleError(COLUMN_TWICE(line=head.number, column=cell.strip()[:40]))
        if name is not None:
            columns[name] = place, cell.strip()[:40]
    for name in _REQUIRED:
        if name not in columns:
            raise ConsoleError(ORDERS_COLUMN_MISSING(line=head.number, ja=_NAMES[name][0], en=name))
    return columns


def _read(line: Line, columns: dict[str, tuple[int, str]], products: dict[str, str]) -> OrderSent | Message:
    cells = {name: line.cells[at].strip() for name, (at, _) in columns.items() if at < len(line.cells)}
    values: dict[str, Any] = {"id": cells.get("id", "")}
    for name in _REQUIRED:
        heading = columns[name][1]
        if not cells.get(name):
            return CELL_EMPTY(line=line.number, column=heading)
        read = _cell(name, cells, products, {"line": line.number, "column": heading})
        if isinstance(read, Message):
            return read
        values[name] = read
    if cells.get("account") or cells.get("name"):
        values["buyer"] = {"account": cells.get("account") or cells["name"], "name": cells.get("name", "")}
    try:
        return msgspec.convert(values, OrderSent)
    except msgspec.ValidationError as error:
        return ORDER_CELL_WRONG(line=line.number, column=columns["id"][1], value=str(error)[:200])


def _cell(name: str, cells: dict[str, str], products: dict[str, str], place: dict[str, str | int]) -> Reading:
    cell, wrong = cells[name], ORDER_CELL_WRONG(**place, value=cells[name][:40])
    match name:
        case "product":
            return products.get(_folded(cell), wrong)
        case "units":
            plain = unicodedata.normalize("NFKC", cell)
            return int(plain) if re.fullmatch("[0-9]{1,7}", plain) else wrong
        case "total":
            currency = cells.get("currency") or "JPY"
            total = money(cell, place, currency=currency.upper())
            return {"minor": total.minor, "currency": total.currency} if isinstance(total, Money) else total
    return cell


def _products(show: Show) -> dict[str, str]:
    """Whatever a product may be called to its id; what means two products means none."""
    called: dict[str, set[str]] = {}
    for key, product in show.products.items():
        for name in (str(product.number), product.name, product.short_name, *product.aliases):
            if name:
                called.setdefault(_folded(name), set()).add(key)
    unique = {name: next(iter(keys)) for name, keys in called.items() if len(keys) == 1}
    return unique | {_folded(key): key for key in show.products}


def _folded(text: str) -> str:
    return re.sub(r"[\s_.\-:()]", "", unicodedata.normalize("NFKC", text).casefold())
