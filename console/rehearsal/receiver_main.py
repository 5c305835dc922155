"""The receiver's own process: an RTMP server on the main thread, a viewer on another."""

import asyncio
import contextlib
import os
import threading
from multiprocessing.connection import Connection
from typing import Literal

import cv2
import msgspec

from console.media.channel import Channel
from console.media.worker import Worker
from console.rehearsal.ingest import Ingest
from console.rehearsal.judge import Spot
from console.rehearsal.received import Glance, Received
from console.rehearsal.tag_pipe import TagPipe
from console.rehearsal.viewer import Effort, Viewer

NICENESS = 10
"""The show under test comes first."""
LATE_BYTES = 2 * 1024 * 1024
"""Four seconds at 4 Mb/s wait to be looked at: only keyframes are, until the viewer has caught up."""
MAX_STREAMS = 64
"""Streams that may wait to be looked at; a publisher that comes back more often than that is turned away."""
DRAIN_S = 8.0
"""How long the viewer may still look at what was received when the receiver stops."""


class Order(msgspec.Struct, frozen=True):
    """How to receive."""

    effort: Effort = "full"
    spots: tuple[Spot, ...] = ()


class Question(msgspec.Struct, frozen=True):
    """What the parent asks; "report" and "glance" may be asked any number of times, "stop" is the last."""

    number: int
    kind: Literal["report", "glance", "stop"]


class Answer(msgspec.Struct, frozen=True):
    """To the question of that number: an answer may come after its asker gave up."""

    number: int
    received: Received = Received()
    glance: Glance = Glance()
    """To a question for one, in place of everything else."""


def receive(pipe: Connection, order: Order) -> None:
    """Target of the child. Sends its port, then an `Answer` for each `Question`; ends after "stop"."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    cv2.setNumThreads(1)  # Why: thumbnails are no reason to wake a pool of threads beside the show.
    asyncio.run(_receive(pipe, order))


async def _receive(pipe: Connection, order: Order) -> None:
    desk = _Desk(order)
    ingest = Ingest(desk.offer)
    worker = Worker("viewer", desk.work).start()
    try:
        pipe.send(await ingest.open())
        while (question := await _question(pipe, worker)).kind != "stop":
            pipe.send(_answer(question, ingest, desk))
        await ingest.close()
        desk.close()
        if not await asyncio.to_thread(desk.drained.wait, DRAIN_S):
            desk.abandon()
        pipe.send(Answer(question.number, _report(ingest, desk, with_thumbnails=True)))
    finally:
        await ingest.close()
        desk.abandon()
        await asyncio.to_thread(worker.stop)


async def _question(pipe: Connection, worker: Worker) -> Question:
    """The next one; a parent that closed its end wants no more. Without its viewer the receiver has no answers."""
    with contextlib.suppress(EOFError, BrokenPipeError):
        while not await asyncio.to_thread(pipe.poll, 0.2):
            if worker.failure is not None:
                raise RuntimeError("the viewer ended") from worker.failure
        question: Question = pipe.recv()
        return question
    return Question(0, "stop")


def _answer(question: Question, ingest: Ingest, desk: "_Desk") -> Answer:
    if question.kind == "glance":
        glance = msgspec.structs.replace(desk.viewer.glance(), is_receiving=ingest.is_receiving)
        return Answer(question.number, glance=glance)
    return Answer(question.number, _report(ingest, desk, with_thumbnails=False))


def _report(ingest: Ingest, desk: "_Desk", *, with_thumbnails: bool) -> Received:
    return msgspec.structs.replace(
        desk.viewer.received(with_thumbnails=with_thumbnails),
        connections=ingest.connections,
        refused=ingest.refused,
        is_receiving=ingest.is_receiving,
        first_picture_wall_us=ingest.first_picture_wall_us,
    )


class _Desk:
    """Where streams wait for the viewer, which looks at one after another."""

    def __init__(self, order: Order) -> None:
        self.viewer = Viewer(effort=order.effort, spots=order.spots, is_late=self._is_late)
        self.drained = threading.Event()
        self._streams: Channel[TagPipe] = Channel(depth=MAX_STREAMS)
        self._current: TagPipe | None = None

    def offer(self, stream: TagPipe) -> bool:
        return self._streams.offer(stream)

    def close(self) -> None:
        self._streams.close()

    def work(self, stop: threading.Event) -> None:
        """The viewer's thread."""
        while not stop.is_set() and not self._streams.finished:
            self._current = self._streams.take()
            if self._current is not None:
                self.viewer.watch(self._current, file_format="flv")
        self.drained.set()

    def abandon(self) -> None:
        """Look at nothing more."""
        self.close()
        while (stream := self._streams.take(timeout_s=0)) is not None:
            stream.abandon()
        if self._current is not None:
            self._current.abandon()

    def _is_late(self) -> bool:
        return self._current is not None and self._current.backlog_bytes > LATE_BYTES
