"""The built-in receiver for the length of a test."""

from collections.abc import Iterator
from contextlib import contextmanager

from console.rehearsal.judge import Spot
from console.rehearsal.receiver import Receiver


@contextmanager
def receiving(*, spots: tuple[Spot, ...] = ()) -> Iterator[Receiver]:
    """A receiver that listens; killed at the end if nobody stopped it."""
    receiver = Receiver(spots=spots)
    try:
        receiver.start()
        yield receiver
    finally:
        receiver.kill()
