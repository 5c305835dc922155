"""Keeps the open show on disk, about a second after it was edited. Threads: control; one for the disk, at most.

The State says what the file is known to hold (`State.kept`), so that an engine that goes on after a crash still knows
which file it may write over.
"""

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from console.errors import ConsoleError, Message
from console.library.show_file import FILE_NAME
from console.library.show_keeping import Keeping, digest_of, keep_show
from console.media.worker import Worker
from console.model.facts import FaultCleared, FaultRaised, ShowKept
from console.model.show import Show
from console.model.state import State
from console.supervise.ground import Backoff, Ground, ended
from console.words.keeping import SHOW_CHANGED_UNDERNEATH
from console.words.library import SHOW_NOT_SAVED

log = logging.getLogger(__name__)

QUIET_US, LONGEST_US = 1_000_000, 5_000_000
"""After the last edit; at most after the first, for somebody who drags a slider."""
FIRST_RETRY_US, LONGEST_RETRY_US, WELL_US = 2_000_000, 30_000_000, 60_000_000
CLOSE_S = 3.0
STEPS = 3
"""Of a flush: what runs, a comparison, a save."""
FAULT = "show"
Keep = Callable[..., Keeping]


class KeeperSupervisor:
    """Saves what was edited; a disk that is slow or full holds up nothing else."""

    def __init__(self, ground: Ground, *, keep: Keep = keep_show) -> None:
        """`keep` is `console.library.show_keeping.keep_show`, or a test's."""
        self._ground, self._keep = ground, keep
        self._worker: Worker | None = None
        self._openings = 0
        self._is_busy = False
        """The disk is asked, and what it answered is not told yet."""
        self._opened: Show | None = None
        """As it was opened; None: before this engine."""
        self._copy: Path | None = None
        self._copied = -1
        """`Show.edits` that the copy holds."""
        self._edits, self._first_us, self._last_us = -1, 0, 0
        self._backoff = self._anew()
        ground.store.listen(self._changed)

    def follow(self, state: State) -> None:
        """See when it was edited."""
        now_us = self._ground.clock.monotonic_us()
        if state.show.edits != self._edits:
            self._first_us = self._first_us or now_us
            self._last_us, self._edits = now_us, state.show.edits

    @property
    def unsaved(self) -> Message | None:
        """Why what was edited is on no disk; None: it is, or will be in a moment."""
        state = self._ground.store.state
        fault = state.faults.get(FAULT)
        return fault.message if fault is not None and self._is_unsaved(state) else None

    def look(self) -> None:
        """Compare a show that was just opened; save one that was edited, once it is quiet."""
        now_us = self._ground.clock.monotonic_us()
        is_quiet = now_us - self._last_us >= QUIET_US or now_us - self._first_us >= LONGEST_US
        if not self._is_busy:
            self._begin(may_save=is_quiet and self._backoff.is_due(now_us))

    async def close(self) -> None:
        """What is not saved yet is saved now, bounded."""
        await self.flush()

    async def flush(self) -> None:
        """Save what is not saved yet, now. Bounded; whatever is wrong is a Fault."""
        for _ in range(STEPS):
            if not await ended([self._worker], timeout_s=CLOSE_S):
                log.error("the show is still being saved: the disk does not answer")
                return
            await asyncio.sleep(0)  # Why: what the thread found out is told first.
            if not self._begin(may_save=True):
                return

    def _begin(self, *, may_save: bool) -> bool:
        """Whether there was something to do on the disk."""
        state = self._ground.store.state
        if not state.show.folder:
            return False
        if state.kept.edits < 0:
            if not self._backoff.is_due(self._ground.clock.monotonic_us()):
                return False
            return self._ask_disk("compare show", partial(self._compare, self._opened or state.show))
        if not may_save or not self._is_unsaved(state):
            return False
        self._first_us = 0
        return self._ask_disk("save show", partial(self._write, state.show, state.kept.digest, self._copy))

    def _is_unsaved(self, state: State) -> bool:
        return 0 <= state.kept.edits < state.show.edits and state.show.edits > self._copied

    def _changed(self, before: State, after: State) -> None:
        """Another show was opened: what is not saved of the one before is, and its faults are nobody's business."""
        if before.kept.openings == after.kept.openings:
            return
        if before.show.folder and self._is_unsaved(before) and not self._is_busy:
            self._ask_disk("save show", partial(self._write, before.show, before.kept.digest, self._copy))
        self._opened = after.show
        self._openings += 1
        self._copy, self._copied, self._first_us = None, -1, 0
        self._backoff = self._anew()
        if FAULT in after.faults:
            self._ground.tell(FaultCleared(FAULT))

    def _ask_disk(self, name: str, ask: Callable[[], Callable[[], None]]) -> bool:
        """On a thread; what `ask` gives back is called on the control thread. True."""

        opening = self._openings

        def work() -> None:
            try:
                tell = ask()
            except Exception as error:
                log.exception("%s broke", name)
                folder = self._ground.store.state.show.folder
                tell = partial(self._failed, SHOW_NOT_SAVED(path=folder, reason=type(error).__name__))
            self._ground.later(lambda: self._told(tell, opening))

        self._is_busy, self._worker = True, self._ground.work(name, work)
        return True

    def _told(self, tell: Callable[[], None], opening: int) -> None:
        self._is_busy = False
        if opening == self._openings:  # Why: what is known of the show before says nothing of this one.
            tell()

    def _compare(self, show: Show) -> Callable[[], None]:
        """Disk's thread."""
        fact = ShowKept(show.folder, digest_of(Path(show.folder), show), show.edits)
        return partial(self._tell_kept, fact)

    def _write(self, show: Show, known: str, copy: Path | None) -> Callable[[], None]:
        """Disk's thread."""
        try:
            kept = self._keep(Path(show.folder), show, known=known, copy=copy)
        except ConsoleError as error:
            return partial(self._failed, error.message)
        return partial(self._kept, show, kept)

    def _kept(self, show: Show, kept: Keeping) -> None:
        if kept.copy is not None:
            self._copy, self._copied = kept.copy, show.edits
            path = str(Path(show.folder) / FILE_NAME)
            self._ground.tell(FaultRaised(FAULT, SHOW_CHANGED_UNDERNEATH(path=path, copy=str(kept.copy))))
            return
        self._tell_kept(ShowKept(show.folder, kept.digest, show.edits))

    def _tell_kept(self, fact: ShowKept) -> None:
        self._ground.tell(fact)
        if FAULT in self._ground.store.state.faults:
            self._ground.tell(FaultCleared(FAULT))

    def _failed(self, problem: Message) -> None:
        self._backoff.failed(self._ground.clock.monotonic_us())
        self._ground.tell(FaultRaised(FAULT, problem))

    @staticmethod
    def _anew() -> Backoff:
        return Backoff(first_us=FIRST_RETRY_US, longest_us=LONGEST_RETRY_US, well_us=WELL_US)
