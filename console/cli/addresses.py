"""The places named by `--to`: servers, and keys that never stay where others can read them."""

from collections.abc import Iterable
from typing import NamedTuple

from console.errors import ConsoleError
from console.wire.address import Server, checked_key, split_address
from console.words.cli import NO_LINES

STDIN = "-"


class Place(NamedTuple):
    """One server and its key."""

    server: str
    key: str


def places(options: Iterable[str], lines: Iterable[str]) -> list[Place]:
    """All places; `-` stands for `lines`: a URL each, or server, tab, key. Raises `ConsoleError` for what is none."""
    found: list[Place] = []
    for option in options:
        if option == STDIN:
            typed = [_place(line.rstrip("\r\n")) for line in lines if line.strip()]
            if not typed:
                raise ConsoleError(NO_LINES())
            found += typed
        else:
            found.append(_place(option))
    return found


def _place(text: str) -> Place:
    if "\t" in text:
        server, _, key = text.partition("\t")
        Server.parse(server)
        return Place(server.strip(), checked_key(key))
    return Place(*split_address(text))
