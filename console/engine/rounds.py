"""Goes round all supervisors: ten times a second by itself, and after each change of the State. Control thread."""

import asyncio
import logging
from functools import partial

from console.engine.upkeep import Upkeep
from console.model.state import State
from console.supervise.ground import Supervisor

log = logging.getLogger(__name__)

LOOK_S = 0.1
CLOSE_S = 9.0
"""For all supervisors together."""


class Rounds:
    """In the order in which they are given; what breaks in one of them is no business of the others."""

    def __init__(self, supervisors: tuple[Supervisor, ...], upkeep: Upkeep, loop: asyncio.AbstractEventLoop) -> None:
        """None yet."""
        self._named = [(_name(supervisor), supervisor) for supervisor in supervisors]
        self._upkeep, self._loop = upkeep, loop
        self._next: asyncio.TimerHandle | None = None

    def look(self) -> None:
        """Now, and again in a moment. Why no task that sleeps: to wake one the loop turns twice."""
        try:
            for name, supervisor in self._named:
                self._upkeep.call(name, supervisor.look)
            self._upkeep.look()
        finally:
            self._next = self._loop.call_later(LOOK_S, self.look)

    def stop(self) -> None:
        """Nobody is looked at any more."""
        if self._next is not None:
            self._next.cancel()

    def follow(self, state: State) -> None:
        """Everybody makes the world match it."""
        for name, supervisor in self._named:
            self._upkeep.call(name, partial(supervisor.follow, state))

    async def close(self) -> None:
        """All at once, bounded."""
        closings = [asyncio.create_task(supervisor.close()) for _, supervisor in self._named]
        _, late = await asyncio.wait(closings, timeout=CLOSE_S)
        for closing in late:
            log.error("closing takes too long: %r", closing)
            closing.cancel()
        for failure in await asyncio.gather(*closings, return_exceptions=True):
            if isinstance(failure, Exception):
                log.error("closing broke", exc_info=failure)


def _name(supervisor: Supervisor) -> str:
    return type(supervisor).__name__.removesuffix("Supervisor").lower()
