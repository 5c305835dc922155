"""The sound: a strip for each source that can be heard, and how loud Program is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from console.link.pulse import Loud
from console.model.state import State
from widgets.desk import Desk
from widgets.parts.clock import Figures
from widgets.parts.meter import Meter, words_of
from widgets.parts.panel import Panel, row, small
from widgets.producer.strip import StripRow

NO_SOUND = frozenset({"still", "screen"})
"""Kinds of sources that never give sound."""


def strip_keys(state: State) -> tuple[str, ...]:
    """Sources that can be heard: those that have a strip, then those whose kind gives sound."""
    strips, sources = state.show.audio.strips, state.show.sources
    first = [key for key in strips if key in sources]
    return (*first, *(key for key in sources if key not in strips and sources[key].kind not in NO_SOUND))


class AudioPanel(Panel):
    """Program on top, the strips below it."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk's State and its figures."""
        super().__init__()
        self.set_title(self.tr("Sound"), empty=self.tr("No source with sound yet. Add one in Plan (Alt+3)."))
        self._desk = desk
        self._rows: dict[str, StripRow] = {}
        self._program, self._peak = Meter(desk.tokens), Figures(widest="−60.0")
        self._program.setAccessibleName(self.tr("Level of Program"))
        self._lufs = Figures(widest="−60.0")
        words = small(self.tr("LUFS"))
        words.setToolTip(self.tr("Loudness of the last 3 seconds; platforms want about −16 to −14."))
        self.body.addLayout(row(small(self.tr("Program")), self._program, self._peak, words, self._lufs))
        self._strips = QVBoxLayout()
        self._strips.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(self._strips)
        self._strips.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setProperty("part", "plain")
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        self.body.addWidget(scroll, 1)
        desk.bind(self, self._show, strip_keys)
        desk.pulsed.connect(self._beat)

    def _show(self, keys: tuple[str, ...]) -> None:
        self.set_empty(not keys)
        for gone in set(self._rows) - set(keys):
            self._rows.pop(gone).deleteLater()
        for at, key in enumerate(keys):
            if key not in self._rows:
                self._rows[key] = StripRow(self._desk, key)
            self._strips.insertWidget(at, self._rows[key])

    def _beat(self) -> None:
        meters = self._desk.snapshot.pulse.meters
        self._program.show_level(meters.program)
        self._peak.show_text(words_of(meters.program.peak_db))
        self._lufs.show_text("" if meters.short_term_lufs is None else f"{meters.short_term_lufs:.1f}")
        for key, strip in self._rows.items():
            strip.show_level(meters.strips.get(key, Loud()))
