"""A small RTMP server for one publisher, on this machine only.

Thread: everything on the loop that called `open`.
"""

import asyncio
import contextlib
import secrets
import time
from collections.abc import Callable, Mapping
from typing import Final

from console.rehearsal.tag_pipe import TagPipe
from console.wire import amf
from console.wire.flv import Tag, TagKind, file_header, tag_bytes
from console.wire.handshake import RANDOM_BYTES
from console.wire.malformed import WireError
from console.wire.policy import BAD_NAME, CONNECTED, PUBLISHING, Answer
from console.wire.server import HangUp, PublishBegan, PublishEnded, ServerSession, TagReceived

SILENCE_S: Final = 30.0
"""A publisher that says nothing for this long is gone, as on real servers."""
READ_BYTES: Final = 64 * 1024
MAX_VISITORS: Final = 16
MAX_PREFACE_BYTES: Final = 1024 * 1024
"""Metadata that a publisher may send before its first media."""
GOODBYE_S: Final = 0.5
HEAR_OUT_S: Final = 2.0
"""At the end: how long what a publisher sent before it left may take to be read."""


class Ingest:
    """Accepts any key. The same key again takes the place of the one before; another key gets BadName."""

    def __init__(self, watch: Callable[[TagPipe], bool]) -> None:
        """`watch` is given each stream as FLV once its first media is here; False: it cannot be watched."""
        self._watch = watch
        self._server: asyncio.Server | None = None
        self._visits: dict[asyncio.Task[None], _Visit] = {}
        self._on: _Visit | None = None
        self.connections = 0
        """Publishes accepted."""
        self.refused = 0
        """Publishes and connections turned away."""
        self.first_picture_wall_us: int | None = None
        """Unix time at which the first keyframe was here."""

    @property
    def is_receiving(self) -> bool:
        """A publisher is on."""
        return self._on is not None

    async def open(self) -> int:
        """Listen on a free port of the loopback interface; the port."""
        self._server = await asyncio.start_server(self._welcome, "127.0.0.1", 0, limit=READ_BYTES)
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    async def close(self) -> None:
        """Hear out whoever has left, to the last byte that is on its way; hang up on whoever has not."""
        if self._server is not None:
            self._server.close()
        await self._empty(HEAR_OUT_S)
        for visit in self._visits.values():
            visit.leave()
        await self._empty(GOODBYE_S)

    def admits(self, visit: "_Visit", key: str) -> bool:
        """Whether `visit` may publish with this key; if so it is the publisher from now on."""
        if self._on is not None and self._on is not visit:
            if self._on.key != key:
                self.refused += 1
                return False
            self._on.leave()
        self._on = visit
        self.connections += 1
        return True

    def begin(self, pipe: TagPipe) -> bool:
        """A stream's first media is here."""
        return self._watch(pipe)

    def note_keyframe(self) -> None:
        """A keyframe is here as a whole."""
        if self.first_picture_wall_us is None:
            self.first_picture_wall_us = time.time_ns() // 1000

    def release(self, visit: "_Visit") -> None:
        """`visit` publishes no more."""
        if self._on is visit:
            self._on = None

    async def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        if len(self._visits) >= MAX_VISITORS:
            self.refused += 1
            writer.close()
            return
        visit = self._visits[task] = _Visit(self, reader, writer)
        try:
            await visit.run()
        finally:
            del self._visits[task]

    async def _empty(self, timeout_s: float) -> None:
        """Wait until nobody is here any more, if it does not take longer."""
        if self._visits:
            await asyncio.wait(tuple(self._visits), timeout=timeout_s)


class _Visit:
    """One connection, and the policy that decides about it."""

    def __init__(self, ingest: Ingest, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.key = ""
        self._ingest = ingest
        self._reader = reader
        self._writer = writer
        self._pipe: TagPipe | None = None
        self._is_watched = False
        self._is_leaving = False
        now_ms = time.monotonic_ns() // 1_000_000
        self._session = ServerSession(self, time_ms=now_ms & 0xFFFFFFFF, random=secrets.token_bytes(RANDOM_BYTES))

    def connect(self, app: str, fields: Mapping[str, amf.Value]) -> Answer:
        """Any application."""
        del app, fields
        return CONNECTED

    def publish(self, app: str, key: str) -> Answer:
        """Any key, one at a time."""
        del app
        if not self._ingest.admits(self, key):
            return BAD_NAME
        self.key = key
        return PUBLISHING

    def leave(self) -> None:
        """Hang up at once: somebody else publishes with this key now, or nobody may."""
        self._end_stream()
        self._is_leaving = True
        self._writer.transport.abort()

    async def run(self) -> None:
        """Serve until either side ends it."""
        try:
            with contextlib.suppress(OSError, WireError):
                await self._serve()
        finally:
            self._end_stream()
            self._ingest.release(self)
            await self._hang_up()

    async def _hang_up(self) -> None:
        """What was answered still goes out, if the other side takes it."""
        self._writer.close()
        try:
            with contextlib.suppress(OSError):
                async with asyncio.timeout(GOODBYE_S):
                    await self._writer.wait_closed()
        finally:
            self._writer.transport.abort()

    async def _serve(self) -> None:
        while not self._is_leaving:
            async with asyncio.timeout(SILENCE_S):
                data = await self._reader.read(READ_BYTES)
            if not data:
                return
            events = self._session.feed(data)
            goes_on = all(self._obey(event) for event in events)
            self._writer.write(self._session.take())
            async with asyncio.timeout(SILENCE_S):
                await self._writer.drain()
            if not goes_on:
                return
            await self._room()

    def _obey(self, event: object) -> bool:
        """False: the visit is over."""
        match event:
            case PublishBegan() | PublishEnded():
                self._end_stream()
                if isinstance(event, PublishEnded):
                    self._ingest.release(self)
            case TagReceived(tag):
                return self._keep(tag)
            case HangUp():
                return False
        return True

    def _keep(self, tag: Tag) -> bool:
        if self._is_leaving:
            return False
        if self._pipe is None:
            self._pipe, self._is_watched = TagPipe(), False
            self._pipe.put(file_header())
        self._pipe.put(tag_bytes(tag))
        if tag.keyframe:
            self._ingest.note_keyframe()
        if not self._is_watched and tag.kind is not TagKind.SCRIPT:
            self._is_watched = self._ingest.begin(self._pipe)
            return self._is_watched
        return self._is_watched or self._pipe.backlog_bytes < MAX_PREFACE_BYTES

    async def _room(self) -> None:
        """Wait while the viewer has more than it can look at; the publisher feels it as a slow server."""
        while self._pipe is not None and self._pipe.is_full and not self._is_leaving:
            await asyncio.to_thread(self._pipe.wait_for_room, timeout_s=0.5)

    def _end_stream(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
