"""One seat that was let in: what it has, what it looks at, what it wants."""

import asyncio
from collections import deque

import msgspec

from console.errors import Message
from console.link.protocol import Answer, Do, TurnedAway, encoded
from console.link.roles import NAMING, Role
from console.link.serving.connection import Connection, framed
from console.link.serving.publication import Edition

WISHES = 16
"""That wait to be obeyed; then the seat is not read until there is room."""
ASKINGS = 8
"""Errands and queries that run at once for one seat."""


class Seat:
    """Thread: the link's."""

    def __init__(self, viewer: str, name: str, role: Role, connection: Connection, *, maps_files: bool) -> None:
        """`viewer` is nobody else's, ever; `name` is for people."""
        self.viewer = viewer
        """Name by which the engine knows who looks."""
        self.name, self.role, self.connection, self.maps_files = name, role, connection, maps_files
        self.sees_names = role in NAMING
        self.base: Edition | None = None
        self.monitors: tuple[str, ...] = ()
        self.paths: dict[str, str] = {}
        self.has_pulse = False
        self.unseen: set[str] = set()
        """Monitors whose last picture has not arrived yet."""
        self.wishes: deque[Do] = deque()
        self.is_obeying = False
        self.asking = 0
        self.heard_s = 0.0
        """When it last said something, on the loop's clock."""
        self.sent_s: float | None = None
        """When the State was sent that it has not taken yet."""

    def send(self, message: msgspec.Struct) -> None:
        """Soon."""
        self.connection.write(framed(encoded(message)))

    def send_state(self, frame: bytes, edition: Edition) -> None:
        """See `Reader`."""
        self.base, self.sent_s = edition, asyncio.get_running_loop().time()
        self.connection.write(frame)

    @property
    def is_ready(self) -> bool:
        """Nothing that was sent is still under way."""
        return self.sent_s is None and self.connection.is_open and not self.connection.unsent_bytes

    def turn_away(self, message: Message) -> None:
        """Say why and hang up."""
        self.send(TurnedAway(message))
        self.connection.close()

    def answer(self, number: int, problem: Message | None, result: bytes = b"\xc0") -> None:
        """What became of a wish."""
        self.send(Answer(number, problem, msgspec.Raw(result)))
