"""A word with a colour: never a colour alone."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from widgets.sheet import Meaning, mean


class Chip(QLabel):
    """One state in one word."""

    def __init__(self, words: str = "", meaning: Meaning = "") -> None:
        """Hidden while it has nothing to say."""
        super().__init__()
        self.setProperty("part", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_state(words, meaning)

    def show_state(self, words: str, meaning: Meaning = "") -> None:
        """Say another word."""
        if words == self.text() and words == self.accessibleName() and self.property("means") == meaning:
            return  # Why: most are told ten times a second, and say the same.
        self.setText(words)
        self.setAccessibleName(words)
        self._appear()
        mean(self, meaning)

    def event(self, event: QEvent) -> bool:
        """Once it has a place it may be seen."""
        if event.type() == QEvent.Type.ParentChange:
            self._appear()
        return super().event(event)

    def _appear(self) -> None:
        # Why: Qt makes a window of its own out of what is shown before it has a parent.
        self.setVisible(bool(self.text()) and self.parentWidget() is not None)
