"""Buttons that are an action's: same words, same key, same reason not to."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from widgets.actions import Deed
from widgets.keys import without_input_method
from widgets.sheet import Meaning, mean
from widgets.theme import ICON

PRESSING = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select})
"""Keys that press a button that has the focus."""

Size = Literal["", "air", "small"]


class ActionButton(QPushButton):
    """Does what its action does. Space and Enter press it only where it does not change the air."""

    def __init__(
        self,
        action: Deed,
        *,
        size: Size = "",
        meaning: Meaning = "",
        by_keys: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`size="air"`: changes the air, so it is taller and deaf to Space and Enter, as with `by_keys=False`."""
        super().__init__(parent)
        self._action, self._by_keys, self._meaning = action, by_keys and size != "air", meaning
        self.setProperty("size", size)
        self.setIconSize(QSize(ICON, ICON))
        without_input_method(self)
        mean(self, meaning)
        action.changed.connect(self._follow)
        self.clicked.connect(lambda _checked=False: action.trigger())
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter never change the air."""
        if not self._by_keys and event.key() in PRESSING:
            event.ignore()
            return
        super().keyPressEvent(event)

    def set_meaning(self, meaning: Meaning) -> None:
        """It means something else from now on, icon included."""
        self._meaning = meaning
        mean(self, meaning)
        self._follow()

    def _follow(self) -> None:
        action = self._action
        self.setText(action.text())
        self.setIcon(action.icon_on(self._meaning))
        self.setEnabled(action.isEnabled())
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        tip = action.toolTip() or action.text()
        self.setToolTip(f"{tip}  [{keys}]" if keys else tip)
        self.setAccessibleName(action.text())
        self.setAccessibleDescription(tip)
