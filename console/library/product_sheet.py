"""A table of products: every row that can be read, and everything that cannot, with its line and column."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from console.errors import ConsoleError, Message
from console.library import product_cells as cells
from console.library.sheet_text import Line, lines
from console.words.sheet import (
    CELL_BAD_CURRENCY,
    CELL_EMPTY,
    CELL_NUMBER_TWICE,
    COLUMN_MISSING,
    COLUMN_TWICE,
    NO_PRODUCTS,
    ROW_TOO_LONG,
    TOO_MANY_PRODUCTS,
)

MOST = 500
"""Products of one table."""
_NAMES: dict[str, tuple[str, ...]] = {
    "number": ("番号", "商品番号", "no", "number", "№"),
    "name": ("商品名", "名前", "品名", "name", "productname", "product", "title"),
    "short_name": ("略称", "短い名前", "短縮名", "shortname"),
    "price": ("価格", "販売価格", "税込価格", "値段", "price"),
    "was_price": ("比較価格", "元の価格", "通常価格", "wasprice", "compareatprice"),
    "was_basis": ("比較価格の根拠", "根拠", "wasbasis", "basis"),
    "currency": ("通貨", "currency"),
    "tax_included": ("税", "税込", "消費税", "taxincluded", "tax"),
    "tag": ("タグ", "ラベル", "キャッチ", "tag", "label"),
    "picture": ("写真", "画像", "picture", "image", "photo", "imageurl"),
    "link": ("リンク", "商品ページ", "url", "link"),
    "stock": ("在庫", "在庫数", "stock", "inventory"),
    "aliases": ("別名", "呼び名", "aliases", "alias"),
    "facts": ("特徴", "商品情報", "facts"),
}
"""Headings of a column, without spaces and marks. The first is the one that sentences say."""
_REQUIRED = ("number", "name", "price")
COLUMNS = tuple((name, headings[0], name in _REQUIRED) for name, headings in _NAMES.items())
"""English and Japanese heading, and whether a table must have it."""
_FIELDS = {heading: name for name, headings in _NAMES.items() for heading in headings}


@dataclass(frozen=True, slots=True)
class ProductRow:
    """One product as the table has it."""

    line: int
    number: int
    fields: dict[str, Any]
    """Field of `Product` to value, `number` included; only what the row fills in."""
    picture: str = ""
    """A file or an address; empty: none is named."""
    place: cells.Place = field(default_factory=dict)
    """Of the picture's cell, for sentences about it."""


@dataclass(slots=True)
class ProductSheet:
    """What a table says."""

    rows: list[ProductRow] = field(default_factory=list)
    problems: list[Message] = field(default_factory=list)
    """Everything that is wrong; the rows are worth nothing while there is anything."""
    ignored: tuple[str, ...] = ()
    """Headings that mean nothing here."""


def read_products(data: bytes, *, currency: str = "JPY") -> ProductSheet:
    """Read a whole table; raises `ConsoleError` if it is none at all, has no product, or lacks number, name or price.

    `currency` is that of rows that name none.
    """
    head, *body = lines(data)
    columns = _columns(head)
    if not body:
        raise ConsoleError(NO_PRODUCTS())
    if len(body) > MOST:
        raise ConsoleError(TOO_MANY_PRODUCTS(most=MOST, count=len(body)))
    sheet = ProductSheet(ignored=tuple(heading for name, heading in columns if not name and heading.strip()))
    lines_of = dict[int, int]()
    for line in body:
        row = _read(line, columns, sheet.problems, currency)
        if row.number in lines_of:
            place = _place(line.number, dict(columns)["number"])
            sheet.problems.append(CELL_NUMBER_TWICE(**place, number=row.number, other=lines_of[row.number]))
        if row.number:
            lines_of.setdefault(row.number, line.number)
        sheet.rows.append(row)
    return sheet


def _columns(head: Line) -> list[tuple[str, str]]:
    """For each column its field (empty: none) and its heading as it is written."""
    columns = [(_FIELDS.get(_folded(cell), ""), " ".join(cell.split())[:40]) for cell in head.cells]
    known = [name for name, _ in columns if name]
    for name in _REQUIRED:
        if name not in known:
            ja, en = _NAMES[name][0], name
            raise ConsoleError(COLUMN_MISSING(line=head.number, ja=ja, en=en))
    for name, heading in columns:
        if name and known.count(name) > 1:
            raise ConsoleError(COLUMN_TWICE(line=head.number, column=heading))
    return columns


def _read(line: Line, columns: list[tuple[str, str]], problems: list[Message], currency: str) -> ProductRow:
    """The row, as far as it can be read; its number is 0 if that cannot."""
    if any(cell.strip() for cell in line.cells[len(columns) :]):
        problems.append(ROW_TOO_LONG(line=line.number, columns=len(columns)))
    filled = [
        (name, heading, cell) for (name, heading), cell in zip(columns, line.cells, strict=False) if cell.strip()
    ]
    named = {name: cell for name, _, cell in filled if name}
    headings = {name: heading for name, heading in columns if name}
    problems += [CELL_EMPTY(**_place(line.number, headings[name])) for name in _REQUIRED if name not in named]
    fields: dict[str, Any] = {}
    for name, read in _readings(line, {"currency": currency} | named, headings):
        if isinstance(read, Message):
            problems.append(read)
        else:
            fields[name] = read
    place = _place(line.number, headings.get("picture", ""))
    return ProductRow(line.number, fields.get("number", 0), fields, named.get("picture", "").strip(), place)


def _readings(line: Line, named: dict[str, str], headings: dict[str, str]) -> Iterator[tuple[str, cells.Reading]]:
    for name, cell in named.items():
        if name in cells.READERS:
            yield name, cells.READERS[name](cell, _place(line.number, headings[name]))
    currency = unicodedata.normalize("NFKC", named["currency"]).strip().upper()
    if not re.fullmatch("[A-Z]{3}", currency):
        yield "currency", CELL_BAD_CURRENCY(**_place(line.number, headings["currency"]), value=currency[:40])
        return
    for name in ("price", "was_price"):
        if name in named:
            yield name, cells.money(named[name], _place(line.number, headings[name]), currency=currency)


def _place(line: int, heading: str) -> cells.Place:
    return {"line": line, "column": heading}


def _folded(heading: str) -> str:
    return re.sub(r"[\s_.\-:()]", "", unicodedata.normalize("NFKC", heading).casefold())
