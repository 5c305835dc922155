"""Lines over the last minutes, drawn by pyqtgraph. Import this module only when a graph is seen: it takes time."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"
import pyqtgraph

pyqtgraph.setConfigOptions(exitCleanup=False)  # Why: the application ends its own widgets, in its own order.

from widgets.tech.history import KEPT_S  # noqa: E402 - below the line that must come first
from widgets.theme import SMALL, Tokens, font  # noqa: E402

LINE_PX = 2
AXIS_PX = 44
LOWEST_PX = 60
MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class Pen:
    """How one line looks: a colour, and a pattern for those who do not see it."""

    colour: str
    pattern: Qt.PenStyle


def pens(tokens: Tokens) -> tuple[Pen, ...]:
    """One after the other; no two look the same in grey."""
    colours = (tokens.info_text, tokens.preview_text, tokens.armed_text, tokens.text)
    patterns = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
    turns = [(colour, patterns[(at + turn) % 4]) for turn in range(4) for at, colour in enumerate(colours)]
    return tuple(Pen(colour, pattern) for colour, pattern in turns)


class Plot(QWidget):
    """One quantity of several, over the same minutes. Nothing in it is operated."""

    def __init__(self, tokens: Tokens, *, least: float) -> None:
        """`least`: the scale goes at least so far up, so that noise looks like noise."""
        super().__init__()
        self._tokens, self._least = tokens, least
        self._lines: dict[Any, Any] = {}
        self._plot = pyqtgraph.PlotWidget(background=tokens.panel)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setMinimumHeight(LOWEST_PX)
        self._plot.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        item = self._plot.getPlotItem()
        item.setMenuEnabled(False)
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        item.showGrid(y=True, alpha=0.25)
        item.setXRange(-KEPT_S, 0, padding=0.01)
        item.setContentsMargins(0, 4, 16, 0)
        self._axes(item)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plot)

    def sizeHint(self) -> QSize:
        """It takes what is left."""
        return QSize(4 * AXIS_PX, LOWEST_PX)

    def show_lines(self, ages: NDArray[np.float64], lines: Mapping[Any, tuple[NDArray[np.float64], Pen]]) -> None:
        """Become these lines; `ages` (N,) in seconds, ≤ 0, values (N,), NaN where the line breaks."""
        for gone in set(self._lines) - set(lines):
            self._plot.removeItem(self._lines.pop(gone))
        for key, (values, pen) in lines.items():
            if key not in self._lines:
                self._lines[key] = self._plot.plot(connect="finite")
            self._lines[key].setPen(pyqtgraph.mkPen(pen.colour, width=LINE_PX, style=pen.pattern))
            self._lines[key].setData(ages, values)
        self._plot.setYRange(0, top_of([values for values, _ in lines.values()], self._least), padding=0)

    def _axes(self, item: Any) -> None:
        for name in ("left", "bottom"):
            axis = item.getAxis(name)
            axis.setTickFont(font(SMALL, tabular=True))
            axis.setTextPen(self._tokens.quiet)
            axis.setPen(self._tokens.line)
            axis.enableAutoSIPrefix(False)
        item.getAxis("left").setWidth(AXIS_PX)
        minutes = range(0, KEPT_S + 1, MINUTE_S)
        item.getAxis("bottom").setTicks([[(-at, f"−{at // MINUTE_S}:00" if at else "0:00") for at in minutes]])


def top_of(lines: list[NDArray[np.float64]], least: float) -> float:
    """Where the scale ends: a little above the highest value that is known."""
    highest = max((float(np.nanmax(line)) for line in lines if np.isfinite(line).any()), default=0.0)
    return max(least, highest * 1.15)
