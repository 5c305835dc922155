"""The process that marks comments while many write: started, given batches, replaced when it dies. Control thread."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Protocol

from console.audience.mark import Book, Circumstances, Marked
from console.media.worker import Worker
from console.model.comment import Comment
from console.model.facts import FaultCleared, FaultRaised
from console.supervise.ground import Backoff, Ground
from console.words.comments import MARKING_FAILED

log = logging.getLogger(__name__)

QUIET_FOR_US = 30_000_000
ANSWER_WITHIN_US = 3_000_000
"""A process that takes longer for a batch hangs."""
FAULT = "marking"


class Marks(Protocol):
    """Marks in another process; `console.audience.marking.Marking` is the real one."""

    @property
    def is_ready(self) -> bool: ...
    @property
    def alive(self) -> bool: ...
    def give(self, comments: tuple[Comment, ...], circumstances: Circumstances, book: Book) -> bool: ...
    def answer(self) -> Marked | None: ...
    def close(self) -> None: ...


class MarkingProcess:
    """The process while many write: started when it is needed, ended when it is quiet, replaced when it dies."""

    def __init__(self, ground: Ground, make: Callable[[], Marks]) -> None:
        """None runs."""
        self._ground, self._make = ground, make
        self._process: Marks | None = None
        self._is_starting = False
        self._batch: tuple[Comment, ...] = ()
        self._given_us = self._busy_us = 0
        self._backoff = Backoff(first_us=1_000_000, longest_us=60_000_000, well_us=60_000_000)
        self._is_over = False
        self.closing: list[Worker] = []

    @property
    def runs(self) -> bool:
        """There is one, or will be in a moment."""
        return self._process is not None or self._is_starting

    @property
    def is_ready(self) -> bool:
        """A batch may be given to it."""
        return self._process is not None and self._process.is_ready and not self._batch

    @property
    def is_at_work(self) -> bool:
        """A batch is out."""
        return bool(self._batch)

    def keep(self, *, is_busy: bool, is_quiet: bool, now_us: int) -> None:
        """Start it when many write, end it when few have for a while."""
        if is_busy:
            self._busy_us = now_us
            if self._process is None and not self._is_starting and self._backoff.is_due(now_us):
                self._is_starting = True
                self.closing = [worker for worker in self.closing if worker.alive]
                self.closing.append(self._ground.work("start marking", self._start))
        elif is_quiet and not self._batch and now_us - self._busy_us > QUIET_FOR_US:
            self._let_go()
            self._is_well()

    def give(self, batch: tuple[Comment, ...], circumstances: Circumstances, book: Book, *, now_us: int) -> bool:
        """Hand a batch over; False: it is gone."""
        if self._process is None or not self._process.give(batch, circumstances, book):
            self._failed(now_us)
            return False
        self._batch, self._given_us = batch, now_us
        return True

    def collected(self, now_us: int) -> tuple[Marked | None, tuple[Comment, ...]]:
        """What it has marked; or what it was given and will not mark any more."""
        if self._process is None:
            return None, ()
        marked = self._process.answer() if self._batch else None
        if marked is not None:
            self._batch = ()
            self._is_well()
            return marked, ()
        if self._process.alive and (not self._batch or now_us - self._given_us < ANSWER_WITHIN_US):
            return None, ()
        lost, self._batch = self._batch, ()
        self._failed(now_us)
        return None, lost

    def forget(self) -> None:
        """What is out belongs to nobody any more."""
        if self._batch:
            self._batch = ()
            self._let_go()

    def end(self) -> None:
        """For good."""
        self._is_over = True
        self._let_go()

    def _start(self) -> None:
        """Own thread."""
        process, problem = None, None
        try:
            process = self._make()
        except Exception as error:  # noqa: BLE001 - whatever it was, it is tried again later
            problem = error
        self._ground.later(partial(self._started, process, problem))

    def _started(self, process: Marks | None, problem: Exception | None) -> None:
        self._is_starting, self._process = False, process
        if process is None:
            log.warning("marking does not start: %s", problem)
            self._failed(self._ground.clock.monotonic_us())
        elif self._is_over:
            self._let_go()

    def _failed(self, now_us: int) -> None:
        self._backoff.failed(now_us)
        self._let_go()
        self._ground.tell(FaultRaised(FAULT, MARKING_FAILED()))

    def _is_well(self) -> None:
        if FAULT in self._ground.store.state.faults:
            self._ground.tell(FaultCleared(FAULT))

    def _let_go(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            self.closing = [worker for worker in self.closing if worker.alive]
            self.closing.append(self._ground.work("end marking", process.close))
