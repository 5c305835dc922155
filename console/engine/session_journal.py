"""The journal of whichever session runs: a new file at each `StartSession`."""

import threading
from collections.abc import Callable
from functools import partial

from console.errors import ConsoleError, Message
from console.library.journal import FileJournal
from console.library.sessions import journal_path
from console.media.clock import Clock
from console.media.worker import Worker
from console.model.commands import StartSession
from console.model.entry import Entry
from console.model.state import State


class SessionJournal:
    """A `console.ports.journal.Journal` that knows where each session is kept. Before the first, nothing is kept."""

    def __init__(self, clock: Clock, report: Callable[[Message | None], None]) -> None:
        """`report` is told what is wrong with the disk, and None when it is over; from any thread."""
        self._clock, self._report = clock, report
        self._file: FileJournal | None = None
        self._closing: list[Worker] = []

    def resume(self, session: str) -> None:
        """Go on in the file of a session that broke off. Waits for no disk: the file before it closes by itself."""
        self._let_go()
        self._file = self._opened(session)

    def write(self, entry: Entry, state: State) -> None:
        """The entry belongs to the running session, or begins one."""
        if isinstance(entry.event, StartSession):
            self.resume(entry.event.id)
        if self._file is not None:
            self._file.write(entry, state)

    def close(self) -> None:
        """Bring all to disk; a disk that hangs is waited for no longer than 5 s."""
        self._let_go()
        for worker in self._closing:
            worker.stop(timeout_s=5.0)

    def _let_go(self) -> None:
        file, self._file = self._file, None
        self._closing = [worker for worker in self._closing if worker.alive]
        if file is not None:
            self._closing.append(Worker("close journal", partial(_close, file)).start())

    def _opened(self, session: str) -> FileJournal | None:
        try:
            path = journal_path(session)
        except ConsoleError as error:
            self._report(error.message)
            return None
        return FileJournal(path, session=session, clock=self._clock, report=self._report)


def _close(file: FileJournal, _stop: threading.Event) -> None:
    file.close()
