"""The engine's side of the painter: jobs go in, paintings come out, and nobody waits.

Thread: everything public returns at once; one worker owns the child process and is the only one to touch its pipe.
Imports no Qt.
"""

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from console.media.child import Child
from console.media.painting import Painting
from console.media.worker import Worker
from console.model.canvas import Canvas
from console.model.overlay import Theme
from console.ports.overlay import OverlayDriver, Painted, PaintingFailed, PaintJob
from console.words.overlays import PAINTER_DIED, PAINTER_OVERRUN
from overlays import painter
from overlays.slots import max_box
from overlays.sprite_cache import SpriteCache

Finished = Painted | PaintingFailed

WAITING_JOBS = 64
"""Keys that may wait; one more, and the oldest is given up with a failure and counted."""
UNREAD_ANSWERS = 256
"""Answers kept for `poll`; the oldest goes first."""
CACHE_BYTES = 48 << 20
"""Paintings kept by value: about fifty large ones."""
DEADLINE_S = 10.0
"""A painting that takes longer is a hung process: it is killed."""
DEATHS = 2
"""Times a job may take the process down before it is given up."""
_PAUSES_S = (0.0, 0.2, 1.0, 3.0, 5.0)
"""Before a new process, by how many ended in a row without an answer."""
_LOOK_S = 0.1
_IDLE_S = 1.0
"""Between two looks whether the process lives, while there is nothing to paint."""


def job_of(
    key: str, driver: OverlayDriver[Any, Any], content: msgspec.Struct, theme: Theme, folder: str, canvas: Canvas
) -> PaintJob:
    """The job that paints a content for a canvas, at most as large as its slot; its live digits are noughts."""
    width, height = max_box(driver.kind, driver.slot, canvas)
    shown = msgspec.json.encode(driver.live.shaped(content))
    return PaintJob(key, driver.kind, shown, theme, folder, canvas, width, height)


@dataclass(slots=True)
class _Flight:
    """The one job that the process has."""

    job: PaintJob
    until_s: float


class PainterClient:
    """Paints in a process of its own that is started again whenever it dies; what was wanted stays wanted.

    Of several jobs for one key that wait, the newest is painted. Equal contents are painted once.
    """

    def __init__(
        self,
        *,
        target: Callable[..., None] = painter.main,
        deadline_s: float = DEADLINE_S,
        cache_bytes: int = CACHE_BYTES,
    ) -> None:
        """Nothing runs until `start`."""
        self._target = target
        self._deadline_s = deadline_s
        self._changed = threading.Condition()
        self._cache = SpriteCache(cache_bytes)
        self._waiting: OrderedDict[str, PaintJob] = OrderedDict()
        self._finished: deque[Finished] = deque()
        self._deaths: dict[PaintJob, int] = {}
        self._child: Child | None = None
        self._flight: _Flight | None = None
        self._mute_ends = 0
        self._start_at_s = 0.0
        self._worker = Worker("painter client", self._work, wake=self._wake)
        self.restarts = 0
        """Processes started after the first."""
        self.superseded = 0
        """Jobs that never began, since a newer one for their key came."""
        self.overrun = 0
        """Jobs given up because too many keys waited."""
        self.unread = 0
        """Answers lost because nobody polled."""

    def start(self) -> "PainterClient":
        """Start the worker, which starts the process; returns itself."""
        self._worker.start()
        return self

    def close(self) -> None:
        """End the process and the worker within a moment; may be called twice."""
        self._worker.stop(timeout_s=4.0)

    def submit(self, job: PaintJob) -> None:
        """Ask for a painting; the answer comes by `poll`, at the next one if an equal job was painted before."""
        with self._changed:
            painting = self._cache.get(job)
            older = self._waiting.pop(job.key, None)
            if older is not None:
                self.superseded += 1
                self._deaths.pop(replace(older, key=""), None)
            if painting is not None:
                self._finish(Painted(job, painting))
                return
            self._waiting[job.key] = job
            if len(self._waiting) > WAITING_JOBS:
                _, oldest = self._waiting.popitem(last=False)
                self.overrun += 1
                self._finish(PaintingFailed(oldest, PAINTER_OVERRUN(kind=oldest.kind)))
            self._changed.notify_all()

    def poll(self) -> list[Finished]:
        """What was finished since the last call, oldest first."""
        if not self._finished:  # Why without the lock: asked ten times a second, and hardly ever is there anything.
            return []
        with self._changed:
            finished = list(self._finished)
            self._finished.clear()
            return finished

    @property
    def alive(self) -> bool:
        """A process runs."""
        child = self._child
        return child is not None and child.alive

    @property
    def pid(self) -> int:
        """Of the process; 0 while there is none."""
        child = self._child
        return child.pid if child is not None else 0

    def _finish(self, finished: Finished) -> None:
        """Under the lock."""
        self._finished.append(finished)
        if len(self._finished) > UNREAD_ANSWERS:
            self._finished.popleft()
            self.unread += 1

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def _work(self, stop: threading.Event) -> None:
        try:
            while not stop.is_set():
                self._step(stop)
        finally:
            if self._child is not None:
                self._child.kill()
                self._child = None

    def _step(self, stop: threading.Event) -> None:
        if self._child is None:
            stop.wait(min(_LOOK_S, max(0.0, self._start_at_s - time.monotonic())))
            if time.monotonic() >= self._start_at_s and not stop.is_set():
                self._child = Child("honban painter", self._target)
        elif not self._child.alive or self._is_hung():
            self._bury(self._child)
        elif self._flight is not None:
            self._receive(self._child, self._flight)
        else:
            self._send_next(self._child, stop)

    def _is_hung(self) -> bool:
        return self._flight is not None and time.monotonic() > self._flight.until_s

    def _send_next(self, child: Child, stop: threading.Event) -> None:
        with self._changed:
            if not self._waiting and not stop.is_set():
                self._changed.wait(_IDLE_S)
            if not self._waiting or stop.is_set():
                return
            _, job = self._waiting.popitem(last=False)
            painting = self._cache.get(job)
            if painting is not None:  # Painted for another key while this one waited.
                self._finish(Painted(job, painting))
                return
        self._flight = _Flight(job, time.monotonic() + self._deadline_s)
        try:
            child.pipe.send(job)
        except OSError:
            self._bury(child)

    def _receive(self, child: Child, flight: _Flight) -> None:
        try:
            if not child.pipe.poll(_LOOK_S):
                return
            answer: painter.Answer = child.pipe.recv()
        except (EOFError, OSError):
            self._bury(child)
            return
        self._flight = None
        self._mute_ends = 0
        job = flight.job
        finished: Finished = Painted(job, answer) if isinstance(answer, Painting) else PaintingFailed(job, answer)
        with self._changed:
            self._deaths.pop(replace(flight.job, key=""), None)
            if isinstance(finished, Painted):
                self._cache.put(flight.job, finished.painting)
            self._finish(finished)

    def _bury(self, child: Child) -> None:
        """Reap the process and plan the next; its job comes first again, unless it is the one that kills."""
        child.kill()
        self._child = None
        self.restarts += 1
        self._mute_ends += 1
        self._start_at_s = time.monotonic() + _PAUSES_S[min(self._mute_ends, len(_PAUSES_S)) - 1]
        flight, self._flight = self._flight, None
        if flight is None:
            return
        value = replace(flight.job, key="")
        with self._changed:
            deaths = self._deaths.pop(value, 0) + 1
            if deaths >= DEATHS:
                self._finish(PaintingFailed(flight.job, PAINTER_DIED(kind=flight.job.kind, times=deaths)))
            elif flight.job.key not in self._waiting:
                self._deaths[value] = deaths
                self._waiting[flight.job.key] = flight.job
                self._waiting.move_to_end(flight.job.key, last=False)
