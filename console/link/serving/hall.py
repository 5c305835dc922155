"""All seats that were let in: what each hears, and when. Thread: the link's."""

import asyncio
import itertools
import logging
import os
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor
from typing import Any

import msgspec

from console import __version__
from console.errors import Message
from console.link.protocol import Again, Ask, Do, Got, Hello, Ping, Pong, Seen, Upward, Watch, Welcome, upward
from console.link.serving.connection import Connection
from console.link.serving.control import Control
from console.link.serving.obeying import Obeying
from console.link.serving.publication import Edition, Publication
from console.link.serving.reception import SEATS
from console.link.serving.seat import Seat
from console.link.serving.stage import Stage
from console.link.serving.tokens import Tokens
from console.link.serving.views import Views
from console.words.link import LINK_NOT_UNDERSTOOD, LINK_TOO_SLOW

log = logging.getLogger(__name__)

Begin = Callable[[Coroutine[Any, Any, None]], None]
PACE_S = 0.05
"""Between two States: twenty a second."""
SLOW_S = 5
"""For a seat to take a State."""
SILENT_S = 10
"""A seat asks for the time once a second."""
LOOK_S = 0.5


class Hall:
    """Supplies the seats: each State once for all who stand at the same base, the newest only."""

    def __init__(self, stage: Stage, tokens: Tokens, pool: Executor, begin: Begin, *, engine: str, name: str) -> None:
        """`pool` of one thread, for what computes; `begin` runs a task that its owner ends."""
        self.tokens = tokens
        self.seats: list[Seat] = []
        self.publication = Publication()
        self._stage, self._engine, self._name = stage, engine, name
        control = Control(stage.loop)
        self._obeying = Obeying(stage, control, begin)
        self._views = Views(stage, control, pool, begin, self.seats)
        self._numbers = itertools.count(1)
        self._loop = asyncio.get_running_loop()
        self._next_s = 0.0
        self._is_due = False
        self._takes: dict[type[Upward], Callable[[Seat, Any], None]] = {
            Do: self._obeying.do,
            Ask: self._obeying.ask,
            Watch: self._views.watch,
            Seen: lambda seat, seen: seat.unseen.discard(seen.monitor),
            Got: self._got,
            Again: self._again,
            Ping: lambda seat, ping: seat.send(Pong(ping.sent_us, stage.now())),
        }

    @property
    def is_full(self) -> bool:
        """Nobody else is let in."""
        return len(self.seats) >= SEATS

    def enter(self, hello: Hello, connection: Connection) -> Seat:
        """Let a seat in; it gets the State whole."""
        seat = Seat(
            f"{self._name}-{next(self._numbers)}",
            hello.seat[:80],
            hello.role,
            connection,
            maps_files=hello.maps_files,
        )
        seat.heard_s = self._loop.time()
        log.info("%s %r attaches as %s", seat.viewer, seat.name, seat.role)
        self.seats.append(seat)
        seat.send(
            Welcome(self._engine, os.getpid(), __version__, seat.role, self._stage.now(), maps_files=seat.maps_files)
        )
        self.news()
        return seat

    def leave(self, seat: Seat) -> None:
        """It is gone."""
        if seat in self.seats:
            log.info("%s leaves", seat.viewer)
            self.seats.remove(seat)
            self._views.leave(seat)

    def heard(self, seat: Seat, data: bytes) -> None:
        """A message of a seat; one that is none ends it."""
        seat.heard_s = self._loop.time()
        try:
            message = upward(data)
        except msgspec.DecodeError as error:
            seat.turn_away(LINK_NOT_UNDERSTOOD(reason=str(error)[:200]))
            return
        take = self._takes.get(type(message))
        if take is None:
            seat.turn_away(LINK_NOT_UNDERSTOOD(reason=type(message).__name__))
        else:
            take(seat, message)

    def news(self) -> None:
        """The State is another one, or somebody may need it: bring it to the seats, as soon as the pace allows."""
        if not self._is_due and self.seats:
            self._is_due = True
            self._loop.call_at(max(self._loop.time(), self._next_s), self._bring)

    async def keep(self) -> None:
        """Look twice a second for seats that take nothing or say nothing, until cancelled."""
        while True:
            await asyncio.sleep(LOOK_S)
            self._views.look()
            now_s = self._loop.time()
            for seat in list(self.seats):
                if seat.sent_s is not None and now_s - seat.sent_s > SLOW_S:
                    seat.turn_away(LINK_TOO_SLOW(seconds=SLOW_S))
                elif now_s - seat.heard_s > SILENT_S:
                    seat.connection.abort()

    async def close(self, why: Message) -> None:
        """Tell everybody, hang up."""
        for seat in list(self.seats):
            seat.turn_away(why)
        self._views.close()

    def _bring(self) -> None:
        self._is_due = False
        self._next_s = self._loop.time() + PACE_S
        edition = self._newest()
        self._views.follow(edition.state)
        is_behind = self.publication.send(edition, self._stage.now(), list(self.seats))
        if is_behind and any(edition.is_news_for(seat) and seat.sent_s is None for seat in self.seats):
            self.news()

    def _newest(self) -> Edition:
        return Edition(self._stage.state(), self._stage.names())

    def _got(self, seat: Seat, got: Got) -> None:
        """Whoever was passed over meanwhile gets what is newest now."""
        if seat.base is not None and got.revision == seat.base.state.revision:
            seat.sent_s = None
            if self._newest().is_news_for(seat):
                self.news()

    def _again(self, seat: Seat, _again: Again) -> None:
        seat.base, seat.sent_s = None, None
        self.news()
