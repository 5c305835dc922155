"""One key held is a button held."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from widgets.parts.hold_button import HoldButton

CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
PARTS = frozenset({Qt.Key.Key_F12, Qt.Key.Key_Control, Qt.Key.Key_Shift})
KINDS = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease})


class HoldKey(QObject):
    """Ctrl+Shift+F12 down presses the button, any of the three up lets it go. Works while it is `hear`d only."""

    def __init__(self, button: HoldButton) -> None:
        """Deaf at first."""
        super().__init__(button)
        self._button = button

    def hear(self, is_heard: bool) -> None:  # noqa: FBT001 - a property
        """Whether the key counts now."""
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        if is_heard:
            app.installEventFilter(self)
        else:
            self._button.let_go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Keys that repeat by themselves are no presses."""
        kind = event.type()
        if kind not in KINDS:
            return False
        key = cast("QKeyEvent", event)
        if kind == QEvent.Type.KeyRelease:
            if key.key() in PARTS and not key.isAutoRepeat():
                self._button.let_go()
            return False
        if key.key() != Qt.Key.Key_F12 or key.modifiers() != CHORD:
            return False
        if kind == QEvent.Type.KeyPress and not key.isAutoRepeat():
            self._button.begin()
        event.accept()  # Why: an accepted override is an ordinary key, not the shortcut that arms.
        return True
