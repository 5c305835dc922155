"""Pictures that a person brings: the engine copies them into the show's folder and uses them."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from console.errors import Message
from console.link.asking import PutPicture
from console.model.show import Show
from widgets.desk import Desk

MOST_BYTES = 6_000_000
"""Of a picture that travels to an engine on another machine."""
Said = Callable[[Message | None], None]


def is_here(show: Show) -> bool:
    """The engine works on this machine: its show's folder is there, so a path means the same to both."""
    return bool(show.folder) and (Path(show.folder) / "show.json").is_file()


def put_picture(desk: Desk, area: Literal["products", "theme"], key: str, path: str, said: Said) -> None:
    """`said` hears how it went. Nothing waits: what must be read for an engine elsewhere is read aside."""
    show = desk.state.show
    thing = show.products.get(key) if area == "products" else show.theme
    if thing is None:
        return

    def ask(data: bytes) -> None:
        picture = PutPicture(area, key, thing.revision, path="" if data else path, data=data)
        desk.ask(picture, lambda _name: said(None), failed=said)

    if is_here(show):
        ask(b"")
    else:
        read_aside(desk, path, MOST_BYTES, ask)


def read_aside(owner: QObject, path: str, most: int, done: Callable[[bytes], None]) -> None:
    """Read a file while nobody waits; `done` gets what is in it, nothing of one that is too large or gone."""
    told = _Told(owner)
    told.read.connect(done)
    QThreadPool.globalInstance().start(_Reading(path, most, told))


class _Told(QObject):
    """Carries what was read to the thread of its owner."""

    read = Signal(bytes)


class _Reading(QRunnable):
    def __init__(self, path: str, most: int, told: _Told) -> None:
        super().__init__()
        self._path, self._most, self._told = path, most, told

    def run(self) -> None:
        try:
            with Path(self._path).open("rb") as file:
                data = file.read(self._most + 1)
        except OSError:
            data = b""
        with contextlib.suppress(RuntimeError):  # Why: whoever wanted it may be gone with its window.
            self._told.read.emit(data if len(data) <= self._most else b"")
