"""Keeps the way open on which seats attach: on this machine always, from others if it was asked for."""

import logging
import ssl
import uuid
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from console.engine.askings import askings
from console.engine.checks import check_command
from console.engine.looking import Looking
from console.engine.obedience import refusal_of
from console.engine.pulse import PulseMaker
from console.errors import ConsoleError, Message
from console.link.address import read_place
from console.link.server import LinkServer, Place
from console.link.serving.certificate import own_certificate
from console.link.serving.stage import Stage
from console.link.serving.tokens import Tokens, new_token, pairing_secret
from console.media.worker import Worker
from console.model.facts import FaultCleared, FaultRaised
from console.model.state import State
from console.supervise.ground import Backoff, Ground, ended
from console.words.link import LINK_BROKE, LINK_PORT_TAKEN

if TYPE_CHECKING:
    from console.engine.engine import Engine

log = logging.getLogger(__name__)

FAULT, PUBLIC_FAULT = "link", "link/public"
CLOSE_S = 4.0


class LinkSupervisor:
    """One door on this machine, one to others; a door that fell shut is opened again. Control thread."""

    def __init__(self, engine: "Engine", ground: Ground, *, folder: Callable[[], Path], token: str = "") -> None:
        """`folder` holds certificate and pairing secret; `token`: of seats on this machine, empty: a new one."""
        self.token = token or new_token()
        self._engine, self._ground, self._folder = engine, ground, folder
        self._looking = Looking(engine.mixing.monitors)
        self._pulse = PulseMaker(engine)
        self._askings = askings(engine)
        self._watching = 0
        self._doors: list[_Door] = []
        self._name = uuid.uuid4().hex
        self._idle_us = ground.clock.monotonic_us()

    def open(self, *, port: int, listen: str, told: Callable[[int, int], None]) -> None:
        """`port` of this machine, 0: any; `listen`: `host:port` for others; `told` hears the ports of both, whenever
        they change. Raises `ConsoleError` if `listen` is no address.
        """
        public = read_place(listen) if listen else None

        def tell() -> None:
            told(self._doors[0].port, self._doors[1].port if len(self._doors) > 1 else 0)

        here = partial(self._local, port)
        self._doors = [_Door(self._ground, FAULT, port, here, tell)]
        if public is not None:
            there = partial(self._public, *public)
            self._doors.append(_Door(self._ground, PUBLIC_FAULT, public[1], there, tell))

    @property
    def seats(self) -> int:
        """That are attached."""
        return sum(door.seats for door in self._doors)

    @property
    def alone_s(self) -> float:
        """How long nobody has been attached while no session ran."""
        return (self._ground.clock.monotonic_us() - self._idle_us) / 1e6

    def follow(self, state: State) -> None:
        """Every seat gets the newest State."""
        for door in self._doors:
            door.show(state)

    def look(self) -> None:
        """Open what is shut."""
        if self._ground.store.state.session.running or self.seats:
            self._idle_us = self._ground.clock.monotonic_us()
        for door in self._doors:
            door.look()

    async def close(self) -> None:
        """Hang up."""
        await ended([door.close() for door in self._doors], timeout_s=CLOSE_S)
        if self._watching:
            self._watching = 0
            self._pulse.unwatch()

    def _stage(self) -> Stage:
        store = self._ground.store
        return Stage(
            loop=self._ground.loop,
            state=lambda: store.state,
            now=self._ground.clocks.now,
            names=lambda: self._ground.names.names,
            obey=partial(refusal_of, self._engine.obey),
            check=check_command,
            look=lambda viewer, wanted: self._looking.look(viewer, wanted, store.state),
            pulse=self._pulse.pulse,
            watch=self._watch,
            unwatch=self._unwatch,
            askings=self._askings,
        )

    def _local(self, wanted_port: int, attempt: int) -> LinkServer:
        """The port that seats know, if it is free; else any: its note says which."""
        place = Place(port=wanted_port if attempt == 0 else 0)
        return LinkServer(self._stage(), Tokens(self.token), place, engine=self._name)

    def _public(self, host: str, port: int, _attempt: int) -> LinkServer:
        folder = self._folder()
        tokens = Tokens(None, pairing_secret(folder))
        place = Place(host, port, own_certificate(folder).context())
        return LinkServer(self._stage(), tokens, place, engine=self._name, name="guest")

    def _watch(self) -> None:
        self._watching += 1
        if self._watching == 1:
            self._pulse.watch()

    def _unwatch(self) -> None:
        self._watching -= 1
        if self._watching == 0:
            self._pulse.unwatch()


class _Door:
    """One server, opened on a thread of its own, since keys and ports may take their time."""

    def __init__(
        self, ground: Ground, fault: str, port: int, make: Callable[[int], LinkServer], told: Callable[[], None]
    ) -> None:
        self._ground, self._fault, self._wanted_port, self._make, self._told = ground, fault, port, make, told
        self._server: LinkServer | None = None
        self._opening: Worker | None = None
        self._attempts = 0
        self._is_faulty = self._is_closed = False
        self._backoff = Backoff(first_us=500_000, longest_us=10_000_000, well_us=60_000_000)

    @property
    def port(self) -> int:
        return self._server.port if self._server is not None else 0

    @property
    def seats(self) -> int:
        return self._server.seats if self._server is not None else 0

    def show(self, state: State) -> None:
        if self._server is not None:
            self._server.show(state)

    def look(self) -> None:
        if self._server is not None and self._server.alive:
            return
        now_us = self._ground.clock.monotonic_us()
        if self._server is not None:
            log.error("the link ended by itself")
            self._server = None
            self._backoff.failed(now_us)
        if self._opening is None and self._backoff.is_due(now_us) and not self._is_closed:
            self._opening = self._ground.work("link opens", self._open)

    def close(self) -> Worker:
        """A worker that ends when it is shut."""
        self._is_closed = True
        server, self._server, opening = self._server, None, self._opening

        def shut() -> None:
            if opening is not None:
                opening.stop(timeout_s=CLOSE_S)
            if server is not None and not server.close():
                log.error("the link does not end; it is left behind")

        return self._ground.work("link closes", shut)

    def _open(self) -> None:
        """Thread of its own."""
        server: LinkServer | None = None
        try:
            server = self._make(self._attempts)
            server.start()
            problem = server.problem
        except (OSError, ssl.SSLError) as error:
            problem = LINK_PORT_TAKEN(port=self._wanted_port, reason=error.strerror or type(error).__name__)
        except ConsoleError as error:
            problem = error.message
        except Exception as error:
            log.exception("a door of the link does not open")
            problem = LINK_BROKE(reason=type(error).__name__)
        if self._is_closed and server is not None:
            server.close()
        self._attempts += 1
        self._ground.later(lambda: self._opened(server if problem is None else None, problem))

    def _opened(self, server: LinkServer | None, problem: Message | None) -> None:
        self._opening = None
        if self._is_closed:
            return
        self._server = server
        if server is None:
            self._backoff.failed(self._ground.clock.monotonic_us())
            if self._attempts > 1 and problem is not None:
                self._is_faulty = True
                self._ground.tell(FaultRaised(self._fault, problem))
            return
        if self._is_faulty:
            self._is_faulty = False
            self._ground.tell(FaultCleared(self._fault))
        self._told()
