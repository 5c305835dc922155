"""Starts an engine and starts it again when it dies. Hardly more than the standard library: this must not die.

Wire: one JSON object a line, as `docs/commands.md` describes.
"""

import contextlib
import json
import secrets
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from console.library.program import program

DEATHS, WITHIN_S = 3, 60.0
"""So many deaths within so many seconds and the engine is given up."""
CLOSE_S = 12.0
KILLED_S = 5.0
OVER = {0, 2}
"""Exit codes after which no engine is started: it ended as told, or cannot start whatever happens."""
NO_PROCESS = 127
"""Exit code of an engine that the system would not start."""

Heard = Callable[[dict[str, Any]], None]


class EngineParent:
    """One engine at a time. `heard` gets each message of the engine, on a thread of the parent's."""

    def __init__(
        self,
        order: dict[str, Any],
        heard: Heard,
        *,
        died: Callable[[int], None],
        command: list[str] | None = None,
    ) -> None:
        """`order` is the first line to the engine; `died(times)` is called before each new start and at the last.

        `command` starts an engine; none: this program's own.
        """
        self._order = {"token": secrets.token_urlsafe(32), **order}
        self._heard, self._died = heard, died
        self._command = command or program("engine", "--inner")
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
        process = self._process
        return process.pid if process else 0

    @property
    def is_given_up(self) -> bool:
        """It died too often and is not started again."""
        return self.wait(0) and self.exit_code not in OVER and not self._closing.is_set()

    @property
    def deaths(self) -> int:
        """Lately."""
        return self._recent(time.monotonic())

    def goes_on_with(self, session: str) -> None:
        """From the next start on, go on with this session."""
        self._order = {**self._order, "resume": "session", "session": session}

    def ask(self, command: dict[str, Any], *, number: int = 0) -> None:
        """Send a command; an engine that is gone hears nothing."""
        self._say({"id": number, "command": command})

    def pass_on(self, line: bytes) -> None:
        """Send a line as it is, without its end; the engine answers whatever it holds."""
        self._write(line)

    def close(self, *, timeout_s: float = CLOSE_S) -> None:
        """Tell the engine to end, wait, kill it if it does not."""
        self._closing.set()
        # Why a timer: an engine that stands still does not read, and what is said to it might wait for ever.
        killer = threading.Timer(timeout_s, self._kill)
        killer.start()
        try:
            self._say({"close": True})
            self.wait(timeout_s + KILLED_S)
        finally:
            killer.cancel()
            killer.join(KILLED_S)

    def wait(self, timeout_s: float | None = None) -> bool:
        """Whether the engine is over for good."""
        if self._thread.ident is None:
            return True
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _watch(self) -> None:
        while True:
            self.exit_code = self._live()
            if self._closing.is_set() or self.exit_code in OVER or not self._may_start_again():
                return
            self._spawn()

    def _spawn(self) -> None:
        """The engine has a session of its own: Ctrl-C and a closed terminal are this process's business."""
        try:
            process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
            )
        except OSError:
            return
        with self._lock:
            self._process = process
        self._say(self._order)
        if self._closing.is_set():
            self._say({"close": True})

    def _live(self) -> int:
        """Hear the engine to its end; its exit code."""
        process = self._process
        if process is None:
            return NO_PROCESS
        assert process.stdout is not None
        for line in process.stdout:
            with contextlib.suppress(Exception):  # A listener that breaks must not end the watch.
                message = json.loads(line)
                self._stay_reachable(message)
                self._heard(message)
        process.stdout.close()
        code = process.wait()
        self._forget(process)
        return code

    def _stay_reachable(self, message: dict[str, Any]) -> None:
        """The next engine listens where this one did, so that seats find it again by themselves."""
        if message.get("type") == "listens":
            self._order = {**self._order, "port": message["port"]}

    def _forget(self, process: "subprocess.Popen[bytes]") -> None:
        with self._lock:
            self._process = None
            if process.stdin is not None:
                with contextlib.suppress(OSError):
                    process.stdin.close()

    def _kill(self) -> None:
        process = self._process
        if process is not None:
            process.kill()

    def _may_start_again(self) -> bool:
        now = time.monotonic()
        self._deaths.append(now)
        recent = self._recent(now)
        with contextlib.suppress(Exception):
            self._died(recent)
        return recent < DEATHS

    def _recent(self, now: float) -> int:
        return sum(now - at < WITHIN_S for at in list(self._deaths))

    def _say(self, message: dict[str, Any]) -> None:
        self._write(json.dumps(message).encode())

    def _write(self, line: bytes) -> None:
        with self._lock, contextlib.suppress(OSError, ValueError):
            if self._process is not None and self._process.stdin is not None:
                self._process.stdin.write(line + b"\n")
                self._process.stdin.flush()
