"""Lines out of a pipe, bounded: whoever writes without end of line fills no memory. Standard library only."""

from collections.abc import Iterator
from typing import BinaryIO

LONGEST_BYTES = 8_000_000
"""A show file has at most half of that."""


def bounded_lines(stream: BinaryIO, *, limit: int = LONGEST_BYTES) -> Iterator[bytes | None]:
    """Each line without its end; None for one that is longer than `limit` bytes. Empty ones are passed over."""
    while line := stream.readline(limit + 2):
        if len(line) > limit + 1 and not line.endswith(b"\n"):
            _skip(stream, limit)
            yield None
        elif content := line.strip(b"\r\n"):
            yield content


def standard_input() -> BinaryIO:
    """Standard input for a thread that may still read when the program ends.

    Why: a thread that reads `sys.stdin` at that moment makes the interpreter abort.
    """
    return open(0, "rb", closefd=False)


def _skip(stream: BinaryIO, limit: int) -> None:
    while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
        continue
