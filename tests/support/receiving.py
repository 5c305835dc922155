"""The built-in receiver for the length of a test."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from console.errors import ConsoleError
from console.rehearsal.judge import Spot
from console.rehearsal.received import Glance, Received
from console.rehearsal.receiver import Receiver
from console.words.rehearsal import RECEIVER_GONE


@contextmanager
def receiving(*, spots: tuple[Spot, ...] = ()) -> Iterator[Receiver]:
    """A receiver that listens; killed at the end if nobody stopped it."""
    receiver = Receiver(spots=spots)
    try:
        receiver.start()
        yield receiver
    finally:
        receiver.kill()


class FakeReceiver:
    """Keeps the promises of `console.rehearsal.receiver.Receiver`, without a process."""

    def __init__(self, address: str) -> None:
        self._address = address
        self.sees = Glance()
        self.problem: ConsoleError | None = None
        """Raised by whatever is asked next."""
        self.may_start = threading.Event()
        self.may_start.set()
        self.killed = False
        self._is_aborted = threading.Event()

    def start(self) -> str:
        while not self.may_start.wait(0.005):
            self._fail()
        self._fail()
        return self._address

    def glance(self) -> Glance:
        self._fail()
        return self.sees

    def stop(self, *, timeout_s: float) -> Received:
        self._fail()
        return Received(connections=7)

    def kill(self) -> None:
        self.killed = True

    def abort(self) -> None:
        self._is_aborted.set()

    def dies(self) -> None:
        """As with kill -9."""
        self.problem = ConsoleError(RECEIVER_GONE())

    def _fail(self) -> None:
        if self._is_aborted.is_set():
            raise ConsoleError(RECEIVER_GONE())
        if self.problem is not None:
            raise self.problem
