"""Runs the mixer while a session runs: waits until everything is prepared, then lets tick 0 fall due."""

import logging
import threading
from collections.abc import Callable
from functools import partial

from console.media.priority import TICKS, hurry
from console.media.worker import Worker
from console.mixer.loop import MixerLoop
from console.mixer.meters import Meters
from console.mixer.monitors import Monitors
from console.mixer.plan import MixPlan
from console.mixer.tap import Tap
from console.model.facts import FaultCleared, FaultRaised, MediaRestarted, MediaStarted
from console.model.state import State
from console.ports.source import OpenSource
from console.supervise.ground import Backoff, Ground
from console.supervise.renditions import Encode
from console.words.mixer import FILTERS_REFUSED
from console.words.supervise import MIXING_FAILED

log = logging.getLogger(__name__)

PATIENCE_US = 10_000_000
"""What is not ready by then comes later; the show starts."""
RESUME_PATIENCE_US = 1_500_000
LEAD_US = 60_000
"""Between the decision and tick 0."""
CONNECT_US = 1_000_000
"""From encoders that are open: who is connected by then gets the first keyframe, others wait for the next one."""
FIRST_RETRY_US, LONGEST_RETRY_US, WELL_US = 200_000, 5_000_000, 5_000_000
STOP_S = 0.5
FAULT = "mixing"


class MixingSupervisor:
    """One mixer thread at a time. It begins anew with other encodes, and when it breaks."""

    def __init__(
        self,
        ground: Ground,
        plan: Callable[[], MixPlan],
        encodes: Callable[[], dict[str, Encode]],
        *,
        prepared: Callable[[], bool],
        connected: Callable[[], bool] = lambda: True,
        misbehaved: Callable[[str, OpenSource], None] = lambda _key, _source: None,
    ) -> None:
        """`plan` gives the newest plan, from any thread; `prepared`: sources and graphics are there; `connected`:
        every wanted destination is live or has failed; `misbehaved` hears, on the control thread, of an open source
        that raised.
        """
        self._ground, self._plan, self._encodes = ground, plan, encodes
        self._prepared, self._connected, self._misbehaved = prepared, connected, misbehaved
        self._since_us = 0
        self._encoded_us: int | None = None
        self._session = ""
        self._worker: Worker | None = None
        self._mixed: dict[str, Encode] = {}
        self._backoff = _backoff()
        self._is_faulty = False
        self._counted = ""
        self._unfiltered: frozenset[str] = frozenset()
        self.meters = Meters()
        """Who wants figures of the sound attaches here, whether a mixer runs or not."""
        self.tap = Tap()
        """Who wants to hear attaches here, whether a mixer runs or not."""
        self.monitors = Monitors()
        """Who wants to see attaches here, whether a mixer runs or not."""
        self.loop: MixerLoop | None = None
        """The newest one. Its counters are those of the whole session, whatever mixers there were before it."""

    def follow(self, state: State) -> None:
        """End with the session, or when the encodes are others."""
        wanted = state.session.id if state.session.running else ""
        if wanted != self._session:
            self._session, self._since_us = wanted, self._ground.clock.monotonic_us()
            self._end()
            self._backoff = _backoff()
            self._all_well()
        elif self._worker is not None and self._encodes() != self._mixed:
            self._end()
        self._begin_if_ready(state)

    def look(self) -> None:
        """Begin when it is time; begin anew if the mixer broke."""
        now_us = self._ground.clock.monotonic_us()
        failure = self._worker.failure if self._worker is not None else None
        if failure is not None:
            log.error("mixing broke", exc_info=failure)
            self._is_faulty = True
            reason = f"{type(failure).__name__}: {failure}"[:200]
            self._ground.tell(FaultRaised(FAULT, MIXING_FAILED(reason=reason)))
            self._end()
            self._backoff.failed(now_us)
        elif self._is_faulty and self._worker is not None and self._backoff.is_well(now_us):
            self._all_well()
        self._look_at_filters(self._ground.store.state)
        self._begin_if_ready(self._ground.store.state)

    async def close(self) -> None:
        """No more ticks, nobody who looks."""
        self._session = ""
        self._end()
        self.meters.close()
        self.monitors.close()

    def _begin_if_ready(self, state: State) -> None:
        if not self._session or self._worker is not None or not self._encodes():
            return
        now_us = self._ground.clock.monotonic_us()
        if not self._backoff.is_due(now_us):
            return
        patience_us = RESUME_PATIENCE_US if state.session.on_air else PATIENCE_US
        if self._encoded_us is None:
            self._encoded_us = now_us
        is_prepared = self._prepared() or now_us - self._since_us > patience_us
        if is_prepared and (self._connected() or now_us - self._encoded_us > CONNECT_US):
            self._begin()

    def _begin(self) -> None:
        before, encodes = self.loop, dict(self._encodes())
        # Why: an encoder that had another mixer knows its numbers; they must go on growing.
        numbers_from = before.next_number if before is not None and encodes == self._mixed else 0
        self._mixed = encodes
        start_us = self._ground.clock.monotonic_us() + LEAD_US
        self._ground.clocks.start_media(start_us)
        self.loop = MixerLoop(
            self._ground.clock,
            self._plan,
            {key: encode.feed for key, encode in encodes.items()},
            start_us=start_us,
            numbers_from=numbers_from,
            stalled=self._stalled,
            broke=lambda key, source: self._ground.later(lambda: self._misbehaved(key, source)),
            meters=self.meters,
            monitors=self.monitors,
            tap=self.tap,
        )
        if before is not None and self._counted == self._session:
            _count_on(self.loop, before)
        self._counted = self._session
        # Order matters: the worker first, so that what follows the fact does not begin a second mixer.
        self._worker = Worker("mixer", partial(_mix, self.loop))
        self._ground.tell(MediaStarted())
        self._worker.start()

    def _end(self) -> None:
        worker, self._worker, self._encoded_us = self._worker, None, None
        if worker is not None and not worker.stop(timeout_s=STOP_S):
            log.error("the mixer does not end; it is left behind")

    def _look_at_filters(self, state: State) -> None:
        """A strip whose filters FFmpeg does not take plays without them; people must know."""
        unfiltered = self.loop.audio.refused if self.loop is not None and self._worker is not None else frozenset()
        if unfiltered == self._unfiltered:
            return
        before, self._unfiltered = self._unfiltered, unfiltered
        for key in sorted(unfiltered - before):
            source = state.show.sources.get(key)
            name = source.name if source is not None else key
            self._ground.tell(FaultRaised(f"filters/{key}", FILTERS_REFUSED(name=name)))
        for key in sorted(before - unfiltered):
            self._ground.tell(FaultCleared(f"filters/{key}"))

    def _all_well(self) -> None:
        if self._is_faulty:
            self._is_faulty = False
            self._ground.tell(FaultCleared(FAULT))

    def _stalled(self, start_us: int, stalled_us: int) -> None:
        """Mixer thread: the machine slept, media time begins anew."""
        self._ground.clocks.start_media(start_us)
        self._ground.later(lambda: self._ground.tell(MediaRestarted(stalled_us)))


def _backoff() -> Backoff:
    return Backoff(first_us=FIRST_RETRY_US, longest_us=LONGEST_RETRY_US, well_us=WELL_US)


def _count_on(loop: MixerLoop, before: MixerLoop) -> None:
    """The figures of a session are those of all its mixers; only one of them runs."""
    loop.composed, loop.repeated = before.composed, before.repeated
    loop.compose, loop.late = before.compose, before.late


def _mix(loop: MixerLoop, stop: threading.Event) -> None:
    """Mixer thread: before the rest of the engine, wherever the system allows it."""
    hurry(TICKS)
    loop.run(stop)
