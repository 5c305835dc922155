"""The windows of a seat: built, built anew in another language or look, closed."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from console.seat.memory import Memory
from widgets.application import dressed, speaking
from widgets.desk import Desk
from widgets.frame.leaving import Leaving
from widgets.frame.window import Window
from widgets.host.window import HostWindow

AGAIN = 75
"""Exit code of a seat that wants to be opened anew, in another scale."""


class Windows(QObject):
    """One main window, or the host's; and a few words where one was while its session goes on."""

    def __init__(self, app: QApplication, desk: Desk, memory: Memory, kind: str) -> None:
        """Opens nothing yet. `kind` of seat."""
        super().__init__()
        self._app, self._desk, self._memory, self._kind = app, desk, memory, kind
        self.window: QWidget | None = None
        self.leaving: Leaving | None = None
        desk.restyled.connect(self._anew)
        desk.rescaled.connect(self._begin_again)

    def open(self) -> None:
        """Dress the application and show the window where it stood."""
        self._say_no_more()
        speaking(self._app, self._desk.language)
        dressed(self._app, self._desk.look)
        self._desk.actions.clear()
        self.window = self._made()
        self.window.installEventFilter(self)
        if isinstance(self.window, HostWindow):
            self.window.show_on_second_screen()
            return
        if (geometry := self._memory.geometry) is not None:
            self.window.restoreGeometry(geometry)
        self.window.show()

    def close(self) -> None:
        """Leave nothing behind but what is remembered."""
        self._say_no_more()
        if self.window is not None:
            self._remember(self.window)
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
        before = self.window
        if before is not None:
            self._remember(before)
            before.deleteLater()
        said, self.leaving = self.leaving, None
        self.open()
        self.leaving = said
        self._say_no_more()

    def _anew(self) -> None:
        """Order matters: the old window goes first. Dressing costs as much as there are widgets to dress."""
        self._memory.language, self._memory.look = self._desk.language, self._desk.look
        before, self.window = self.window, None
        if before is None:
            return
        self._app.setQuitOnLastWindowClosed(False)
        self._remember(before)
        before.removeEventFilter(self)
        before.destroyed.connect(self._open_anew, Qt.ConnectionType.QueuedConnection)
        before.hide()
        before.deleteLater()

    def _open_anew(self) -> None:
        self.open()
        self._app.setQuitOnLastWindowClosed(True)

    def _begin_again(self, percent: int) -> None:
        self._memory.scale_percent = percent
        self._app.exit(AGAIN)

    def _remember(self, window: QWidget) -> None:
        self._memory.geometry = window.saveGeometry()
        if isinstance(window, Window):
            self._memory.room = window.workspace
            window.remember()

    def _made(self) -> QWidget:
        if self._kind == "host":
            return HostWindow(self._desk)
        return Window(self._desk, self._memory, workspace=self._memory.room or self._kind)
