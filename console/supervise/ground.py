"""What every supervisor stands on: the State, the way to speak to it, and time."""

import asyncio
import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from console.core.clocks import Clocks
from console.core.store import Store
from console.media.clock import Clock
from console.media.worker import Worker
from console.model.entry import Event
from console.model.state import State
from console.supervise.name_book import NameBook


class Supervisor(Protocol):
    """Makes the world match one part of the State. Everything on the control thread; nothing waits."""

    def follow(self, state: State) -> None:
        """The State changed: start what is wanted and not there, end what is there and not wanted."""

    def look(self) -> None:
        """Ten times a second: see how things are, report what changed as facts."""

    async def close(self) -> None:
        """End everything, bounded. No session runs any more."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Handed to each supervisor by the roof."""

    store: Store
    clocks: Clocks
    loop: asyncio.AbstractEventLoop
    """The control thread's."""
    names: NameBook = field(default_factory=NameBook)
    """Who the viewers are that the State speaks of."""

    @property
    def clock(self) -> Clock:
        """The machine's, or a test's."""
        return self.clocks.clock

    def tell(self, fact: Event) -> None:
        """Dispatch a fact. Control thread."""
        self.store.dispatch(fact)

    def later(self, call: Callable[[], None]) -> None:
        """Run `call` on the control thread. From any thread; forgotten if the engine is closed."""
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody is there any more
            self.loop.call_soon_threadsafe(call)

    def work(self, name: str, work: Callable[[], None]) -> Worker:
        """Do something slow (opening, closing) on a thread of its own. What it raises is a bug, and a Fault."""
        return Worker(name, lambda _stop: work(), failed=partial(self._broke, name)).start()

    def _broke(self, name: str, failure: BaseException) -> None:
        """In the thread itself: the control thread's loop tells whoever keeps it going."""
        context = {"message": f"{name} broke", "part": name, "exception": failure}
        self.later(partial(self.loop.call_exception_handler, context))


class Backoff:
    """Longer and longer waits between attempts; what has been well for a while begins anew."""

    def __init__(self, *, first_us: int, longest_us: int, well_us: int) -> None:
        """`first_us` after the first failure, doubled to `longest_us`; `well_us` without one forgives them all."""
        self._first_us, self._longest_us, self._well_us = first_us, longest_us, well_us
        self._failed_us: int | None = None
        self.failures = 0
        """In a row."""
        self.due_us = 0
        """Monotonic time of the next attempt."""

    def failed(self, now_us: int) -> None:
        """One failure more."""
        since_us = now_us - max(self.due_us, self._failed_us or 0)
        self.failures = 1 if self._failed_us is None or since_us > self._well_us else self.failures + 1
        self._failed_us = now_us
        self.due_us = now_us + min(self._longest_us, self._first_us << min(self.failures - 1, 16))

    def is_due(self, now_us: int) -> bool:
        """The next attempt may be made."""
        return now_us >= self.due_us

    def is_well(self, now_us: int) -> bool:
        """Nothing has failed for so long that the last failure is over."""
        return self._failed_us is None or now_us - self.due_us > self._well_us


async def ended(workers: Iterable[Worker | None], *, timeout_s: float = 2.0) -> bool:
    """Wait until all of them have ended by themselves; False if one did not in time (it is left behind)."""
    waiting = [worker for worker in workers if worker is not None]
    deadline_s = asyncio.get_running_loop().time() + timeout_s
    while any(worker.alive for worker in waiting):
        if asyncio.get_running_loop().time() > deadline_s:
            return False
        await asyncio.sleep(0.01)
    return True
