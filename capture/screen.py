"""This machine's screen, or a part of it."""

import os
import sys
from fractions import Fraction

import av
import msgspec

from capture import child_source
from capture.listing import screens
from capture.order import Order
from console.errors import ConsoleError
from console.ports.source import Opening, OpenSource, SourceDriver
from console.words.capture import SCREEN_NOT_AVAILABLE

_FORMATS = {"linux": "x11grab", "win32": "gdigrab", "darwin": "avfoundation"}
_SILENT_AFTER_S = 5.0


class ScreenSettings(msgspec.Struct, forbid_unknown_fields=True):
    """Which part of which screen."""

    screen: str = ""
    """As listed; the main one if empty."""
    left: int = 0
    top: int = 0
    width: int | None = None
    height: int | None = None
    """In pixels; the whole screen if not given."""
    pointer: bool = True
    """The mouse pointer is seen."""


def _open(settings: ScreenSettings, opening: Opening) -> OpenSource:
    kind = _FORMATS.get(sys.platform, "")
    screen = settings.screen or {"x11grab": os.environ.get("DISPLAY", ""), "gdigrab": "desktop"}.get(kind, "0")
    if kind not in av.formats_available or not screen:
        raise ConsoleError(SCREEN_NOT_AVAILABLE())
    order = Order(
        name=opening.name,
        via="av",
        input=screen,
        ring=child_source.new_ring_path(),
        at_most=(opening.width, opening.height),
        latency_us=opening.latency_us,
        format=kind,
        attempts=(_options(kind, settings, Fraction(opening.pictures, opening.seconds)),),
    )
    return child_source.opened(order, opening, silent_after_s=_SILENT_AFTER_S)


def _options(kind: str, settings: ScreenSettings, rate: Fraction) -> dict[str, str]:
    options = {"framerate": str(rate)}
    pointer = str(int(settings.pointer))
    if kind == "avfoundation":
        return {**options, "capture_cursor": pointer}
    options["draw_mouse"] = pointer
    names = ("grab_x", "grab_y") if kind == "x11grab" else ("offset_x", "offset_y")
    options |= {name: str(max(0, offset)) for name, offset in zip(names, (settings.left, settings.top), strict=True)}
    if settings.width and settings.height:
        options["video_size"] = f"{settings.width & ~1}x{settings.height & ~1}"
    return options


DRIVER = SourceDriver("screen", "画面", "Screen", ScreenSettings, _open, screens)
