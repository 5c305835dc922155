"""A word with a colour: never a colour alone."""

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
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        mean(self, meaning)
