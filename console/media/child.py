"""A process with one owner: spawned, spoken to through a pipe, killed by a deadline."""

import contextlib
import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import Any

_SPAWN = multiprocessing.get_context("spawn")


class Child:
    """Runs `target(pipe, *args)` in a new interpreter. `target` is a function of a module that imports little.

    A child ends by itself when its pipe ends, and at the latest `linger_s` after its parent's death.
    """

    def __init__(self, name: str, target: Callable[..., None], *args: Any, linger_s: float = 0.0) -> None:
        """`args` are pickled; no secrets, since they may be seen in the process table."""
        self.name = name
        self.pipe, theirs = _SPAWN.Pipe(duplex=True)
        self.process = _SPAWN.Process(target=_run, args=(target, theirs, linger_s, args), name=name, daemon=True)
        self.process.start()
        theirs.close()

    @property
    def alive(self) -> bool:
        """The process runs."""
        return self.process.is_alive()

    @property
    def pid(self) -> int:
        """Process id."""
        return self.process.pid or 0

    def received(self) -> Iterator[Any]:
        """What the child sent by now; never waits. Ends at once when the child is gone."""
        with contextlib.suppress(EOFError, OSError):
            while self.pipe.poll():
                yield self.pipe.recv()

    def stop(self, *, timeout_s: float = 1.0) -> None:
        """Close the pipe, wait, then kill. Returns with the process gone and reaped."""
        self.pipe.close()
        self.process.join(timeout_s)
        self.kill()

    def kill(self) -> None:
        """End it now, whatever it is doing, and reap it."""
        if self.process.is_alive():
            self.process.kill()
        self.process.join(5.0)
        with contextlib.suppress(OSError):
            self.pipe.close()


def _run(target: Callable[..., None], pipe: Connection, linger_s: float, args: tuple[Any, ...]) -> None:
    """First code of every child: Ctrl-C is the parent's business, and nobody outlives the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, args=(linger_s,), name="parent watch", daemon=True).start()
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        target(pipe, *args)


def _die_with_parent(linger_s: float) -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    multiprocessing.connection.wait([parent.sentinel])
    threading.Event().wait(linger_s)
    os._exit(1)
