"""The places named by `--to`: servers, and keys that never stay where others can read them."""

from collections.abc import Iterable
from typing import NamedTuple

from console.wire.address import Server, checked_key, split_address

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
            found += [_place(line.rstrip("\r\n")) for line in lines if line.strip()]
        else:
            found.append(_place(option))
    return found


def _place(text: str) -> Place:
    if "\t" in text:
        server, _, key = text.partition("\t")
        Server.parse(server)
        return Place(server.strip(), checked_key(key))
    return Place(*split_address(text))
