"""What checks of the tests look at, in the examining child: good, bad, hanging and deadly."""

import os
import sys
import threading

from console.doctor.check import Finding, passed, warned
from console.errors import ConsoleError
from console.words.doctor import LIBRARY_GOOD, SET_CLOCK
from console.words.drivers import NO_DRIVER


def well(version: str = "1") -> Finding:
    """A pass."""
    return passed(LIBRARY_GOOD(version=version))


def poorly() -> Finding:
    """A warning."""
    return warned(LIBRARY_GOOD(version="0"), SET_CLOCK())


def where() -> Finding:
    """A pass that names the process."""
    return passed(LIBRARY_GOOD(version=str(os.getpid())))


def raises() -> Finding:
    """A bug of a stranger."""
    raise ZeroDivisionError("by\nnothing")


def refuses() -> Finding:
    """The world's fault."""
    raise ConsoleError(NO_DRIVER(kind="x"))


def hangs() -> Finding:
    """Never answers."""
    threading.Event().wait()
    raise AssertionError


def dies() -> Finding:
    """Takes its process along."""
    os._exit(7)


def chatters() -> Finding:
    """Writes where a person reads, and asks at the terminal."""
    os.write(1, b"CHATTER")
    os.write(2, b"CHATTER")
    try:
        with open("/dev/tty", "rb"):  # noqa: PTH123 - a device
            answer = "a terminal"
    except OSError:
        answer = "no terminal"
    return passed(LIBRARY_GOOD(version=f"{answer}, {sys.stdin.read()!r}"))
