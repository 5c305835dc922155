"""The bytes of a table that a spreadsheet saved, as rows of cells with their lines. Nothing is guessed in silence."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from console.errors import ConsoleError
from console.words.sheet import SHEET_BROKEN, SHEET_DAMAGED, SHEET_EMPTY, SHEET_NOT_TEXT, SHEET_TOO_LARGE

LIMIT_MB = 4
_DELIMITERS = ",\t;"
_NO_LETTER = re.compile("[\x80\uf8f0-\uf8f3]")
"""What Python makes of five bytes that mean nothing in Shift_JIS."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table."""

    number: int
    """Of the line in the file on which it begins, from 1."""
    cells: tuple[str, ...]


def lines(data: bytes) -> list[Line]:
    """All rows that are not blank, the headings first; raises `ConsoleError` for what is no table.

    UTF-8 with or without its mark, or Shift_JIS as Windows writes it (cp932); cells between
    commas, tabs or semicolons.
    """
    if len(data) > LIMIT_MB * 1_000_000:
        raise ConsoleError(SHEET_TOO_LARGE(limit_mb=LIMIT_MB))
    found = list(_rows(text_of(data)))
    if not found:
        raise ConsoleError(SHEET_EMPTY())
    return found


def text_of(data: bytes) -> str:
    """The text, strictly decoded; raises `ConsoleError` if it is in neither encoding or UTF-8 that was damaged."""
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        # Why: Shift_JIS has a character for almost any byte, so damaged UTF-8 would come out as nonsense names.
        if len(body) < len(data) or _is_mostly_utf8(body):
            raise ConsoleError(SHEET_DAMAGED(line=line)) from error
    try:
        text = body.decode("cp932")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise ConsoleError(SHEET_NOT_TEXT(line=line)) from error
    if odd := _NO_LETTER.search(text):
        raise ConsoleError(SHEET_NOT_TEXT(line=text.count("\n", 0, odd.start()) + 1))
    return text


def _is_mostly_utf8(body: bytes) -> bool:
    text = body.decode(errors="replace")
    bad = text.count("\ufffd")
    wide = sum(1 for letter in text if letter > "\x7f") - bad
    return wide > 4 * bad


def _rows(text: str) -> Iterator[Line]:
    head = next((line for line in text.splitlines() if line.strip()), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=head.count), strict=True)
    begin = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Line(begin, tuple(cells))
            begin = reader.line_num + 1
    except csv.Error as error:
        raise ConsoleError(SHEET_BROKEN(line=begin, reason=str(error))) from error
