"""Marking in another process, as its owner sees it. One batch at a time; nothing waits but making and closing it."""

from collections.abc import Sequence

import msgspec

from console.audience.mark import Book, Circumstances, Marked
from console.audience.marking_main import Answered, Batch, mark_batches
from console.media.child import Child
from console.model.comment import Comment

_DECODER = msgspec.msgpack.Decoder(Answered)
STOP_S = 0.5


class Marking:
    """A child that marks."""

    def __init__(self) -> None:
        """Start the process; takes some ten milliseconds, so not on the control thread."""
        self._child = Child("marking", mark_batches)
        self._book: Book | None = None
        self._number = 0
        self._is_ready = False

    @property
    def is_ready(self) -> bool:
        """It has started and takes batches."""
        if not self._is_ready:
            self._is_ready = next(iter(self._received()), None) is not None
        return self._is_ready

    @property
    def alive(self) -> bool:
        """The process runs."""
        return self._child.alive

    def give(self, comments: Sequence[Comment], circumstances: Circumstances, book: Book) -> bool:
        """Hand a batch over; False if the process is gone. The one before must have been answered or given up."""
        self._number += 1
        batch = Batch(self._number, tuple(comments), circumstances, None if book == self._book else book)
        self._book = book
        try:
            self._child.pipe.send_bytes(msgspec.msgpack.encode(batch))
        except OSError:
            return False
        return True

    def answer(self) -> Marked | None:
        """Of the newest batch; None: not yet."""
        for data in self._received():
            answered = _DECODER.decode(data)
            if answered.number == self._number:
                return answered.marked
        return None

    def close(self) -> None:
        """End the process, bounded."""
        self._child.stop(timeout_s=STOP_S)

    def _received(self) -> list[bytes]:
        found: list[bytes] = []
        try:
            while self._child.pipe.poll():
                found.append(self._child.pipe.recv_bytes())
        except (EOFError, OSError):
            pass
        return found
