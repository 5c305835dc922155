"""Runs the mixer while a session runs: waits until everything is prepared, then lets tick 0 fall due."""

import logging
from collections.abc import Callable

from console.media.worker import Worker
from console.mixer.loop import MixerLoop
from console.mixer.plan import MixPlan
from console.model.facts import FaultCleared, FaultRaised, MediaRestarted, MediaStarted
from console.model.state import State
from console.supervise.ground import Ground
from console.supervise.renditions import Encode
from console.words.supervise import MIXING_FAILED

log = logging.getLogger(__name__)

PATIENCE_US = 10_000_000
"""What is not ready by then comes later; the show starts."""
RESUME_PATIENCE_US = 1_500_000
LEAD_US = 60_000
"""Between the decision and tick 0."""


class MixingSupervisor:
    """One mixer thread a session."""

    def __init__(
        self,
        ground: Ground,
        plan: Callable[[], MixPlan],
        encodes: Callable[[], dict[str, Encode]],
        *,
        prepared: Callable[[], bool],
    ) -> None:
        """`plan` gives the newest plan, from any thread; `prepared`: sources and graphics are there."""
        self._ground, self._plan, self._encodes, self._prepared = ground, plan, encodes, prepared
        self._since_us = 0
        self._session = ""
        self._worker: Worker | None = None
        self._mixed: dict[str, Encode] = {}
        self.loop: MixerLoop | None = None
        """The newest one; its counters are figures."""

    @property
    def running(self) -> bool:
        """Ticks fall."""
        return self._worker is not None

    def follow(self, state: State) -> None:
        """End with the session, or when the encodes are others."""
        wanted = state.session.id if state.session.running else ""
        if wanted != self._session:
            self._session, self._since_us = wanted, self._ground.clock.monotonic_us()
            self._end()
        elif self._worker is not None and self._encodes() != self._mixed:
            self._end()
        self._begin_if_ready(state)

    def look(self) -> None:
        """Begin when it is time; begin anew if the mixer broke."""
        if self._worker is not None and self._worker.failure is not None:
            self._ground.tell(FaultRaised("mixing", MIXING_FAILED()))
            self._end()
        self._begin_if_ready(self._ground.store.state)

    async def close(self) -> None:
        """No more ticks."""
        self._end()

    def _begin_if_ready(self, state: State) -> None:
        if not self._session or self._worker is not None or not self._encodes():
            return
        patience_us = RESUME_PATIENCE_US if state.session.on_air else PATIENCE_US
        waited_us = self._ground.clock.monotonic_us() - self._since_us
        if self._prepared() or waited_us > patience_us:
            self._begin()

    def _begin(self) -> None:
        self._mixed = dict(self._encodes())
        start_us = self._ground.clock.monotonic_us() + LEAD_US
        self._ground.clocks.start_media(start_us)
        self.loop = MixerLoop(
            self._ground.clock,
            self._plan,
            {key: encode.feed for key, encode in self._mixed.items()},
            start_us=start_us,
            stalled=self._stalled,
        )
        # Order matters: the worker first, so that what follows the fact does not begin a second mixer.
        self._worker = Worker("mixer", self.loop.run)
        self._ground.tell(MediaStarted())
        self._ground.tell(FaultCleared("mixing"))
        self._worker.start()

    def _end(self) -> None:
        if self._worker is not None and self._worker.alive:
            self._worker.stop(timeout_s=0.5)
        self._worker = None

    def _stalled(self, start_us: int, stalled_us: int) -> None:
        """Mixer thread: the machine slept, media time begins anew."""
        self._ground.clocks.start_media(start_us)
        self._ground.later(lambda: self._ground.tell(MediaRestarted(stalled_us)))
