"""One quantity over the last minutes: its lines, and in words what each line is and says now."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from widgets.desk import Desk
from widgets.parts.clock import Figures
from widgets.parts.elided import Elided
from widgets.parts.flow import Flow
from widgets.parts.panel import row, small
from widgets.tech.history import Quantity, Series, history_of
from widgets.theme import GAP, GRID, SMALL

if TYPE_CHECKING:
    from widgets.tech.plot import Pen, Plot

SWATCH_PX = 24
NAME_PX = 160
NameOf = Callable[[Series], str]


class Graph(QWidget):
    """Follows the history while it is seen; the library that draws is loaded when it is first seen."""

    def __init__(
        self, desk: Desk, words: str, quantities: tuple[Quantity, ...], *, name_of: NameOf, figure: str, least: float
    ) -> None:
        """`figure`: how a value reads, such as "{:.1f} ms"; `least`: the least upper end of the scale."""
        super().__init__()
        self._desk, self.quantities, self._name_of = desk, quantities, name_of
        self._figure, self._least = figure, least
        self._history = history_of(desk)
        self._plot: Plot | None = None
        self._keys: dict[Series, _Key] = {}
        self._words = small(words)
        self._legend = Flow(self._words, spacing=GAP)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID)
        self._layout.addLayout(self._legend)
        self._history.grown.connect(self._follow)

    def showEvent(self, event: QShowEvent) -> None:
        """Seen for the first time, or again: what came meanwhile is there."""
        super().showEvent(event)
        if self._plot is None:
            from widgets.tech.plot import Plot  # noqa: PLC0415 - a third of a second, for those who look only

            self._plot = Plot(self._desk.tokens, least=self._least)
            self._layout.addWidget(self._plot, 1)
        self._follow()

    def _follow(self) -> None:
        if self._plot is None or not self.isVisible():
            return
        from widgets.tech.plot import pens  # noqa: PLC0415 - loaded by now

        order = {quantity: at for at, quantity in enumerate(self.quantities)}
        shown = [series for series in self._history.series if series.quantity in order]
        shown.sort(key=lambda series: (order[series.quantity], series.key))
        with_pens = dict(zip(shown, pens(self._desk.tokens), strict=False))
        self._plot.show_lines(
            self._history.ages(),
            {series: (self._history.values(series), pen) for series, pen in with_pens.items()},
        )
        self._explain(with_pens)

    def _explain(self, shown: "dict[Series, Pen]") -> None:
        for gone in set(self._keys) - set(shown):
            self._keys.pop(gone).deleteLater()
        for series, pen in shown.items():
            if series not in self._keys:
                self._keys[series] = _Key(self._figure)
                self._legend.addWidget(self._keys[series])
            self._keys[series].tell(self._name_of(series), self._history.newest(series), pen)
        self.setAccessibleDescription(", ".join(key.words for key in self._keys.values()))


class _Key(QWidget):
    """What one line is, and what it says now."""

    def __init__(self, figure: str) -> None:
        super().__init__()
        self._figure = figure
        self._swatch, self._name, self._now = _Swatch(), Elided(), Figures(SMALL, widest=figure.format(0))
        self._name.setProperty("part", "small")
        self._name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._name.setMaximumWidth(NAME_PX)
        self.setLayout(row(self._swatch, self._name, self._now, spacing=GRID))

    @property
    def words(self) -> str:
        return f"{self._name.text()} {self._now.text()}"

    def tell(self, name: str, value: float | None, pen: "Pen") -> None:
        self._swatch.show_pen(pen)
        self._name.setText(name)
        self._now.show_text("" if value is None else self._figure.format(value))


class _Swatch(QLabel):
    """A piece of the line."""

    def __init__(self) -> None:
        super().__init__()
        self._pen: Pen | None = None
        self.setFixedSize(SWATCH_PX, SMALL)

    def show_pen(self, pen: "Pen") -> None:
        self._pen = pen
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._pen is not None:
            painter = QPainter(self)
            painter.setPen(QPen(QColor(self._pen.colour), 2, self._pen.pattern, Qt.PenCapStyle.FlatCap))
            middle = self.height() // 2
            painter.drawLine(0, middle, self.width(), middle)
