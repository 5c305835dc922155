"""The producer's words to the host: over everything for a moment, then a line that stays."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QSizePolicy

from console.model.host import Note
from widgets.desk import Desk
from widgets.parts.panel import lettered
from widgets.sheet import mean
from widgets.theme import CLOCK, HUGE, PAD, STRONG, TITLE

LARGE_MS = 5_000
FLASH_MS, FLASHES = 350, 6
"""Slower than three flashes a second (WCAG 2.3.1)."""


class NoteBar(QLabel):
    """Hidden while there is no note."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk."""
        super().__init__()
        self.setProperty("part", "note")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMargin(PAD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._shrink = QTimer(self, singleShot=True, interval=LARGE_MS)
        self._shrink.timeout.connect(lambda: self._become_large(on=False))
        self._flash = QTimer(self, interval=FLASH_MS)
        self._flash.timeout.connect(self._flash_on)
        self._flashes_left = 0
        self._is_small = False
        desk.bind(self, self._show, lambda state: state.host.note)

    @property
    def is_large(self) -> bool:
        """It fills the top."""
        return self._shrink.isActive()

    def make_small(self, *, on: bool) -> None:
        """In a small window it leaves the script some room."""
        if on != self._is_small:
            self._is_small = on
            self._become_large(on=self.is_large)

    def _show(self, note: Note | None) -> None:
        self.setVisible(note is not None)
        self._flash.stop()
        self._shrink.stop()
        if note is None:
            return
        self.setText(note.text)
        self.setAccessibleName(note.text)
        self._shrink.start()
        self._become_large(on=True)
        self._flashes_left = FLASHES if note.flash else 0
        if note.flash:
            self._flash.start()

    def _become_large(self, *, on: bool) -> None:
        largest = HUGE if self._is_small else CLOCK
        lettered(self, largest if on else TITLE, STRONG)
        self.setMinimumHeight(4 * largest if on and not self._is_small else 0)
        mean(self, "armed")

    def _flash_on(self) -> None:
        self._flashes_left -= 1
        mean(self, "info" if self._flashes_left % 2 else "armed")
        if self._flashes_left <= 0:
            self._flash.stop()
            mean(self, "armed")
