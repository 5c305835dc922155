"""Several other things of the show, by name: chips that go with a click, and a list to add from."""

from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from widgets.forms.choices import Choosing
from widgets.forms.entry import Entry
from widgets.forms.known import Known
from widgets.forms.shape import Shape
from widgets.icons import icon
from widgets.keys import without_input_method
from widgets.parts.flow import Flow
from widgets.theme import GAP

LONGEST = 24
"""Characters of a name that a chip shows."""


class SomeEntry(Entry):
    """In the order in which they were added."""

    def __init__(self, shape: Shape, known: Known) -> None:
        """None yet."""
        super().__init__()
        self._shape, self._known = shape, known
        self._value: list[str] = []
        self._chips: list[QWidget] = []
        self._adding = Choosing()
        self._adding.setMinimumContentsLength(8)
        self._adding.activated.connect(self._add)
        self.setFocusProxy(self._adding)
        self._flow = Flow(spacing=GAP // 2)
        self.setLayout(self._flow)

    def show_value(self, value: Any) -> None:
        """One chip each."""
        self._value = list(value)
        choices = self._known.choices(self._shape.names)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.setParent(None)
            chip.deleteLater()
        self._flow.removeWidget(self._adding)
        self._chips = [self._chip(key, choices.get(key) or self._known.missing(key)) for key in self._value]
        for widget in (*self._chips, self._adding):
            self._flow.addWidget(widget)
        rest = {key: words for key, words in choices.items() if key not in self._value}
        self._adding.offer({"": self.tr("Add…"), **rest})
        self._adding.choose("")
        self._adding.setVisible(bool(rest))
        self.updateGeometry()

    def value(self) -> Any:
        """Their ids."""
        return list(self._value)

    def _chip(self, key: str, words: str) -> QPushButton:
        chip = QPushButton(icon("close", self._known.desk.tokens), _short(words))
        chip.setProperty("size", "filter")
        chip.setToolTip(self.tr("Take {name} out").format(name=words))
        chip.setAccessibleName(chip.toolTip())
        without_input_method(chip)
        chip.clicked.connect(lambda _checked=False: self._become([one for one in self._value if one != key]))
        return chip

    def _add(self) -> None:
        key = self._adding.currentData()
        if key:
            self._become([*self._value, key])

    def _become(self, value: list[str]) -> None:
        self.show_value(value)
        self.left.emit()


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
