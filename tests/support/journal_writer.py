"""A program that writes a journal until it is killed: `python -m tests.support.journal_writer PATH`.

Prints the revision after each `flush` that came back: those are promised to be on disk.
"""

import sys
from pathlib import Path

from console.core.store import Store
from console.library.journal import FileJournal
from console.media.clock import SystemClock
from console.model.facts import ViewersCounted
from console.model.moment import At
from console.model.state import State


def main(path: Path) -> None:
    """For ever."""
    clock = SystemClock()
    journal = FileJournal(path, session="killed", clock=clock, report=lambda _: None)
    store = Store(State(), now=lambda: At(clock.wall_us(), 0, clock.monotonic_us()), journal=journal)
    number = 0
    while True:
        for _ in range(100):
            number += 1
            store.dispatch(ViewersCounted(number))
        journal.flush()
        sys.stdout.write(f"{store.state.revision}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
