"""`honban doctor`: what works on this machine, what does not, and what to do about it."""

import argparse
import json
import platform
from collections.abc import Iterable, Iterator

from console import __version__
from console.cli.columns import coloured, padded, plain, say, width
from console.cli.language import language
from console.doctor.check import Check, Level, Row
from console.doctor.checks import all_checks
from console.doctor.examination import rows
from console.doctor.verdict import Verdict, summary, verdict
from console.errors import Message
from console.words.doctor import LEVEL_FAIL, LEVEL_PASS, LEVEL_WARN
from console.words.render import Language, render

HELP = "Check this computer, and say what to do about what is missing."
BOLD, RED, GREEN, YELLOW = 1, 31, 32, 33
_LEVELS: dict[Level, tuple[Message, int]] = {
    "pass": (LEVEL_PASS(), GREEN),
    "warn": (LEVEL_WARN(), YELLOW),
    "fail": (LEVEL_FAIL(), RED),
}
_VERDICT_COLOURS: dict[Verdict, int] = {"ready": GREEN, "limited": YELLOW, "not_ready": RED}


def declare(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("--json", action="store_true", help="print one object with all checks")


def run(options: argparse.Namespace) -> int:
    """0, or 1 if something fails without which nothing can go on air."""
    checks, reader = all_checks(), language()
    if options.json:
        found = list(rows(checks))
        say([json.dumps(as_json(found, reader), ensure_ascii=False, indent=2)])
    else:
        found = []
        say(as_text(_collecting(rows(checks), found), checks, reader))
    return int(verdict(found) == "not_ready")


def as_json(found: list[Row], reader: Language) -> dict[str, object]:
    """Everything, in words and in codes."""
    return {
        "honban": __version__,
        "system": platform.platform(),
        "verdict": verdict(found),
        "summary": _summary(found, reader),
        "checks": [_row_as_json(row, reader) for row in found],
    }


def as_text(found: Iterable[Row], checks: list[Check], reader: Language) -> Iterator[str]:
    """The lines for a terminal, each as soon as its row is known."""
    cells = max((width(_title(check, reader)) for check in checks), default=0)
    group = ""
    seen: list[Row] = []
    for row in found:
        seen.append(row)
        heading = render(row.check.group, reader)
        if heading != group:
            group = heading
            yield coloured(heading, BOLD)
        yield from _row_as_text(row, cells, reader)
    yield ""
    yield coloured(_summary(seen, reader), _VERDICT_COLOURS[verdict(seen)])


def _row_as_json(row: Row, reader: Language) -> dict[str, object]:
    finding = row.finding
    return {
        "name": row.check.name,
        "group": render(row.check.group, reader),
        "title": _title(row.check, reader),
        "level": finding.level,
        "critical": row.check.is_critical,
        "code": finding.said.code,
        "params": finding.said.params,
        "says": render(finding.said, reader),
        "do": None if finding.advice is None else render(finding.advice, reader),
        "seconds": round(row.seconds, 3),
    }


def _row_as_text(row: Row, cells: int, reader: Language) -> Iterator[str]:
    level, colour = _LEVELS[row.finding.level]
    title = padded(_title(row.check, reader), cells)
    yield f"  {coloured(render(level, reader), colour)}  {title}  {plain(render(row.finding.said, reader))}"
    if row.finding.advice is not None:
        yield f"        → {plain(render(row.finding.advice, reader))}"


def _summary(found: list[Row], reader: Language) -> str:
    return render(summary(found, lambda check: _title(check, reader)), reader)


def _title(check: Check, reader: Language) -> str:
    return plain(check.title if isinstance(check.title, str) else render(check.title, reader))


def _collecting(found: Iterable[Row], into: list[Row]) -> Iterator[Row]:
    for row in found:
        into.append(row)
        yield row
