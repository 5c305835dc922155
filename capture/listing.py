"""What this machine has to open: asked in a child with a deadline, since a broken driver hangs whoever asks it."""

import os
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from capture import list_devices
from console.errors import ConsoleError
from console.media.child import Child
from console.ports.source import Device
from console.words.capture import LISTING_TIMED_OUT

DEADLINE_S = 4.0
_V4L = Path("/sys/class/video4linux")
_BY_ID = Path("/dev/v4l/by-id")


def cameras() -> list[Device]:
    """Cameras and capture cards by their human names."""
    if sys.platform == "linux":
        return v4l2_cameras(_V4L, _BY_ID)
    return asked(list_devices.cameras)


def microphones() -> list[Device]:
    """Sound inputs; raises `ConsoleError` without PortAudio or after the deadline."""
    return asked(list_devices.microphones)


def outputs() -> list[Device]:
    """Sound outputs; raises `ConsoleError` without PortAudio or after the deadline."""
    return asked(list_devices.outputs)


def screens() -> list[Device]:
    """Screens that can be captured here."""
    if sys.platform == "linux":
        display = os.environ.get("DISPLAY", "")
        return [Device(f"x11:{display}", f"X11 {display}", {"screen": display})] if display else []
    if sys.platform == "win32":
        return [Device("gdi:desktop", "Desktop", {"screen": "desktop"})]
    return asked(list_devices.screens)


def asked(target: Callable[[Connection], None], *, deadline_s: float = DEADLINE_S) -> list[Device]:
    """What a child answers; raises `ConsoleError` with its reason, or when it does not answer in time."""
    child = Child("device listing", target)
    try:
        deadline = time.monotonic() + deadline_s
        answer = child.pipe.recv() if child.pipe.poll(max(0.0, deadline - time.monotonic())) else None
    except (EOFError, OSError):
        answer = None
    finally:
        child.stop(timeout_s=0.2)
    if answer is None:
        raise ConsoleError(LISTING_TIMED_OUT(seconds=round(deadline_s)))
    if isinstance(answer, list):
        return answer
    raise ConsoleError(answer)


def v4l2_cameras(listed: Path, by_id: Path) -> list[Device]:
    """From the kernel's own list, which needs no driver. A camera's nodes beyond the first carry no pictures."""
    stable = {link.resolve().name: str(link) for link in sorted(by_id.iterdir())} if by_id.is_dir() else {}
    found = []
    for node in sorted(listed.iterdir(), key=_number) if listed.is_dir() else ():
        if _read(node / "index") in ("", "0"):
            path = stable.get(node.name, f"/dev/{node.name}")
            found.append(Device(f"v4l2:{path}", _read(node / "name") or node.name, {"device": path}))
    return found


def _number(node: Path) -> int:
    digits = "".join(filter(str.isdigit, node.name))
    return int(digits) if digits else 0


def _read(path: Path) -> str:
    try:
        return path.read_text(errors="replace").strip()
    except OSError:
        return ""
