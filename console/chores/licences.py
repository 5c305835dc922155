"""Writes `docs/licences.md`: whose work Honban stands on, and under which terms.

Run by `python -m console.chores.licences` from the project's folder, with everything of `constraints.txt` installed.
"""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

from console.errors import ConsoleError
from console.words.licences import LICENCE_UNKNOWN, PACKAGE_NOT_INSTALLED

PAGE = Path("docs/licences.md")

_HEAD = """\
# Licences

Honban is GPL-3.0-or-later ([LICENSE](../LICENSE), [why](decisions/0001-licence.md)). Made by
`python -m console.chores.licences` from the metadata of the pinned packages; do not edit.

## Inside packages and beside them

| what | where | licence |
|---|---|---|
| FFmpeg, linked to x264 and x265 | wheel of av | LGPL-3.0-or-later by its own word |
| x264, x265 | wheel of av | GPL-2.0-or-later |
| FFmpeg, OpenSSL 1.1.1 | wheel of opencv-python-headless | LGPL-2.1-or-later; OpenSSL |
| Qt | wheel of PySide6_Essentials | LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only |
| Noto Sans JP, Noto Color Emoji | `assets/fonts` | OFL-1.1 |
| PortAudio | the system; wheel of sounddevice on Windows and macOS | MIT |
"""
_RUN = "\n## Packages that run with Honban\n\n"
_TOOLS = "\n## Packages that only test it\n\n"
_COLUMNS = "| package | version | licence |\n|---|---|---|\n"

_SPDX = {
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""Older metadata's words -> SPDX."""


class Row(NamedTuple):
    """One package as the page shows it."""

    name: str
    version: str
    licence: str

    def __str__(self) -> str:
        """Its line of the table."""
        return f"| {self.name} | {self.version} | {self.licence} |"


def page(constraints: str, dependencies: list[str]) -> str:
    """The whole page, from the text of constraints.txt and the project's own requirements.

    Raises `ConsoleError` for a package that is absent or does not say its licence.
    """
    running = _needed(dependencies)
    rows = [row_of(line.partition("==")[0]) for line in constraints.split()]
    with_honban = [row for row in rows if _key(row.name) in running]
    only_tests = [row for row in rows if _key(row.name) not in running]
    return "".join([_HEAD, _RUN, _COLUMNS, *_lines(with_honban), _TOOLS, _COLUMNS, *_lines(only_tests)])


def row_of(name: str) -> Row:
    """Name, version and licence of an installed package."""
    try:
        found = distribution(name)
    except PackageNotFoundError as error:
        raise ConsoleError(PACKAGE_NOT_INSTALLED(name=name)) from error
    return Row(found.metadata["Name"], found.version, _licence(found))


def main() -> None:
    """Write the page of the project in the working directory."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = page(Path("constraints.txt").read_text(encoding="utf-8"), project["dependencies"])
    PAGE.write_text(text, encoding="utf-8")


def _lines(rows: list[Row]) -> Iterator[str]:
    return (f"{row}\n" for row in rows)


def _licence(found: Distribution) -> str:
    fields = found.metadata
    classifiers: list[str] = [line.rpartition(" :: ")[2] for line in fields.get_all("Classifier", [])]
    known = [_SPDX[line] for line in classifiers if line in _SPDX]
    free_words: list[str] = [line.strip() for line in fields.get_all("License", [])]
    candidates: list[str] = [
        *fields.get_all("License-Expression", []),
        *(_SPDX.get(w, w) for w in free_words),
        *known,
    ]
    licence = next((words for words in candidates if words and "\n" not in words), None)
    if licence is None:
        raise ConsoleError(LICENCE_UNKNOWN(name=fields["Name"]))
    return licence


def _needed(requirements: list[str]) -> set[str]:
    """Keys of these packages and of all that they need in turn; what this system does not need is not installed."""
    todo, needed = [_required(line) for line in requirements], set[str]()
    while todo:
        key = todo.pop()
        if key in needed:
            continue
        try:
            lines = distribution(key).requires or []
        except PackageNotFoundError:
            continue
        needed.add(key)
        todo += [_required(line) for line in lines if "extra ==" not in line]
    return needed


def _required(line: str) -> str:
    match = re.match(r"[\w.-]+", line)
    assert match is not None
    return _key(match.group())


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    main()
