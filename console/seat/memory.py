"""What a seat remembers on this machine: its language, its look, its scale, where its panels stand."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QLocale, QSettings

from console.words.render import Language
from widgets.frame.memory import keep_word, recalled_word
from widgets.theme import SCALES, Look

_ROOM, _WINDOW = "window/room", "window/geometry"


class Memory:
    """One file a kind of seat; a broken one is as good as none."""

    def __init__(self, folder: Path, seat: str) -> None:
        """`folder`: the house's data folder."""
        self._file = QSettings(str(folder / f"seat-{seat}.ini"), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language:
        """As chosen; at first the machine's, if it is one of ours."""
        chosen = self._file.value("language", "")
        if chosen in {"ja", "en"}:
            return "ja" if chosen == "ja" else "en"
        return "ja" if QLocale.system().language() == QLocale.Language.Japanese else "en"

    @language.setter
    def language(self, language: Language) -> None:
        self._file.setValue("language", language)

    @property
    def look(self) -> Look:
        """As chosen; at first dark."""
        return "light" if self._file.value("look", "") == "light" else "dark"

    @look.setter
    def look(self, look: Look) -> None:
        self._file.setValue("look", look)

    @property
    def scale_percent(self) -> int:
        """One of `SCALES`, beside what the screen asks for."""
        chosen = str(self._file.value("scale", ""))
        return int(chosen) if chosen.isdecimal() and int(chosen) in SCALES else SCALES[0]

    @scale_percent.setter
    def scale_percent(self, percent: int) -> None:
        self._file.setValue("scale", percent)

    def layout(self, name: str) -> QByteArray | None:
        """Where the panels of a window stood; None: nobody knows."""
        kept: Any = self._file.value(f"layout/{name}")
        return kept if isinstance(kept, QByteArray) and not kept.isEmpty() else None

    def keep_layout(self, name: str, layout: QByteArray | None) -> None:
        """None: forget it."""
        self._file.setValue(f"layout/{name}", layout or QByteArray())

    @property
    def room(self) -> str:
        """The workspace that was shown last; empty: nobody knows."""
        return recalled_word(self, _ROOM, "")

    @room.setter
    def room(self, name: str) -> None:
        keep_word(self, _ROOM, name)

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window stood; None: nobody knows."""
        return self.layout(_WINDOW)

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self.keep_layout(_WINDOW, geometry)

    def save(self) -> None:
        """Write it now."""
        self._file.sync()
