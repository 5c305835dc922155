"""Where a connection waits until it has said who it is. Thread: the link's."""

import asyncio
import logging
from typing import TYPE_CHECKING

import msgspec

from console import __version__
from console.errors import Message
from console.link.protocol import HELLO_S, VERSION, Hello, TurnedAway, encoded, upward
from console.link.serving.connection import Connection, framed
from console.words.link import LINK_FULL, LINK_NOT_UNDERSTOOD, LINK_OTHER_VERSION, LINK_TOO_LATE, LINK_WRONG_TOKEN

if TYPE_CHECKING:
    from console.link.serving.hall import Hall
    from console.link.serving.seat import Seat

log = logging.getLogger(__name__)

SLOWED_S = 0.5
"""Before a wrong token is answered: with eight at a time nobody guesses fast."""
SEATS = 32


class Reception:
    """One connection: first the hello, then it is a seat of the hall."""

    def __init__(self, hall: "Hall") -> None:
        """Nobody has come yet."""
        self._hall = hall
        self._seat: Seat | None = None
        self._hello: asyncio.Future[Hello | Message | None] = asyncio.get_running_loop().create_future()
        self._early: list[bytes] = []
        """Messages that came together with the hello."""

    def heard(self, connection: Connection, data: bytes) -> None:
        """Each message."""
        if self._seat is not None:
            self._hall.heard(self._seat, data)
        elif self._hello.done():
            self._early.append(data)
        else:
            connection.hold()  # Nothing more is read before it is known who says it.
            self._hello.set_result(_hello(data))

    def ended(self, _connection: Connection) -> None:
        """The connection is gone."""
        if not self._hello.done():
            self._hello.set_result(None)
        if self._seat is not None:
            self._hall.leave(self._seat)

    async def over(self, connection: Connection) -> None:
        """Wait for the hello and let it in, or not."""
        try:
            async with asyncio.timeout(HELLO_S):
                hello = await asyncio.shield(self._hello)
        except TimeoutError:
            _turn_away(connection, LINK_TOO_LATE())
            return
        if hello is None:
            return
        refused = hello if isinstance(hello, Message) else self._judged(hello)
        if refused is not None or isinstance(hello, Message):
            await asyncio.sleep(SLOWED_S)
            _turn_away(connection, refused or LINK_WRONG_TOKEN())
            return
        if not connection.is_open:
            return
        self._seat = self._hall.enter(hello, connection)
        for data in self._early:
            self._hall.heard(self._seat, data)
        connection.go_on()

    def _judged(self, hello: Hello) -> Message | None:
        """Why not; None: it may come in. The token first: who has none learns nothing else."""
        if not self._hall.tokens.is_known(hello.token, hello.role):
            return LINK_WRONG_TOKEN()
        if hello.version != VERSION:
            return LINK_OTHER_VERSION(engine=__version__)
        return LINK_FULL(limit=SEATS) if self._hall.is_full else None


def _hello(data: bytes) -> Hello | Message:
    try:
        message = upward(data)
    except msgspec.DecodeError:
        return LINK_WRONG_TOKEN()
    return message if isinstance(message, Hello) else LINK_NOT_UNDERSTOOD(reason="hello")


def _turn_away(connection: Connection, message: Message) -> None:
    connection.write(framed(encoded(TurnedAway(message))))
    connection.close()
