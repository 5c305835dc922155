"""The engine's end of the built-in receiver: what a rehearsal streams to instead of a platform."""

import contextlib
import time
from typing import Any, Literal

from console.errors import ConsoleError
from console.media.child import Child
from console.rehearsal.judge import Spot
from console.rehearsal.received import Glance, Received
from console.rehearsal.receiver_main import DRAIN_S, Answer, Order, Question, receive
from console.rehearsal.viewer import Effort
from console.words.rehearsal import RECEIVER_GONE, RECEIVER_MUTE

START_S = 10.0
REPORT_S = 3.0


class Receiver:
    """A child process with an RTMP server on this machine. Blocks for at most the time each call names.

    >>> receiver = Receiver()                                  # doctest: +SKIP
    >>> receiver.start()                                       # doctest: +SKIP
    'rtmp://127.0.0.1:40123/live'
    """

    def __init__(self, *, effort: Effort = "full", spots: tuple[Spot, ...] = ()) -> None:
        """full: every picture is decoded; light: keyframes are. `spots`: places whose colour is known."""
        self._order = Order(effort, spots)
        self._child: Child | None = None
        self._asked = 0
        self.address = ""
        """Where to publish, with any key; empty before the start."""

    @property
    def pid(self) -> int:
        """Of the child, to count its processor time apart; 0 when there is none."""
        return self._child.pid if self._child is not None else 0

    def start(self, *, timeout_s: float = START_S) -> str:
        """Listen; the address. Raises `ConsoleError` if the process does not come up."""
        self._child = Child("receiver", receive, self._order)
        try:
            port = self._next(time.monotonic() + timeout_s, timeout_s)
        except ConsoleError:
            self.kill()
            raise
        self.address = f"rtmp://127.0.0.1:{port}/live"
        return self.address

    def report(self, *, timeout_s: float = REPORT_S) -> Received:
        """Everything so far, without thumbnails. Raises `ConsoleError` if the process is gone or mute."""
        return self._ask("report", timeout_s).received

    def glance(self, *, timeout_s: float = REPORT_S) -> Glance:
        """What it sees now; cheap. Raises `ConsoleError` if the process is gone or mute."""
        return self._ask("glance", timeout_s).glance

    def stop(self, *, timeout_s: float = DRAIN_S + 4.0) -> Received:
        """Hang up on the publisher, look at the rest, end. Raises `ConsoleError` if the process is gone or mute."""
        try:
            received = self._ask("stop", timeout_s).received
        except ConsoleError:
            self.kill()
            raise
        self.kill(grace_s=2.0)
        return received

    def kill(self, *, grace_s: float = 0.0) -> None:
        """End the process, with nothing said; may be called twice."""
        if self._child is not None:
            self._child.stop(timeout_s=grace_s)
            self._child = None

    def abort(self) -> None:
        """End the process from another thread: whoever waits for an answer hears at once that it is gone."""
        child = self._child
        if child is not None:
            child.process.kill()

    def _ask(self, kind: Literal["report", "glance", "stop"], timeout_s: float) -> Answer:
        deadline = time.monotonic() + timeout_s
        self._asked += 1
        with contextlib.suppress(OSError):
            if self._child is not None:
                self._child.pipe.send(Question(self._asked, kind))
        while (answer := self._next(deadline, timeout_s)).number != self._asked:
            pass
        said: Answer = answer
        return said

    def _next(self, deadline: float, timeout_s: float) -> Any:
        """The next thing the child says."""
        if self._child is None:
            raise ConsoleError(RECEIVER_GONE())
        try:
            if self._child.pipe.poll(max(0.0, deadline - time.monotonic())):
                return self._child.pipe.recv()
        except (EOFError, OSError):
            raise ConsoleError(RECEIVER_GONE()) from None
        raise ConsoleError(RECEIVER_MUTE(seconds=round(timeout_s)))
