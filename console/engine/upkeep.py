"""Keeps the control thread going whatever one of its parts does."""

import logging
from collections.abc import Callable

from console.media.clock import Clock
from console.model.entry import Event
from console.model.facts import FaultCleared, FaultRaised
from console.words.engine import PART_BROKE

log = logging.getLogger(__name__)

WELL_US = 10_000_000
"""Without another failure for so long, a part is well again."""


class Upkeep:
    """Calls parts one after the other; a bug in one is logged and said once, the others never notice."""

    def __init__(self, clock: Clock, tell: Callable[[Event], object]) -> None:
        """`tell` takes facts."""
        self._clock, self._tell = clock, tell
        self._failed_us: dict[str, int] = {}

    def call(self, part: str, call: Callable[[], object]) -> bool:
        """Whether it went well."""
        try:
            call()
        except Exception as error:  # noqa: BLE001 - the loop must go on, whatever it was
            self.failed(part, error)
            return False
        return True

    def look(self) -> None:
        """Say which parts are well again: those that have not failed for a while."""
        now_us = self._clock.monotonic_us()
        for part in [part for part, failed_us in self._failed_us.items() if now_us - failed_us > WELL_US]:
            del self._failed_us[part]
            self._tell(FaultCleared(_fault(part)))

    def failed(self, part: str, error: BaseException) -> None:
        """Log it and raise its Fault, unless that was done lately."""
        is_news = part not in self._failed_us
        self._failed_us[part] = self._clock.monotonic_us()
        if is_news:
            log.error("%s broke", part, exc_info=error)
            self._tell(FaultRaised(_fault(part), PART_BROKE(part=part, reason=type(error).__name__)))


def _fault(part: str) -> str:
    return f"engine/{part}"
