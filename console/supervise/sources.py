"""Opens the sources that the show wants, opens lost ones again, and hands the open ones to the mixer."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from console.errors import ConsoleError, Message
from console.media.worker import Worker
from console.model.canvas import Canvas
from console.model.facts import SourceLost, SourceOpening, SourceRunning
from console.model.show import Show
from console.model.source import Source
from console.model.state import State
from console.ports.source import Opening, OpenSource, SourceFigures
from console.supervise.ground import Ground
from console.words.supervise import SOURCE_BROKEN, SOURCE_STALE

log = logging.getLogger(__name__)

STALE_US = 2_000_000
"""A source that declares a rate and gives nothing for so long is lost."""
FIRST_RETRY_US, LONGEST_RETRY_US = 500_000, 5_000_000
OPENING_US = 15_000_000
"""An opening that takes longer hangs: it is left behind and tried anew."""

Open = Callable[[Source, Opening], OpenSource]


@dataclass(slots=True)
class Slot:
    """One wanted source and what became of it."""

    source: Source
    opened: OpenSource | None = None
    opening: Worker | None = None
    began_us: int = 0
    retry_us: int = 0
    """Monotonic time of the next opening."""
    failures: int = 0
    generation: int = 0
    """Counts openings: what an older one brings is thrown away."""
    past: SourceFigures = field(default_factory=SourceFigures)
    """Sum of what was closed."""
    stale_us: int = 0
    restarts: int = 0


class SourceSupervisor:
    """Sources are wanted while a session runs."""

    def __init__(self, ground: Ground, open_source: Open, *, changed: Callable[[], None]) -> None:
        """`open_source` may block, it is called on a thread of its own; `changed`: the set of open ones did."""
        self._ground, self._open, self._changed = ground, open_source, changed
        self._slots: dict[str, Slot] = {}
        self._show = Show()
        self._closing: list[Worker] = []
        self.known: dict[str, Slot] = {}
        """Every source of the session by id, also after its end: for figures."""

    @property
    def opened(self) -> dict[str, OpenSource]:
        """The open sources by id, for the plan."""
        return {key: slot.opened for key, slot in self._slots.items() if slot.opened is not None}

    @property
    def settled(self) -> bool:
        """Every wanted source runs or has failed once."""
        return all(slot.opened is not None or slot.failures for slot in self._slots.values())

    def follow(self, state: State) -> None:
        """Close what is no longer wanted or set otherwise, open what is new."""
        self._show = state.show
        wanted = state.show.sources if state.session.running else {}
        for key in [key for key, slot in self._slots.items() if not _same(wanted.get(key), slot.source)]:
            self._close(self._slots.pop(key))
            self._changed()
        for key, source in wanted.items():
            if key not in self._slots:
                self._slots[key] = self.known[key] = Slot(source)
                self._begin(key, self._slots[key])

    def look(self) -> None:
        """Find the lost ones, try again where it is time."""
        self._closing = [worker for worker in self._closing if worker.alive]
        now_us = self._ground.clock.monotonic_us()
        for key, slot in list(self._slots.items()):
            if slot.opened is not None:
                self._check(key, slot, slot.opened, now_us)
            elif slot.opening is not None and now_us - slot.began_us > OPENING_US:
                self._failed(key, slot, SOURCE_STALE(name=slot.source.name))
            elif slot.opening is None and now_us >= slot.retry_us:
                self._begin(key, slot)

    async def close(self) -> None:
        """Close all, each bounded by its driver."""
        for slot in self._slots.values():
            self._close(slot)
        self._slots = {}
        for worker in self._closing:
            await self._ground.loop.run_in_executor(None, worker.stop)

    def _begin(self, key: str, slot: Slot) -> None:
        slot.generation += 1
        slot.began_us = self._ground.clock.monotonic_us()
        generation, opening = slot.generation, self._opening(key, slot.source)
        self._ground.tell(SourceOpening(key))

        def work() -> None:
            try:
                opened = self._open(slot.source, opening)
            except ConsoleError as error:
                message = error.message
                self._ground.later(lambda: self._not_opened(key, slot, generation, message))
            except Exception:
                log.exception("opening %s", key)
                message = SOURCE_BROKEN(name=slot.source.name)
                self._ground.later(lambda: self._not_opened(key, slot, generation, message))
            else:
                self._ground.later(lambda: self._arrived(key, slot, generation, opened))

        slot.opening = self._ground.work(f"open {key}", work)

    def _arrived(self, key: str, slot: Slot, generation: int, opened: OpenSource) -> None:
        if self._slots.get(key) is not slot or slot.generation != generation or slot.opening is None:
            self._closing.append(self._ground.work(f"close {key}", opened.close))
            return
        slot.opening, slot.opened = None, opened
        slot.restarts += slot.failures > 0 or slot.generation > 1
        slot.began_us = self._ground.clock.monotonic_us()
        self._ground.tell(SourceRunning(key))
        self._changed()

    def _not_opened(self, key: str, slot: Slot, generation: int, message: Message) -> None:
        if self._slots.get(key) is slot and slot.generation == generation:
            self._failed(key, slot, message)

    def _failed(self, key: str, slot: Slot, message: Message) -> None:
        slot.opening = None
        slot.failures += 1
        wait_us = min(LONGEST_RETRY_US, FIRST_RETRY_US << min(slot.failures - 1, 8))
        slot.retry_us = self._ground.clock.monotonic_us() + wait_us
        self._ground.tell(SourceLost(key, message))
        self._changed()

    def _check(self, key: str, slot: Slot, opened: OpenSource, now_us: int) -> None:
        problem = opened.problem
        silent_us = now_us - max(opened.figures.last_us, slot.began_us)
        if problem is None and opened.live and silent_us > STALE_US:
            problem = SOURCE_STALE(name=slot.source.name)
            slot.stale_us += silent_us
        if problem is None:
            if silent_us < STALE_US:
                slot.failures = 0
            return
        self._close(slot)
        self._failed(key, slot, problem)

    def _close(self, slot: Slot) -> None:
        if slot.opened is not None:
            slot.past = summed(slot.past, slot.opened.figures)
            self._closing.append(self._ground.work(f"close {slot.source.name}", slot.opened.close))
        slot.opened = slot.opening = None

    def _opening(self, key: str, source: Source) -> Opening:
        largest = _largest(self._show)
        return Opening(
            id=key,
            name=source.name,
            width=largest.width,
            height=largest.height,
            pictures=self._show.rate.pictures,
            seconds=self._show.rate.seconds,
            folder=Path(self._show.folder),
            clock=self._ground.clock,
        )


def summed(one: SourceFigures, other: SourceFigures) -> SourceFigures:
    """Both together; the newer time of the two."""
    return SourceFigures(
        one.pictures + other.pictures,
        one.overwritten + other.overwritten,
        max(one.last_us, other.last_us),
        one.missing_samples + other.missing_samples,
    )


def _same(wanted: Source | None, known: Source) -> bool:
    return wanted is not None and (wanted.kind, wanted.settings) == (known.kind, known.settings)


def _largest(show: Show) -> Canvas:
    return max((rendition.canvas for rendition in show.renditions.values()), key=lambda c: c.width * c.height)
