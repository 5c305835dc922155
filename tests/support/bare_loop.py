"""A loop that does nothing but sleep from tick to tick: what this machine lets anybody miss meanwhile."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

from console.media.child import Child
from console.media.priority import TICKS, hurry

INTERVAL_NS = 1_000_000_000 // 30


class Missed:
    """Ticks that the loop came a whole interval or more too late for; known when the loop has ended."""

    count = 0


@contextmanager
def bare_loop() -> Iterator[Missed]:
    """Ticks 30 times a second, as urgent as a mixer, while inside."""
    missed = Missed()
    child = Child("bare loop", count_missed)
    try:
        yield missed
        child.pipe.send("end")
        missed.count = child.pipe.recv()
    finally:
        child.kill()


def count_missed(pipe: Connection) -> None:
    """Target of the child: sends how many ticks it missed until somebody spoke."""
    hurry(TICKS)
    start_ns, tick, missed = time.monotonic_ns(), 0, 0
    while not pipe.poll():
        tick += 1
        due_ns = start_ns + tick * INTERVAL_NS
        time.sleep(max(0, due_ns - time.monotonic_ns()) / 1e9)
        late = (time.monotonic_ns() - due_ns) // INTERVAL_NS
        missed, tick = missed + late, tick + late
    pipe.send(missed)
