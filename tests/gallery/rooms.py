"""What the gallery shows: each window of the desk on a State that gives it something to show."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from console.library.show_file import demo_show_folder
from console.link.asking import Asking, Device, Devices, KeyTails, LogTail, PictureOf, SmallPicture
from console.media.colour import planes_of_bgr
from console.media.picture import Picture
from console.model.commands import AskHost, OpenPrice
from console.model.state import State
from tests.support.busy import Busy, busy_state, planned_state
from tests.support.fake_line import NOW
from widgets.desk import Desk
from widgets.frame.window import Window
from widgets.host.window import HostWindow
from widgets.plan.planning import Planning

ON_AIR = Path(__file__).parents[2] / "docs" / "on-air.png"
LOG = """\
2026-11-18 19:58:12,004 INFO console.engine: the engine listens on 127.0.0.1
2026-11-18 19:58:14,310 INFO console.supervise.sources: opening table
2026-11-18 19:58:14,772 INFO console.output.encoder: libx264 superfast 720x1280 30 fps 4000 kbit/s
2026-11-18 20:01:00,120 INFO console.supervise.destinations: yt is live
2026-11-18 20:03:42,900 WARNING console.supervise.destinations: tt: the server closed the connection
2026-11-18 20:03:43,402 INFO console.supervise.destinations: tt: trying again in 4 s
2026-11-18 20:04:01,018 ERROR console.supervise.sources: table: nothing came for 2 s
2026-11-18 20:04:01,020 INFO console.supervise.sources: opening table
"""
Make = Callable[[Desk], QWidget]


class Forgetful:
    """A memory for windows that are looked at once."""

    def layout(self, name: str) -> QByteArray | None:
        return None

    def keep_layout(self, name: str, layout: QByteArray | None) -> None:
        return None


def as_on_air() -> State:
    """With the price open, as the picture of Program shows it."""
    return Busy(busy_state(), at=NOW).do(OpenPrice("financier-live"), after_s=0).state


def rooms() -> dict[str, tuple[Callable[[], State], Make]]:
    """By name: what the engine says, and the window."""
    found: dict[str, tuple[Callable[[], State], Make]] = {
        "producer": (as_on_air, lambda desk: Window(desk, Forgetful())),
        "producer-long-names": (lambda: busy_state(long_names=True), lambda desk: Window(desk, Forgetful())),
        "producer-planned": (planned_state, lambda desk: Window(desk, Forgetful())),
        "producer-empty": (State, lambda desk: Window(desk, Forgetful())),
        "tech": (busy_state, lambda desk: Window(desk, Forgetful(), workspace="tech")),
        "tech-planned": (planned_state, lambda desk: Window(desk, Forgetful(), workspace="tech")),
        "plan": (planned_state, lambda desk: Window(desk, Forgetful(), workspace="plan")),
        "plan-segments": (planned_state, lambda desk: _plan(desk, "segments", "financier")),
        "plan-graphics": (planned_state, lambda desk: _plan(desk, "overlays", "card")),
        "plan-theme": (planned_state, lambda desk: _plan(desk, "theme")),
        "plan-scenes": (planned_state, lambda desk: _plan(desk, "scenes", "talk")),
        "plan-offers-on-air": (busy_state, lambda desk: _plan(desk, "offers", "mug-live")),
        "host": (busy_state, _host),
    }
    return found


def pictures(state: State) -> dict[str, Picture]:
    """What the monitors show: Program from a show on air, everything else from the demo show's clip."""
    clip = _clip()
    on_air = cv2.imread(str(ON_AIR))
    program = clip if on_air is None else _picture(on_air)
    scenes = {f"scene/{key}": clip for key in state.show.scenes}
    sources = {f"source/{key}": clip for key in state.show.sources}
    return {**scenes, **sources, "program": program, "preview": clip}


def answers() -> dict[type[Asking], Any]:
    """What an engine on an ordinary machine says."""
    devices = (
        Device("camera", "usb-1", "HD Pro Webcam C920", {"device": "usb-1"}),
        Device("camera", "usb-2", "Game Capture 4K 60 S+ (HDMI)", {"device": "usb-2"}),
        Device("microphone", "mic", "ワイヤレスマイク 受信機 (USB)", {"device": "mic"}),
        Device("screen", "x11", "X11 :0", {"screen": ":0"}),
    )
    return {
        PictureOf: picture_of,
        Devices: devices,
        KeyTails: {"yt": "k3f9"},
        LogTail: tuple(LOG.splitlines()),
    }


def picture_of(asking: PictureOf) -> SmallPicture | None:
    """As an engine on the demo show answers."""
    found = cv2.imread(str(demo_show_folder() / asking.name))
    if found is None:
        return None
    scale = asking.longest_px / max(found.shape[:2])
    small = cv2.resize(found, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return SmallPicture(sha256="", jpeg=cv2.imencode(".jpg", small)[1].tobytes())


def _plan(desk: Desk, page: str, key: str = "") -> QWidget:
    window = Window(desk, Forgetful(), workspace="plan")
    room = window.workspaces["plan"]
    room.findChildren(Planning)[0].choose(page, key)
    return window


def _host(desk: Desk) -> QWidget:
    desk.do(AskHost("financier-days"))
    return HostWindow(desk)


def _clip() -> Picture:
    with av.open(str(demo_show_folder() / "table.mp4")) as file:
        return _picture(next(file.decode(video=0)).to_ndarray(format="bgr24"))


def _picture(bgr: NDArray[Any]) -> Picture:
    height, width = bgr.shape[:2]
    scale = 640 / max(height, width)
    size = (round(width * scale / 2) * 2, round(height * scale / 2) * 2)
    small = np.asarray(cv2.resize(bgr, size, interpolation=cv2.INTER_AREA), np.uint8)
    return Picture(*planes_of_bgr(small))
