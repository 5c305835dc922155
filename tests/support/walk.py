"""Every window of the gallery, opened once for all tests of a file that walk over what is in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDockWidget, QWidget

from console.link.asking import PictureOf
from console.words.render import Language
from tests.gallery.rooms import picture_of, rooms
from tests.support.busy import NAMES, busy_pulse
from tests.support.fake_line import FakeLine, desk_of
from tests.support.qt import dress
from widgets.desk import Desk
from widgets.frame.workspace import Workspace
from widgets.host.reading import Readings
from widgets.theme import Look

LANGUAGES: tuple[Language, ...] = ("ja", "en")
LAPTOP, LARGE = (1366, 768), (1920, 1080)
SMALL = (960, 520)
"""What a screen of 1920x1080 has at 200 %."""
SIZES = (LAPTOP, LARGE)
_TURNS = 6
"""Of the event loop until everything has found its place."""


@dataclass
class Opened:
    """One window on the State that the gallery shows it with."""

    room: str
    language: Language
    window: QWidget
    desk: Desk
    line: FakeLine

    def resize(self, size: tuple[int, int]) -> None:
        self.window.resize(*size)
        settle()

    def scenes(self) -> Iterator[str]:
        """Each tab in front once; says which."""
        yield "as opened"
        for dock in self.docks():
            if dock.isVisible() and is_behind_a_tab(dock):
                dock.raise_()
                settle()
                yield dock.objectName()

    def docks(self) -> list[QDockWidget]:
        """Of the workspace that is shown."""
        shown = [one for one in self.window.findChildren(Workspace) if one.isVisible()]
        return [dock for workspace in shown for dock in workspace.findChildren(QDockWidget)]

    def close(self) -> None:
        for readings in self.window.findChildren(Readings):
            readings._thread.join(10)
        self.window.close()
        self.window.deleteLater()
        self.desk.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def opened(room: str, language: Language = "en", look: Look = "dark") -> Opened:
    """The application is dressed for it first, so that nothing is styled twice. Whoever opens it closes it."""
    dress(look, language)
    state, make = rooms()[room]
    desk, line = desk_of(state(), language=language, look=look, names=NAMES, pulse=busy_pulse())
    line.answers[PictureOf] = picture_of
    found = Opened(room, language, make(desk), desk, line)
    found.window.resize(*LAPTOP)
    found.window.show()
    found.window.activateWindow()
    settle()
    return found


def settle() -> None:
    """What is posted has happened."""
    for _ in range(_TURNS):
        QApplication.processEvents()


def visible(window: QWidget) -> list[QWidget]:
    """All that can be seen, the window itself too."""
    return [one for one in (window, *window.findChildren(QWidget)) if one.isVisible() and not _is_behind(one)]


def place(widget: QWidget) -> str:
    """Where it is, for a person who reads that a test failed."""
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(names) < 4:
        names.append(f"{type(at).__name__}{f'#{at.objectName()}' if at.objectName() else ''}")
        at = at.parentWidget()
    return " < ".join(names)


def seen_through(widget: QWidget) -> QRect:
    """Of its own rectangle, the part that neither a scrolling area nor the window cuts off sideways."""
    rect, at = widget.rect(), widget
    shown = QRect(rect)
    while not at.isWindow():
        parent = at.parentWidget()
        if parent is None:
            break
        over = parent.parentWidget()
        if (isinstance(over, QAbstractScrollArea) and over.viewport() is parent) or parent.isWindow():
            origin = widget.mapTo(parent, rect.topLeft())
            shown.setLeft(max(shown.left(), -origin.x()))
            shown.setRight(min(shown.right(), parent.width() - 1 - origin.x()))
        at = parent
    return shown


def is_behind_a_tab(dock: QDockWidget) -> bool:
    """Qt calls such a dock visible, and puts it out of sight."""
    home = dock.parentWidget()
    return home is not None and not dock.isFloating() and not dock.geometry().intersects(home.rect())


def _is_behind(widget: QWidget) -> bool:
    at: QWidget | None = widget
    while at is not None and not isinstance(at, QDockWidget):
        at = at.parentWidget()
    return isinstance(at, QDockWidget) and is_behind_a_tab(at)
