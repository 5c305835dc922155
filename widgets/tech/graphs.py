"""The panels of graphs: encoders, network, and how the ticks keep time."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from widgets.desk import Desk
from widgets.parts.panel import Panel
from widgets.tech.graph import Graph
from widgets.tech.history import Quantity, Series, history_of

LOW = 2.5
"""Times wider than high."""


class GraphPanel(Panel):
    """Says what to do while there is nothing to draw."""

    def __init__(self, desk: Desk) -> None:
        """Without graphs yet."""
        super().__init__()
        self._desk = desk
        self._history = history_of(desk)
        self._quantities: frozenset[Quantity] = frozenset()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low place graphs stand side by side."""
        super().resizeEvent(event)
        is_low = self.width() > LOW * self.height()
        direction = QBoxLayout.Direction.LeftToRight if is_low else QBoxLayout.Direction.TopToBottom
        if self.body.direction() != direction:
            self.body.setDirection(direction)

    def _hang(self, *graphs: Graph) -> None:
        for graph in graphs:
            self.body.addWidget(graph, 1)
            self._quantities |= frozenset(graph.quantities)
        self._history.grown.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.set_empty(not any(series.quantity in self._quantities for series in self._history.series))


class EncoderPanel(GraphPanel):
    """Pictures a second and data rate of each rendition."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the history of the desk."""
        super().__init__(desk)
        self.set_title(self.tr("Encoder"), empty=self.tr("Nothing is encoded. Start a rehearsal or the show."))
        name = self._name
        self._hang(
            Graph(desk, self.tr("Pictures a second"), ("fps",), name_of=name, figure="{:.1f}", least=36.0),
            Graph(desk, self.tr("Made"), ("encoded",), name_of=name, figure="{:.1f} Mb/s", least=1.0),
        )

    def _name(self, series: Series) -> str:
        figures = self._desk.snapshot.pulse.renditions.get(series.key)
        return f"{series.key} ({figures.encoder})" if figures is not None and figures.encoder else series.key


class NetworkPanel(GraphPanel):
    """What leaves for each destination, and what waits for the line."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the history of the desk."""
        super().__init__(desk)
        self.set_title(self.tr("Network"), empty=self.tr("Nothing is sent yet. Go live, or rehearse going live."))
        name = self._name
        waiting = Graph(desk, self.tr("Waiting"), ("buffered",), name_of=name, figure="{:.0f} ms", least=500.0)
        waiting.setToolTip(self.tr("Made and not yet gone. It grows when the line is slower than the stream."))
        self._hang(Graph(desk, self.tr("Sent"), ("sent",), name_of=name, figure="{:.1f} Mb/s", least=1.0), waiting)

    def _name(self, series: Series) -> str:
        known = self._desk.state.sent_to.get(series.key)
        return (known.name if known is not None else "") or self.tr("Built-in receiver")


class TimingPanel(GraphPanel):
    """How late the ticks begin, how long they compose, and what the engine costs."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the history of the desk."""
        super().__init__(desk)
        self.set_title(self.tr("Timing"), empty=self.tr("No figures from the engine yet."))
        name = self._name
        ticks = Graph(
            desk, self.tr("99 of 100 ticks"), ("late", "compose"), name_of=name, figure="{:.1f} ms", least=10.0
        )
        ticks.setToolTip(self.tr("A tick that begins later than a picture lasts shows the picture before once more."))
        self._hang(ticks, Graph(desk, self.tr("Processor"), ("cpu",), name_of=name, figure="{:.2f}", least=1.0))

    def _name(self, series: Series) -> str:
        words: dict[Quantity, str] = {
            "late": self.tr("late by"),
            "compose": self.tr("composing"),
            "cpu": self.tr("cores in use"),
        }
        return words[series.quantity]
