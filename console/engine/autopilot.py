"""A rehearsal that runs by itself: the rundown is taken as planned, and a made-up audience buys.

Thread: control. Never on a real show, and only if the order of the engine says so.
"""

import logging
from collections.abc import Iterator

from console.errors import Refused
from console.model.entry import Event
from console.model.state import State
from console.rehearsal.autopilot import next_wish
from console.rehearsal.buyers import SLOT_US, claims, entries, orders
from console.supervise.ground import Ground

log = logging.getLogger(__name__)

MOST_WISHES = 4
"""In one look."""
MOST_SLOTS = 40
"""In one look: after a standstill nobody buys everything at once."""


class AutopilotSupervisor:
    """Keeps to the plan of the show, on the show clock."""

    def __init__(self, ground: Ground, *, is_wanted: bool, seed: int = 7) -> None:
        """The same seed brings the same buyers."""
        self._ground, self._is_wanted, self._seed = ground, is_wanted, seed
        self._slots: dict[str, int] = {}
        self._session = ""

    def follow(self, state: State) -> None:
        """Another session begins anew."""
        if state.session.id != self._session:
            self._session, self._slots = state.session.id, {}

    def look(self) -> None:
        """What is due by plan, then what the audience does."""
        if not self._is_wanted or self._ground.store.state.session.phase != "rehearsal":
            return
        for _ in range(MOST_WISHES):
            if not self._wish():
                break
        for offer, status in self._ground.store.state.selling.offers.items():
            if status.phase == "live":
                for slot in self._due(f"offer/{offer}", since_us=status.opens_us):
                    self._tell(orders(self._ground.store.state, seed=self._seed, offer=offer, slot=slot))
                    self._tell(claims(self._ground.store.state, seed=self._seed, offer=offer, slot=slot))
        for slot in self._due("entries", since_us=0):
            self._tell(entries(self._ground.store.state, seed=self._seed, slot=slot))

    async def close(self) -> None:
        """Nobody is there."""

    def _wish(self) -> bool:
        """Whether something was done."""
        wish = next_wish(self._ground.store.state, self._ground.clocks.now().show_us)
        if wish is None:
            return False
        try:
            self._ground.tell(wish)
        except Refused as refused:
            log.info("autopilot refused: %s", refused)
            return False
        return True

    def _due(self, kind: str, *, since_us: int) -> range:
        """Slots that are over since the last look."""
        now = (self._ground.clocks.now().show_us - since_us) // SLOT_US
        first = self._slots.get(kind, 0 if since_us else now)
        self._slots[kind] = max(now, first)
        return range(max(first, now - MOST_SLOTS), now)

    def _tell(self, facts: Iterator[Event]) -> None:
        """`facts` are worked out from the State before the first of them."""
        for fact in tuple(facts):
            self._ground.tell(fact)
