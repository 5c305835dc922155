"""All sources of the show with live pictures and levels: the middle of the tech's page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from console.model.state import State
from widgets.desk import Desk
from widgets.parts.flow import Flow
from widgets.parts.panel import Panel, small
from widgets.tech.source_card import SourceCard
from widgets.theme import GAP


class SourcesPanel(Panel):
    """Cards side by side, in the order of the show."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk's State."""
        super().__init__()
        self.set_title(
            self.tr("Sources"),
            empty=self.tr("This show has no sources. Use one of “On this machine”."),
        )
        self._desk = desk
        self._cards: dict[str, SourceCard] = {}
        self._closed = small(self.tr("Sources are opened with the rehearsal or the show."))
        self._closed.setWordWrap(True)
        self._holder = QWidget()
        outer = QVBoxLayout(self._holder)
        outer.setContentsMargins(0, 0, 0, 0)
        self._flow = Flow(spacing=GAP)
        outer.addLayout(self._flow)
        outer.addStretch(1)
        scroll = QScrollArea()
        scroll.setProperty("part", "plain")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._holder)
        self.body.addWidget(self._closed)
        self.body.addWidget(scroll, 1)
        desk.bind(self, self._show, _watched)

    @property
    def cards(self) -> dict[str, SourceCard]:
        """By source."""
        return self._cards

    def _show(self, found: tuple[tuple[str, ...], bool]) -> None:
        keys, runs = found
        self._closed.setVisible(not runs)
        self.set_empty(not keys)
        if tuple(self._cards) == keys:
            return
        for gone in set(self._cards) - set(keys):
            self._cards.pop(gone).deleteLater()
        self._cards = {key: self._cards.get(key) or SourceCard(self._desk, key) for key in keys}
        while self._flow.takeAt(0) is not None:
            pass
        for card in self._cards.values():
            self._flow.addWidget(card)
            self._flow.setAlignment(card, Qt.AlignmentFlag.AlignTop)


def _watched(state: State) -> tuple[tuple[str, ...], bool]:
    return tuple(state.show.sources), state.session.running
