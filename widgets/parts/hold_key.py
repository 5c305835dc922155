"""One key held is a button held."""

from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
KINDS = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease})


class Holdable(Protocol):
    """What is held: `widgets.parts.hold_button.HoldButton`, or what stands before one."""

    def begin(self) -> None:
        """It is held from now on."""

    def let_go(self) -> None:
        """No more."""


class HoldKey(QObject):
    """Ctrl+Shift and the key down is a hold, any of the three up lets go. Works while it is `hear`d only."""

    def __init__(self, owner: QObject, wanted: Callable[[], Holdable | None], key: Qt.Key = Qt.Key.Key_F12) -> None:
        """Deaf at first. `wanted`: what would be held now; None: the chord means something else."""
        super().__init__(owner)
        self._wanted, self._key = wanted, key
        self._parts = frozenset({key, Qt.Key.Key_Control, Qt.Key.Key_Shift})
        self._held: Holdable | None = None

    def hear(self, is_heard: bool) -> None:  # noqa: FBT001 - a property
        """Whether the key counts now."""
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        if is_heard:
            app.installEventFilter(self)
        else:
            self._let_go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Keys that repeat by themselves are no presses."""
        kind = event.type()
        if kind not in KINDS:
            return False
        key = cast("QKeyEvent", event)
        if kind == QEvent.Type.KeyRelease:
            if key.key() in self._parts and not key.isAutoRepeat():
                self._let_go()
            return False
        if key.key() != self._key or key.modifiers() != CHORD:
            return False
        wanted = self._wanted()
        if wanted is None:
            return False
        if kind == QEvent.Type.KeyPress and not key.isAutoRepeat():
            self._let_go()  # Why: of a window that was left no release is heard.
            self._held = wanted
            wanted.begin()
        event.accept()  # Why: an accepted override is an ordinary key, not the shortcut of the same chord.
        return True

    def _let_go(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            held.let_go()
