"""One attempt to publish, and the life that follows if it succeeds. Runs on the senders' loop."""

import asyncio
import contextlib
import secrets
import time
from collections.abc import Callable, Coroutine
from typing import Any, NoReturn

from console.errors import ConsoleError, Message
from console.output.attempt import Deadlines, Ending, PublisherFigures, Target
from console.output.dial import CertificateRefusedError, dial
from console.output.line import Line
from console.output.outlet import Fan
from console.output.sender import Sender
from console.wire.flv import Tag
from console.wire.handshake import RANDOM_BYTES
from console.wire.malformed import WireError
from console.wire.publication import Acknowledged, Closed, Event, Published, Rejected, Stage
from console.wire.publisher import PublisherSession
from console.words.output import (
    CLOSED_BEFORE_YES,
    CLOSED_BY_SERVER,
    CLOSED_WITHOUT_WORD,
    NOT_RTMP,
    REJECTED_BY_SERVER,
    SENDING_STALLED,
    SERVER_SILENT,
)
from console.words.wire import SERVER_WANTS_TLS

MOST_UNREAD_BYTES = 4_000_000
"""Answers that a server asks for and does not read, with all that waits; more is held back."""


class Publisher:
    """Connects, publishes, sends from the next keyframe on; ends with a reason. Used once."""

    def __init__(
        self,
        target: Target,
        fan: Fan,
        headers: tuple[Tag, ...],
        figures: PublisherFigures,
        *,
        live: Callable[[], None],
        deadlines: Deadlines | None = None,
    ) -> None:
        """`live` is called on the senders' loop when the server has said yes."""
        self._target, self._fan, self._headers, self._figures = target, fan, headers, figures
        self._live = live
        self._deadlines = deadlines or Deadlines()
        self._stop = asyncio.Event()
        self._session: PublisherSession | None = None
        self._published = asyncio.Event()

    def stop(self) -> None:
        """End within 2 s. On the senders' loop."""
        self._stop.set()

    async def run(self) -> Ending:
        """Live until told to stop or something ends it. Never raises for what the world does."""
        stopping = asyncio.create_task(self._stop.wait(), name="rtmp stop")
        attempt = asyncio.create_task(self._attempt(), name="rtmp attempt")
        try:
            await asyncio.wait({attempt, stopping}, return_when=asyncio.FIRST_COMPLETED)
            return self._ending(attempt)
        finally:
            # Order matters: the attempt says goodbye while it is being cancelled.
            for task in (attempt, stopping):
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)

    def _ending(self, attempt: asyncio.Task[NoReturn]) -> Ending:
        was_live = self._published.is_set()
        if self._stop.is_set():
            return Ending(None, was_live=was_live)
        error = attempt.exception()
        if not isinstance(error, ConsoleError):
            attempt.result()
            raise AssertionError("an attempt never just ends")
        is_final = isinstance(error, (CertificateRefusedError, _RejectedError))
        return Ending(error.message, is_final=is_final, was_live=was_live)

    async def _attempt(self) -> NoReturn:
        """Raises `ConsoleError` with the reason of its end."""
        until_s = asyncio.get_running_loop().time() + self._deadlines.attempt_s
        line = await dial(self._target, self._deadlines, until_s=until_s)
        try:
            await self._publish(line, until_s)
        finally:
            await line.hang_up(goodbye=self._goodbye(), within_s=self._deadlines.goodbye_s)

    async def _publish(self, line: Line, until_s: float) -> NoReturn:
        session = self._session = PublisherSession(
            self._target.server,
            self._target.key,
            time_ms=time.monotonic_ns() // 1_000_000 & 0xFFFFFFFF,
            random=secrets.token_bytes(RANDOM_BYTES),
        )
        line.write(session.take())
        await _first_to_fail(listen=self._listen(line, session), send=self._send(line, session, until_s))

    async def _listen(self, line: Line, session: PublisherSession) -> NoReturn:
        """Hear what the server says until it hangs up."""
        while data := await self._read(line):
            for event in self._understood(session, data):
                self._obey(event)
            line.write(session.take())
            if line.waiting_bytes > MOST_UNREAD_BYTES:
                await self._held_back(line)
        raise ConsoleError(self._closed())

    async def _read(self, line: Line) -> bytes:
        with contextlib.suppress(OSError):
            return await line.read()
        return b""

    async def _held_back(self, line: Line) -> None:
        """Listen on only when the server has read some of what it asked for."""
        host, stall_s = self._target.server.host, self._deadlines.stall_s
        with contextlib.suppress(OSError):
            if await line.has_room(within_s=stall_s):
                return
        raise ConsoleError(SENDING_STALLED(host=host, seconds=round(stall_s)))

    def _understood(self, session: PublisherSession, data: bytes) -> list[Event]:
        was_greeting = session.stage is Stage.GREETING
        try:
            return session.feed(data)
        except WireError as error:
            if was_greeting and error.message.code != SERVER_WANTS_TLS.code:
                raise ConsoleError(NOT_RTMP(host=self._target.server.host)) from error
            raise

    def _obey(self, event: Event) -> None:
        host = self._target.server.host
        match event:
            case Published():
                self._figures.acknowledged_at_s = time.monotonic()
                self._published.set()
                self._live()
            case Acknowledged():
                self._figures.acknowledged_at_s = time.monotonic()
            case Rejected(code, description):
                raise _RejectedError(REJECTED_BY_SERVER(host=host, code=code, words=description))
            case Closed(code, description):
                raise ConsoleError(CLOSED_BY_SERVER(host=host, code=code, words=description))

    async def _send(self, line: Line, session: PublisherSession, until_s: float) -> NoReturn:
        """Wait for the server's yes, then give it what the encoder makes."""
        host = self._target.server.host
        try:
            async with asyncio.timeout_at(until_s):
                await self._published.wait()
        except TimeoutError as error:
            raise ConsoleError(SERVER_SILENT(host=host, step="RTMP")) from error
        await Sender(session, line, self._headers, self._figures, self._deadlines, host=host).run(self._fan)

    def _goodbye(self) -> bytes:
        """What is said at the end: nothing to a server that ended it, or that never said yes."""
        if self._session is None or not self._stop.is_set():
            return b""
        self._session.close()
        return self._session.take()

    def _closed(self) -> Message:
        saying = CLOSED_WITHOUT_WORD if self._published.is_set() else CLOSED_BEFORE_YES
        return saying(host=self._target.server.host)


class _RejectedError(ConsoleError):
    """The server said no to key or name."""


async def _first_to_fail(**works: Coroutine[Any, Any, NoReturn]) -> NoReturn:
    """Raise what ends the first of them; if several end at once, that of the one that stands first."""
    tasks = [asyncio.create_task(work, name=f"rtmp {name}") for name, work in works.items()]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            if task.done():
                task.result()
        raise AssertionError("nobody has ended")
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
