"""The engine's log, newest at the bottom: filtered by words, copied by one click."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QGuiApplication, QHideEvent, QShowEvent, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from console.errors import Message
from console.link.asking import LogTail
from widgets.desk import Desk
from widgets.parts.button import ActionButton
from widgets.parts.panel import Panel, small
from widgets.theme import SMALL, Tokens, font

EVERY_MS = 3_000
LINES = 300
FILTER_PX = 140


class LogPanel(Panel):
    """Asks while it is seen, never two questions at a time."""

    def __init__(self, desk: Desk) -> None:
        """Empty until it is seen."""
        super().__init__()
        self.set_title(self.tr("Log"))
        self._desk = desk
        self._lines: tuple[str, ...] = ()
        self._is_asked = False
        self._filter = QLineEdit(placeholderText=self.tr("Only lines with…"))
        self._filter.setClearButtonEnabled(True)
        self._filter.setMinimumWidth(FILTER_PX)
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.textChanged.connect(self._show)
        copy = desk.actions.deed(self, self.tr("Copy"), self.copy, group=self.tr("Log"), icon_name="copy")
        self.head.addWidget(self._filter)
        self.head.addWidget(ActionButton(copy, size="small"))
        self._status = small()
        self._status.hide()
        self.text = QPlainTextEdit(readOnly=True, undoRedoEnabled=False, tabChangesFocus=True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(font(SMALL))
        self.text.setStyleSheet(f"font-size: {SMALL}px;")
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.accessibleName())
        self._marks = _Marks(self.text, desk.tokens)
        self.body.addWidget(self._status)
        self.body.addWidget(self.text, 1)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.ask)

    @property
    def shown(self) -> tuple[str, ...]:
        """Lines that pass the filter, oldest first."""
        wanted = self._filter.text().strip().casefold()
        return tuple(line for line in self._lines if wanted in line.casefold())

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to follow."""
        super().showEvent(event)
        self._timer.start()
        self.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def ask(self) -> None:
        """What is new?"""
        if not self._is_asked and self._desk.snapshot.status == "attached":
            self._is_asked = True
            self._desk.ask(LogTail(LINES), self._take, failed=self._fail)

    def copy(self) -> None:
        """What is selected, or all that is shown, goes to the clipboard."""
        # Why: Qt writes a selection's line ends as U+2029.
        selected = self.text.textCursor().selectedText().replace("\u2029", "\n")
        QGuiApplication.clipboard().setText(selected or "\n".join(self.shown))

    def _take(self, lines: tuple[str, ...] | None) -> None:
        self._is_asked = False
        self._status.hide()
        if lines is not None and lines != self._lines:
            self._lines = lines
            self._show()

    def _fail(self, problem: Message) -> None:
        self._is_asked = False
        self._status.setText(self._desk.say(problem))
        self._status.show()

    def _show(self) -> None:
        """Who reads further up, or has selected something, keeps the place."""
        bar, cursor = self.text.verticalScrollBar(), self.text.textCursor()
        words = "\n".join(self.shown)
        if words == self.text.toPlainText() or (cursor.hasSelection() and self.text.hasFocus()):
            return
        follows, place = bar.value() >= bar.maximum() - 1, bar.value()
        self.text.setPlainText(words)
        bar.setValue(bar.maximum() if follows else place)


class _Marks(QSyntaxHighlighter):
    """Warnings and errors, which say so in words, in their colours too."""

    def __init__(self, text: QPlainTextEdit, tokens: Tokens) -> None:
        super().__init__(text.document())
        self._inks = {" WARNING ": tokens.armed_text, " ERROR ": tokens.air_text, " CRITICAL ": tokens.air_text}

    def highlightBlock(self, text: str) -> None:
        for word, ink in self._inks.items():
            if word in text:
                look = QTextCharFormat()
                look.setForeground(QColor(ink))
                self.setFormat(0, len(text), look)
