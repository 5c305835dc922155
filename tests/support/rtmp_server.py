"""An RTMP server that misbehaves as it is told: the faults that a real server cannot be asked for.

Thread: its own, with an event loop; everything public may be called from any other thread.
"""

import asyncio
import os
import socket
import ssl
import struct
import threading
from collections import deque
from collections.abc import Callable, Coroutine
from contextlib import suppress
from types import TracebackType
from typing import Any, Self, cast

import msgspec

from console.wire.flv import Tag
from console.wire.handshake import RANDOM_BYTES
from console.wire.malformed import WireError
from console.wire.policy import BAD_NAME, PUBLISHING, Answer, Answers, Policy
from console.wire.server import Event, HangUp, PublishBegan, PublishEnded, ServerSession, TagReceived

MAX_TAGS = 20_000
"""Tags a visit keeps; older ones fall out, `tag_count` goes on counting."""
READ_BYTES = 4096
SMALL_RECEIVE_BUFFER_BYTES = 16_384
"""What a server that reads slowly lets the kernel take for it."""
STOP_SECONDS = 5.0


class Fault(msgspec.Struct, frozen=True):
    """What a server does wrong; without arguments, nothing. Counts are of tags in one connection."""

    policy: Policy = Answers()
    """How connect and publish are answered: `Answers(to_publish=BAD_NAME)`, `OneAtATime()`, …"""
    mute: bool = False
    """Accepts TCP (and TLS), reads, says nothing."""
    mute_after_handshake: bool = False
    """Greets, then reads and says nothing."""
    closes_after_s: float | None = None
    """Ends the connection this long after publishing began."""
    closes_after_tags: int | None = None
    resets: bool = False
    """Whenever it ends a connection, it does so with a TCP reset."""
    stops_reading_after_tags: int | None = None
    """Leaves everything further in the kernel's buffers and says nothing more."""
    kbps: int | None = None
    """Reads no faster than this many kilobits a second."""
    says_after_tags: tuple[int, Answer] | None = None
    """A status in the middle of the stream."""


class OneAtATime:
    """The policy of a server that notices no lost link: BadName for a key until it is let go."""

    def __init__(self) -> None:
        """Nothing is held."""
        self.held: set[str] = set()
        self.refusals = 0

    def connect(self, app: str, fields: object) -> Answer:
        """Everyone may."""
        return Answers().to_connect

    def publish(self, app: str, key: str) -> Answer:
        """Yes to the first, BadName to everyone after."""
        if key in self.held:
            self.refusals += 1
            return BAD_NAME
        self.held.add(key)
        return PUBLISHING

    def let_go(self) -> None:
        """Forget the old sessions."""
        self.held.clear()


class Visit:
    """One accepted connection, as far as it came."""

    def __init__(self) -> None:
        """Nothing has happened."""
        self.app = ""
        self.key: str | None = None
        self.tags: deque[Tag] = deque(maxlen=MAX_TAGS)
        self.tag_count = 0
        self.media_bytes = 0
        self.said_goodbye = False
        self.has_ended = False
        self.error: WireError | None = None
        """What the client did that is not RTMP."""


class FaultyServer:
    """Listens on a free port of the loopback while inside its `with`.

    >>> with FaultyServer(Fault(policy=Answers(to_publish=DENIED))) as server:
    ...     publish_to(server.address, "key")
    ...     assert server.visits[0].key is None
    """

    def __init__(self, fault: Fault | None = None, *, tls: ssl.SSLContext | None = None) -> None:
        """`tls` makes it RTMPS: see `tests.support.certificates`."""
        self.fault = fault or Fault()
        """Replace it at any time; connections that exist keep theirs."""
        self.port = 0
        self.visits: list[Visit] = []
        self._tls = tls
        self._changed = threading.Condition()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="faulty-rtmp-server")
        self._listener: asyncio.Server | None = None
        self._connections: dict[asyncio.Task[None], _Connection] = {}
        self._writers: list[asyncio.StreamWriter] = []

    @property
    def address(self) -> str:
        """The server's address, without a key; TLS is for `localhost` and 127.0.0.1."""
        return f"{'rtmps' if self._tls else 'rtmp'}://127.0.0.1:{self.port}/live"

    @property
    def live(self) -> list[Visit]:
        """The visits that are publishing now."""
        return [visit for visit in self.visits if visit.key is not None and not visit.has_ended]

    def wait_until(self, condition: Callable[[], bool], *, seconds: float = 5.0) -> None:
        """Wait for something to become true; it is looked at after every event. Fails after `seconds`."""
        with self._changed:
            assert self._changed.wait_for(condition, seconds), "it did not come true in time"

    def stop(self) -> None:
        """Stop listening and end every connection, with a reset if the fault says so."""
        self._call(self._stop())

    def start(self) -> None:
        """Listen, on the port of before if there was one."""
        self._call(self._start())

    def restart(self) -> None:
        """Stop and start on the same port."""
        self.stop()
        self.start()

    def drop(self) -> None:
        """End every connection but go on listening."""
        self._call(self._drop())

    def say(self, answer: Answer) -> None:
        """Tell every connection a status, unasked."""
        self._call(self._say(answer))

    def __enter__(self) -> Self:
        """Start."""
        self._thread.start()
        try:
            self.start()
        except BaseException:
            self._end_thread()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End everything."""
        try:
            self.stop()
        finally:
            self._end_thread()

    def _end_thread(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(STOP_SECONDS)
        self._loop.close()

    def _call(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(STOP_SECONDS)

    async def _start(self) -> None:
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if self.fault.kbps is not None or self.fault.stops_reading_after_tags is not None:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL_RECEIVE_BUFFER_BYTES)
        listening.bind(("127.0.0.1", self.port))
        self.port = listening.getsockname()[1]
        self._listener = await asyncio.start_server(self._serve, sock=listening, ssl=self._tls, limit=READ_BYTES)

    async def _stop(self) -> None:
        if self._listener is not None:
            # Why: asyncio loses, unclosed, what was accepted just before its listener was closed.
            for listening in self._listener.sockets:
                self._loop.remove_reader(listening.fileno())
            await asyncio.sleep(0)
            self._listener.close()
            self._listener = None
        await self._drop()

    async def _drop(self) -> None:
        for connection in self._connections.values():
            connection.end()
        tasks = list(self._connections)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.sleep(0)
        # Why: a polite close waits for ever for a peer that does not read, or that owes a TLS goodbye.
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()
        # Why: nobody is told of a connection before its TLS handshake is over, and only the loop knows of it.
        while asyncio.all_tasks() - {asyncio.current_task()}:
            for transport in list(cast(Any, self._loop)._transports.values()):
                transport.abort()
            await asyncio.sleep(0)
        await asyncio.sleep(0)

    async def _say(self, answer: Answer) -> None:
        for connection in self._connections.values():
            connection.say(answer)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        visit = Visit()
        connection = _Connection(self.fault, visit, reader, writer, self._tell)
        task = asyncio.current_task()
        assert task is not None
        self._connections[task] = connection
        self._writers.append(writer)
        self.visits.append(visit)
        self._tell()
        try:
            await connection.run()
        except WireError as error:
            visit.error = error
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            connection.end()
            del self._connections[task]
            visit.has_ended = True
            self._tell()

    def _tell(self) -> None:
        with self._changed:
            self._changed.notify_all()


class _Connection:
    """One client, served as badly as its fault says."""

    def __init__(
        self,
        fault: Fault,
        visit: Visit,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        tell: Callable[[], None],
    ) -> None:
        self._fault = fault
        self._visit = visit
        self._reader = reader
        self._writer = writer
        self._tell = tell
        self._session = ServerSession(fault.policy, time_ms=0, random=os.urandom(RANDOM_BYTES))
        self._timer: asyncio.TimerHandle | None = None

    async def run(self) -> None:
        """Serve until either side ends it."""
        while data := await self._reader.read(READ_BYTES):
            if self._fault.kbps is not None:
                await asyncio.sleep(len(data) * 8 / (self._fault.kbps * 1000))
            if self._is_mute:
                continue
            events = self._session.feed(data)
            if self._is_mute:
                continue
            for event in events:
                self._note(event)
            self._writer.write(self._session.take())
            self._tell()
            if self._is_over(events):
                return
            if self._reached(self._fault.stops_reading_after_tags):
                await asyncio.Event().wait()  # until the server stops or drops it; the small buffers fill up

    def say(self, answer: Answer) -> None:
        """Tell the client a status."""
        self._session.say(answer)
        self._writer.write(self._session.take())

    def end(self) -> None:
        """End the connection the way the fault says."""
        if self._timer is not None:
            self._timer.cancel()
        if self._fault.resets:
            client = self._writer.get_extra_info("socket")
            with suppress(OSError):
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self._writer.transport.abort()
        else:
            self._writer.close()

    @property
    def _is_mute(self) -> bool:
        return self._fault.mute or (self._fault.mute_after_handshake and self._session.is_greeted)

    def _note(self, event: Event) -> None:
        match event:
            case PublishBegan(app, key):
                self._visit.app, self._visit.key = app, key
                if self._fault.closes_after_s is not None:
                    self._timer = asyncio.get_running_loop().call_later(self._fault.closes_after_s, self.end)
            case TagReceived(tag):
                self._visit.tags.append(tag)
                self._visit.tag_count += 1
                self._visit.media_bytes += len(tag.body)
                if (
                    self._fault.says_after_tags is not None
                    and self._visit.tag_count == self._fault.says_after_tags[0]
                ):
                    self._session.say(self._fault.says_after_tags[1])
            case PublishEnded():
                self._visit.said_goodbye = True

    def _is_over(self, events: list[Event]) -> bool:
        return self._reached(self._fault.closes_after_tags) or any(isinstance(event, HangUp) for event in events)

    def _reached(self, tags: int | None) -> bool:
        return tags is not None and self._visit.tag_count >= tags
