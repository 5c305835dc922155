"""One destination with everything that is known of it, and what can be done about it."""

from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from console.link.pulse import LineFigures
from console.model.commands import RetryDestination, StartDestination, StopDestination
from console.model.destination import DestinationStatus
from console.model.state import REHEARSAL
from widgets.desk import Desk
from widgets.parts.button import ActionButton
from widgets.parts.chip import Chip
from widgets.parts.clock import Figures
from widgets.parts.elided import Elided
from widgets.parts.hold_button import HoldButton
from widgets.parts.panel import column, lettered, row, small
from widgets.sheet import mean
from widgets.tech.key_field import KeyField
from widgets.tech.wording import age_words, destination_phase
from widgets.theme import BODY, GAP, GRID, PAD, REGULAR, STRONG

PROOF_S = 10.0
"""A proof older than this is none any more."""
CROWDED_MS = 800
"""So much waits that viewers will soon see it."""


class DestinationCard(QFrame):
    """Bound to its status; its figures follow the pulse."""

    def __init__(self, desk: Desk, destination: str) -> None:
        """`destination`: its id."""
        super().__init__()
        self._desk, self._destination = desk, destination
        self.setProperty("part", "raised")
        self.name, self.phase, self._address, self._problem = Elided(), Chip(), Elided(), QLabel()
        lettered(self.name, BODY, STRONG)
        self._address.setProperty("part", "small")
        self.key = KeyField(desk, destination, self._address)
        self._problem.setWordWrap(True)
        mean(self._problem, "armed")
        self._figures: dict[str, Figures] = {}
        layout = column(
            row(self.name, self.phase),
            self.key,
            self._grid(),
            self._problem,
            self._deeds(),
            spacing=GRID,
        )
        layout.setContentsMargins(PAD, GAP, PAD, GAP)
        self.setLayout(layout)
        desk.bind(self, lambda _known: self._show_name(), lambda state: state.sent_to.get(destination))
        desk.bind(
            self, lambda _known: self._show(), lambda state: (state.destinations.get(destination), state.session)
        )
        desk.pulsed.connect(self._beat)
        desk.ticked.connect(self._count_down)

    def begin(self) -> None:
        """Its chord went down: one that is off is started, one that is on is stopped if the chord is held."""
        if self._stop.isVisible():
            self._stop.begin()
        elif self._start.isVisible():
            self._starting.trigger()

    def let_go(self) -> None:
        """The chord is up."""
        self._stop.let_go()

    def take_focus(self) -> None:
        """To what can be done with it."""
        button = self._stop if self._stop.isVisible() else self._start
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(PAD)
        grid.setVerticalSpacing(0)
        names = {
            "kbps": (self.tr("Sent"), self.tr("What leaves this machine")),
            "accepted": (self.tr("Accepted"), self.tr("When the server last said that it has the stream")),
            "buffered": (self.tr("Waiting"), self.tr("Made and not yet gone")),
            "seen": (self.tr("Seen"), self.tr("When a picture was last decoded on the viewers' side")),
            "dropped": (self.tr("Dropped"), self.tr("Packets left out because the line was too slow")),
            "trip": (self.tr("Round trip"), self.tr("To the server and back")),
            "attempts": (self.tr("Failed tries"), self.tr("In a row; 0 once it is live")),
            "reconnects": (self.tr("Reconnects"), self.tr("Became live again after having been live")),
        }
        for at, (name, (words, tip)) in enumerate(names.items()):
            figures = self._figures[name] = Figures(BODY, REGULAR)
            figures.setAccessibleName(words)
            word = small(words)
            word.setToolTip(tip)
            figures.setToolTip(tip)
            grid.addWidget(word, at // 2, at % 2 * 2)
            grid.addWidget(figures, at // 2, at % 2 * 2 + 1)
            grid.setColumnStretch(at % 2 * 2 + 1, 1)
        return grid

    def _deeds(self) -> QFrame:
        make, group, key = self._desk.actions.command, self.tr("Destinations"), self._destination
        start = self._starting = make(
            self, self.tr("Start"), lambda: StartDestination(key), group=group, icon_name="start"
        )
        retry = make(self, self.tr("Retry now"), lambda: RetryDestination(key), group=group, icon_name="network")
        self._start, self._retry = ActionButton(start, size="air"), ActionButton(retry)
        self._stop = HoldButton(self.tr("Hold: stop"))
        self._stop.held.connect(lambda: self._desk.do(StopDestination(key)))
        buttons = QFrame()
        buttons.setLayout(row(self._start, self._retry, None, self._stop))
        return buttons

    def _status(self) -> DestinationStatus:
        return self._desk.state.destinations.get(self._destination) or DestinationStatus()

    def _show_name(self) -> None:
        known = self._desk.state.sent_to.get(self._destination)
        is_made_up = known is None or self._destination == REHEARSAL
        name = self.tr("Built-in receiver") if is_made_up else known.name if known is not None else ""
        self.name.setText(name)
        self.setAccessibleName(name)
        address = "" if known is None else without_secrets(known.server)
        self._address.setText(address)
        self.key.set_name(name)
        self.key.allow(not is_made_up and KeyField.is_for(self._desk.role))
        self._stop.setAccessibleName(self.tr("Hold to stop {name}").format(name=name))

    def _show(self) -> None:
        status, session = self._status(), self._desk.state.session
        self.phase.show_state(*destination_phase(status.phase))
        self._problem.setText("" if status.problem is None else self._desk.say(status.problem))
        self._problem.setVisible(bool(self._problem.text()) and status.phase != "live")
        self._start.setVisible(session.running and (not status.wanted or status.phase == "rejected"))
        self._retry.setVisible(status.wanted and status.phase == "retrying")
        self._stop.setVisible(session.running and status.wanted)
        self._figures["attempts"].show_text(f"{status.attempts}")
        self._figures["reconnects"].show_text(f"{status.reconnects}")
        mean(self._figures["attempts"], "armed" if status.attempts else "")
        self._beat()

    def _beat(self) -> None:
        line = self._desk.snapshot.pulse.destinations.get(self._destination)
        is_sent = line is not None and self._status().phase == "live"
        line = line or LineFigures()
        figures = self._figures
        figures["kbps"].show_text(f"{line.kbps / 1000:.1f} Mb/s" if is_sent else "")
        figures["buffered"].show_text(f"{line.buffered_ms:,} ms" if is_sent else "")
        figures["dropped"].show_text(f"{line.dropped:,}" if line.pictures or line.dropped else "")
        trip = line.round_trip_ms if is_sent else None
        figures["trip"].show_text("" if trip is None else f"{trip:.0f} ms")
        mean(figures["buffered"], "armed" if is_sent and line.buffered_ms > CROWDED_MS else "")
        mean(figures["dropped"], "armed" if line.dropped else "")
        self._show_age("accepted", line.acknowledged_age_s if is_sent else None)
        self._show_age("seen", line.seen_age_s if is_sent else None)

    def _show_age(self, name: str, age_s: float | None) -> None:
        self._figures[name].show_text(age_words(age_s))
        mean(self._figures[name], "quiet" if age_s is None or age_s > PROOF_S else "preview")

    def _count_down(self) -> None:
        status = self._status()
        if status.phase == "retrying" and status.retry_at_us:
            left_s = max(0, (status.retry_at_us - self._desk.now().wall_us) // 1_000_000)
            self.phase.show_state(self.tr("Retrying in {s} s").format(s=left_s), "armed")


def without_secrets(server: str) -> str:
    """An address as it may be shown: people paste names, passwords and keys into it."""
    parts = urlsplit(server)
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{parts.path}" if host else ""
