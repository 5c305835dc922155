"""One value that a person may change: what every field of a form has in common.

A value is sent when its field is left or Enter is pressed, never letter by letter.
"""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from widgets.parts.panel import row, small
from widgets.theme import GAP

SENDING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
NUMBER_PX, MOMENT_PX = 120, 240
FEWEST_LINES, MOST_LINES = 2, 9


class Unreadable(Exception):  # noqa: N818 - a state of a field, no failure
    """What stands in a field is no value of it; its words say what would be."""


class Entry(QWidget):
    """Shows a value and gives back the one that stands there. No ABC: Qt's classes have a metaclass of their own."""

    touched = Signal()
    """Somebody began to change it."""
    left = Signal()
    """Somebody is done with it."""

    def show_value(self, value: Any) -> None:
        """What is true now; what was typed and not sent is forgotten."""
        raise NotImplementedError

    def value(self) -> Any:
        """As plain values; raises `Unreadable`."""
        raise NotImplementedError

    def focus_on(self, path: tuple[str, ...]) -> None:  # noqa: ARG002 - for those who have parts
        """Let a person type here, in the part that the path leads to."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def name(self, words: str, tip: str) -> None:
        """What a screen reader says of it."""
        target = self.focusProxy() or self
        target.setAccessibleName(words)
        target.setAccessibleDescription(tip)
        self.setToolTip(tip)


class TextEntry(Entry):
    """One line."""

    def __init__(self, *, unit: str = "", width_px: int = 0, hint: str = "") -> None:
        """`width_px`: of the field; 0: all there is. `unit` stands behind it, `hint` in it while it is empty."""
        super().__init__()
        self.line = QLineEdit(placeholderText=hint)
        if width_px:
            self.line.setFixedWidth(width_px)
        self.setFocusProxy(self.line)
        self._row = row(self.line, *([small(unit)] if unit else []), *([None] if width_px else []))
        self.setLayout(self._row)
        self.line.textEdited.connect(lambda _text: self.touched.emit())
        self.line.editingFinished.connect(self.left)
        self.line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Z is the plan's where nothing was typed; the field would swallow it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return _is_not_its_own(event, self.line.isUndoAvailable(), self.line.isRedoAvailable())
        return super().eventFilter(watched, event)

    def show_value(self, value: Any) -> None:
        """As it is."""
        self.show_text(str(value))

    def show_text(self, text: str) -> None:
        """From its beginning."""
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def value(self) -> Any:
        """What stands there."""
        return self.line.text()


class LongEntry(Entry):
    """Several lines; Enter begins another, Ctrl+Enter sends."""

    def __init__(self, *, hint: str = "") -> None:
        """As high as what stands in it, within limits."""
        super().__init__()
        self.text = QPlainTextEdit(placeholderText=hint, tabChangesFocus=True)
        self.text.setTabChangesFocus(True)
        self.text.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self.setFocusProxy(self.text)
        self.setLayout(row(self.text))
        self._is_showing = False
        self.text.textChanged.connect(self._touch)
        self.text.installEventFilter(self)
        self._grow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It is left by the focus, or by Ctrl+Enter."""
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self.left.emit()
        elif kind == QEvent.Type.Resize:
            # Why: a narrower field breaks its lines elsewhere, a moment later, and the document does not say so.
            QTimer.singleShot(0, self.text, self._grow)
        elif isinstance(event, QKeyEvent) and kind in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            if kind == QEvent.Type.ShortcutOverride:
                document = self.text.document()
                return _is_not_its_own(event, document.isUndoAvailable(), document.isRedoAvailable())
            if event.key() in SENDING and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def show_value(self, value: Any) -> None:
        """As it is."""
        if self.text.toPlainText() != value:
            self._is_showing = True
            self.text.setPlainText(value)
            self._is_showing = False

    def value(self) -> Any:
        """What stands there."""
        return self.text.toPlainText()

    def _grow(self) -> None:
        """A plain document tells its height in lines."""
        lines = min(MOST_LINES, max(FEWEST_LINES, round(self.text.document().size().height())))
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * lines + 3 * GAP)

    def _touch(self) -> None:
        if not self._is_showing:
            self.touched.emit()


class LinesEntry(LongEntry):
    """A list of short texts, one a line; empty lines do not count."""

    def show_value(self, value: Any) -> None:
        """One below the other."""
        if self.value() != list(value):
            super().show_value("\n".join(value))

    def value(self) -> Any:
        """Without what surrounds them."""
        return [line.strip() for line in self.text.toPlainText().splitlines() if line.strip()]


class UnknownEntry(Entry):
    """A value of a shape that no form knows: it is shown and stays."""

    def __init__(self) -> None:
        """Nothing yet."""
        super().__init__()
        self._value: Any = None
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.setLayout(row(self._words))

    def show_value(self, value: Any) -> None:
        """As the program writes it."""
        self._value = value
        self._words.setText(repr(value)[:80])

    def value(self) -> Any:
        """The very one."""
        return self._value


def _is_not_its_own(event: QKeyEvent, can_undo: bool, can_redo: bool) -> bool:  # noqa: FBT001 - two answers of Qt's
    """True keeps the override from the field, so that the key finds the plan's action."""
    if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
        return False
    is_idle = (event.key() == Qt.Key.Key_Z and not can_undo) or (event.key() == Qt.Key.Key_Y and not can_redo)
    if is_idle:
        event.ignore()
    return is_idle
