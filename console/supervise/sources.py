"""Opens the sources that the show wants, opens lost ones again, and hands the open ones to the mixer."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from console.errors import ConsoleError, Message, Refused
from console.media.worker import Worker
from console.model.canvas import Canvas
from console.model.facts import SourceLost, SourceOpening, SourceRunning
from console.model.show import Show
from console.model.source import Source
from console.model.state import State
from console.ports.source import Opening, OpenSource
from console.supervise.ground import Backoff, Ground, ended
from console.supervise.source_record import SourceRecord
from console.words.core import NO_SUCH_SOURCE_OPEN
from console.words.mixer import SOURCE_MISBEHAVED
from console.words.supervise import SOURCE_BROKEN, SOURCE_HANGS, SOURCE_STALE

log = logging.getLogger(__name__)

STALE_US = 2_000_000
"""A source that declares a rate and gives nothing for so long is lost."""
FIRST_RETRY_US, LONGEST_RETRY_US, WELL_US = 500_000, 5_000_000, 5_000_000
OPENING_US = 15_000_000
"""An opening that takes longer hangs: it is left behind and tried anew."""
LEFT_BEHIND = 3
"""Hanging openings of one source at most; then it waits until one of them comes back."""
NOT_LOOKED_US = 1_000_000
"""Who did not look for so long cannot say that a source is stale: this process stood still, not the source."""

Open = Callable[[Source, Opening], OpenSource]


def _backoff() -> Backoff:
    return Backoff(first_us=FIRST_RETRY_US, longest_us=LONGEST_RETRY_US, well_us=WELL_US)


@dataclass(slots=True, eq=False)
class Slot:
    """One wanted source and what became of it."""

    source: Source
    record: SourceRecord
    opened: OpenSource | None = None
    opening: Worker | None = None
    began_us: int = 0
    """When the opening began, or the open source was there."""
    generation: int = 0
    """Counts openings: what an older one brings is thrown away."""
    backoff: Backoff = field(default_factory=_backoff)
    hanging: list[Worker] = field(default_factory=list)


class SourceSupervisor:
    """Sources are wanted while a session runs."""

    def __init__(self, ground: Ground, open_source: Open, *, changed: Callable[[], None]) -> None:
        """`open_source` may block, it is called on a thread of its own; `changed`: the set of open ones did."""
        self._ground, self._open, self._changed = ground, open_source, changed
        self._slots: dict[str, Slot] = {}
        self._show = Show()
        self._session = ""
        self._closing: list[Worker] = []
        self._closed = threading.Event()
        self._looked_us = self._seen_us = ground.clock.monotonic_us()
        self.records: dict[str, SourceRecord] = {}
        """Every source of the session by id, also after its end: for figures."""

    @property
    def opened(self) -> dict[str, OpenSource]:
        """The open sources by id, for the plan."""
        return {key: slot.opened for key, slot in self._slots.items() if slot.opened is not None}

    @property
    def settled(self) -> bool:
        """Every wanted source runs or has failed once."""
        return all(slot.opened is not None or slot.backoff.failures for slot in self._slots.values())

    def follow(self, state: State) -> None:
        """Close what is no longer wanted or set otherwise, open what is new."""
        self._show = state.show
        wanted = state.show.sources if state.session.running else {}
        is_new = state.session.running and state.session.id != self._session
        if is_new:
            self._session, self.records = state.session.id, {}
        for key, slot in list(self._slots.items()):
            if is_new or not _same(wanted.get(key), slot.source):
                self._drop(key, slot)
        for key, source in wanted.items():
            self._want(key, source)

    def look(self) -> None:
        """Find the lost ones, try again where it is time."""
        now_us = self._ground.clock.monotonic_us()
        if now_us - self._looked_us > NOT_LOOKED_US:
            self._seen_us = now_us
        self._looked_us = now_us
        if self._closing:
            self._closing = [worker for worker in self._closing if worker.alive]
        for key, slot in list(self._slots.items()):
            if slot.hanging:
                slot.hanging = [worker for worker in slot.hanging if worker.alive]
            if slot.opened is not None:
                self._check(key, slot, slot.opened, now_us)
            elif slot.opening is not None:
                self._wait_for_opening(key, slot, slot.opening, now_us)
            elif slot.backoff.is_due(now_us) and len(slot.hanging) < LEFT_BEHIND:
                self._begin(key, slot)

    def misbehaved(self, key: str, opened: OpenSource) -> None:
        """The mixer says that it raised: it is closed and opened again, as one with a problem."""
        slot = self._slots.get(key)
        if slot is not None and slot.opened is opened:
            self._lose(key, slot, SOURCE_MISBEHAVED(name=slot.source.name), self._ground.clock.monotonic_us())

    def reopen(self, key: str) -> None:
        """A person wants it closed and opened anew: soon, however often it failed. Raises `Refused`."""
        slot = self._slots.get(key)
        if slot is None:
            raise Refused(NO_SUCH_SOURCE_OPEN(source=key[:80]))
        now_us = self._ground.clock.monotonic_us()
        if slot.opening is not None:
            slot.hanging.append(slot.opening)
        if slot.opened is not None:
            slot.record.went(now_us)
        self._close(slot)
        slot.backoff = _backoff()
        slot.backoff.failed(now_us)  # Why: a camera that is being closed cannot be opened at once.
        self._changed()

    async def close(self) -> None:
        """Close all, each bounded by its driver, all together by 2 s; what comes later is closed as it comes."""
        self._closed.set()
        openings = [slot.opening for slot in self._slots.values()]
        for key, slot in list(self._slots.items()):
            self._drop(key, slot)
        await ended([*self._closing, *openings])

    def _want(self, key: str, source: Source) -> None:
        if key in self._slots:
            self._slots[key].source = source  # Why: its name may have been edited.
            return
        record = self.records.setdefault(key, SourceRecord())
        record.name, record.kind = source.name, source.kind
        self._slots[key] = Slot(source, record)
        self._begin(key, self._slots[key])

    def _drop(self, key: str, slot: Slot) -> None:
        self._close(slot)
        slot.record.over(self._ground.clock.monotonic_us())
        del self._slots[key]
        self._changed()

    def _begin(self, key: str, slot: Slot) -> None:
        slot.generation += 1
        slot.began_us = self._ground.clock.monotonic_us()
        source, generation, opening = slot.source, slot.generation, self._opening(key, slot.source)
        self._ground.tell(SourceOpening(key))

        def work() -> None:
            result = self._attempt(source, opening)
            if isinstance(result, Message):
                self._ground.later(lambda: self._not_opened(key, slot, generation, result))
            elif self._closed.is_set():
                result.close()
            else:
                self._ground.later(lambda: self._arrived(key, slot, generation, result))

        slot.opening = self._ground.work(f"open {key}", work)

    def _attempt(self, source: Source, opening: Opening) -> OpenSource | Message:
        """Thread: the opening's own."""
        try:
            return self._open(source, opening)
        except ConsoleError as error:
            return error.message
        except Exception:
            log.exception("opening %s", opening.id)
            return SOURCE_BROKEN(name=source.name)

    def _arrived(self, key: str, slot: Slot, generation: int, opened: OpenSource) -> None:
        if self._slots.get(key) is not slot or slot.generation != generation or slot.opening is None:
            self._closing.append(self._ground.work(f"close {key}", opened.close))
            return
        now_us = self._ground.clock.monotonic_us()
        slot.opening, slot.opened, slot.began_us = None, opened, now_us
        slot.record.came(opened, now_us)
        self._ground.tell(SourceRunning(key))
        self._changed()

    def _not_opened(self, key: str, slot: Slot, generation: int, message: Message) -> None:
        if self._slots.get(key) is slot and slot.generation == generation and slot.opening is not None:
            self._failed(key, slot, message)

    def _wait_for_opening(self, key: str, slot: Slot, opening: Worker, now_us: int) -> None:
        if now_us - slot.began_us > OPENING_US:
            slot.hanging.append(opening)
            self._failed(key, slot, SOURCE_HANGS(name=slot.source.name, seconds=OPENING_US // 1_000_000))

    def _failed(self, key: str, slot: Slot, message: Message) -> None:
        slot.opening = None
        slot.backoff.failed(self._ground.clock.monotonic_us())
        self._ground.tell(SourceLost(key, message))
        self._changed()

    def _check(self, key: str, slot: Slot, opened: OpenSource, now_us: int) -> None:
        heard_us = max(opened.figures.last_us, slot.began_us) if opened.live else now_us
        is_silent = now_us - max(heard_us, self._seen_us) > STALE_US
        problem = opened.problem or (SOURCE_STALE(name=slot.source.name) if is_silent else None)
        if problem is not None:
            self._lose(key, slot, problem, heard_us)

    def _lose(self, key: str, slot: Slot, problem: Message, since_us: int) -> None:
        slot.record.went(since_us)
        self._close(slot)
        self._failed(key, slot, problem)

    def _close(self, slot: Slot) -> None:
        if slot.opened is not None:
            slot.record.closed()
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


def _same(wanted: Source | None, known: Source) -> bool:
    return wanted is not None and (wanted.kind, wanted.settings) == (known.kind, known.settings)


def _largest(show: Show) -> Canvas:
    canvases = [rendition.canvas for rendition in show.renditions.values()]
    return max(canvases, key=lambda canvas: canvas.width * canvas.height, default=Canvas())
