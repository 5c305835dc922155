"""`honban bench`: what this machine can do, as promises that hold or do not."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from console.cli.language import language
from console.errors import ConsoleError
from console.words.bench import MEASURING
from console.words.cli import BAD_NUMBER
from console.words.render import render

if TYPE_CHECKING:
    from console.bench.claim import Section
    from console.bench.machine import Machine

HELP = "Measure what Honban promises on this machine, beside FFmpeg doing the same."
NAMES = ("compose", "ten", "cpu", "air", "desk", "soak")
SHORTEST_S, LONGEST_S = 6, 24 * 3600
MOST_ROUNDS = 99


def declare(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("name", nargs="?", choices=NAMES, help="only this one; without it compose, ten, cpu and air")
    parser.add_argument(
        "--seconds", type=float, metavar="N", help="of each run; 60 by default, 20 for cpu, 900 for soak"
    )
    parser.add_argument("--rounds", type=int, metavar="N", help="of cpu; 9 by default")
    parser.add_argument("--json", action="store_true", help="print one object with everything at the end")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the figures into this Markdown page")


def run(options: argparse.Namespace) -> int:
    """0 if every promise holds."""
    from console.bench.machine import machine  # noqa: PLC0415 - the line below imports cv2, av and more
    from console.bench.page import written  # noqa: PLC0415
    from console.bench.run import USUAL, Name, run  # noqa: PLC0415

    _check("--seconds", options.seconds, SHORTEST_S, LONGEST_S)
    _check("--rounds", options.rounds, 1, MOST_ROUNDS)

    def begun(name: Name) -> None:
        print(render(MEASURING(name=name), language()), file=sys.stderr)

    this, sections = machine(), []
    names = (options.name,) if options.name else USUAL
    for section in run(names, seconds=options.seconds, rounds=options.rounds, begun=begun):
        sections.append(section)
        if not options.json:
            _tell(section)
    if options.json:
        _tell_as_json(sections, this)
    if options.write is not None:
        written(options.write, sections, this)
    return 0 if all(section.holds for section in sections) else 1


def _check(option: str, number: float | None, low: int, high: int) -> None:
    if number is not None and not low <= number <= high:
        raise ConsoleError(BAD_NUMBER(option=option, low=low, high=high))


def _tell(section: "Section") -> None:
    for claim in section.claims:
        mark = "OK " if claim.holds else "NG "
        number = f"{_number(claim.measured)} ≤ {_number(claim.limit)} {claim.unit}"
        print(f"{mark} {number:<28} {render(claim.what, language())}")
    for one in section.figures:
        print(f"    {_number(one.value) + ' ' + one.unit:<28} {render(one.what, language())}")


def _tell_as_json(sections: "list[Section]", this: "Machine") -> None:
    from console.bench.claim import plain  # noqa: PLC0415

    report = {
        "machine": msgspec.to_builtins(this),
        "holds": all(section.holds for section in sections),
        "benchmarks": [plain(section, lambda message: render(message, language())) for section in sections],
    }
    print(msgspec.json.encode(report).decode())


def _number(value: float | None) -> str:
    return "—" if value is None else f"{round(value, 3):g}"
