"""Looks at what belongs to no other supervisor, once a second."""

from collections.abc import Callable

from console.model.facts import ClockStepped, FaultCleared, FaultRaised
from console.model.state import State
from console.supervise.ground import Ground
from console.supervise.renditions import Encode
from console.words.supervise import ENCODER_BEHIND

LOOKS_A_SECOND = 10
BEHIND = 10
"""Pictures skipped within a second that are worth a Fault."""


class HealthSupervisor:
    """The wall clock, and encoders that fall behind although they stepped down."""

    def __init__(self, ground: Ground, encodes: Callable[[], dict[str, Encode]]) -> None:
        """`encodes`: the running ones."""
        self._ground, self._encodes = ground, encodes
        self._looks = 0
        self._skipped: dict[str, tuple[Encode, int]] = {}
        self._behind: set[str] = set()

    def follow(self, state: State) -> None:
        """Nothing depends on the State."""

    def look(self) -> None:
        """Every tenth time."""
        self._looks += 1
        if self._looks % LOOKS_A_SECOND == 0:
            self._look_at_clock()
            self._look_at_encoders(self._encodes())

    async def close(self) -> None:
        """Nothing runs."""

    def _look_at_clock(self) -> None:
        step_us = self._ground.clocks.wall_step_us()
        if step_us:
            self._ground.tell(ClockStepped(step_us))

    def _look_at_encoders(self, encodes: dict[str, Encode]) -> None:
        newly = {key: self._newly_skipped(key, encode) for key, encode in encodes.items()}
        self._skipped = {key: (encode, encode.feed.skipped) for key, encode in encodes.items()}
        for key in {key for key, skipped in newly.items() if skipped > BEHIND} - self._behind:
            self._behind.add(key)
            self._ground.tell(FaultRaised(f"encoder/{key}", ENCODER_BEHIND(rendition=key)))
        for key in {key for key in self._behind if newly.get(key, 0) == 0}:
            self._behind.remove(key)
            self._ground.tell(FaultCleared(f"encoder/{key}"))

    def _newly_skipped(self, key: str, encode: Encode) -> int:
        known, before = self._skipped.get(key, (encode, 0))
        return encode.feed.skipped - (before if known is encode else 0)
