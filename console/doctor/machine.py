"""Checks of the machine: interpreter, processor, clock, limits, display."""

import os
import platform
import re
import shutil
import socket
import sys
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from console.doctor.check import Check, Finding, failed, passed, warned
from console.words.doctor import (
    CLOCK_COARSE,
    CLOCK_GOOD,
    CLOCK_WRONG,
    DISPLAY_ABSENT,
    DISPLAY_GOOD,
    DISPLAY_MUTE,
    DISPLAY_WAYLAND,
    FFMPEG_ABSENT,
    FFMPEG_PRESENT,
    FILES_FEW,
    FILES_GOOD,
    FILES_UNLIMITED,
    GROUP_MACHINE,
    MACHINE_GOOD,
    MACHINE_SMALL,
    PYTHON_GOOD,
    PYTHON_OLD,
    RAISE_LIMIT,
    SET_CLOCK,
    START_DISPLAY,
    TITLE_CLOCK,
    TITLE_DISPLAY,
    TITLE_FILES,
    TITLE_MACHINE,
    UPDATE_PYTHON,
    USE_BIGGER_MACHINE,
    USE_X11,
)

OLDEST_PYTHON = (3, 11)
CORES, MEMORY_GB = 2, 2.0
EARLIEST = datetime(2026, 1, 1).timestamp()
LATEST = datetime(2100, 1, 1).timestamp()
STEP_S = 0.002
"""A tick is 16 ms at 60 pictures a second: a clock must be much finer."""
FEWEST_FILES, ENOUGH_FILES = 256, 1024


def checks() -> list[Check]:
    """All of them."""
    group = GROUP_MACHINE()
    return [
        Check("python", group, "Python", python, is_critical=True),
        Check("machine", group, TITLE_MACHINE(), machine),
        Check("clock", group, TITLE_CLOCK(), clock, is_critical=True),
        Check("files", group, TITLE_FILES(), files, is_critical=True),
        Check("display", group, TITLE_DISPLAY(), display),
        Check("ffmpeg", group, "ffmpeg", ffmpeg),
    ]


def python(version: tuple[int, ...] = tuple(sys.version_info[:3])) -> Finding:
    """New enough."""
    shown = ".".join(map(str, version))
    if version[:2] < OLDEST_PYTHON:
        return failed(PYTHON_OLD(version=shown), UPDATE_PYTHON())
    return passed(PYTHON_GOOD(version=shown, system=platform.platform(terse=True)))


def machine() -> Finding:
    """Cores this process may use, and memory."""
    import psutil  # noqa: PLC0415 - a broken library is this check's finding only

    usable = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return size(usable, psutil.virtual_memory().total / 1e9)


def size(cores: int, memory_gb: float) -> Finding:
    """Enough for one rendition of 720x1280@30."""
    gaps: dict[str, float] = {"cores": cores, "gigabytes": round(memory_gb, 1)}
    if cores < CORES or memory_gb < MEMORY_GB:
        return warned(MACHINE_SMALL(**gaps), USE_BIGGER_MACHINE())
    return passed(MACHINE_GOOD(**gaps))


def clock(wall: Callable[[], float] = time.time) -> Finding:
    """Shows a time that certificates accept, and ticks finely enough."""
    now = datetime.fromtimestamp(wall()).astimezone()
    shown = f"{now:%Y-%m-%d %H:%M} {now.tzname()}"
    if not EARLIEST <= now.timestamp() <= LATEST:
        return failed(CLOCK_WRONG(time=shown), SET_CLOCK())
    step_s = time.get_clock_info("monotonic").resolution
    if step_s > STEP_S:
        return warned(CLOCK_COARSE(milliseconds=round(step_s * 1000, 1)))
    return passed(CLOCK_GOOD(time=shown))


def files() -> Finding:
    """How many files and sockets one process may have open (`ulimit -n`)."""
    if sys.platform == "win32":
        return passed(FILES_UNLIMITED())
    import resource  # noqa: PLC0415 - not on Windows

    soft, _hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    return passed(FILES_UNLIMITED()) if soft == resource.RLIM_INFINITY else open_files(soft)


def open_files(limit: int) -> Finding:
    """Each destination, camera and seat takes a few."""
    if limit >= ENOUGH_FILES:
        return passed(FILES_GOOD(count=limit))
    tell = failed if limit < FEWEST_FILES else warned
    return tell(FILES_FEW(count=limit), RAISE_LIMIT())


def display(environment: Mapping[str, str] = os.environ, *, system: str = sys.platform) -> Finding:
    """Where the window would be. A show without a window needs none."""
    if system != "linux":
        return passed(DISPLAY_GOOD(name=system))
    x11, wayland = environment.get("DISPLAY", ""), environment.get("WAYLAND_DISPLAY", "")
    if not x11 and not wayland:
        return warned(DISPLAY_ABSENT(), START_DISPLAY())
    if not x11:
        return warned(DISPLAY_WAYLAND(name=wayland), USE_X11())
    return passed(DISPLAY_GOOD(name=x11)) if _answers(x11) else warned(DISPLAY_MUTE(name=x11), START_DISPLAY())


def ffmpeg() -> Finding:
    """The program `ffmpeg` is never used: PyAV brings its libraries."""
    place = shutil.which("ffmpeg")
    return passed(FFMPEG_PRESENT(file=place) if place else FFMPEG_ABSENT())


def _answers(name: str) -> bool:
    """An X server of this machine takes the connection; one elsewhere is believed: no check leaves the machine."""
    parts = re.fullmatch(r"([^:]*):(\d+)(?:\.\d+)?", name)
    if parts is None:
        return False
    host, number = parts[1], int(parts[2])
    if host in ("", "unix"):
        return any(_takes(socket.AF_UNIX, place) for place in _x11_sockets(number))
    if host in ("localhost", "127.0.0.1"):
        return _takes(socket.AF_INET, ("127.0.0.1", 6000 + number))
    return True


def _x11_sockets(number: int) -> tuple[str, str]:
    folder = Path("/tmp/.X11-unix")  # noqa: S108 - where X servers have always been
    place = str(folder / f"X{number}")
    return place, f"\0{place}"


def _takes(family: int, address: str | tuple[str, int]) -> bool:
    try:
        with socket.socket(family) as near:
            near.settimeout(1.0)
            near.connect(address)
    except OSError:
        return False
    return True
