"""Which transition the next Take makes, and how long it is: this seat's choice, remembered by it."""

from typing import get_args

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QWidget

from console.model.scene import CUT, Transition
from widgets.frame.memory import Memory, keep_word, recalled_word
from widgets.keys import without_input_method
from widgets.theme import GAP

KINDS: tuple[str, ...] = get_args(Transition.__annotations__["kind"])
REMEMBERED = "producer/transition"
SHORTEST_S, USUAL_S, LONGEST_S = 0.1, 0.5, 5.0


class Transitions(QWidget):
    """A chooser of kind and length."""

    chosen = Signal()

    def __init__(self, memory: Memory) -> None:
        """As it was left."""
        super().__init__()
        self._memory = memory
        self._kind, self._seconds = QComboBox(), QDoubleSpinBox()
        for kind in KINDS:
            self._kind.addItem(name_of(kind), kind)
        self._kind.setAccessibleName(self.tr("Transition"))
        self._seconds.setAccessibleName(self.tr("Length of the transition"))
        self._seconds.setRange(SHORTEST_S, LONGEST_S)
        self._seconds.setDecimals(1)
        self._seconds.setSingleStep(0.1)
        self._seconds.setSuffix(self.tr(" s"))
        for field in (self._kind, self._seconds):
            without_input_method(field)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addWidget(self._kind)
        layout.addWidget(self._seconds)
        self._recall()
        self._kind.currentIndexChanged.connect(self._keep)
        self._seconds.valueChanged.connect(self._keep)

    @property
    def wanted(self) -> Transition:
        """What is chosen."""
        kind = self._kind.currentData()
        return CUT if kind == "cut" else Transition(kind=kind, duration_us=round(self._seconds.value() * 1e6))

    @property
    def moving(self) -> Transition:
        """What is chosen, or a dissolve where that is a cut."""
        if self.wanted != CUT:
            return self.wanted
        return Transition(kind="dissolve", duration_us=round(self._seconds.value() * 1e6))

    def _recall(self) -> None:
        kind, _, seconds = recalled_word(self._memory, REMEMBERED, "").partition(" ")
        self._kind.setCurrentIndex(max(0, self._kind.findData(kind)))
        try:
            self._seconds.setValue(float(seconds))
        except ValueError:
            self._seconds.setValue(USUAL_S)
        self._enable()

    def _keep(self, _changed: object) -> None:
        keep_word(self._memory, REMEMBERED, f"{self._kind.currentData()} {self._seconds.value():.1f}")
        self._enable()
        self.chosen.emit()

    def _enable(self) -> None:
        self._seconds.setEnabled(self._kind.currentData() != "cut")


def name_of(kind: str) -> str:
    """A kind of transition as people call it."""
    names = {
        "cut": QCoreApplication.translate("Transitions", "Cut"),
        "dissolve": QCoreApplication.translate("Transitions", "Dissolve"),
        "wipe": QCoreApplication.translate("Transitions", "Wipe"),
    }
    return names.get(kind, kind)
