"""The only painter of graphics: `console.ports.overlay.Brush` over QtGui. Runs in the painter only."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from console.errors import Message
from console.media.painting import Figures, Move, Painting, Part
from console.media.sprite import sprite_of_bgra
from console.model.canvas import Canvas
from console.model.overlay import Theme
from console.ports.brush import Align, Area, FittedText, Icon, LiveText
from console.words.render import render
from console.words.saying import Saying
from overlays import breaks, digits, fonts, icons, pictures, shadow, shapes
from overlays.lettering import Room, fitted
from overlays.sheet import Sheet, even_box
from overlays.slots import scale_of
from overlays.theme import BLACK

SCROLL_PX_S = 60
"""Of a ticker at scale 1: as fast as one reads; two pixels a tick, so that chroma moves with luma."""
_STRIKE = 0.075
"""Thickness of the line through struck-out text, as a share of its size."""
_CELL_AIR = 1.02
"""Width of a cell against the widest character in it, where all are equally wide."""


class PaintBrush:
    """Paints one sprite of at most the given size; see `Brush` for the verbs."""

    def __init__(self, theme: Theme, folder: str, canvas: Canvas, width: int, height: int) -> None:
        """A clear sheet of `width` x `height` pixels. A QGuiApplication exists."""
        self.theme = theme
        self.scale = scale_of(canvas)
        self.portrait = canvas.portrait
        self.written: list[tuple[Area, str]] = []
        """Where each text stands: lets tests see that nothing runs out of its box."""
        self._folder = folder
        self._font = str(pictures.path_of(folder, theme.font) or "")
        self._sheet = self._base = Sheet(width, height)
        self._parts: list[Part] = []
        self._figures: list[Figures] = []

    @property
    def _painter(self) -> QPainter:
        return self._sheet.painter

    def end(self) -> None:
        """No more painting; may be called twice."""
        self._sheet.end()
        self._base.end()

    def pixels(self, width: int, height: int) -> NDArray[np.uint8]:
        """Premultiplied BGRA (height, width, 4) of what stands still in the part that was used."""
        return self._base.pixels(width, height)

    def painting(self, width: int, height: int) -> Painting:
        """All that was painted; even sides. Ends the painting."""
        return Painting(sprite_of_bgra(self.pixels(width, height)), tuple(self._parts), tuple(self._figures))

    def px(self, length: float) -> float:
        """See `Brush`."""
        return length * self.scale

    def say(self, saying: Saying, **params: str | int | float) -> str:
        """See `Brush`."""
        return render(Message(saying.code, params), self.theme.language)

    def fitted(  # noqa: PLR0913 - a text has this many properties
        self,
        text: str,
        width: float,
        *,
        size: float,
        floor: float = 0.0,
        lines: int = 1,
        height: float = 0.0,
        bold: bool = False,
        mono: bool = False,
        pitch: float = 1.25,
    ) -> FittedText:
        """See `Brush`."""
        room = Room(width, size, floor, lines, height, pitch)
        if not mono:
            return fitted(
                text, room, lambda size: fonts.metrics(self._font, size, bold=bold).horizontalAdvance, bold=bold
            )
        made = fitted(text, room, lambda size: self._cells(text, size, bold=bold), bold=bold)
        cell = self._cells(text, made.size, bold=bold)("0")
        return FittedText(made.lines, made.size, made.pitch, made.width, bold, cell, made.cut)

    def write(
        self, text: FittedText, x: float, y: float, colour: str, *, align: Align = "left", struck: bool = False
    ) -> None:
        """See `Brush`."""
        measure = self._measure(text)
        self._painter.setFont(fonts.letters(self._font, text.size, bold=text.bold))
        self._painter.setPen(_colour(colour))
        for number, line in enumerate(text.lines):
            width, top = measure(line), y + number * text.pitch
            left = x - width * {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
            self._line(line, left, top + text.size * fonts.CAP_TOP, text)
            self.written.append((Area(left, top, width, text.size), line))
            if struck:
                self._strike(Area(left, top, width, text.size), colour)

    def live(self, text: str, *, size: float, cell: float = 0.0, gap: float = 0.0, bold: bool = True) -> LiveText:
        """See `Brush`."""
        return digits.measured(text, self._font, size, cell=cell, gap=gap, bold=bold)

    def write_live(self, name: str, text: LiveText, x: float, y: float, colour: str) -> None:
        """See `Brush`."""
        self._figures.append(digits.painted(name, text, x, y, self._font, _colour(colour)))
        for sign, area in text.cells(x // 2 * 2, y):
            if not sign.isdigit():
                digits.draw(self._sheet, sign, area, text, self._font, _colour(colour))
        self.written.append((Area(x // 2 * 2, y, text.width, text.size), text.text))

    @contextmanager
    def part(self, name: str, area: Area, move: Move) -> Iterator[None]:
        """See `Brush`."""
        left, top, width, height = even_box(area)
        outer, self._sheet = self._sheet, Sheet(width, height, left=left, top=top)
        try:
            yield
            self._parts.append(Part(name, left, top, self._sheet.sprite(), move))
        finally:
            self._sheet.end()
            self._sheet = outer

    def scroll(self, name: str, text: FittedText, window: Area, colour: str, *, rounds: int) -> None:
        """See `Brush`."""
        left, top, width, height = even_box(window)
        strip = Sheet(*even_box(Area(0, 0, max(2.0, text.width), height))[2:])
        strip.painter.setFont(fonts.letters(self._font, text.size, bold=text.bold))
        strip.painter.setPen(_colour(colour))
        foot = window.y - top + (window.height - text.size) / 2 + text.size * fonts.CAP_TOP
        strip.painter.drawText(QPointF(0, foot), "".join(text.lines))
        speed = SCROLL_PX_S * max(1, round(self.scale))
        part = Part(name, left, top, strip.sprite(), "scroll", window_px=width, speed_px_s=speed, rounds=rounds)
        self._parts.append(part)

    def panel(
        self, area: Area, colour: str, *, radius: float = 0.0, shadow: float = 0.0, line: str = "", to: str = ""
    ) -> None:
        """See `Brush`."""
        path = shapes.rounded(area, radius)
        if shadow:
            self._shadow(path, reach=shadow)
        if to:
            # Why: a whole surface in one tone looks like a form; light from above makes it a thing.
            tones = QLinearGradient(0, area.y, 0, area.bottom)
            tones.setColorAt(0, _colour(colour))
            tones.setColorAt(1, _colour(to))
            self._painter.fillPath(path, tones)
        else:
            self._painter.fillPath(path, _colour(colour))
        if line:
            width = max(1.0, self.px(1.0))
            self._painter.strokePath(shapes.rounded(area.inset(width / 2), radius), QPen(_colour(line), width))

    def icon(self, icon: Icon, area: Area, colour: str) -> None:
        """See `Brush`."""
        self._painter.fillPath(icons.path(icon, area), _colour(colour))

    def ticket(self, area: Area, left: str, right: str, *, split: float, notch: float, radius: float) -> None:
        """See `Brush`."""
        path = shapes.ticket(area, split, notch, radius)
        self._shadow(path, reach=0.5)
        self._two_tone(path, left, right, Area(area.x, area.y, split - area.x, area.height))

    def bubble(self, area: Area, head: str, body: str, *, split: float, tail: float, radius: float) -> None:
        """See `Brush`."""
        path = shapes.bubble(area, tail, radius)
        self._shadow(shapes.rounded(area, radius))
        self._two_tone(path, head, body, Area(area.x, area.y, area.width, split - area.y))

    def picture(self, file: str, area: Area, *, radius: float = 0.0, whole: bool = False) -> bool:
        """See `Brush`."""
        path = pictures.path_of(self._folder, file)
        if path is None:
            return False
        with self.clipped(area, radius=radius):
            return pictures.painted(self._painter, path, area, whole=whole)

    def picture_size(self, file: str) -> tuple[int, int] | None:
        """See `Brush`."""
        path = pictures.path_of(self._folder, file)
        return pictures.size_of(path) if path else None

    def modules(self, rows: Sequence[Sequence[int]], x: float, y: float, module: int) -> None:
        """See `Brush`."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for down, row in enumerate(rows):
            for across, dark in enumerate(row):
                if dark:
                    corner = (round(x) + across * module, round(y) + down * module)
                    self._painter.fillRect(*corner, module, module, _colour(BLACK))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def perforation(self, start: tuple[float, float], end: tuple[float, float], colour: str, *, width: float) -> None:
        """See `Brush`."""
        pen = QPen(_colour(colour), width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.0])
        self._painter.setPen(pen)
        self._painter.drawLine(QPointF(*start), QPointF(*end))

    def eye(self, area: Area, colour: str, pupil: str) -> None:
        """See `Brush`."""
        self._painter.fillPath(shapes.eye(area), _colour(colour))
        centre, radius = QPointF(area.x + area.width / 2, area.y + area.height / 2), area.height * 0.31
        self._dot(centre, radius, pupil)
        self._dot(centre + QPointF(radius * 0.32, -radius * 0.36), radius * 0.32, colour)

    def bag(self, area: Area, colour: str) -> None:
        """See `Brush`."""
        body, handle = shapes.bag(area)
        self._painter.fillPath(body, _colour(colour))
        self._painter.strokePath(handle, QPen(_colour(colour), area.width * 0.08))

    @contextmanager
    def clipped(self, area: Area, *, radius: float = 0.0) -> Iterator[None]:
        """See `Brush`."""
        self._painter.save()
        self._painter.setClipPath(shapes.rounded(area, radius), Qt.ClipOperation.IntersectClip)
        try:
            yield
        finally:
            self._painter.restore()

    def _two_tone(self, path: QPainterPath, first: str, second: str, part: Area) -> None:
        self._painter.fillPath(path, _colour(second))
        piece = QPainterPath()
        piece.addRect(shapes.box(part))
        self._painter.save()
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        self._painter.fillPath(path.intersected(piece), _colour(first))
        self._painter.restore()

    def _shadow(self, path: QPainterPath, *, reach: float = 1.0) -> None:
        shadow.lay(self._sheet, path, self.scale * reach)

    def _line(self, line: str, left: float, baseline: float, text: FittedText) -> None:
        if not text.cell:
            self._painter.drawText(QPointF(left, baseline), line)
            return
        advance = fonts.metrics(self._font, text.size, bold=text.bold).horizontalAdvance
        for number, character in enumerate(breaks.graphemes(line)):
            x = left + number * text.cell + (text.cell - advance(character)) / 2
            self._painter.drawText(QPointF(x, baseline), character)

    def _strike(self, area: Area, colour: str) -> None:
        thickness = max(1.5, area.height * _STRIKE)
        middle = area.y + area.height * 0.52 - thickness / 2
        self._painter.fillRect(
            QRectF(area.x - thickness, middle, area.width + 2 * thickness, thickness), _colour(colour)
        )

    def _dot(self, centre: QPointF, radius: float, colour: str) -> None:
        path = QPainterPath()
        path.addEllipse(centre, radius, radius)
        self._painter.fillPath(path, _colour(colour))

    def _measure(self, text: FittedText) -> breaks.Measure:
        if text.cell:
            return lambda line: len(breaks.graphemes(line)) * text.cell
        return fonts.metrics(self._font, text.size, bold=text.bold).horizontalAdvance

    def _cells(self, text: str, size: float, *, bold: bool) -> breaks.Measure:
        advance = fonts.metrics(self._font, size, bold=bold).horizontalAdvance
        clusters = [one for one in breaks.graphemes(breaks.cleaned(text)) if one != " "]
        cell = max((advance(one) for one in [*clusters, "0"]), default=0.0) * _CELL_AIR
        return lambda line: len(breaks.graphemes(line)) * cell


def _colour(colour: str) -> QColor:
    red, green, blue, *opacity = bytes.fromhex(colour[1:])
    return QColor(red, green, blue, *opacity)
