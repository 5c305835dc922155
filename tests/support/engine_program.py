"""`honban engine` as a program of another maker drives it: lines in, lines out."""

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any, Self

from tests.support.eventually import eventually
from tests.support.house import ROOT


class EngineProgram:
    """Runs while inside its `with`."""

    def __init__(self, *, home: str) -> None:
        self._home = home
        self.said: list[dict[str, Any]] = []
        self.err = b""

    def __enter__(self) -> Self:
        environment = {**os.environ, "HONBAN_HOME": self._home, "PYTHONPATH": str(ROOT), "HONBAN_LANGUAGE": "en"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "console", "engine"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            cwd=self._home,
        )
        self._readers = [threading.Thread(target=read) for read in (self._read, self._read_errors)]
        for reader in self._readers:
            reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ended()

    def say(self, *lines: str | bytes) -> None:
        """Raw lines."""
        assert self.process.stdin is not None
        for line in lines:
            self.process.stdin.write((line.encode() if isinstance(line, str) else line) + b"\n")
        self.process.stdin.flush()

    def until(self, condition: Callable[[], object], *, within_s: float = 30.0) -> None:
        """Wait until the program has said it."""
        assert eventually(condition, within_s=within_s), (self.said[-3:], self.err[-2000:])

    def answered(self, number: int) -> dict[str, Any]:
        """Wait for the answer to a command."""
        self.until(lambda: any(one["type"] == "answer" and one["id"] == number for one in list(self.said)))
        return next(one for one in self.said if one["type"] == "answer" and one["id"] == number)

    def newest(self, kind: str) -> dict[str, Any]:
        """The last message of a kind; empty before the first."""
        return next((one for one in reversed(self.said) if one["type"] == kind), {})

    def ended(self) -> int:
        """Hang up and wait for its end; the exit code."""
        if self.process.stdin is not None and not self.process.stdin.closed:
            with contextlib.suppress(OSError):
                self.process.stdin.close()
        code = self.process.wait(30)
        for reader in self._readers:
            reader.join(5)
        for stream in (self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()
        return code

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(json.loads(line))

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        self.err = self.process.stderr.read()
