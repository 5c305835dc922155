"""Writes one rendition to a file, through a child that may hang or die without harm to anybody.

Thread: the encoder puts, one worker owns the pipe, the control thread polls and stops.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from console.errors import Message
from console.media.child import Child
from console.media.worker import Worker
from console.model.facts import Fact, RecordingEnded, RecordingStarted
from console.output.recorder_figures import Figures, Written
from console.output.recorder_main import END, record
from console.output.recorder_queue import MAX_BYTES, RecorderQueue
from console.output.recording_file import STOP_FREE_BYTES
from console.wire.flv import Tag
from console.words.recording import RECORDER_DIED, RECORDING_CUT_SHORT, RECORDING_STREAM_CHANGED

log = logging.getLogger(__name__)

LINGER_S: Final = 20.0
"""How long the child may take to finish the file of a dead engine."""
_LOOK_S: Final = 0.2


class Recorder:
    """Records from its construction until `stop`; never into a file that exists. Its owner calls `stop` in any case.

    `poll` gives one `RecordingStarted` once the file has its head, and one `RecordingEnded` at the end.
    """

    def __init__(
        self,
        path: Path,
        headers: Iterable[Tag] = (),
        *,
        stop_free_bytes: int = STOP_FREE_BYTES,
        max_queue_bytes: int = MAX_BYTES,
    ) -> None:
        """`path` from `next_path`; `headers`: metadata and sequence headers that the encoder began with."""
        self.path = path
        self._queue = RecorderQueue(headers, max_bytes=max_queue_bytes)
        self._facts: deque[Fact] = deque()
        self._written: Written | None = None
        self._heard_at = time.monotonic()
        self._is_asked = False
        self._is_killed = False
        self._ended = threading.Event()
        self._child = Child("recorder", record, str(path), stop_free_bytes, linger_s=LINGER_S)
        self._worker = Worker("recorder", self._work).start()

    def put(self, tag: Tag) -> None:
        """Take in one tag; never waits. Thread: encoder."""
        self._queue.put(tag)

    def poll(self) -> list[Fact]:
        """What happened since the last call; never waits."""
        return [self._facts.popleft() for _ in range(len(self._facts))]

    @property
    def figures(self) -> Figures:
        """How it goes, at most a second old; the last ones after the end."""
        seconds, size, free = self._written or (0.0, 0, None)
        silent_s = 0.0 if self.ended else time.monotonic() - self._heard_at
        return Figures(seconds, size, self._queue.dropped, self._queue.is_dropping, free, silent_s)

    @property
    def ended(self) -> bool:
        """The file is closed, or nobody writes it any more."""
        return self._ended.is_set()

    def finish(self) -> None:
        """Take in no more and close the file behind what is there; never waits. `stop` is still to be called."""
        self._is_asked = True
        self._queue.close()

    def stop(self, *, timeout_s: float = 2.0) -> None:
        """Finish; kill the child if that takes longer. Afterwards `poll` gives the last facts."""
        self.finish()
        if not self._ended.wait(timeout_s):
            self._is_killed = True
            self._child.process.kill()
        self._worker.stop(timeout_s=1.0)
        self._child.process.join(1.0)
        if self._child.alive:
            self._child.process.kill()
            self._child.process.join(1.0)
        if self._child.alive or self._worker.alive:
            # Why: a process deep in a hung disk outlives even SIGKILL; its pipe stays until the kernel lets go of it.
            log.warning("the recorder of %s does not die", self.path.name)
        else:
            self._child.kill()

    def _work(self, stop: threading.Event) -> None:
        try:
            while not (self._queue.finished or stop.is_set()):
                data = self._queue.take(timeout_s=_LOOK_S)
                if data:
                    self._child.pipe.send_bytes(data)
                self._listen()
            self._child.pipe.send_bytes(END)
            while not stop.is_set():
                self._child.pipe.poll(_LOOK_S)
                self._listen()
        except (EOFError, OSError):
            self._hear_the_rest()
        finally:
            self._end(RecordingEnded(self._why(), restart=not self._is_asked))

    def _listen(self) -> None:
        """Hear all that the child said; raises `EOFError` behind its last word."""
        while self._child.pipe.poll():
            message = self._child.pipe.recv()
            self._heard_at = time.monotonic()
            match message:
                case Written():
                    self._written = message
                case RecordingStarted():
                    self._facts.append(message)
                case RecordingEnded(problem=None) if self._queue.stream_changed and not self._is_asked:
                    self._end(RecordingEnded(RECORDING_STREAM_CHANGED(path=str(self.path)), restart=True))
                case RecordingEnded():
                    self._end(message)

    def _hear_the_rest(self) -> None:
        try:
            self._listen()
        except (EOFError, OSError):
            return

    def _end(self, fact: RecordingEnded) -> None:
        """Only the first end counts."""
        self._queue.close()
        if not self._ended.is_set():
            self._facts.append(fact)
            self._ended.set()

    def _why(self) -> Message:
        saying = RECORDING_CUT_SHORT if self._is_killed else RECORDER_DIED
        return saying(path=str(self.path))
