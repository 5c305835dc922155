"""All destinations of the show, each with everything that is known of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from console.errors import Message
from console.link.asking import KeyTails
from console.model.state import State
from widgets.desk import Desk
from widgets.parts.hold_key import HoldKey
from widgets.parts.panel import Panel, small
from widgets.tech.destination_card import DestinationCard
from widgets.tech.key_field import KeyField
from widgets.theme import GAP

KEY = "Ctrl+Shift+F9"


class DestinationsPanel(Panel):
    """One card each, in the order of the show."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk's State."""
        super().__init__()
        self.set_title(
            self.tr("Destinations"),
            empty=self.tr(
                "This show has no destinations. Add them in Plan (Alt+3) under Destinations, then store their stream"
                " keys here. A rehearsal needs none."
            ),
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
        self.body.addWidget(self._rehearsal)
        self.body.addWidget(holder, 1)  # Why no area that scrolls: the place where a panel hangs is one.
        desk.actions.deed(
            self,
            self.tr("Start the destination, or hold to stop it"),
            self._lead,
            group=self.tr("Destinations"),
            icon_name="network",
            key=KEY,
        )
        self._key = HoldKey(self, self._focused, Qt.Key.Key_F9)
        desk.bind(self, self._show, _watched)

    @property
    def cards(self) -> dict[str, DestinationCard]:
        """By destination."""
        return self._cards

    def showEvent(self, event: QShowEvent) -> None:
        """The ends of the keys may have changed since."""
        super().showEvent(event)
        self._key.hear(True)
        self._ask_for_tails()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whom nobody sees does not listen."""
        self._key.hear(False)
        super().hideEvent(event)

    def _focused(self) -> DestinationCard | None:
        """The card in which the focus is, in this window."""
        focus = QApplication.focusWidget()
        return next((card for card in self._cards.values() if focus is not None and card.isAncestorOf(focus)), None)

    def _lead(self) -> None:
        """The chord goes to the first card; pressed there it counts."""
        first = next(iter(self._cards.values()), None)
        if first is not None:
            first.take_focus()

    def _show(self, found: tuple[tuple[tuple[str, str], ...], bool]) -> None:
        places, is_rehearsal = found
        keys = [key for key, _ in places]
        self.set_empty(not keys)
        self._rehearsal.setVisible(is_rehearsal)
        for gone in set(self._cards) - set(keys):
            self._cards.pop(gone).deleteLater()
        for at, key in enumerate(keys):
            if key not in self._cards:
                self._cards[key] = DestinationCard(self._desk, key)
            self._layout.insertWidget(at, self._cards[key])
        if self.isVisible():
            self._ask_for_tails()

    def _ask_for_tails(self) -> None:
        if KeyField.is_for(self._desk.role):
            self._desk.ask(KeyTails(), self._take_tails, failed=self._stay_without)

    def _take_tails(self, tails: dict[str, str] | None) -> None:
        for key, card in self._cards.items():
            card.key.show_tail((tails or {}).get(key))

    def _stay_without(self, problem: Message) -> None:
        for card in self._cards.values():
            card.key.show_unknown(problem)


def _watched(state: State) -> tuple[tuple[tuple[str, str], ...], bool]:
    places = tuple((key, place.key) for key, place in state.sent_to.items())
    return places, state.session.is_rehearsal and state.session.running
