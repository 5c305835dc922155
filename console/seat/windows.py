"""The windows of a seat: built, built anew in another language or look, closed."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from console.seat.memory import Memory
from widgets.application import dressed, speaking
from widgets.desk import Desk
from widgets.frame.leaving import Leaving
from widgets.frame.window import Window
from widgets.host.window import HostWindow


class Windows(QObject):
    """One main window, or the host's; and a few words where one was while its session goes on."""

    def __init__(self, app: QApplication, desk: Desk, memory: Memory, kind: str) -> None:
        """Opens nothing yet. `kind` of seat."""
        super().__init__()
        self._app, self._desk, self._memory, self._kind = app, desk, memory, kind
        self.window: QWidget | None = None
        self.leaving: Leaving | None = None
        desk.restyled.connect(self._anew)

    def open(self) -> None:
        """Dress the application and show the window."""
        self._say_no_more()
        speaking(self._app, self._desk.language)
        dressed(self._app, self._desk.look)
        self._desk.actions.clear()
        self.window = self._made()
        self.window.installEventFilter(self)
        self.window.show()

    def close(self) -> None:
        """Leave nothing behind."""
        self._say_no_more()
        if self.window is not None:
            self.window.removeEventFilter(self)
            self.window.close()
            self.window.deleteLater()
            self.window = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A person closes the window."""
        if event.type() == QEvent.Type.Close and watched is self.window and self._desk.state.session.running:
            self._say_that_it_goes_on()
        return False

    def _say_that_it_goes_on(self) -> None:
        """Order matters: it stands before the window is gone, since the application ends with its last window."""
        self._say_no_more()
        self.leaving = Leaving(self._desk)
        self.leaving.back.connect(self._come_back)
        self.leaving.show()

    def _say_no_more(self) -> None:
        if self.leaving is not None:
            self.leaving.close()
            self.leaving.deleteLater()
            self.leaving = None

    def _come_back(self) -> None:
        before, geometry = self.window, None
        if before is not None:
            geometry = before.saveGeometry()
            before.deleteLater()
        said, self.leaving = self.leaving, None
        self.open()
        if self.window is not None and geometry is not None:
            self.window.restoreGeometry(geometry)
        self.leaving = said
        self._say_no_more()

    def _anew(self) -> None:
        self._memory.language, self._memory.look = self._desk.language, self._desk.look
        before = self.window
        geometry = None if before is None else before.saveGeometry()
        self.open()
        if before is not None and self.window is not None and geometry is not None:
            self.window.restoreGeometry(geometry)
            before.hide()
            before.deleteLater()

    def _made(self) -> QWidget:
        if self._kind == "host":
            return HostWindow(self._desk)
        return Window(self._desk, self._memory, workspace=self._kind)
