"""One cell of a product table: what it says, or what is wrong with it."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from console.errors import Message
from console.model.amount import minor_digits
from console.model.product import Money
from console.model.rules import MINOR
from console.model.selling_rules import NUMBER, UNITS
from console.words.sheet import (
    CELL_CONTROL,
    CELL_NOT_LINK,
    CELL_NOT_MONEY,
    CELL_NOT_WHOLE,
    CELL_NOT_YES_OR_NO,
    CELL_OUT_OF_RANGE,
    CELL_TOO_LONG,
    CELL_TOO_MANY,
)

LONGEST = 200
"""Characters of a text: as long as graphics are made to bear."""
LONGEST_LINK = 2_000
MOST_LINES = 30
_WHOLE = re.compile(r"[0-9]{1,12}")
_MONEY = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.([0-9]+))?")
_YES = {"yes", "y", "true", "1", "はい", "税込", "込", "込み", "○"}
_NO = {"no", "n", "false", "0", "いいえ", "税別", "税抜", "別", "×"}

Place = dict[str, str | int]
"""Line and column of the cell, for its sentence."""
Reading = Any | Message
"""A value, or why there is none."""


def text(cell: str, place: Place) -> Reading:
    """One line of readable characters."""
    words = " ".join(cell.split())
    if len(words) > LONGEST:
        return CELL_TOO_LONG(**place, longest=LONGEST)
    if any(unicodedata.category(letter) in {"Cc", "Cs", "Cn"} for letter in words):
        return CELL_CONTROL(**place)
    return words


def whole(cell: str, place: Place, *, limits: tuple[int, int]) -> Reading:
    """A whole number within its limits, in digits of any width, with commas between thousands or not."""
    digits = _plain(cell).removeprefix("no.").removeprefix("#").replace(",", "")
    if not _WHOLE.fullmatch(digits):
        return CELL_NOT_WHOLE(**place, value=cell[:40])
    low, high = limits
    return int(digits) if low <= int(digits) <= high else CELL_OUT_OF_RANGE(**place, low=low, high=high)


def number(cell: str, place: Place) -> Reading:
    """A product's number."""
    return whole(cell, place, limits=NUMBER)


def stock(cell: str, place: Place) -> Reading:
    """Units."""
    return whole(cell, place, limits=UNITS)


def money(cell: str, place: Place, *, currency: str) -> Reading:
    """¥1,980, １９８０円, 19.80: in the currency of the row, never rounded."""
    found = _MONEY.fullmatch(_plain(cell).strip("¥\\$€£₩").removesuffix("円").strip())
    places = minor_digits(currency)
    if found is None or len(found[2] or "") > places:
        return CELL_NOT_MONEY(**place, value=cell[:40], currency=currency[:8])
    minor = int(found[1].replace(",", "") + (found[2] or "").ljust(places, "0"))
    return (
        Money(minor=minor, currency=currency)
        if minor <= MINOR[1]
        else CELL_OUT_OF_RANGE(**place, low=MINOR[0], high=MINOR[1])
    )


def yes_or_no(cell: str, place: Place) -> Reading:
    """はい, 税込, yes, 1 …"""
    word = _plain(cell)
    if word in _YES or word in _NO:
        return word in _YES
    return CELL_NOT_YES_OR_NO(**place, value=cell[:40])


def link(cell: str, place: Place) -> Reading:
    """An address of the web."""
    address = cell.strip()
    is_address = re.fullmatch(r"https?://[^\s/]+\S*", address) is not None and address.isprintable()
    return address if is_address and len(address) <= LONGEST_LINK else CELL_NOT_LINK(**place, value=address[:60])


def several(cell: str, place: Place, *, marks: str) -> Reading:
    """Texts between line ends or any of these marks."""
    parts = [part for part in re.split(f"[\n\r{re.escape(marks)}]", cell) if part.strip()]
    if len(parts) > MOST_LINES:
        return CELL_TOO_MANY(**place, most=MOST_LINES)
    read = [text(part, place) for part in parts]
    return next((one for one in read if isinstance(one, Message)), tuple(read))


def aliases(cell: str, place: Place) -> Reading:
    """Names, as people list them."""
    return several(cell, place, marks=",、;；|｜/／・")


def facts(cell: str, place: Place) -> Reading:
    """Sentences: only a line end or a bar stands between two."""
    return several(cell, place, marks="|｜")


READERS: dict[str, Callable[[str, Place], Reading]] = {
    "number": number,
    "name": text,
    "short_name": text,
    "was_basis": text,
    "tag": text,
    "tax_included": yes_or_no,
    "link": link,
    "stock": stock,
    "aliases": aliases,
    "facts": facts,
}
"""By field of a product; prices need the row's currency and a picture is read later."""


def _plain(cell: str) -> str:
    return unicodedata.normalize("NFKC", cell).casefold().replace(" ", "").strip()
