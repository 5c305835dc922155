"""`honban asrun`: what was on air in a session, when, by whom and why."""

import argparse
import csv
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path

from console.cli.columns import coloured, padded, plain, say, width
from console.cli.language import language
from console.errors import ConsoleError
from console.library.as_run import AsRunRow
from console.library.replay import as_run
from console.library.sessions import SessionFile, journal_path, sessions
from console.words import as_run as words
from console.words.render import Language, render
from console.words.saying import Saying

HELP = "Print what was on air in a session: when, who and why."
BOLD = 1
_HEADINGS = (words.COLUMN_TIME, words.COLUMN_CODE, words.COLUMN_WHO, words.COLUMN_ACT, words.COLUMN_NAME,
             words.COLUMN_DETAIL, words.COLUMN_WHY, words.COLUMN_ID)  # fmt: skip
_ON_SCREEN = 7
"""Columns for the terminal; the file has them all."""


def declare(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument(
        "session", nargs="?", metavar="SESSION", help="its id, or the file of its journal; without it they are listed"
    )
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write all columns into this file as well")


def run(options: argparse.Namespace) -> int:
    """0; raises `ConsoleError` if there is no such session or the file cannot be written."""
    reader = language()
    if options.session is None:
        say(_listed(sessions(), reader))
        return 0
    rows = as_run(_journal(options.session))
    if options.csv is not None:
        _write(options.csv, rows, reader)
    say(as_text(rows, reader))
    return 0


def _listed(files: list[SessionFile], reader: Language) -> Iterator[str]:
    """The one written last first."""
    if not files:
        yield render(words.NO_SESSIONS(), reader)
    for file in files:
        yield render(words.SESSION_LISTED(session=file.id, at=_moment(file.changed_us)), reader)


def _journal(session: str) -> Path:
    named = Path(session)
    path = named if named.is_file() else journal_path(session)
    if not path.is_file():
        raise ConsoleError(words.NO_SUCH_SESSION(session=session))
    return path


def _moment(wall_us: int) -> str:
    return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(wall_us / 1e6))


def as_text(rows: list[AsRunRow], reader: Language) -> Iterator[str]:
    """Lines for a terminal, columns straight."""
    if not rows:
        yield render(words.AS_RUN_EMPTY(), reader)
        return
    table = [
        [plain(cell) for cell in line[:_ON_SCREEN]]
        for line in (_headings(reader), *(_cells(row, reader) for row in rows))
    ]
    widths = [max(width(line[column]) for line in table) for column in range(_ON_SCREEN)]
    for number, line in enumerate(table):
        text = "  ".join(padded(cell, cells) for cell, cells in zip(line, widths, strict=True)).rstrip()
        yield text if number else coloured(text, BOLD)


def _headings(reader: Language) -> list[str]:
    return [render(heading(), reader) for heading in _HEADINGS]


def _cells(row: AsRunRow, reader: Language) -> list[str]:
    code = "—" if row.code_us is None else time_code(row.code_us)
    detail, who = _word(words.DETAILS, row.detail, reader), _word(words.WHO, row.who, reader)
    return [
        _moment(row.wall_us),
        code,
        who,
        _word(words.ACTS, row.act, reader),
        row.name or row.subject,
        detail,
        row.why,
        row.subject,
    ]


def time_code(code_us: int) -> str:
    """Hours, minutes, seconds and hundredths on air: 00:12:34.56."""
    sign, hundredths = "-" if code_us < 0 else "", abs(code_us) // 10_000
    seconds = hundredths // 100
    return f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{hundredths % 100:02}"


def _word(among: dict[str, Saying], code: str, reader: Language) -> str:
    """In the reader's language; what a newer version wrote is told as it is."""
    saying = among.get(code)
    if saying is None:
        return code
    return saying.ja if reader == "ja" else saying.en


def _write(file: Path, rows: list[AsRunRow], reader: Language) -> None:
    """With a mark, so that spreadsheets know it for UTF-8; whole or not at all."""
    fresh = file.with_name(f".{file.name[:80]}.{secrets.token_hex(4)}.new")
    try:
        with fresh.open("x", encoding="utf-8-sig", newline="") as opened:
            writer = csv.writer(opened)
            writer.writerow(_headings(reader))
            writer.writerows([_harmless(cell) for cell in _cells(row, reader)] for row in rows)
        fresh.replace(file)
    except OSError as error:
        reason = error.strerror or os.strerror(error.errno or 0)
        raise ConsoleError(words.CSV_NOT_WRITTEN(path=str(file), reason=reason)) from error
    finally:
        fresh.unlink(missing_ok=True)


def _harmless(cell: str) -> str:
    """A spreadsheet takes what begins like a formula for one."""
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell
