"""A table of products into a show folder: all of it, with its pictures, or nothing."""

import hashlib
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import replace as replaced
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from console.errors import ConsoleError, Message
from console.library.picture_fetch import Fetching, fetched
from console.library.picture_file import LIMIT_MB, LIMIT_PX, picture_kind
from console.library.product_sheet import ProductRow, ProductSheet, read_products
from console.library.sheet_text import LIMIT_MB as SHEET_LIMIT_MB
from console.library.show_file import load_show, save_show
from console.model.product import Product
from console.model.show import Show
from console.model.show_rules import problems
from console.words.library import SHOW_NOT_SAVED
from console.words.sheet import (
    PICTURE_NO_PICTURE,
    PICTURE_NOT_FOUND,
    PICTURE_NOT_READ,
    PICTURE_TOO_LARGE,
    SHEET_TOO_LARGE,
    SHEET_UNREADABLE,
)


@dataclass(frozen=True, slots=True)
class Import:
    """How an import went."""

    problems: tuple[Message, ...] = ()
    """Everything that is wrong; with any, nothing was changed."""
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    pictures: int = 0
    """Files put into the folder."""
    ignored: tuple[str, ...] = ()
    """Headings that mean nothing here."""


@dataclass(frozen=True, slots=True)
class Planned:
    """An import that is not made yet."""

    counts: Import
    show: Show
    """As it would be."""
    fresh: tuple[Path, ...] = ()
    """Pictures that it brought into the folder."""

    @property
    def import_(self) -> Import:
        """How it goes."""
        return replaced(self.counts, pictures=len(self.fresh))

    def take_back(self) -> None:
        """It is not made: its pictures go."""
        for path in self.fresh:
            path.unlink(missing_ok=True)


def import_products(file: Path, folder: Path, *, how: Fetching | None = None) -> Import:
    """Add the products of a CSV file to a show, or change those of the same numbers; a blank cell changes nothing.

    Raises `ConsoleError` if the table or the show cannot be read at all, or the show cannot be saved.
    """
    planned = plan_import(read_sheet(file), load_show(folder), folder, beside=file.parent, how=how)
    if planned.import_.problems:
        return planned.import_
    try:
        save_show(folder, planned.show)
    except BaseException as error:
        planned.take_back()
        if isinstance(error, OSError):
            raise ConsoleError(SHOW_NOT_SAVED(path=str(folder), reason=error.strerror or str(error))) from error
        raise
    return planned.import_


def plan_import(
    data: bytes, show: Show, folder: Path, *, beside: Path | None = None, how: Fetching | None = None
) -> Planned:
    """What a table makes of a show. Its pictures are in the folder already, where nobody names them yet.

    `beside`: where pictures may lie too. Raises `ConsoleError` if the table cannot be read at all.
    """
    first = next(iter(show.products.values()), None)
    sheet = read_products(data, currency=first.price.currency if first else "JPY")
    with _workshop(folder) as workshop:
        places = (folder,) if beside is None else (beside, folder)
        names, missing = _pictures(sheet, show, places, workshop, how or Fetching())
        wrong = sorted((*sheet.problems, *missing), key=_line_of)
        planned = show if wrong else _merged(show, sheet.rows, names)
        wrong = wrong or problems(planned)
        if wrong:
            return Planned(Import(problems=tuple(wrong), ignored=sheet.ignored), show)
        return Planned(_counted(show, planned, sheet), planned, _brought(folder, workshop))


def read_sheet(file: Path) -> bytes:
    try:
        if not file.is_file():  # Why: a pipe would be waited for.
            raise FileNotFoundError(2, "No such file")
        with file.open("rb") as opened:
            data = opened.read(SHEET_LIMIT_MB * 1_000_000 + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise ConsoleError(SHEET_UNREADABLE(path=str(file)[:200], reason=reason)) from error
    if len(data) > SHEET_LIMIT_MB * 1_000_000:
        raise ConsoleError(SHEET_TOO_LARGE(limit_mb=SHEET_LIMIT_MB))
    return data


@contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    """A folder inside the show's for what is not decided yet: taking it from there into the show is one rename."""
    try:
        place = Path(tempfile.mkdtemp(prefix=".import-", dir=folder))
    except OSError as error:
        raise ConsoleError(SHOW_NOT_SAVED(path=str(folder), reason=error.strerror or str(error))) from error
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _pictures(
    sheet: ProductSheet, show: Show, places: tuple[Path, ...], workshop: Path, how: Fetching
) -> tuple[dict[int, str], list[Message]]:
    """By line: the name that its picture has in the show folder. New ones wait in the workshop."""
    names: dict[int, str] = {}
    wrong: list[Message] = []
    ids = ids_of(show, sheet.rows)
    for row in sheet.rows:
        # Why: nobody waits for the web on behalf of a table that is not imported anyway.
        if not row.picture or (sheet.problems and _is_address(row)):
            continue
        try:
            names[row.line] = _taken_in(row, ids[row.number], places, workshop, how)
        except ConsoleError as error:
            wrong.append(error.message)
        except OSError as error:
            raise ConsoleError(SHOW_NOT_SAVED(path=str(workshop), reason=error.strerror or str(error))) from error
    return names, wrong


def _taken_in(row: ProductRow, key: str, places: tuple[Path, ...], workshop: Path, how: Fetching) -> str:
    data = fetched(row.picture, how, place=row.place) if _is_address(row) else _local(row, places)
    name = row.picture.rpartition("/")[2][:80]
    kind = picture_kind(data)
    if kind is None:
        raise ConsoleError(PICTURE_NO_PICTURE(**row.place, name=name))
    if not kind.is_small_enough:
        raise ConsoleError(_too_large(row, name))
    safe = f"{_safe(key)}-{hashlib.sha256(data).hexdigest()[:10]}.{kind.ending}"
    (workshop / safe).write_bytes(data)
    return safe


def _is_address(row: ProductRow) -> bool:
    return re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*://", row.picture) is not None


def _line_of(problem: Message) -> int:
    line = problem.params.get("line")
    return line if isinstance(line, int) else 0


def _local(row: ProductRow, places: tuple[Path, ...]) -> bytes:
    """From beside the table, else one that the show has already."""
    name, limit = row.picture, LIMIT_MB * 1_000_000
    try:
        path = next((place / name for place in places if (place / name).is_file()), None)
        if path is None:
            raise ConsoleError(PICTURE_NOT_FOUND(**row.place, name=name[:80]))
        with path.open("rb") as opened:
            data = opened.read(limit + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise ConsoleError(PICTURE_NOT_READ(**row.place, name=name[:80], reason=reason)) from error
    if len(data) > limit:
        raise ConsoleError(_too_large(row, name[:80]))
    return data


def _too_large(row: ProductRow, name: str) -> Message:
    return PICTURE_TOO_LARGE(**row.place, name=name, limit_mb=LIMIT_MB, limit_px=LIMIT_PX)


def ids_of(show: Show, rows: list[ProductRow]) -> dict[int, str]:
    """By number: the id of the product that has it, or a new one."""
    known = {product.number: key for key, product in show.products.items()}
    taken = set(show.products)
    for row in rows:
        if row.number not in known:
            key = f"p{row.number}"
            while key in taken:
                key += "-new"
            known[row.number] = key
            taken.add(key)
    return known


def _safe(key: str) -> str:
    """A part of a file name on every system, never empty and never special."""
    return re.sub(r"[^A-Za-z0-9]+", "-", key).strip("-")[:40].lower() or "product"


def _merged(show: Show, rows: list[ProductRow], names: dict[int, str]) -> Show:
    products, ids = dict(show.products), ids_of(show, rows)
    for row in rows:
        fields: dict[str, Any] = dict(row.fields)
        if row.line in names:
            fields["picture"] = names[row.line]
        known = products.get(ids[row.number])
        products[ids[row.number]] = replace(known, **fields) if known else Product(**fields)
    return replace(show, products=products)


def _brought(folder: Path, workshop: Path) -> tuple[Path, ...]:
    """The new pictures, in the folder."""
    fresh = [path for path in sorted(workshop.iterdir()) if not (folder / path.name).exists()]
    try:
        return tuple(path.rename(folder / path.name) for path in fresh)
    except OSError as error:
        for path in fresh:
            (folder / path.name).unlink(missing_ok=True)
        raise ConsoleError(SHOW_NOT_SAVED(path=str(folder), reason=error.strerror or str(error))) from error


def _counted(show: Show, planned: Show, sheet: ProductSheet) -> Import:
    same = sum(1 for key, product in planned.products.items() if show.products.get(key) == product)
    added = len(planned.products) - len(show.products)
    changed = len(planned.products) - added - same
    return Import(added=added, changed=changed, unchanged=len(sheet.rows) - added - changed, ignored=sheet.ignored)
