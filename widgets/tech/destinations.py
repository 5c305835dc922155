"""All destinations of the show, each with everything that is known of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from console.errors import Message
from console.link.asking import KeyTails
from console.model.state import State
from widgets.desk import Desk
from widgets.parts.panel import Panel, small
from widgets.tech.destination_card import DestinationCard
from widgets.theme import GAP


class DestinationsPanel(Panel):
    """One card each, in the order of the show."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk's State."""
        super().__init__()
        self.set_title(
            self.tr("Destinations"),
            empty=self.tr("This show has no destinations. Add them in Plan (Alt+3); a rehearsal needs none."),
        )
        self._desk = desk
        self._cards: dict[str, DestinationCard] = {}
        self._rehearsal = small(self.tr("Rehearsal: all are sent to the built-in receiver, nothing is public."))
        self._rehearsal.setWordWrap(True)
        holder = QWidget()
        self._layout = QVBoxLayout(holder)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP)
        self._layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setProperty("part", "plain")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(holder)
        self.body.addWidget(self._rehearsal)
        self.body.addWidget(scroll, 1)
        desk.bind(self, self._show, _watched)

    @property
    def cards(self) -> dict[str, DestinationCard]:
        """By destination."""
        return self._cards

    def showEvent(self, event: QShowEvent) -> None:
        """The ends of the keys may have changed since."""
        super().showEvent(event)
        self._desk.ask(KeyTails(), self._take_tails, failed=_stay_without)

    def _show(self, found: tuple[tuple[str, ...], bool]) -> None:
        keys, is_rehearsal = found
        self.set_empty(not keys)
        self._rehearsal.setVisible(is_rehearsal)
        for gone in set(self._cards) - set(keys):
            self._cards.pop(gone).deleteLater()
        for at, key in enumerate(keys):
            if key not in self._cards:
                self._cards[key] = DestinationCard(self._desk, key)
            self._layout.insertWidget(at, self._cards[key])

    def _take_tails(self, tails: dict[str, str] | None) -> None:
        for key, card in self._cards.items():
            card.show_tail((tails or {}).get(key, ""))


def _watched(state: State) -> tuple[tuple[str, ...], bool]:
    return tuple(state.sent_to), state.session.is_rehearsal and state.session.running


def _stay_without(_problem: Message) -> None:
    """A seat that may not see them shows none."""
