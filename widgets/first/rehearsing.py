"""From nothing to a rehearsal on air in one click: open, start, arm, go; each step when the one before is done."""

import time

from PySide6.QtCore import QObject, Signal

from console.errors import Message
from console.link.asking import KnownShow, KnownShows, OpenedShow, OpenFolder
from console.model.commands import Arm, GoLive, StartSession
from widgets.desk import Desk


class Rehearsing(QObject):
    """Says how far it is; what goes wrong is said in the engine's words and ends it."""

    told = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Does nothing yet."""
        super().__init__(parent)
        self._desk = desk
        self.is_under_way = False

    def begin(self) -> None:
        """Open the demo show and rehearse it. Nothing of a rehearsal is public, so nothing is held."""
        if self.is_under_way:
            return
        self.is_under_way = True
        self.told.emit(self.tr("Opening the demo show…"))
        self._desk.ask(KnownShows(), self._open, failed=self._failed)

    def _open(self, shows: tuple[KnownShow, ...] | None) -> None:
        demo = next((show.folder for show in shows or () if show.is_demo), "")
        self._desk.ask(OpenFolder(demo), self._start, failed=self._failed)

    def _start(self, _show: OpenedShow | None) -> None:
        self.told.emit(self.tr("Starting the rehearsal…"))
        session = time.strftime("%Y%m%d-%H%M%S")
        self._desk.do(StartSession(session, rehearsal=True), answered=self._arm)

    def _arm(self, refused: Message | None) -> None:
        if refused is None:
            self._desk.do(Arm("go_live"), answered=self._go)
        else:
            self._over()

    def _go(self, refused: Message | None) -> None:
        if refused is None:
            self._desk.do(GoLive())
        self._over()

    def _failed(self, problem: Message) -> None:
        self._desk.said.emit(problem)
        self._over()

    def _over(self) -> None:
        self.is_under_way = False
        self.told.emit("")
