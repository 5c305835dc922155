"""Values in cells: where each character stands, and each digit painted once. Runs in the painter only."""

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from console.media.painting import DIGITS, Figures
from console.media.sprite import Sprite
from console.ports.brush import Area, LiveText
from overlays import fonts
from overlays.sheet import Sheet


def measured(text: str, font: str, size: float, *, cell: float, gap: float, bold: bool) -> LiveText:
    """All figures equally wide, in even pixels: a digit that changes moves no other."""
    advance = fonts.metrics(font, size, bold=bold).horizontalAdvance
    wide, between = even(cell or advance("0")), even(gap)
    widths = [wide if character in DIGITS else even(advance(character)) for character in text]
    return LiveText(text, size, tuple(width + between for width in widths), between, bold)


def painted(name: str, text: LiveText, x: float, y: float, font: str, colour: QColor) -> Figures:
    """The cells of the digits of `text`, and the ten glyphs in its style."""
    left, top = math.floor(x / 2) * 2, math.floor(y / 2) * 2
    cells = [(int(area.x), top, int(area.width)) for sign, area in text.cells(left, top) if sign in DIGITS]
    width = max((width for _, _, width in cells), default=2)
    glyphs = tuple(_glyph(digit, width, y - top, text, font, colour) for digit in DIGITS) if cells else ()
    return Figures(name, tuple((x, y) for x, y, _ in cells), glyphs)


def draw(sheet: Sheet, sign: str, area: Area, text: LiveText, font: str, colour: QColor) -> None:
    """One character in the middle of its cell."""
    advance = fonts.metrics(font, text.size, bold=text.bold).horizontalAdvance(sign)
    sheet.painter.setFont(fonts.letters(font, text.size, bold=text.bold))
    sheet.painter.setPen(colour)
    sheet.painter.drawText(QPointF(area.x + (area.width - advance) / 2, area.y + text.size * fonts.CAP_TOP), sign)


def _glyph(digit: str, width: int, down: float, text: LiveText, font: str, colour: QColor) -> Sprite:
    sheet = Sheet(width, math.ceil((down + text.size) / 2) * 2)
    draw(sheet, digit, Area(0, down, width, text.size), text, font, colour)
    return sheet.sprite()


def even(length: float) -> int:
    """The nearest even number of pixels."""
    return round(length / 2) * 2
