"""Text for a terminal: columns that stay straight with wide letters, and names that cannot steer the terminal."""

import os
import sys
import unicodedata
from collections.abc import Iterable


def say(lines: Iterable[str]) -> None:
    """Print each line as soon as it comes. A reader who stops (`| head`) is no failure: the rest goes unread."""
    for line in lines:
        try:
            print(line, flush=True)
        except BrokenPipeError:
            # Why: Python would complain once more when it flushes standard output at its end.
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
            os.close(nowhere)


def plain(text: str) -> str:
    """One line without control characters: a device may call itself anything."""
    return "".join(letter if letter.isprintable() else "�" for letter in " ".join(text.split()))


def width(text: str) -> int:
    """Cells of a terminal. Ideographs and kana take two, combining marks none."""
    return sum(_cells(letter) for letter in text)


def padded(text: str, cells: int) -> str:
    """`text`, filled up to so many cells."""
    return text + " " * max(0, cells - width(text))


def coloured(text: str, code: int) -> str:
    """In an ANSI colour where a person looks at a terminal and has not asked for none."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return f"\x1b[{code}m{text}\x1b[0m"


def _cells(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
