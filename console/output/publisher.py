"""One attempt to publish, and the life that follows if it succeeds. Runs on the senders' loop."""

import asyncio
import contextlib
import secrets
import socket
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from console.errors import ConsoleError, Message
from console.output.dial import CertificateRefusedError, Streams, dial
from console.output.outlet import Fan, Outlet
from console.output.socket_figures import round_trip_ms, unsent_bytes
from console.wire.address import Server
from console.wire.flv import Tag, TagKind
from console.wire.handshake import RANDOM_BYTES
from console.wire.publication import Acknowledged, Closed, Event, Published, Rejected
from console.wire.publisher import PublisherSession
from console.words.output import (
    CLOSED_BY_SERVER,
    CLOSED_WITHOUT_WORD,
    NOT_RTMP,
    REJECTED_BY_SERVER,
    SENDING_STALLED,
    SERVER_SILENT,
)

ATTEMPT_S = 9.0
"""From the first packet to the server's yes."""
STALL_S = 8.0
"""Nothing leaves for so long: the line is dead, even if nobody says so."""
GOODBYE_S = 1.0


@dataclass(frozen=True, slots=True)
class Target:
    """Everything one publication needs to know."""

    server: Server
    key: str = field(repr=False)
    kbps: int
    """Of picture and sound, for the size of buffers."""
    ca_file: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """Why a publication is over; `problem` is None if it was told to stop."""

    problem: Message | None
    is_final: bool = False
    """A rejection of key, name or certificate."""
    was_live: bool = False


@dataclass(slots=True)
class PublisherFigures:
    """What one destination got, over all its publications. Written on the senders' loop, read anywhere."""

    pictures: int = 0
    bytes: int = 0
    dropped: int = 0
    buffered_ms: int = 0
    buffered_ms_max: int = 0
    round_trip_ms: float | None = None
    acknowledged_at_s: float | None = None
    """Monotonic time of the server's newest acknowledgement."""

    @property
    def congestion(self) -> float:
        """What waits / 700 ms."""
        return self.buffered_ms / 700


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
    ) -> None:
        """`live` is called when the server has said yes."""
        self._target, self._fan, self._headers, self._figures = target, fan, headers, figures
        self._live = live
        self._stop = asyncio.Event()
        self._session: PublisherSession | None = None
        self._published = asyncio.Event()
        self._zero_ms: int | None = None

    def stop(self) -> None:
        """End within 2 s. On the senders' loop."""
        self._stop.set()

    async def run(self) -> Ending:
        """Live until told to stop or something ends it. Never raises for what the world does."""
        streams: Streams | None = None
        try:
            async with asyncio.timeout(ATTEMPT_S):
                streams = await self._unless_stopped(
                    dial(self._target.server, ca_file=self._target.ca_file, kbps=self._target.kbps)
                )
            return Ending(None) if streams is None else await self._publish(streams)
        except ConsoleError as error:
            return self._ending(error.message, is_final=isinstance(error, (CertificateRefusedError, _RejectedError)))
        except TimeoutError:
            return self._ending(self._silent("TCP"))
        finally:
            if streams is not None:
                await self._hang_up(streams[1])

    async def _publish(self, streams: Streams) -> Ending:
        reader, writer = streams
        self._session = PublisherSession(
            self._target.server,
            self._target.key,
            time_ms=time.monotonic_ns() // 1_000_000 & 0xFFFFFFFF,
            random=secrets.token_bytes(RANDOM_BYTES),
        )
        writer.transport.set_write_buffer_limits(high=max(65_536, self._target.kbps * 1000 // 8 // 5))
        writer.write(self._session.take())
        listening = asyncio.create_task(self._listen(reader, writer), name="rtmp listen")
        sending = asyncio.create_task(self._send(writer), name="rtmp send")
        stopping = asyncio.create_task(self._stop.wait(), name="rtmp stop")
        tasks = {listening, sending, stopping}
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done - {stopping}:
                task.result()
            return Ending(None, was_live=self._published.is_set())
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _listen(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Hear what the server says until it hangs up."""
        assert self._session is not None
        while True:
            try:
                data = await reader.read(65_536)
            except OSError as error:
                raise ConsoleError(CLOSED_WITHOUT_WORD(host=self._target.server.host)) from error
            if not data:
                raise ConsoleError(CLOSED_WITHOUT_WORD(host=self._target.server.host))
            try:
                events = self._session.feed(data)
            except ConsoleError as error:
                raise ConsoleError(NOT_RTMP(host=self._target.server.host)) from error
            writer.write(self._session.take())
            for event in events:
                self._obey(event)

    def _obey(self, event: Event) -> None:
        host = self._target.server.host
        match event:
            case Published():
                self._published.set()
                self._figures.acknowledged_at_s = time.monotonic()
                self._live()
            case Acknowledged():
                self._figures.acknowledged_at_s = time.monotonic()
            case Rejected(code, description):
                raise _RejectedError(REJECTED_BY_SERVER(host=host, code=code, words=description))
            case Closed(code, description):
                raise ConsoleError(CLOSED_BY_SERVER(host=host, code=code, words=description))

    async def _send(self, writer: asyncio.StreamWriter) -> None:
        """Wait for the server's yes, then give it what the encoder makes."""
        try:
            async with asyncio.timeout(ATTEMPT_S):
                await self._published.wait()
        except TimeoutError as error:
            raise ConsoleError(self._silent("RTMP")) from error
        outlet = Outlet(asyncio.get_running_loop(), below_ms=lambda: self._below_ms(writer))
        dropped_before = self._figures.dropped
        self._fan.add(outlet.put)
        try:
            while True:
                self._forward(await outlet.take(), writer)
                await self._drained(writer)
                self._count(outlet, writer, dropped_before)
        finally:
            self._fan.remove(outlet.put)

    def _forward(self, tags: list[Tag], writer: asyncio.StreamWriter) -> None:
        assert self._session is not None
        if self._zero_ms is None:
            self._zero_ms = tags[0].dts_ms
            for header in self._headers:
                self._session.send(header)
        for tag in tags:
            self._session.send(tag, zero_ms=self._zero_ms)
            self._figures.pictures += tag.kind is TagKind.VIDEO
        data = self._session.take()
        self._figures.bytes += len(data)
        writer.write(data)

    async def _drained(self, writer: asyncio.StreamWriter) -> None:
        """Wait until there is room again; a line on which nothing leaves is dead."""
        try:
            async with asyncio.timeout(STALL_S):
                await writer.drain()
        except TimeoutError as error:
            raise ConsoleError(SENDING_STALLED(host=self._target.server.host, seconds=STALL_S)) from error
        except OSError as error:
            raise ConsoleError(CLOSED_WITHOUT_WORD(host=self._target.server.host)) from error

    def _count(self, outlet: Outlet, writer: asyncio.StreamWriter, dropped_before: int) -> None:
        figures = self._figures
        figures.dropped = dropped_before + outlet.dropped
        figures.buffered_ms = outlet.buffered_ms
        figures.buffered_ms_max = max(figures.buffered_ms_max, outlet.buffered_ms_max)
        figures.round_trip_ms = round_trip_ms(_socket_of(writer))

    def _below_ms(self, writer: asyncio.StreamWriter) -> int:
        waiting = writer.transport.get_write_buffer_size() + unsent_bytes(_socket_of(writer))
        return waiting * 8 // max(1, self._target.kbps)

    async def _unless_stopped(self, work: Coroutine[Any, Any, Streams]) -> Streams | None:
        """The result, or None if told to stop before."""
        working, stopping = asyncio.ensure_future(work), asyncio.ensure_future(self._stop.wait())
        try:
            await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
            return working.result() if working.done() else None
        finally:
            for task in (working, stopping):
                task.cancel()
            await asyncio.gather(working, stopping, return_exceptions=True)

    async def _hang_up(self, writer: asyncio.StreamWriter) -> None:
        """Say goodbye if the line still takes it, then close, at once if it does not."""
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(GOODBYE_S):
                if self._session is not None and self._stop.is_set():
                    self._session.close()
                    writer.write(self._session.take())
                    await writer.drain()
                writer.close()
                await writer.wait_closed()
        writer.transport.abort()

    def _ending(self, problem: Message, *, is_final: bool = False) -> Ending:
        if self._stop.is_set():
            return Ending(None, was_live=self._published.is_set())
        return Ending(problem, is_final=is_final, was_live=self._published.is_set())

    def _silent(self, step: str) -> Message:
        return SERVER_SILENT(host=self._target.server.host, step=step)


class _RejectedError(ConsoleError):
    """The server said no to key or name."""


def _socket_of(writer: asyncio.StreamWriter) -> socket.socket:
    found: socket.socket = writer.get_extra_info("socket")
    return found
