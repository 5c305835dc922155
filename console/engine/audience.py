"""The made-up audience of a rehearsal or a trial, told to the engine as if a platform had counted it."""

from console.model.facts import ViewersCounted
from console.model.state import State
from console.rehearsal.audience import viewers_at
from console.supervise.ground import Ground

EVERY_US = 2_000_000
"""Show time between two counts: the number on air rolls no faster."""


class AudienceSupervisor:
    """Counts viewers in a rehearsal; on a real show only if whoever started the engine ordered it."""

    def __init__(self, ground: Ground, *, is_wanted: bool = False, seed: int = 7) -> None:
        """`is_wanted`: in every session. The same seed brings the same viewers."""
        self._ground, self._is_wanted, self._seed = ground, is_wanted, seed
        self._next_us = 0

    def follow(self, state: State) -> None:
        """The first count comes with the session."""
        if self._is_there(state) and state.audience.viewers is None:
            self._next_us = 0

    def look(self) -> None:
        """A new count every two seconds of the show."""
        state = self._ground.store.state
        now_us = self._ground.clocks.now().show_us
        if self._is_there(state) and state.session.started and now_us >= self._next_us:
            self._next_us = now_us + EVERY_US
            since_us = now_us - state.session.started.show_us
            self._ground.tell(ViewersCounted(viewers_at(self._seed, since_us)))

    def _is_there(self, state: State) -> bool:
        return state.session.phase == "rehearsal" or (self._is_wanted and state.session.running)

    async def close(self) -> None:
        """Nobody is there."""
