"""The seat's process: a Qt application with a seat in it."""

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from console.errors import ConsoleError
from console.library.paths import data_folder
from console.library.program import program
from console.link.address import Address
from console.link.probing import VARIABLE, wish_of
from console.link.roles import Role
from console.media.immortal import keep_none
from console.seat.finding import Nearest
from console.seat.memory import Memory
from console.seat.screen import has_screen
from console.seat.seat import Kind, Seat
from console.seat.windows import AGAIN
from console.words.render import render
from console.words.seat import NO_SCREEN, SHOW_GOES_ON
from widgets.desk import Desk
from widgets.garbage import collect_here


def run(kind: Kind, *, find: Callable[[], Address] | None = None, role: Role | None = None) -> int:
    """Open a seat until its window is closed; the show does not notice. `find`: a remote engine; `role`: that of its
    pairing, if it is not the seat's own.

    Raises `ConsoleError` where there is no screen.
    """
    keep_none()
    if not has_screen():
        raise ConsoleError(NO_SCREEN())
    memory = Memory(data_folder(), kind)
    # Why: Qt reads the scale once, before its application exists.
    os.environ["QT_SCALE_FACTOR"] = str(memory.scale_percent / 100)
    app = QApplication([sys.argv[0]])
    app.setApplicationName("honban")
    collect_here(app)
    _end_on_signals(app)
    seat = Seat(app, kind, memory, find=find or Nearest(data_folder()), role=role)
    seat.open()
    if wish := os.environ.get(VARIABLE):
        _measure(app, seat.desk, wish)
    code = 0
    try:
        code = app.exec()
    finally:
        goes_on = seat.close()
    if code == AGAIN:
        _start_again()
    if goes_on:
        sys.stderr.write(render(SHOW_GOES_ON(), memory.language) + "\n")
    return 0


def _measure(app: QApplication, desk: Desk, wish: str) -> None:
    """`honban bench desk` looks at this seat."""
    from console.seat.probe import Probe  # noqa: PLC0415 - nobody else needs it

    Probe(app, desk, wish_of(wish))


def _end_on_signals(app: QApplication) -> None:
    """Ctrl-C and `kill` close the window. Python hears of them while Qt's timer turns."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: app.exit(0))
    timer = QTimer(app, interval=200)
    timer.timeout.connect(lambda: None)
    timer.start()


def _start_again() -> None:
    """This program anew, with the same arguments."""
    os.execv(sys.executable, program(*sys.argv[1:]))  # noqa: S606
