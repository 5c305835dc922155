"""Brings comments to disk on a thread of its own; whoever hands them over never waits."""

import logging
import threading
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress

from console.errors import ConsoleError, Message
from console.library.comments import AT_ONCE_MOST, Comments
from console.media.clock import Clock
from console.media.worker import Worker
from console.model.comment import COMMENTS_KEPT, Comment
from console.words.comments import COMMENTS_NOT_KEPT

log = logging.getLogger(__name__)

DEPTH = 5_000
"""Comments that wait for the disk at most; then the newest are passed over and counted."""
RETRY_S = 2.0
WINDOW_S = 0.5
"""How long the first waits for company."""
CLOSE_S = 2.0


class CommentShelf:
    """Keeps, finds, forgets. The file is opened with the first comment."""

    def __init__(self, make: Callable[[], Comments], clock: Clock, report: Callable[[Message | None], None]) -> None:
        """`make` opens the file. `report` is told what is wrong with it and None when it is over; from any thread."""
        self._make, self._clock, self._report = make, clock, report
        self._changed = threading.Condition()
        self._waiting: deque[tuple[str, Comment]] = deque()
        self._forgotten: deque[str] = deque(maxlen=1_000)
        self._opening = threading.Lock()
        self._comments: Comments | None = None
        self._tidied = ""
        self._problem: Message | None = None
        self._worker: Worker | None = None
        self._is_closed = False
        self.lost = 0
        """Passed over."""

    def keep(self, session: str, comments: Sequence[Comment]) -> None:
        """Soon. Never waits."""
        with self._changed:
            room = max(0, DEPTH - len(self._waiting))
            self._waiting.extend((session, comment) for comment in comments[:room])
            self.lost += len(comments) - min(room, len(comments))
            self._wake()

    def forget(self, viewer: str) -> None:
        """All that somebody wrote, soon; what still waits too."""
        with self._changed:
            self._waiting = deque(one for one in self._waiting if one[1].viewer != viewer)
            self._forgotten.append(viewer)
            self._wake()

    def older(self, session: str, after: str, limit: int = AT_ONCE_MOST) -> tuple[Comment, ...]:
        """As `Comments.older`, what still waits included. Blocks for the disk: not on the control thread."""
        self.flush()
        return self._opened().older(session, after, limit)

    def flush(self, *, timeout_s: float = 2.0) -> bool:
        """Wait until nothing waits for the disk; False if it took longer."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._waiting and not self._forgotten, timeout_s)

    def close(self) -> None:
        """Bring what waits to disk, bounded, and let go of the file. Blocks."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()
        if self._worker is not None:
            self._worker.stop(timeout_s=CLOSE_S)
        if self._comments is not None:
            self._comments.close()

    def _wake(self) -> None:
        if self._worker is None and not self._is_closed:
            self._worker = Worker("comments", self._work).start()
        self._changed.notify_all()

    def _work(self, stop: threading.Event) -> None:
        while not stop.is_set():
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._forgotten or self._is_closed, 0.2)
                if self._is_closed and not self._waiting and not self._forgotten:
                    return
                is_closing = self._is_closed
                batch, forgotten = list(self._waiting)[:DEPTH], list(self._forgotten)
            if not batch and not forgotten:
                continue
            if not self._brought(batch, forgotten):
                if is_closing:
                    return
                stop.wait(RETRY_S)
            elif not is_closing:
                stop.wait(WINDOW_S)

    def _brought(self, batch: list[tuple[str, Comment]], forgotten: list[str]) -> bool:
        try:
            comments, now_us = self._opened(), self._clock.wall_us()
            for session in dict.fromkeys(session for session, _ in batch):
                comments.keep(session, [one for of, one in batch if of == session], now_us=now_us)
            for viewer in forgotten:
                comments.forget(viewer)
            if batch and batch[-1][0] != self._tidied:
                self._tidied = batch[-1][0]
                comments.tidy(session=self._tidied, now_us=now_us)
        except ConsoleError as error:
            self._tell(error.message)
            return False
        except Exception as error:
            # Why: this thread brings all that comes later; a bug that ended it would be heard of by nobody.
            log.exception("keeping comments broke")
            self._tell(COMMENTS_NOT_KEPT(reason=type(error).__name__, kept=COMMENTS_KEPT))
            return False
        with self._changed:
            done = {id(one) for one in batch}
            self._waiting = deque(one for one in self._waiting if id(one) not in done)
            for viewer in forgotten:
                with suppress(ValueError):
                    self._forgotten.remove(viewer)
            self._changed.notify_all()
        self._tell(None)
        return True

    def _opened(self) -> Comments:
        with self._opening:
            if self._comments is None:
                self._comments = self._make()
            return self._comments

    def _tell(self, problem: Message | None) -> None:
        if problem != self._problem:
            self._problem = problem
            self._report(problem)
