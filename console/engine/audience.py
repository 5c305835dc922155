"""The made-up audience of a rehearsal or a trial, told to the engine as if a platform had counted and read it."""

from collections.abc import Callable

from msgspec.structs import replace

from console.model.comment import Comment
from console.model.facts import ViewersCounted
from console.model.state import State
from console.rehearsal.audience import viewers_at
from console.rehearsal.buyers import made_up_names
from console.rehearsal.talk import SLOT_US, comments
from console.supervise.ground import Ground

EVERY_US = 2_000_000
"""Show time between two counts: the number on air rolls no faster."""
MOST_SLOTS = 10
"""In one look: however fast a rehearsal runs, or long it stood still, no more comes than people can write."""
MOST_AT_ONCE = 20
Take = Callable[[list[Comment], dict[str, str]], None]


class AudienceSupervisor:
    """Counts viewers in a rehearsal; on a real show only if whoever started the engine ordered it.

    What they write comes in rehearsals only, whatever was ordered.
    """

    def __init__(
        self,
        ground: Ground,
        *,
        is_wanted: bool = False,
        seed: int = 7,
        take: Take = lambda _comments, _names: None,
        a_second: float | None = None,
    ) -> None:
        """`is_wanted`: counted in every session. The same seed brings the same viewers.

        `take` is handed comments and their writers' names; `a_second`: how many of them, None: as usual, at most 100.
        """
        self._ground, self._is_wanted, self._seed = ground, is_wanted, seed
        self._take, self._a_second = take, a_second
        self._next_us = 0
        self._session, self._slot = "", 0

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
        if state.session.is_rehearsal and state.session.running and state.session.started:
            self._write(state, (now_us - state.session.started.show_us) // SLOT_US, now_us)

    def _write(self, state: State, slot: int, now_us: int) -> None:
        """What was written in the slots that are over since the last look. It comes now, as from a platform."""
        if state.session.id != self._session:
            self._session, self._slot = state.session.id, slot
        slots = range(max(self._slot, slot - MOST_SLOTS), slot)
        self._slot = max(slot, self._slot)
        written = [one for at in slots for one in comments(state, seed=self._seed, slot=at, a_second=self._a_second)]
        if written:
            written = [replace(one, at_us=now_us) for one in written[:MOST_AT_ONCE]]
            self._take(written, made_up_names(comment.viewer for comment in written))

    def _is_there(self, state: State) -> bool:
        return state.session.phase == "rehearsal" or (self._is_wanted and state.session.running)

    async def close(self) -> None:
        """Nobody is there."""
