"""The seat's process: a Qt application, a link to an engine, and the windows between them."""

import os
import signal
import sys
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from console.errors import ConsoleError
from console.library.paths import data_folder
from console.library.program import program
from console.link.address import Address
from console.link.client import Link
from console.link.roles import Role
from console.media.immortal import keep_none
from console.seat.bridge import Bridge
from console.seat.finding import Nearest
from console.seat.memory import Memory
from console.seat.windows import Windows
from console.words.seat import NO_SCREEN
from widgets.desk import Desk
from widgets.keys import Composing

Seat = Literal["producer", "tech", "host", "plan"]
ROLES: dict[Seat, Role] = {"producer": "producer", "tech": "tech", "host": "host", "plan": "planner"}
AGAIN = 75
"""Exit code of a window that wants to be opened anew, in another scale."""


def run(seat: Seat, *, find: Callable[[], Address] | None = None, role: Role | None = None) -> int:
    """Open a seat until its window is closed; the show does not notice. `find`: a remote engine; `role`: that of its
    pairing, if it is not the seat's own.

    Raises `ConsoleError` where there is no screen.
    """
    keep_none()
    if not has_screen():
        raise ConsoleError(NO_SCREEN())
    memory = Memory(data_folder(), seat)
    if _opened(seat, memory, find or Nearest(data_folder()), role or ROLES[seat]) == AGAIN:
        _start_again()
    return 0


def has_screen() -> bool:
    """Somebody can look at a window here."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _opened(seat: Seat, memory: Memory, find: Callable[[], Address], role: Role) -> int:
    # Why: Qt reads the scale once, before its application exists.
    os.environ["QT_SCALE_FACTOR"] = str(memory.scale_percent / 100)
    app = QApplication([sys.argv[0]])
    app.setApplicationName("honban")
    composing = Composing(app)
    app.installEventFilter(composing)
    bridge = Bridge()
    link = Link(find, seat=seat, role=role, changed=bridge.changed, answered=bridge.answered, replied=bridge.replied)
    desk = Desk(link, role=role, language=memory.language, look=memory.look)
    bridge.carry_to(desk)
    windows = Windows(app, desk, memory, seat)
    windows.open()
    _end_on_signals(app)
    link.start()
    try:
        return app.exec()
    finally:
        windows.close()
        link.close()
        memory.save()


def _end_on_signals(app: QApplication) -> None:
    """Ctrl-C and `kill` close the window. Python hears of them while Qt's timer turns."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: app.quit())
    timer = QTimer(app, interval=200)
    timer.timeout.connect(lambda: None)
    timer.start()


def _start_again() -> None:
    """This program anew, with the same arguments."""
    os.execv(sys.executable, program(*sys.argv[1:]))
