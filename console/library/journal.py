"""The journal of a session: takes every entry without waiting and brings it to disk on a thread of its own."""

import logging
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from console.errors import ConsoleError, Message
from console.library.as_run import rows_of
from console.library.backlog import Backlog, Step
from console.library.journal_file import Batch, JournalFile, Row
from console.media.clock import Clock
from console.media.worker import Worker
from console.model.entry import Entry, encode_event
from console.model.state import State
from console.words.library import JOURNAL_BEHIND, JOURNAL_FAILING

log = logging.getLogger(__name__)

DEPTH = 4096
"""Entries that wait for the disk at most."""
BATCH = 512
"""Entries in one commit at most."""
WINDOW_S = 0.1
"""How long the first entry of a commit waits for others."""
SNAPSHOT_EVERY_US = 5_000_000
RETRY_S = 1.0
_IDLE_S = 1.0
"""A snapshot is late by so much at most."""


class FileJournal:
    """A `console.ports.journal.Journal` on a local disk. Whatever the disk does, `write` returns at once.

    What a full backlog refuses is counted in `lost` and still part of the next snapshot, so a replay has no gap.
    """

    def __init__(
        self,
        path: Path,
        *,
        session: str,
        clock: Clock,
        report: Callable[[Message | None], None],
        depth: int = DEPTH,
    ) -> None:
        """Starts writing to `path`, new or of the same session.

        `report` is told what is wrong, and None when it is over; from either thread, so it may only hand the word on.
        """
        self._path, self._session, self._clock, self._report = path, session, clock, report
        self._backlog = Backlog(depth=depth)
        self._file: JournalFile | None = None
        self._snapshot_revision = -1
        self._snapshot_due_us = 0
        self._covered = -1
        """What `lost` was at the last snapshot. A refused entry asks for a snapshot at once, and so does a file that
        was just opened."""
        self._told_of: State | None = None
        """What the rows of the as-run have come to."""
        self._telling = threading.RLock()
        self._problem: Message | None = None
        self._worker = Worker("journal", self._work, failed=self._broken).start()

    @property
    def lost(self) -> int:
        """Entries that the full backlog refused."""
        return self._backlog.lost

    def write(self, entry: Entry, state: State) -> None:
        """Queue it. Never waits."""
        if not self._backlog.offer((entry, state)) and self._problem is None:
            self._tell(JOURNAL_BEHIND())

    def flush(self, *, timeout_s: float = 2.0) -> bool:
        """Wait until all that was written by now is committed; False if it took longer."""
        return self._backlog.wait_empty(timeout_s=timeout_s)

    def close(self, *, timeout_s: float = 2.0) -> bool:
        """Commit what waits and a last snapshot, then let go of the file; False if something did not get there."""
        self._backlog.close()
        written = self.flush(timeout_s=timeout_s)
        return self._worker.stop(timeout_s=timeout_s) and written

    def _work(self, stop: threading.Event) -> None:
        while not stop.is_set() and not self._backlog.finished:
            steps = self._backlog.gather(limit=BATCH, wait_s=_IDLE_S, window_s=WINDOW_S)
            if not self._brought(steps, snapshot=self._snapshot_wanted()):
                stop.wait(RETRY_S)
        self._brought([], snapshot=self._changed())
        self._let_go()

    def _brought(self, steps: list[Step], *, snapshot: bool) -> bool:
        """Whether these steps, and a snapshot if wanted, are on disk now."""
        lost = self._backlog.lost  # Order matters: what is refused after this line asks for another snapshot.
        step = self._backlog.newest if snapshot else None
        if not steps and step is None:
            return True
        rows = [row for row in map(_entry_row, steps) if row]
        batch = Batch(rows, _snapshot_row(step) if step else None, self._as_run(steps))
        problem = self._stored(batch)
        if problem is not None:
            self._tell(problem)
            return False
        self._backlog.remove(len(steps))
        self._told_of = steps[-1][1] if steps else self._told_of
        self._covered = lost if step else self._covered if len(rows) == len(steps) else -1
        if step:
            self._snapshot_revision = step[0].revision
            self._snapshot_due_us = self._clock.monotonic_us() + SNAPSHOT_EVERY_US
        if self._covered == self._backlog.lost:
            self._tell(None)
        return True

    def _as_run(self, steps: list[Step]) -> list[Row]:
        befores = [self._told_of, *(state for _, state in steps)]
        rows = (rows_of(before, *step) for before, step in zip(befores, steps, strict=False))
        return [msgspec.structs.asdict(row) for of_step in rows for row in of_step]

    def _stored(self, batch: Batch) -> Message | None:
        """None, or why the disk did not take it. The file is opened again at the next attempt."""
        try:
            if self._file is None:
                self._file = JournalFile(self._path, session=self._session, created_us=self._clock.wall_us())
            self._file.store(batch)
        except ConsoleError as error:
            problem = error.message
        except (sa.exc.SQLAlchemyError, sqlite3.Error, OSError) as error:
            problem = JOURNAL_FAILING(reason=_reason(error))
        else:
            return None
        self._let_go()
        self._covered = -1
        return problem

    def _snapshot_wanted(self) -> bool:
        due = self._clock.monotonic_us() >= self._snapshot_due_us
        return self._covered != self._backlog.lost or (due and self._changed())

    def _changed(self) -> bool:
        newest = self._backlog.newest
        return newest is not None and newest[0].revision != self._snapshot_revision

    def _let_go(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _broken(self, failure: BaseException) -> None:
        self._tell(JOURNAL_FAILING(reason=type(failure).__name__))

    def _tell(self, problem: Message | None) -> None:
        with self._telling:
            if problem != self._problem:
                self._problem = problem
                self._report(problem)


def _entry_row(step: Step) -> Row | None:
    entry = step[0]
    body = _text(entry.event, encode_event)
    if body is None:
        return None
    at = {"wall_us": entry.at.wall_us, "show_us": entry.at.show_us, "media_us": entry.at.media_us}
    return {"revision": entry.revision, **at, "kind": type(entry.event).__name__, "body": body}


def _snapshot_row(step: Step) -> Row | None:
    entry, state = step
    body = _text(state, msgspec.json.encode)
    return None if body is None else {"revision": entry.revision, "wall_us": entry.at.wall_us, "body": body}


def _text(thing: Any, encode: Callable[[Any], bytes]) -> str | None:
    """JSON, or None for text that has none (a file name of unknown encoding): one such entry stops no other.

    The log tells kinds only, since the text itself is what cannot be written.
    """
    try:
        return encode(thing).decode()
    except (TypeError, ValueError, RecursionError) as error:
        log.error("a %s cannot be written to the journal: %s", type(thing).__name__, type(error).__name__)
        return None


def _reason(error: Exception) -> str:
    if isinstance(error, sa.exc.DBAPIError):
        return str(error.orig)
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
