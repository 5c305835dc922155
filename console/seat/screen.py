"""Whether somebody can look at a window here. Asked first: Qt ends the whole program where there is no screen."""

import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

PATIENCE_S = 2.0
_X_DISPLAY = re.compile(r"(?:unix|([^/:\s]*))(?:/[^:]*)?:(\d{1,4})(?:\.\d+)?")
_X_PORT = 6000


def has_screen(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> bool:
    """There is one, and it answers: a `DISPLAY` outlives the login that it came with."""
    if system in {"win32", "darwin"} or environment.get("QT_QPA_PLATFORM"):
        return True
    return _wayland_answers(environment) or _x_answers(environment.get("DISPLAY", ""))


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    return bool(name) and _answers(str(Path(environment.get("XDG_RUNTIME_DIR", ""), name)))


def _x_answers(display: str) -> bool:
    """`:0` is a socket of this machine, `host:0` one of another's, as `ssh -X` gives it."""
    found = _X_DISPLAY.fullmatch(display)
    if found is None:
        return False
    host, number = found[1], int(found[2])
    if host:
        return _answers((host, _X_PORT + number))
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - X's own, https://www.x.org/releases/current/doc/man/man7/X.7.xhtml
    return _answers(path) or _answers(f"\0{path}")


def _answers(address: str | tuple[str, int]) -> bool:
    if isinstance(address, tuple):
        try:
            socket.create_connection(address, timeout=PATIENCE_S).close()
        except OSError:
            return False
        return True
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.settimeout(PATIENCE_S)
        try:
            probe.connect(address)
        except OSError:
            return False
    return True
