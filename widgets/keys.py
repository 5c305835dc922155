"""Keys that change the air, beside Japanese input methods: neither sets the other off nor stands in its way.

Only text fields take input methods. While one composes, its keys are its own: no action of the desk hears F6 to F10
or Enter then. A filter on the whole application sees to it.
"""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

TEXT = (QLineEdit, QPlainTextEdit, QTextEdit)
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Composing(QObject):
    """Knows whether somebody composes. Install with `QApplication.installEventFilter`."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Nobody does."""
        super().__init__(parent)
        self._field: QObject | None = None

    @property
    def is_composing(self) -> bool:
        """A text field with the focus holds letters that are not settled yet."""
        return self._field is not None and QApplication.focusWidget() is self._field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows what is composed, and keeps its keys from the actions."""
        kind = event.type()
        if kind == QEvent.Type.InputMethod:
            self._field = watched if cast("QInputMethodEvent", event).preeditString() else None
        elif kind == QEvent.Type.ShortcutOverride and self.is_composing:
            event.accept()  # Why: an accepted override is an ordinary key for the field, no shortcut.
            return True
        elif kind == QEvent.Type.KeyPress and self.is_composing and _is_no_letter(cast("QKeyEvent", event)):
            return True
        elif kind in {QEvent.Type.FocusOut, QEvent.Type.Hide} and watched is self._field:
            self._field = None
        return False


def _is_no_letter(key: QKeyEvent) -> bool:
    """Enter settles what is composed, and a field would send it half-written; of a chord it would keep the letter."""
    return key.key() in ENTER or bool(key.modifiers() & Qt.KeyboardModifier.AltModifier)


def without_input_method(widget: QWidget) -> None:
    """What is no text field takes no input method."""
    widget.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
