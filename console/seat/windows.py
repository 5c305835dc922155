"""The windows of a seat: built, built anew in another language or look, closed."""

from PySide6.QtWidgets import QApplication, QWidget
from widgets.frame.window import Window
from widgets.host.window import HostWindow

from console.seat.memory import Memory
from widgets.application import dressed, speaking
from widgets.desk import Desk


class Windows:
    """One main window, or the host's."""

    def __init__(self, app: QApplication, desk: Desk, memory: Memory, seat: str) -> None:
        """Opens nothing yet."""
        self._app, self._desk, self._memory, self._seat = app, desk, memory, seat
        self._window: QWidget | None = None
        desk.restyled.connect(self._anew)

    def open(self) -> None:
        """Dress the application and show the window."""
        speaking(self._app, self._desk.language)
        dressed(self._app, self._desk.look)
        self._desk.actions.clear()
        self._window = self._made()
        self._window.show()

    def close(self) -> None:
        """Leave nothing behind."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None

    def _anew(self) -> None:
        self._memory.language, self._memory.look = self._desk.language, self._desk.look
        before = self._window
        geometry = None if before is None else before.saveGeometry()
        self.open()
        if before is not None and self._window is not None and geometry is not None:
            self._window.restoreGeometry(geometry)
            before.hide()
            before.deleteLater()

    def _made(self) -> QWidget:
        if self._seat == "host":
            return HostWindow(self._desk)
        return Window(self._desk, self._memory, workspace=self._seat)
