"""Tells what falls due on the show clock: offers open and close, timed cues happen. Thread: control."""

import asyncio

from console.core.due import Due, coming
from console.model.facts import Fact
from console.model.state import State
from console.supervise.ground import Ground

MOST_AT_ONCE = 200
"""Facts told in one look; what is left is told in the next."""
EXACT_US = 250_000
"""What is due within this time of the show is waited for, not looked for."""


class TimelineSupervisor:
    """Holds nothing that a restart could lose: what is due follows from the State, and what was told is in it."""

    def __init__(self, ground: Ground) -> None:
        """The clock is the show's."""
        self._ground = ground
        self._state = ground.store.state
        self._dues = coming(self._state)
        """What is coming, as of that State."""
        self._timer: asyncio.TimerHandle | None = None

    @property
    def waiting(self) -> bool:
        """Something is due before the next look."""
        return self._timer is not None

    def follow(self, state: State) -> None:
        """What is due next may be another."""
        self._wait_for_next(state)

    def look(self) -> None:
        """Tell everything that is due in its order, the latest last; a fact that changes nothing is told once a look.

        Why one by one: a cue may start an offer whose opening is due as well, or hold back what would have followed.
        """
        told: list[Fact] = []
        while len(told) < MOST_AT_ONCE and (fact := self._due_now(told)) is not None:
            told.append(fact)
            self._ground.tell(fact)
        self._wait_for_next(self._ground.store.state)

    async def close(self) -> None:
        """Nothing is waited for."""
        self._forget_timer()

    def _due_now(self, told: list[Fact]) -> Fact | None:
        """The next to be told."""
        dues = self._dues_of(self._ground.store.state)
        if not dues:
            return None
        now_us = self._ground.clocks.now().show_us
        return next((due.fact for due in dues if due.show_us <= now_us and due.fact not in told), None)

    def _wait_for_next(self, state: State) -> None:
        """Between two looks a countdown would end late by up to a tenth of a second: so it is waited for."""
        self._forget_timer()
        dues = self._dues_of(state)
        if not dues:
            return
        wait_us = dues[0].show_us - self._ground.clocks.now().show_us
        if 0 < wait_us < EXACT_US * max(1.0, state.session.speed):
            wait_s = wait_us / max(0.1, state.session.speed) / 1e6
            self._timer = self._ground.loop.call_later(wait_s, self.look)

    def _dues_of(self, state: State) -> list[Due]:
        """Worked out once a State."""
        if state is not self._state:
            self._state, self._dues = state, coming(state)
        return self._dues

    def _forget_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
