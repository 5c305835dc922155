"""A comment that somebody at the desk types in, since the engine cannot read it where it was written."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from console.errors import Message
from console.model.commands import AddComment
from widgets.desk import Desk
from widgets.parts.button import ActionButton
from widgets.parts.panel import column, row
from widgets.theme import GAP

TEXT_LONGEST, NAME_LONGEST = 500, 100


class TypedComment(QFrame):
    """Hidden until `open`; stays open for the next one. Esc closes it."""

    def __init__(self, desk: Desk) -> None:
        """Empty."""
        super().__init__()
        self._desk = desk
        self.text = QLineEdit(placeholderText=self.tr("What the viewer wrote"), maxLength=TEXT_LONGEST)
        self.name = QLineEdit(placeholderText=self.tr("Name, if you like"), maxLength=NAME_LONGEST)
        for field in (self.text, self.name):
            field.setAccessibleName(field.placeholderText())
            field.returnPressed.connect(self._add)
        make, group = desk.actions.deed, self.tr("Comments")
        add = make(self, self.tr("Add"), self._add, group=group, icon_name="add")
        close = make(self, self.tr("Close"), self.hide, group=group, icon_name="close")
        self.setLayout(
            column(
                self.text,
                row(self.name, ActionButton(add, size="small"), ActionButton(close, size="small")),
                spacing=GAP // 2,
            )
        )
        self.hide()

    def open(self) -> None:
        """Ready to be typed into."""
        self.show()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        text = self.text.text().strip()
        if text:
            self._desk.do(AddComment(text, self.name.text().strip()), answered=self._added)

    def _added(self, refused: Message | None) -> None:
        """What was refused stays to be mended."""
        if refused is None:
            self.text.setText("")
            self.name.setText("")
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
