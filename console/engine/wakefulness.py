"""Keeps the machine from going to sleep from standing by to the end of a session, where the system has a way."""

import contextlib
import ctypes
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable

from console.model.state import State

log = logging.getLogger(__name__)

Release = Callable[[], None]
END_S = 0.5


class WakefulnessSupervisor:
    """Awake while a session runs."""

    def __init__(self, hold: Callable[[], Release]) -> None:
        """`hold` keeps the machine awake until what it returns is called; neither waits long."""
        self._hold = hold
        self._release: Release | None = None

    def follow(self, state: State) -> None:
        """Begin and end with the session."""
        if state.session.running and self._release is None:
            self._release = self._hold()
        elif not state.session.running:
            self._let_go()

    def look(self) -> None:
        """Nothing changes by itself."""

    async def close(self) -> None:
        """The machine may sleep."""
        self._let_go()

    def _let_go(self) -> None:
        release, self._release = self._release, None
        if release is not None:
            release()


def kept_awake() -> Release:
    """Ask this system. Where it has no way, or refuses, the show runs all the same."""
    if sys.platform == "win32":
        return _kept_awake_by_windows()
    command = _command()
    if command is None:
        log.info("this system has no way to be kept awake")
        return lambda: None
    try:
        # Why: the child ends with its pipe, so it never outlives an engine that was killed.
        child = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        log.info("cannot be kept awake: %s", error)
        return lambda: None
    return lambda: _end(child)


def _command() -> list[str] | None:
    """A program that keeps the machine awake until its standard input ends, or until this process does."""
    if sys.platform == "darwin":
        return ["caffeinate", "-dims", "-w", str(os.getpid())]
    program = shutil.which("systemd-inhibit")
    if program is None:
        return None
    return [program, "--what=sleep:idle", "--who=Honban", "--why=A show is running", "--mode=block", "cat"]


def _end(child: "subprocess.Popen[bytes]") -> None:
    if child.stdin is not None:
        with contextlib.suppress(OSError):
            child.stdin.close()
    child.terminate()
    try:
        child.wait(END_S)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait(END_S)


def _kept_awake_by_windows() -> Release:
    continuous, system_required, display_required = 0x80000000, 0x1, 0x2
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has it
    kernel.SetThreadExecutionState(continuous | system_required | display_required)
    return lambda: kernel.SetThreadExecutionState(continuous)
