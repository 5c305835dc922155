"""The machine that figures come from, and what did the work on it."""

import platform
import shutil
import subprocess
from pathlib import Path

import av
import cv2
import msgspec
import psutil

from console import __version__

NO_FFMPEG = "-"


class Machine(msgspec.Struct, frozen=True):
    """Printed beside every figure: without it none of them means anything."""

    cores: int
    model: str
    memory_gb: float
    system: str
    python: str
    honban: str
    ffmpeg_inside: str
    """The libraries in PyAV, which the console works with."""
    ffmpeg_program: str
    """The `ffmpeg` command, which it is compared with."""
    opencv: str


def machine() -> Machine:
    """This one, now."""
    return Machine(
        cores=psutil.cpu_count() or 1,
        model=_model(),
        memory_gb=round(psutil.virtual_memory().total / 2**30, 1),
        system=f"{platform.system()} {platform.release()} {platform.machine()}",
        python=platform.python_version(),
        honban=__version__,
        ffmpeg_inside=av.ffmpeg_version_info,
        ffmpeg_program=ffmpeg_version(),
        opencv=cv2.__version__,
    )


def ffmpeg_version() -> str:
    """As the program calls itself; `NO_FFMPEG` without one."""
    if shutil.which("ffmpeg") is None:
        return NO_FFMPEG
    said = subprocess.run(["ffmpeg", "-version"], capture_output=True, text=True, timeout=10, check=False).stdout
    words = said.split()
    return words[2] if len(words) > 2 else NO_FFMPEG


def _model() -> str:
    known = Path("/proc/cpuinfo")
    if known.is_file():
        for line in known.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
