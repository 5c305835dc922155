"""What a row says, in words: for those who cannot see it, and for the tip of a row that is cut."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QPixmap

from widgets.parts.row_painter import RowPainter
from widgets.sheet import Meaning
from widgets.theme import BODY


class RowWords(RowPainter):
    """Takes what would be drawn and keeps the words: the name first, whatever is drawn first."""

    def __init__(self) -> None:
        """Nothing is painted, so there is nothing to paint with."""
        self.room = QRect()
        self._lines: list[str] = []
        self._beside: list[str] = []

    @property
    def words(self) -> str:
        """All of them."""
        return " · ".join(words for words in (*self._lines, *self._beside) if words)

    def stripe(self, meaning: Meaning) -> None:
        """A colour says nothing that a word of the row does not say."""

    def picture(self, pixels: QPixmap | None) -> None:
        """Says nothing."""

    def right(self, words: str, *, quiet: bool = False, size: int = BODY, strong: bool = False) -> None:  # noqa: ARG002
        """Figures come last."""
        self._beside.append(words)

    def chip(self, words: str, meaning: Meaning = "", *, at_right: bool = False) -> None:  # noqa: ARG002
        """A state."""
        self._beside.insert(0, words)

    def lines(self, first: str, second: str = "", *, strong: bool = False) -> None:  # noqa: ARG002
        """What the row is about."""
        self._lines += [first, second]

    def heading(self, words: str) -> None:
        """What follows belongs together."""
        self._lines.append(words)

    def paragraph(self, caption: str, text: str) -> None:
        """Whose it is, then what."""
        self._lines += [caption, text]

    def captioned(self, caption: str, text: str, *, quiet: bool = False) -> None:  # noqa: ARG002
        """Whose it is, then what."""
        self._lines += [caption, text]


def words_of_row(draw: Callable[[RowPainter, Any], None], row: Any) -> str:
    """What `draw` would write for this row."""
    said = RowWords()
    draw(said, row)
    return said.words
