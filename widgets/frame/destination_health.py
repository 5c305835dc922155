"""How one destination does: is it sent, does the server take it, does somebody see it, and how old each proof is."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from console.link.pulse import LineFigures
from console.model.commands import RetryDestination
from console.model.destination import DestinationStatus
from widgets.desk import Desk
from widgets.parts.button import ActionButton
from widgets.parts.chip import Chip
from widgets.parts.clock import Figures
from widgets.parts.elided import Elided
from widgets.parts.panel import row, small
from widgets.sheet import Meaning, mean
from widgets.theme import BUTTON_HEIGHT, GAP, REGULAR, SMALL

PROOF_S = 10.0
"""A proof older than this is none any more."""
SHORT_PX = 400
"""Narrower groups leave the words before their figures to the tips."""


class DestinationHealth(QFrame):
    """One group of the health bar."""

    def __init__(self, desk: Desk, destination: str) -> None:
        """Bound to its status; its figures follow the pulse."""
        super().__init__()
        self._desk, self._destination = desk, destination
        self._width_px = 0
        self.setMinimumHeight(BUTTON_HEIGHT)
        self.name, self.phase = Elided(), Chip()
        self.kbps = Figures(SMALL, REGULAR, widest="00.0 Mb/s")
        self.accepted = Figures(SMALL, REGULAR, widest="000s")
        self.seen = Figures(SMALL, REGULAR, widest="000s")
        self._words = tuple(small(words) for words in (self.tr("Accepted"), self.tr("Seen")))
        retry = desk.actions.command(
            self,
            self.tr("Retry now"),
            lambda: RetryDestination(destination),
            group=self.tr("Destinations"),
            icon_name="network",
        )
        self.retry = ActionButton(retry, size="small", by_keys=False)
        self._lay_out()
        desk.bind(self, self._show_name, lambda state: state.sent_to.get(destination))
        desk.bind(self, self._show_status, lambda state: state.destinations.get(destination))
        desk.pulsed.connect(self.show_figures)
        desk.ticked.connect(self._count_down)
        self.show_figures()

    def set_width(self, width_px: int) -> None:
        """The bar gives it so much."""
        self.setFixedWidth(width_px)
        self._width_px = width_px
        self._shorten()

    def show_figures(self) -> None:
        """What the newest pulse says of it; without proof nothing is claimed."""
        line = self._desk.snapshot.pulse.destinations.get(self._destination)
        is_sent = line is not None and self._status().phase == "live"
        line = line if line is not None and is_sent else LineFigures()
        self.kbps.show_text(f"{line.kbps / 1000:.1f} Mb/s" if is_sent else "—")
        _show_age(self.accepted, line.acknowledged_age_s)
        _show_age(self.seen, line.seen_age_s)

    def _shorten(self) -> None:
        is_retried = not self.retry.isHidden()
        room_px = self._width_px - (self.retry.sizeHint().width() if is_retried else 0)
        for word in self._words:
            word.setVisible(room_px >= SHORT_PX)
        for figure in (self.kbps, self.accepted, self.seen):
            figure.setVisible(not is_retried or room_px >= SHORT_PX)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, GAP, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.phase)
        layout.addWidget(self.name, 1)
        self.kbps.setToolTip(self.tr("What leaves this machine"))
        self.kbps.setAccessibleName(self.tr("Sending"))
        layout.addWidget(self.kbps)
        tips = (
            self.tr("Since the server last said that it has the stream"),
            self.tr("Since a picture was last decoded on the viewers' side"),
        )
        for word, figure, tip in zip(self._words, (self.accepted, self.seen), tips, strict=True):
            figure.setToolTip(f"{word.text()}: {tip}")
            figure.setAccessibleName(word.text())
            layout.addLayout(row(word, figure, spacing=GAP // 2))
        layout.addWidget(self.retry)

    def _status(self) -> DestinationStatus:
        return self._desk.state.destinations.get(self._destination) or DestinationStatus()

    def _show_name(self, _found: object) -> None:
        known = self._desk.state.sent_to.get(self._destination)
        self.name.setText((known.name if known is not None else "") or self.tr("Built-in receiver"))
        self.setAccessibleName(self.name.text())

    def _show_status(self, _found: object) -> None:
        status = self._status()
        word, meaning = self._phase_word(status)
        self.phase.show_state(word, meaning)
        self.phase.setToolTip(self._desk.say(status.problem) if status.problem is not None else "")
        self.retry.setVisible(status.phase in {"retrying", "rejected"} and status.wanted)
        self._shorten()
        self.show_figures()

    def _phase_word(self, status: DestinationStatus) -> tuple[str, Meaning]:
        words: dict[str, tuple[str, Meaning]] = {
            "stopped": (self.tr("Off"), ""),
            "connecting": (self.tr("Connecting"), "armed"),
            "live": (self.tr("Sending"), "preview"),
            "retrying": (self.tr("Retrying"), "armed"),
            "rejected": (self.tr("Rejected"), "air"),
        }
        return words[status.phase]

    def _count_down(self) -> None:
        status = self._status()
        if status.phase == "retrying" and status.retry_at_us:
            left_s = max(0, (status.retry_at_us - self._desk.now().wall_us) // 1_000_000)
            self.phase.show_state(self.tr("Retrying in {s} s").format(s=left_s), "armed")


def _show_age(label: QLabel, age_s: float | None) -> None:
    assert isinstance(label, Figures)
    label.show_text("—" if age_s is None else f"{age_s:.0f}s" if age_s < 1000 else f"{age_s / 60:.0f}m")
    mean(label, "quiet" if age_s is None or age_s > PROOF_S else "preview")
