"""Seats in a process of their own: they look at everything and do nothing, until their pipe ends."""

from contextlib import suppress
from multiprocessing.connection import Connection

from console.link.address import Address
from console.link.client import Link


def attach_seats(pipe: Connection, port: int, token: str, count: int) -> None:
    """Target of a child."""
    address = Address.here(port=port, token=token)
    links = [Link(lambda: address, seat=f"bench {number}", role="producer").start() for number in range(count)]
    with suppress(EOFError, OSError):
        while pipe.recv() is not None:
            continue
    for link in links:
        link.close()
