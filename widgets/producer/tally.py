"""A monitor with its tally: a border in a colour and above it a word, both from the State."""

from typing import Literal

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from console.core.mix import under_way
from console.model.state import State
from widgets.desk import Desk
from widgets.parts.chip import Chip
from widgets.parts.elided import Elided
from widgets.parts.monitor import Monitor
from widgets.parts.panel import row
from widgets.sheet import Meaning, mean
from widgets.theme import GAP

Tally = Literal["", "air", "preview"]
NAME_PX = 64
"""Less of a scene's name tells nothing."""


def tally(state: State, scene: str, media_us: int) -> Tally:
    """On Program, a transition's way out included; else on Preview; else nowhere."""
    mix = state.mix
    if not state.session.running:
        return ""
    leaving = mix.change.from_scene if mix.change is not None and under_way(mix.change, media_us) else None
    if scene in {mix.program, leaving}:
        return "air"
    return "preview" if scene == mix.preview else ""


class Screen(QFrame):
    """Preview or Program."""

    def __init__(self, desk: Desk, monitor: str, none: str) -> None:
        """`monitor` as the engine names it; `none` is said while it has no picture."""
        super().__init__()
        self.setProperty("part", "tally")
        self.chip, self.scene = Chip(), Elided()
        self._said: tuple[str, str, Meaning] = ("", "", "")
        self.monitor = Monitor(desk, monitor, none=none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = row(self.chip, self.scene, spacing=GAP)
        head.setContentsMargins(GAP // 2, 2, GAP // 2, 2)
        layout.addLayout(head)
        layout.addWidget(self.monitor, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The word of the tally is never cut: it is said shorter, and the scene's name stands in the tip."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        word, short, meaning = self._said
        self.chip.show_state(word, meaning)
        if self.chip.sizeHint().width() + 2 * GAP > self.width():
            self.chip.show_state(short, meaning)
        self.scene.setVisible(self.width() >= self.chip.sizeHint().width() + NAME_PX)

    def show_tally(self, word: str, meaning: Meaning, scene: str, *, short: str = "") -> None:
        """`word` stands beside the name of the scene; `short` is said where there is no room for it."""
        self._said = word, short or word, meaning
        self.scene.setText(scene or "—")
        self.setToolTip(f"{word} {scene}".strip())
        self._make_room()
        self.setAccessibleName(f"{word} {scene}")
        mean(self, meaning)
