"""Bytes from the thread that receives to the thread that decodes, as a file that libav reads.

Thread: `put` and `close` on the one side, `read` on the other.
"""

import threading
from collections import deque

MAX_BACKLOG_BYTES = 64 * 1024 * 1024
"""Two minutes at 4 Mb/s. Above it the receiver stops reading its socket: the publisher feels a slow server."""


class TagPipe:
    """First in, first out; every read gives what is there and waits only for the first byte."""

    def __init__(self) -> None:
        """Open and empty."""
        self._changed = threading.Condition()
        self._pieces: deque[bytes] = deque()
        self._is_closed = False
        self.backlog_bytes = 0
        """Put and not yet read."""

    @property
    def is_full(self) -> bool:
        """Nothing should be put until the reader has caught up."""
        return self.backlog_bytes >= MAX_BACKLOG_BYTES

    def put(self, data: bytes) -> None:
        """Append; nothing once closed."""
        with self._changed:
            if data and not self._is_closed:
                self._pieces.append(data)
                self.backlog_bytes += len(data)
                self._changed.notify_all()

    def wait_for_room(self, *, timeout_s: float) -> bool:
        """Wait until the reader has caught up; False if it did not in time."""
        with self._changed:
            return self._changed.wait_for(lambda: not self.is_full, timeout_s)

    def close(self) -> None:
        """The stream ends behind what was put."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def abandon(self) -> None:
        """The stream ends here: what was put and not read is thrown away."""
        with self._changed:
            self._pieces.clear()
            self.backlog_bytes = 0
            self._is_closed = True
            self._changed.notify_all()

    def read(self, size: int) -> bytes:
        """At most `size` bytes; empty only at the end of the stream. Its writer closes it after a silence."""
        with self._changed:
            while not self._pieces and not self._is_closed:
                self._changed.wait(1.0)
            if not self._pieces:
                return b""
            piece = self._pieces.popleft()
            if len(piece) > size:
                self._pieces.appendleft(piece[size:])
                piece = piece[:size]
            self.backlog_bytes -= len(piece)
            self._changed.notify_all()
            return piece
