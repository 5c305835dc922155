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
        self._skipped: dict[str, int] = {}

    def follow(self, state: State) -> None:
        """Nothing depends on the State."""

    def look(self) -> None:
        """Every tenth time."""
        self._looks += 1
        if self._looks % LOOKS_A_SECOND == 0:
            self._look_at_clock()
            for key, encode in self._encodes().items():
                self._look_at_encoder(key, encode.feed.skipped)

    async def close(self) -> None:
        """Nothing runs."""

    def _look_at_clock(self) -> None:
        step_us = self._ground.clocks.wall_step_us()
        if step_us:
            self._ground.tell(ClockStepped(step_us))

    def _look_at_encoder(self, key: str, skipped: int) -> None:
        fault = f"encoder/{key}"
        newly = skipped - self._skipped.get(key, 0)
        self._skipped[key] = skipped
        if newly > BEHIND:
            self._ground.tell(FaultRaised(fault, ENCODER_BEHIND(rendition=key)))
        elif newly == 0:
            self._ground.tell(FaultCleared(fault))
