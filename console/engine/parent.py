"""Starts an engine and starts it again when it dies. Standard library only: what runs here must not be able to die.

Wire: one JSON object a line, as `console.engine.order` describes.
"""

import contextlib
import json
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

DEATHS, WITHIN_S = 3, 60.0
"""So many deaths within so many seconds and the engine is given up."""
CLOSE_S = 12.0

Heard = Callable[[dict[str, Any]], None]


class EngineParent:
    """One engine at a time. `heard` gets each message of the engine, on a thread of the parent's."""

    def __init__(self, order: dict[str, Any], heard: Heard, *, died: Callable[[int], None]) -> None:
        """`order` is the first line to the engine; `died(times)` is called before each new start and at the last."""
        self._order, self._heard, self._died = order, heard, died
        self._deaths: deque[float] = deque(maxlen=DEATHS)
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._watch, name="engine parent", daemon=True)
        self.exit_code: int | None = None
        """Of the engine, once it is over for good."""

    def start(self) -> None:
        """Start the engine; from now on it can be asked."""
        self._spawn()
        self._thread.start()

    @property
    def pid(self) -> int:
        """Of the engine that runs now; 0 if there is none."""
        return self._process.pid if self._process else 0

    def goes_on_with(self, session: str) -> None:
        """From the next start on, go on with this session."""
        self._order = {**self._order, "resume": "session", "session": session}

    def ask(self, command: dict[str, Any], *, number: int = 0) -> None:
        """Send a command; an engine that is gone hears nothing."""
        self._say({"id": number, "command": command})

    def close(self, *, timeout_s: float = CLOSE_S) -> None:
        """Tell the engine to end, wait, kill it if it does not."""
        self._closing.set()
        self._say({"close": True})
        self._thread.join(timeout_s)
        if self._thread.is_alive() and self._process is not None:
            self._process.kill()
            self._thread.join(5.0)

    def wait(self, timeout_s: float | None = None) -> bool:
        """Whether the engine is over for good."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _watch(self) -> None:
        while True:
            self.exit_code = self._live()
            if self._closing.is_set() or self.exit_code in {0, 2} or not self._may_start_again():
                return
            self._spawn()

    def _spawn(self) -> None:
        process = subprocess.Popen(_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        with self._lock:
            self._process = process
        self._say(self._order)
        if self._closing.is_set():
            self._say({"close": True})

    def _live(self) -> int:
        """Hear the engine to its end; its exit code."""
        process = self._process
        assert process is not None
        assert process.stdout is not None
        for line in process.stdout:
            with contextlib.suppress(ValueError):
                self._heard(json.loads(line))
        process.stdout.close()
        code = process.wait()
        self._forget(process)
        return code

    def _forget(self, process: subprocess.Popen[bytes]) -> None:
        with self._lock:
            self._process = None
            if process.stdin is not None:
                with contextlib.suppress(OSError):
                    process.stdin.close()

    def _may_start_again(self) -> bool:
        now = time.monotonic()
        self._deaths.append(now)
        recent = [at for at in self._deaths if now - at < WITHIN_S]
        self._died(len(recent))
        return len(recent) < DEATHS

    def _say(self, message: dict[str, Any]) -> None:
        with self._lock, contextlib.suppress(OSError, ValueError):
            if self._process is not None and self._process.stdin is not None:
                self._process.stdin.write(json.dumps(message).encode() + b"\n")
                self._process.stdin.flush()


def _command() -> list[str]:
    """The engine by its own name, frozen or not; never a secret in it."""
    frozen = getattr(sys, "frozen", False)
    return [sys.executable, *([] if frozen else ["-m", "console"]), "engine", "--inner"]
