"""How a row of a list is drawn: one place for padding, stripes, chips and text that is too long."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from widgets.sheet import FILLED, Meaning
from widgets.theme import BODY, GAP, PAD, RADIUS, REGULAR, SMALL, STRONG, Tokens, edge, font

STRIPE = 4
"""Width of the coloured edge of a row that means something."""


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour's two halves."""

    fill: str
    text: str


def ink_of(tokens: Tokens, meaning: Meaning) -> Ink:
    """What a meaning is filled with, and what is written on it."""
    if meaning in {"", "quiet"}:
        return Ink(tokens.line, tokens.text if meaning == "" else tokens.quiet)
    return Ink(getattr(tokens, meaning), getattr(tokens, f"{meaning}_ink"))


class RowPainter:
    """Draws one row from left to right; what is added shrinks the room that is left."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, tokens: Tokens) -> None:
        """Fills the row's ground."""
        self._painter, self._tokens = painter, tokens
        self.is_cut = False
        """Some of its words had no room."""
        self.room = QRect(option.rect).adjusted(PAD, 0, -PAD, 0)
        self._rect = QRect(option.rect)
        state = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        is_under = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(self._rect, QColor(tokens.raised if is_selected or is_under else tokens.panel))
        if is_selected:
            painter.fillRect(self._rect.adjusted(0, 0, STRIPE - self._rect.width(), 0), QColor(tokens.info))

    def stripe(self, meaning: Meaning) -> None:
        """A coloured edge; the meaning's word must stand in the row too."""
        if meaning in FILLED:
            colour = QColor(edge(self._tokens, meaning))
            self._painter.fillRect(self._rect.adjusted(0, 0, STRIPE - self._rect.width(), 0), colour)

    def picture(self, pixels: QPixmap | None) -> None:
        """A square at the left, cut to fill; a flat box where there is no picture."""
        side = self.room.height() - GAP
        box = QRect(self.room.left(), self.room.center().y() - side // 2, side, side)
        if pixels is None:
            self._painter.fillRect(box, QColor(self._tokens.line))
        else:
            short = min(pixels.width(), pixels.height())
            part = QRect((pixels.width() - short) // 2, (pixels.height() - short) // 2, short, short)
            self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._painter.drawPixmap(box, pixels, part)
        self.room = self.room.adjusted(side + GAP, 0, 0, 0)

    def right(self, words: str, *, quiet: bool = False, size: int = BODY, strong: bool = False) -> None:
        """Figures at the right end."""
        self._at_right(words, font(size, STRONG if strong else REGULAR, tabular=True), self._text_ink(quiet=quiet))

    def chip(self, words: str, meaning: Meaning = "", *, at_right: bool = False) -> None:
        """A word on its colour."""
        if not words:
            return
        letters, ink = font(SMALL, STRONG), ink_of(self._tokens, meaning)
        size = QFontMetrics(letters).size(0, words) + QSize(2 * GAP, 4)
        left = self.room.right() - size.width() if at_right else self.room.left()
        box = QRect(left, self.room.center().y() - size.height() // 2, size.width(), size.height())
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(ink.fill))
        self._painter.drawRoundedRect(box, RADIUS, RADIUS)
        self._write(box, words, letters, ink.text, Qt.AlignmentFlag.AlignCenter)
        step = size.width() + GAP
        self.room = self.room.adjusted(0, 0, -step, 0) if at_right else self.room.adjusted(step, 0, 0, 0)

    def lines(self, first: str, second: str = "", *, strong: bool = False) -> None:
        """One or two lines in the room that is left, cut with an ellipsis."""
        upper, lower = font(BODY, STRONG if strong else REGULAR), font(SMALL)
        if not second:
            self._cut(self.room, first, upper, self._tokens.text)
            return
        height = QFontMetrics(upper).height()
        top = self.room.center().y() - (height + QFontMetrics(lower).height()) // 2
        self._cut(QRect(self.room.left(), top, self.room.width(), height), first, upper, self._tokens.text)
        below = QRect(self.room.left(), top + height, self.room.width(), QFontMetrics(lower).height())
        self._cut(below, second, lower, self._tokens.quiet)

    def heading(self, words: str) -> None:
        """What the rows below have in common, at their foot."""
        letters, height = font(SMALL, STRONG), QFontMetrics(font(SMALL, STRONG)).height()
        self._cut(
            QRect(self.room.left(), self.room.bottom() - height, self.room.width(), height),
            words,
            letters,
            self._tokens.quiet,
        )

    def paragraph(self, caption: str, text: str) -> None:
        """Where something stands in the first line, what it is in those below, broken where it must be."""
        letters = font(SMALL)
        height = QFontMetrics(letters).height()
        top = self.room.top() + GAP // 2
        self._cut(QRect(self.room.left(), top, self.room.width(), height), caption, letters, self._tokens.quiet)
        below = self.room.adjusted(0, height + GAP // 2, 0, -GAP // 2)
        self._painter.setFont(font(BODY))
        self._painter.setPen(QColor(self._tokens.text))
        self._painter.drawText(below, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, text)

    def captioned(self, caption: str, text: str, *, quiet: bool = False) -> None:
        """What matters in the second line, whose it is above it."""
        upper, lower = font(SMALL), font(BODY)
        height, below = QFontMetrics(upper).height(), QFontMetrics(lower).height()
        top = self.room.center().y() - (height + below) // 2
        self._cut(QRect(self.room.left(), top, self.room.width(), height), caption, upper, self._tokens.quiet)
        where = QRect(self.room.left(), top + height, self.room.width(), below)
        self._cut(where, text, lower, self._text_ink(quiet=quiet))

    def _at_right(self, words: str, letters: QFont, colour: str) -> None:
        width = QFontMetrics(letters).horizontalAdvance(words)
        box = QRect(self.room.right() - width, self.room.top(), width, self.room.height())
        self._write(box, words, letters, colour, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.room = self.room.adjusted(0, 0, -width - GAP, 0)

    def _cut(self, box: QRect, words: str, letters: QFont, colour: str) -> None:
        cut = QFontMetrics(letters).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        self.is_cut = self.is_cut or cut != words
        self._write(box, cut, letters, colour, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _write(self, box: QRect, words: str, letters: QFont, colour: str, where: Qt.AlignmentFlag) -> None:
        self._painter.setFont(letters)
        self._painter.setPen(QColor(colour))
        self._painter.drawText(box, where | Qt.TextFlag.TextSingleLine, words)

    def _text_ink(self, *, quiet: bool) -> str:
        return self._tokens.quiet if quiet else self._tokens.text
