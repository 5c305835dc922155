"""The sink's own process: an RTMP server on one loop, with nothing behind it.

Why: a receiver that decodes would compete with the program under test for the processor.
"""

import asyncio
import contextlib
import secrets
import time
from multiprocessing.connection import Connection

import msgspec

from console.wire.flv import Tag, TagKind
from console.wire.handshake import RANDOM_BYTES
from console.wire.malformed import WireError
from console.wire.policy import Answers
from console.wire.server import HangUp, ServerSession, TagReceived

READ_BYTES = 64 * 1024
SILENCE_S = 30.0
MAX_PICTURES = 3600 * 30
"""An hour at 30 a second; later ones are not counted."""


EMPTY_BYTES = 5
"""A video tag of no more than that is the end of a sequence and shows nothing."""


class Arrived(msgspec.Struct, frozen=True):
    """What came since the last time it was forgotten, of all publishers together."""

    bytes: int = 0
    dts_ms: tuple[int, ...] = ()
    """Of each picture, in its stream's own time."""
    wall_us: tuple[int, ...] = ()
    """Unix time at which each picture was here as a whole."""
    opening: tuple[Tag, ...] = ()
    """Sequence header and first keyframe: enough to look at one picture."""


def sink(pipe: Connection) -> None:
    """Target of the child. Sends its port, then answers "report", "pictures" and "forget" until the pipe ends."""
    asyncio.run(_serve(pipe))


async def _serve(pipe: Connection) -> None:
    drain = _Drain()
    server = await asyncio.start_server(drain.welcome, "127.0.0.1", 0, limit=READ_BYTES)
    async with server:
        pipe.send(server.sockets[0].getsockname()[1])
        with contextlib.suppress(EOFError, OSError):
            while True:
                while not await asyncio.to_thread(pipe.poll, 0.5):
                    pass
                pipe.send(drain.answer(pipe.recv()))
        drain.close()


class _Drain:
    """Everything that arrives goes down here."""

    def __init__(self) -> None:
        self._visits: set[asyncio.Task[None]] = set()
        self._forget()

    def answer(self, question: str) -> Arrived | int:
        if question == "report":
            return Arrived(self._bytes, tuple(self._dts_ms), tuple(self._wall_us), tuple(self._opening))
        if question == "forget":
            self._forget()
        return len(self._dts_ms)

    def close(self) -> None:
        for visit in self._visits:
            visit.cancel()

    async def welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._visits.add(task)
        try:
            with contextlib.suppress(OSError, WireError, asyncio.CancelledError):
                await self._visit(reader, writer)
        finally:
            self._visits.discard(task)
            writer.close()

    async def _visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        now_ms = time.monotonic_ns() // 1_000_000 & 0xFFFFFFFF
        session = ServerSession(Answers(), time_ms=now_ms, random=secrets.token_bytes(RANDOM_BYTES))
        while True:
            async with asyncio.timeout(SILENCE_S):
                data = await reader.read(READ_BYTES)
            if not data:
                return
            self._bytes += len(data)
            for event in session.feed(data):
                if isinstance(event, HangUp):
                    return
                if isinstance(event, TagReceived):
                    self._keep(event.tag)
            writer.write(session.take())

    def _keep(self, tag: Tag) -> None:
        if tag.kind is not TagKind.VIDEO or len(self._dts_ms) >= MAX_PICTURES:
            return
        if len(self._opening) < 2 and tag.keyframe is bool(self._opening):
            self._opening.append(tag)
        if not tag.header and len(tag.body) > EMPTY_BYTES:
            self._dts_ms.append(tag.dts_ms)
            self._wall_us.append(time.time_ns() // 1000)

    def _forget(self) -> None:
        self._bytes = 0
        self._dts_ms: list[int] = []
        self._wall_us: list[int] = []
        self._opening: list[Tag] = []
