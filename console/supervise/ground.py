"""What every supervisor stands on: the State, the way to speak to it, and time."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from console.core.clocks import Clocks
from console.core.store import Store
from console.media.clock import Clock
from console.media.worker import Worker
from console.model.entry import Event
from console.model.state import State


class Supervisor(Protocol):
    """Makes the world match one part of the State. Everything on the control thread; nothing waits."""

    def follow(self, state: State) -> None:
        """The State changed: start what is wanted and not there, end what is there and not wanted."""

    def look(self) -> None:
        """Ten times a second: see how things are, report what changed as facts."""

    async def close(self) -> None:
        """End everything, bounded."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Handed to each supervisor by the roof."""

    store: Store
    clocks: Clocks
    loop: asyncio.AbstractEventLoop
    """The control thread's."""

    @property
    def clock(self) -> Clock:
        """The machine's, or a test's."""
        return self.clocks.clock

    def tell(self, fact: Event) -> None:
        """Dispatch a fact. Control thread."""
        self.store.dispatch(fact)

    def later(self, call: Callable[[], None]) -> None:
        """Run `call` on the control thread. From any thread; forgotten if the engine is closing."""
        if not self.loop.is_closed():
            self.loop.call_soon_threadsafe(call)

    def work(self, name: str, work: Callable[[], None]) -> Worker:
        """Do something slow (opening, closing) on a thread of its own."""
        return Worker(name, lambda _stop: work()).start()
