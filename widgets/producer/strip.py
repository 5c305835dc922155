"""One strip of the sound: name, level, gain, mute, and solo for the person at this desk."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSlider

from console.link.pulse import Loud
from console.model.audio import Strip
from console.model.command import Command
from console.model.commands import Listen
from console.model.edit import Add, Edit
from console.model.listening import PROGRAM, Listening
from console.model.state import State
from widgets.desk import Desk
from widgets.keys import without_input_method
from widgets.parts.clock import Figures
from widgets.parts.meter import Meter, words_of
from widgets.parts.panel import row
from widgets.sheet import mean
from widgets.theme import GRID

LOWEST_DB, HIGHEST_DB = -60, 12
NAME_WIDTH = 88
SETTLE_MS = 80
"""A slider that is drawn sends no more often."""


class StripRow(QFrame):
    """Follows the strip in the State; what is turned here is sent as an edit."""

    def __init__(self, desk: Desk, key: str) -> None:
        """`key`: of the source and its strip."""
        super().__init__()
        self._desk, self._key = desk, key
        self._name, self._meter, self._gain_words = QLabel(), Meter(desk.tokens), Figures(widest="+12 dB")
        self._name.setFixedWidth(NAME_WIDTH)
        self._gain = QSlider(Qt.Orientation.Horizontal)
        self._gain.setRange(LOWEST_DB, HIGHEST_DB)
        self._gain.setFixedWidth(NAME_WIDTH)
        self._gain.valueChanged.connect(self._turned)
        self._mute = QPushButton(self.tr("Mute"))
        self._mute.setCheckable(True)
        self._mute.setProperty("size", "small")
        self._mute.clicked.connect(lambda on: self._edit({"mute": on}))
        self._solo = QPushButton(self.tr("Solo"))
        self._solo.setCheckable(True)
        self._solo.setProperty("size", "small")
        self._solo.clicked.connect(self._listen)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(lambda: self._edit({"gain_db": float(self._gain.value())}))
        for widget in (self._gain, self._mute, self._solo):
            without_input_method(widget)
        self.setLayout(
            row(self._name, self._meter, self._gain, self._gain_words, self._solo, self._mute, spacing=GRID)
        )
        desk.bind(self, lambda _found: self._show(), self._found)
        desk.bind(self, self._show_listening, lambda state: state.listening)

    def show_level(self, loud: Loud) -> None:
        """From the figures, ten times a second."""
        self._meter.show_level(loud)
        self._meter.setToolTip(words_of(loud.peak_db))

    def _found(self, state: State) -> tuple[str, Strip | None]:
        source = state.show.sources.get(self._key)
        return (self._key if source is None else source.name, state.show.audio.strips.get(self._key))

    def _show(self) -> None:
        name, known = self._found(self._desk.state)
        strip = known or Strip()
        self._name.setText(self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, NAME_WIDTH))
        self._name.setToolTip(name)
        named = (
            (self._gain, self.tr("Gain of {name}")),
            (self._mute, self.tr("Mute {name}")),
            (self._solo, self.tr("Hear {name} alone")),
        )
        for widget, words in named:
            widget.setAccessibleName(words.format(name=name))
        self._meter.setAccessibleName(self.tr("Level of {name}").format(name=name))
        if not self._gain.isSliderDown() and not self._settle.isActive():
            self._gain.blockSignals(True)
            self._gain.setValue(round(strip.gain_db))
            self._gain.blockSignals(False)
            self._tell(strip.gain_db)
        self._mute.setChecked(strip.mute)
        self._mute.setText(self.tr("Muted") if strip.mute else self.tr("Mute"))
        mean(self._mute, "armed" if strip.mute else "")

    def _show_listening(self, listening: Listening) -> None:
        """Only this desk's listener hears it; viewers hear Program."""
        is_heard = bool(listening.device) and listening.carries == self._key
        self._solo.setChecked(is_heard)
        self._solo.setEnabled(bool(listening.device))
        choose = self.tr("Choose a sound output first: Listen, below.")
        self._solo.setToolTip(self._solo.accessibleName() if listening.device else choose)
        mean(self._solo, "info" if is_heard else "")

    def _listen(self) -> None:
        now = self._desk.state.listening
        carries = PROGRAM if now.carries == self._key else self._key
        self._desk.do(Listen(now.device, carries, now.gain_db))

    def _turned(self, value: int) -> None:
        self._tell(value)
        self._settle.start()

    def _tell(self, gain_db: float) -> None:
        self._gain_words.show_text(f"{gain_db:+.0f} dB")

    def _edit(self, patch: dict[str, object]) -> None:
        strip = self._desk.state.show.audio.strips.get(self._key)
        command: Command = (
            Add("strips", self._key, patch) if strip is None else Edit("strips", self._key, patch, strip.revision)
        )
        self._desk.do(command)
