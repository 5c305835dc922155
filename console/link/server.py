"""Lets seats in and keeps them supplied. Thread: its own, with asyncio; the control thread only hands things over."""

import asyncio
import contextlib
import logging
import socket
import ssl
import threading
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

from console.errors import Message
from console.link.serving.connection import Connection
from console.link.serving.gate import is_welcome
from console.link.serving.hall import Hall
from console.link.serving.reception import Reception
from console.link.serving.stage import Stage
from console.link.serving.tokens import Tokens
from console.media.worker import Worker
from console.model.state import State
from console.words.link import LINK_CLOSING, LINK_PORT_TAKEN

log = logging.getLogger(__name__)

LOOPBACK = "127.0.0.1"
BACKLOG = 64
UNKNOWN = 8
"""Connections that have not said who they are."""
TLS_S = 2.0
REJECT_S = 0.005
"""After one that was too many: whoever floods waits in the system's queue, not in ours."""
START_S = 5.0
CLOSE_S = 3.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where to listen."""

    host: str = LOOPBACK
    port: int = 0
    """0: any free one."""
    tls: ssl.SSLContext | None = None
    """Needed beyond this machine."""

    @property
    def is_public(self) -> bool:
        """Others than this machine reach it."""
        return self.host != LOOPBACK


class LinkServer:
    """From `start` to `close`. `show` is for the control thread, all else for its owner."""

    def __init__(
        self, stage: Stage, tokens: Tokens, place: Place | None = None, *, engine: str = "", name: str = "seat"
    ) -> None:
        """`engine`: another name for each engine process, so that seats see that it is another one; `name`: what its
        seats are called towards the engine, another one for each server.
        """
        self._name = name
        self._stage, self._place = stage, place or Place()
        assert not self._place.is_public or self._place.tls is not None, "beyond this machine only with TLS"
        self._tokens, self._engine = tokens, engine
        self._ready = threading.Event()
        self._closing = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._unknown = 0
        self._is_told = False
        self._hall: Hall | None = None
        self._worker = Worker("link", self._work)
        self.port = 0
        """Where it listens; 0: nowhere."""
        self.problem: Message | None = None
        """Why it listens nowhere."""
        self.rejected = 0
        """Connections that were too many."""

    def start(self) -> int:
        """Listen; the port, or 0 and `problem`."""
        self._worker.start()
        self._ready.wait(START_S)
        return self.port

    def close(self) -> bool:
        """Tell the seats, hang up; False if the thread did not end in time."""
        loop = self._loop
        if loop is not None:
            with contextlib.suppress(RuntimeError):  # it is just ending
                loop.call_soon_threadsafe(self._closing.set)
        return self._worker.stop(timeout_s=CLOSE_S)

    @property
    def alive(self) -> bool:
        """It listens."""
        return self._worker.alive

    @property
    def seats(self) -> int:
        """That are in. Any thread."""
        return len(self._hall.seats) if self._hall is not None else 0

    @property
    def thread(self) -> int:
        """Identity of the link's thread."""
        return self._worker.thread

    @property
    def publication(self) -> tuple[int, int]:
        """(States sent to all seats together, States encoded for them) so far. Any thread."""
        publication = self._hall.publication if self._hall is not None else None
        return (publication.sent, publication.encodes) if publication is not None else (0, 0)

    def behind(self, state: State) -> int:
        """Seats that have not taken `state` yet. Any thread."""
        seats = list(self._hall.seats) if self._hall is not None else []
        return sum(seat.base is None or seat.base.state is not state or seat.sent_s is not None for seat in seats)

    def show(self, _state: State) -> None:
        """There is a newer State. Costs the caller one wake-up for all that come before the link has looked."""
        loop, hall = self._loop, self._hall
        if self._is_told or loop is None or hall is None:
            return
        self._is_told = True
        with contextlib.suppress(RuntimeError):  # it is just ending
            loop.call_soon_threadsafe(self._told)

    def _told(self) -> None:
        self._is_told = False  # Order matters: a State that comes from now on wakes it again.
        if self._hall is not None:
            self._hall.news()

    def _work(self, _stop: threading.Event) -> None:
        try:
            asyncio.run(self._serve())
        finally:
            self.port, self._loop = 0, None
            self._ready.set()

    async def _serve(self) -> None:
        try:
            listener = _listener(self._place)
        except OSError as error:
            self.problem = LINK_PORT_TAKEN(port=self._place.port, reason=error.strerror or str(error))
            return
        with listener, ThreadPoolExecutor(1, thread_name_prefix="link") as pool:
            self._loop = asyncio.get_running_loop()
            self._hall = Hall(self._stage, self._tokens, pool, self._begin, engine=self._engine, name=self._name)
            self.port = int(listener.getsockname()[1])
            self._ready.set()
            self._begin(self._accept(listener, self._hall))
            self._begin(self._hall.keep())
            try:
                await self._closing.wait()
            finally:  # Why: however it ends, the engine hears that nobody looks any more.
                await self._hall.close(LINK_CLOSING())
                for task in list(self._tasks):
                    task.cancel()
                await asyncio.gather(*self._tasks, return_exceptions=True)

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            log.error("a part of the link broke", exc_info=task.exception())

    async def _accept(self, listener: socket.socket, hall: Hall) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                stranger, _ = await loop.sock_accept(listener)
            except OSError as error:  # no descriptors left, or the stranger has gone
                log.info("a connection was not taken: %r", error)
                await asyncio.sleep(REJECT_S)
                continue
            if self._unknown >= UNKNOWN or hall.is_full:
                self.rejected += 1
                stranger.close()
                await asyncio.sleep(REJECT_S)
            else:
                self._unknown += 1
                self._begin(self._admit(stranger, hall))

    async def _admit(self, stranger: socket.socket, hall: Hall) -> None:
        """Until it has said who it is, or ended."""
        try:
            reception = Reception(hall)
            welcome = partial(is_welcome, port=self.port, is_public=self._place.is_public)
            tls = self._place.tls
            _, connection = await asyncio.get_running_loop().connect_accepted_socket(
                lambda: Connection(welcome, reception.heard, reception.ended),
                stranger,
                ssl=tls,
                ssl_handshake_timeout=TLS_S if tls else None,
                ssl_shutdown_timeout=TLS_S if tls else None,
            )
            await reception.over(connection)
        except (OSError, ssl.SSLError) as error:
            log.debug("a handshake failed: %r", error)
            stranger.close()
        finally:
            self._unknown -= 1


def _listener(place: Place) -> socket.socket:
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.settimeout(0)
        listener.bind((place.host, place.port))
        listener.listen(BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener
