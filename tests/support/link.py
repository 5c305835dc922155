"""An engine as the link sees it: a control thread with a store, and a server; and seats that misbehave."""

import asyncio
import itertools
import threading
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any, Self, TypeVar

from websockets.sync.client import ClientConnection, connect

from console.core.clocks import Clocks
from console.core.store import Store
from console.errors import Message, Refused
from console.link.address import Address
from console.link.client import Link
from console.link.protocol import LONGEST_ANSWER_BYTES, Downward, Hello, Upward, downward, encoded
from console.link.pulse import Pulse
from console.link.roles import Role
from console.link.server import LinkServer, Place
from console.link.serving.stage import Stage
from console.link.serving.tokens import Tokens
from console.media.clock import SystemClock
from console.model.commands import Command
from console.model.entry import Entry, Event
from console.model.state import State
from tests.support.eventually import eventually

T = TypeVar("T")
TOKEN = "the token of these tests"
SECRET = b"s" * 32


class NoJournal:
    """Keeps nothing."""

    def write(self, entry: Entry, state: State) -> None:
        return


class House:
    """Runs while inside its `with`: a control thread, and a link server on it."""

    def __init__(self, state: State | None = None, *, place: Place | None = None, **stage: Any) -> None:
        self.state0, self._place, self._extra = state or State(), place, stage
        self.loop = asyncio.new_event_loop()
        self.looked: dict[str, tuple[str, ...]] = {}
        self.watching: list[bool] = []
        self.beats = itertools.count()
        self._seats: list[Link] = []
        self._strangers = ExitStack()

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._run, name="control")
        self._thread.start()
        self.clocks = Clocks(SystemClock())
        self.store = self.call(lambda: Store(self.state0, now=self.clocks.now, journal=NoJournal()))
        self.server = LinkServer(self._stage(), Tokens(TOKEN, SECRET), self._place, engine="one")
        self.store.listen(lambda _before, after: self.server.show(after))
        assert self.server.start(), self.server.problem
        return self

    def __exit__(self, *_: object) -> None:
        for seat in self._seats:
            assert seat.close()
        self._strangers.close()
        closed = self.server.close()
        asyncio.run_coroutine_threadsafe(_others_end(), self.loop).result(5)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(5)
        self.loop.close()
        assert closed

    def call(self, call: Callable[[], T]) -> T:
        """Run on the control thread."""

        async def there() -> T:
            return call()

        return asyncio.run_coroutine_threadsafe(there(), self.loop).result(5)

    def tell(self, *events: Event) -> State:
        """Dispatch."""
        for event in events:
            self.call(lambda event=event: self.store.dispatch(event))  # type: ignore[misc]
        return self.store.state

    @property
    def address(self) -> Address:
        return Address.here(port=self.server.port, token=TOKEN)

    def seat(self, *, role: Role = "producer", address: Address | None = None, **callbacks: Any) -> Link:
        """A well-behaved seat, attached."""
        link = Link(lambda: address or self.address, seat="test", role=role, **callbacks).start()
        self._seats.append(link)
        assert eventually(lambda: link.snapshot.status == "attached"), link.snapshot
        return link

    def stranger(self, *, hello: Hello | None = None) -> ClientConnection:
        """A bare connection, with a hello if one is given."""
        socket = self._strangers.enter_context(
            connect(
                f"ws://127.0.0.1:{self.server.port}",
                compression=None,
                max_size=LONGEST_ANSWER_BYTES,
                ping_interval=None,
                close_timeout=0.5,
                proxy=None,
            )
        )
        if hello is not None:
            socket.send(encoded(hello))
        return socket

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_forever()

    def _stage(self) -> Stage:
        stage = {
            "look": self._look,
            "pulse": lambda: Pulse(self.clocks.now(), composed=next(self.beats)),
            "watch": lambda: self.watching.append(True),
            "unwatch": lambda: self.watching.append(False),
            **self._extra,
        }
        return Stage(self.loop, lambda: self.store.state, self.clocks.now, self._obey, **stage)

    def _obey(self, command: Command) -> Message | None:
        try:
            self.store.dispatch(command)
        except Refused as refused:
            return refused.message
        return None

    def _look(self, viewer: str, monitors: tuple[str, ...]) -> dict[str, str]:
        if monitors:
            self.looked[viewer] = monitors
        else:
            self.looked.pop(viewer, None)
        return {}


async def _others_end() -> None:
    """What the server has cancelled on the control thread."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    if others:
        await asyncio.wait(others, timeout=2)


def said(socket: ClientConnection, kind: type[Downward], *, within_s: float = 5.0) -> Any:
    """The next message of this kind."""
    while True:
        message = downward(socket.recv(within_s, decode=False))
        if isinstance(message, kind):
            return message


def say(socket: ClientConnection, *messages: Upward) -> None:
    """Send them."""
    for message in messages:
        socket.send(encoded(message))
