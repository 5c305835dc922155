"""Cameras: USB and built-in ones, capture cards, and files that play as if they were one."""

import sys
from fractions import Fraction
from pathlib import Path
from typing import Literal

import av
import msgspec

from capture import child_source
from capture.listing import cameras
from capture.order import Order
from console.errors import ConsoleError
from console.ports.source import Opening, OpenSource, SourceDriver
from console.words.capture import DEVICE_NOT_CHOSEN, FILE_MISSING

_NATIVE = {"linux": "v4l2", "win32": "dshow", "darwin": "avfoundation"}
_SILENT_AFTER_S = 5.0


class CameraSettings(msgspec.Struct, forbid_unknown_fields=True):
    """Which camera, and what to ask it for."""

    device: str
    """As listed; or an index, a file, an address that OpenCV understands."""
    via: Literal["auto", "native", "opencv"] = "auto"
    """`native` takes the camera's own pixels through FFmpeg; `auto` does so where this build can."""
    width: int | None = None
    height: int | None = None
    """To ask for, in pixels; the canvas's if neither is given."""
    rate: int | None = None
    """Pictures a second to ask for; the show's if not given."""
    silent_after_s: float = _SILENT_AFTER_S
    """Without a picture for so long it counts as lost."""


def _open(settings: CameraSettings, opening: Opening) -> OpenSource:
    order = order_of(settings, opening)
    return child_source.opened(order, opening, silent_after_s=settings.silent_after_s)


def order_of(settings: CameraSettings, opening: Opening) -> Order:
    """What the child is told; raises `ConsoleError` for a device that cannot be."""
    device = settings.device.strip()
    if not device:
        raise ConsoleError(DEVICE_NOT_CHOSEN(name=opening.name))
    common = {
        "name": opening.name,
        "ring": child_source.new_ring_path(),
        "at_most": (opening.width, opening.height),
        "latency_us": opening.latency_us,
    }
    file = _file(device, opening.folder)
    if settings.via != "opencv" and file is not None:
        return Order(via="av", input=f"file:{file}", paced=True, loop=True, **common)  # type: ignore[arg-type]
    native = native_format()
    if file is None and "://" not in device and settings.via != "opencv" and native is not None:
        options = _attempts(native, settings, opening)
        return Order(via="av", input=_address(device, native), format=native, attempts=options, **common)  # type: ignore[arg-type]
    size = (settings.width, settings.height) if settings.width and settings.height else None
    input_ = int(device) if device.isdecimal() else str(file or device)
    return Order(via="opencv", input=input_, size=size, rate=settings.rate, **common)  # type: ignore[arg-type]


def native_format() -> str | None:
    """FFmpeg's name for this system's cameras; None if this build has it not."""
    name = _NATIVE.get(sys.platform, "")
    # Why: FFmpeg lists a format under all of its names at once, as "video4linux2,v4l2".
    return name if name in ",".join(av.formats_available).split(",") else None


def _file(device: str, folder: Path) -> Path | None:
    """An ordinary file, if that is what the device is; raises `ConsoleError` for a path to nothing."""
    if "://" in device or device.isdecimal():
        return None
    path = folder / device
    if path.is_file():
        return path.resolve()
    if ("/" in device or "\\" in device) and not device.startswith(("@device", "video=")) and not path.exists():
        raise ConsoleError(FILE_MISSING(file=device[:200]))
    return None


def _address(device: str, native: str) -> str:
    if native == "v4l2":
        return f"/dev/video{device}" if device.isdecimal() else device
    return f"video={device}" if native == "dshow" else device


def _attempts(native: str, settings: CameraSettings, opening: Opening) -> tuple[dict[str, str], ...]:
    """From what is asked for to whatever the camera likes. MJPEG first: raw HD pixels are slow over USB."""
    rate = {"framerate": str(settings.rate or Fraction(opening.pictures, opening.seconds))}
    width, height = settings.width or 1280, settings.height or 720
    size = {"video_size": f"{width}x{height}"}
    jpeg = {"v4l2": {"input_format": "mjpeg"}, "dshow": {"vcodec": "mjpeg"}}.get(native)
    asked = [{**size, **rate, **jpeg}] if jpeg else []
    return (*asked, {**size, **rate}, rate, size, {})


DRIVER = SourceDriver("camera", "カメラ", "Camera", CameraSettings, _open, cameras)
