"""A command under test: started, watched from outside, ended; its output kept."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Self

import psutil

from console.bench.process_tree import cpu_s, tree
from console.bench.sink import Sink
from console.errors import ConsoleError
from console.words.bench import COMMAND_FAILED

FIRST_PICTURE_S = 40.0
END_S = 25.0
SETTLE_S = 2.0
"""After the first picture: opening graphics have come, buffers are filled, the encoder knows its bitrate."""


class Command:
    """One process and all below it. A context: nothing of it is left behind."""

    def __init__(self, name: str, arguments: Sequence[str], *, environment: Mapping[str, str] | None = None) -> None:
        """`name` is for sentences."""
        self.name = name
        self._arguments = list(arguments)
        self._environment = {**os.environ, **(environment or {})}
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Start it."""
        self._out, self._said = tempfile.TemporaryFile(), tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            self._arguments, stdin=subprocess.DEVNULL, stdout=self._out, stderr=self._said, env=self._environment
        )
        return self

    def __exit__(self, *_: object) -> None:
        """End whatever still runs, children first asked through their parent."""
        below = tree(self.pid)
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(10)
        for process in below:
            with contextlib.suppress(psutil.Error):
                process.kill()
        psutil.wait_procs(below, timeout=5)
        if self._process is not None:
            self._process.wait()
        self._out.close()
        self._said.close()

    @property
    def pid(self) -> int:
        """Of the root of its tree."""
        return self._process.pid if self._process is not None else 0

    @property
    def runs(self) -> bool:
        """It has not ended."""
        return self._process is not None and self._process.poll() is None

    def cpu_s(self) -> float:
        """Processor seconds of its tree so far."""
        return cpu_s(self.pid)

    def output(self, *, timeout_s: float = END_S) -> bytes:
        """Wait for its end; what it printed. Raises `ConsoleError` if it does not end, or printed nothing."""
        assert self._process is not None
        try:
            self._process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            self.fail(f"{timeout_s:.0f} s")
        self._out.seek(0)
        return self._out.read()

    def fail(self, why: str = "") -> None:
        """Raise what it said last as a `ConsoleError`."""
        self._said.seek(0)
        lines = self._said.read().decode(errors="replace").split("\n")
        last = next((line.strip() for line in reversed(lines) if line.strip()), "")
        raise ConsoleError(COMMAND_FAILED(name=self.name, reason=(last or why)[:300]))

    def wait_for_picture(self, sink: Sink) -> None:
        """Return when the first picture has arrived; raises `ConsoleError`."""
        try:
            sink.wait_for_picture(timeout_s=FIRST_PICTURE_S)
        except ConsoleError:
            if not self.runs:
                self.fail()
            raise

    def stay(self, seconds: float, look: Callable[[], None] = lambda: None, *, every_s: float = 1.0) -> None:
        """Let it run for so long, looking at it now and then; raises `ConsoleError` if it ends."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            if not self.runs:
                self.fail()
            look()
            time.sleep(min(every_s, left))


def honban(*arguments: str) -> list[str]:
    """This program as it was started, frozen or not."""
    frozen = getattr(sys, "frozen", False)
    return [sys.executable, *([] if frozen else ["-m", "console"]), *arguments]
