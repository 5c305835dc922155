"""A publisher in the middle of a test: tags by the tick, short deadlines, and what became of it."""

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from functools import cache

from console.output.attempt import Deadlines, Ending, PublisherFigures, Target
from console.output.outlet import Fan
from console.output.publisher import Publisher
from console.wire.address import Server
from console.wire.flv import Tag, TagKind
from console.words.render import render

KEY = "live_8842-abcd-efgh-ijkl"
SHORT = Deadlines(attempt_s=0.6, dns_s=0.3, tcp_s=0.3, tls_s=0.3, stall_s=0.4, goodbye_s=0.3)
UNHURRIED = Deadlines(stall_s=0.8)
STOPS_WITHIN_S = 2.0
PICTURES_A_GOP = 60

HEADERS = (
    Tag.read(TagKind.SCRIPT, 0, b"\x02\x00\x0aonMetaData\x08\x00\x00\x00\x00\x00\x00\x09"),
    Tag.read(TagKind.VIDEO, 0, b"\x17\x00\x00\x00\x00\x01\x64\x00\x1f\xff\xe1\x00\x00"),
    Tag.read(TagKind.AUDIO, 0, b"\xaf\x00\x11\x90"),
)


def tick_tags(number: int, *, kbps: int = 4000, zero_ms: int = 0) -> list[Tag]:
    """Picture and sound of one tick at 30 a second; every 60th picture is a keyframe, five times as large."""
    at_ms = (zero_ms + number * 100 // 3) % 2**32
    is_key = number % PICTURES_A_GOP == 0
    size = kbps * 1000 // 8 // 30 * (5 if is_key else 1)
    return [
        Tag.read(TagKind.VIDEO, at_ms, _picture(size, is_key=is_key)),
        Tag.read(TagKind.AUDIO, at_ms, b"\xaf\x01" + bytes(400)),
    ]


@cache
def _picture(size: int, *, is_key: bool) -> bytes:
    return (b"\x17" if is_key else b"\x27") + b"\x01\0\0\0" + bytes(size)


@dataclass
class Publishing:
    """A publisher that runs, and everything around it."""

    publisher: Publisher
    fan: Fan
    figures: PublisherFigures
    task: asyncio.Task[Ending]
    live: asyncio.Event
    ticks: int = 0
    begun: bool = False
    """A keyframe was given."""

    async def is_live(self, *, listeners: int = 1) -> None:
        """Wait for the server's yes, and until so many listen to the encoder."""
        await self.until(lambda: self.live.is_set() or self.task.done())
        assert self.live.is_set(), self.task.result()
        await self.until(lambda: len(self.fan._receivers) >= listeners or self.task.done())

    async def stream(self, ticks: int, *, zero_ms: int = 0) -> None:
        """Give the next ticks, each when the one before has been written: faster than time, yet nothing waits."""
        for _ in range(ticks):
            self.begun |= self.ticks % PICTURES_A_GOP == 0
            wanted = self.figures.pictures + self.begun
            await self.flood(1, zero_ms=zero_ms)
            await self._written(wanted)

    async def _written(self, pictures: int) -> None:
        await self.until(lambda: self.figures.pictures >= pictures or self.task.done())

    async def flood(self, ticks: int, *, kbps: int = 4000, zero_ms: int = 0) -> None:
        """Give the next ticks as fast as the loop turns: to the tags' clock, any line is slow then."""
        for _ in range(ticks):
            self.fan(tick_tags(self.ticks, kbps=kbps, zero_ms=zero_ms))
            self.ticks += 1
            await asyncio.sleep(0)

    async def until(self, condition: Callable[[], object], *, within_s: float = 10.0) -> None:
        """Let the loop turn until it is true."""
        async with asyncio.timeout(within_s):
            while not condition():  # noqa: ASYNC110 - the servers of tests live in other threads
                await asyncio.sleep(0.001)

    async def ended(self, *, within_s: float = 10.0) -> Ending:
        """How it ends by itself."""
        async with asyncio.timeout(within_s):
            return await self.task

    async def stopped(self) -> tuple[Ending, float]:
        """How it ends when told to, and after how many seconds."""
        began_s = time.monotonic()
        self.publisher.stop()
        async with asyncio.timeout(10):
            ending = await self.task
        return ending, time.monotonic() - began_s


@contextlib.asynccontextmanager
async def publishing(
    server: str,
    key: str = KEY,
    *,
    headers: tuple[Tag, ...] = HEADERS,
    deadlines: Deadlines = UNHURRIED,
    fan: Fan | None = None,
    kbps: int = 4128,
    ca_file: object = "",
) -> AsyncIterator[Publishing]:
    """Publish to an address; stopped at the end if it has not ended."""
    figures, live, fan = PublisherFigures(), asyncio.Event(), fan or Fan()
    target = Target(Server.parse(server), key, kbps, str(ca_file))
    publisher = Publisher(target, fan, headers, figures, live=live.set, deadlines=deadlines)
    task = asyncio.create_task(publisher.run())
    running = Publishing(publisher, fan, figures, task, live)
    try:
        yield running
    finally:
        publisher.stop()
        async with asyncio.timeout(STOPS_WITHIN_S):
            await asyncio.gather(task, return_exceptions=True)


def ending_of(server: str, key: str = KEY, *, deadlines: Deadlines = SHORT, ca_file: object = "") -> Ending:
    """How a publication that nobody feeds ends by itself."""

    async def scene() -> Ending:
        async with publishing(server, key, deadlines=deadlines, ca_file=ca_file) as running:
            return await running.ended()

    return asyncio.run(scene())


def said(ending: Ending) -> str:
    """The sentence, checked for the key in both languages."""
    assert ending.problem is not None
    for language in ("ja", "en"):
        assert KEY not in render(ending.problem, language)
    assert KEY not in repr(ending)
    return ending.problem.code


def pictures(tags: list[Tag]) -> list[Tag]:
    """Those that are no sequence headers."""
    return [tag for tag in tags if tag.kind is TagKind.VIDEO and not tag.header]


@contextlib.contextmanager
def answering(words: bytes, *, hangs_up: bool = True) -> Iterator[int]:
    """A TCP server that says the same to everyone after their first bytes; its port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.05)
        stop = threading.Event()

        def serve() -> None:
            while not stop.is_set():
                with contextlib.suppress(OSError):
                    visitor, _ = listener.accept()
                    with visitor:
                        visitor.settimeout(5)
                        visitor.recv(65_536)
                        visitor.sendall(words)
                        if not hangs_up:
                            while visitor.recv(65_536):
                                pass

        thread = threading.Thread(target=serve, name="answering")
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            stop.set()
            thread.join()


@contextlib.contextmanager
def deaf_port() -> Iterator[int]:
    """A port whose queue is full: whoever connects hears nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener, contextlib.ExitStack() as stack:
        port: int = listener.getsockname()[1]
        for _ in range(4):
            caller = stack.enter_context(socket.socket())
            caller.setblocking(False)
            caller.connect_ex(("127.0.0.1", port))
        yield port
