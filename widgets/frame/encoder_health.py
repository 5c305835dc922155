"""Whether the machine keeps up: pictures a second out of the encoder, and how late ticks begin."""

from PySide6.QtWidgets import QFrame

from console.link.pulse import Pulse
from console.model.state import State
from widgets.desk import Desk
from widgets.parts.clock import Figures
from widgets.parts.panel import row, small
from widgets.sheet import mean
from widgets.theme import GAP, REGULAR, SMALL

LATE_MS = 10.0
"""Lateness that is worth a look: a third of a picture at 30 a second."""
FEW = 0.97
"""Of the wanted pictures: fewer are too few."""
OLD_US = 2_000_000
"""Figures older than this are no longer shown."""


class EncoderHealth(QFrame):
    """One group of the health bar."""

    def __init__(self, desk: Desk) -> None:
        """Follows the pulse."""
        super().__init__()
        self._desk = desk
        self.fps = Figures(SMALL, REGULAR, widest="00.0")
        self.late = Figures(SMALL, REGULAR, widest="000.0 ms")
        self.fps.setAccessibleName(self.tr("Encoder, pictures a second"))
        self.late.setAccessibleName(self.tr("Lateness"))
        self.late.setToolTip(self.tr("How late the ticks of the mixer begin, 99 of 100 of them"))
        self.setLayout(row(small(self.tr("Encoder")), self.fps, small(self.tr("Late")), self.late, spacing=GAP // 2))
        desk.pulsed.connect(self.show_figures)
        desk.ticked.connect(self.show_figures)
        self.show_figures()

    def show_figures(self) -> None:
        """The slowest rendition; nothing while nothing runs or the figures are old."""
        pulse, state = self._desk.snapshot.pulse, self._desk.state
        is_known = state.session.running and self._desk.now().media_us - pulse.at.media_us < OLD_US
        fps = min((one.fps for one in pulse.renditions.values()), default=None) if is_known else None
        late_ms = pulse.late_p99_ms if is_known and pulse != Pulse() else None
        self.fps.show_text("—" if fps is None else f"{fps:.1f}")
        self.late.show_text("—" if late_ms is None else f"{late_ms:.1f} ms")
        mean(self.fps, "armed" if fps is not None and fps < FEW * _wanted_fps(state) else "")
        mean(self.late, "armed" if late_ms is not None and late_ms > LATE_MS else "")


def _wanted_fps(state: State) -> float:
    return state.show.rate.pictures / state.show.rate.seconds
