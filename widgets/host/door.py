"""Opens the host's window beside a seat's own, and closes it with that."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from widgets.desk import Desk
from widgets.host.window import HostWindow


class HostDoor(QObject):
    """The desk's, so that the host's window outlives a seat's window that is built anew."""

    def __init__(self, desk: Desk) -> None:
        """Closed."""
        super().__init__(desk)
        self._desk = desk
        self._beside: QWidget | None = None
        self.window: HostWindow | None = None

    def attend(self, beside: QWidget) -> None:
        """Close with this window; an open one speaks its language and knows its keys from now on."""
        self._beside = beside
        beside.installEventFilter(self)
        before, self.window = self.window, None
        if before is not None:
            self._open(before)
            before.close()
            before.deleteLater()

    def turn(self) -> None:
        """Open it on the other screen, or close it."""
        if self.window is not None and self.window.isVisible():
            self.close()
        else:
            self.close()
            self._open(None)

    def close(self) -> None:
        """Nothing of it is left."""
        window, self.window = self.window, None
        if window is not None:
            window.close()
            window.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The seat's window is closed by its person."""
        if watched is self._beside and event.type() == QEvent.Type.Close:
            self.close()
        return False

    def _open(self, before: HostWindow | None) -> None:
        self.window = HostWindow(self._desk)
        if before is None:
            self.window.show_on_second_screen()
        else:
            self.window.stand_like(before)


def door_of(desk: Desk) -> HostDoor:
    """The desk's only one."""
    kept = desk.findChild(HostDoor)
    return kept if isinstance(kept, HostDoor) else HostDoor(desk)
