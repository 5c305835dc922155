"""Pictures of the show, small, asked of the engine once each: a seat may stand far from the show's folder."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from console.errors import Message
from console.link.asking import PictureOf, SmallPicture
from widgets.desk import Desk

KEPT = 200
LONGEST_PX = 160


class Thumbnails(QObject):
    """By file name inside the show folder."""

    arrived = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Asks when it is asked."""
        super().__init__(parent)
        self._desk = desk
        self._kept: dict[str, QPixmap | None] = {}

    def of(self, name: str) -> QPixmap | None:
        """None: there is none, or it has not come yet; then `arrived` says its name."""
        if not name:
            return None
        if name not in self._kept:
            self._forget_some()
            self._kept[name] = None
            asking = PictureOf(name=name, longest_px=LONGEST_PX)
            self._desk.ask(asking, partial(self._take, name), failed=_stays_without)
        return self._kept[name]

    def _take(self, name: str, picture: SmallPicture | None) -> None:
        pixels = QPixmap()
        if picture is not None and pixels.loadFromData(picture.jpeg):
            self._kept[name] = pixels
            self.arrived.emit(name)

    def _forget_some(self) -> None:
        while len(self._kept) >= KEPT:
            del self._kept[next(iter(self._kept))]


def _stays_without(_problem: Message) -> None:
    """A picture that cannot be had is a grey box; the plan says why."""
