"""What is done with the selected comment: put it on air, answer it by one click, give it to the host, claim it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout

from console.audience.ranking import Suggestion, suggestions
from console.errors import Message
from console.model.command import Command
from console.model.commands import (
    AskHost,
    ClaimQuestion,
    DropQuestion,
    MuteViewer,
    PinAnswer,
    PinComment,
    ReopenQuestion,
    SendNote,
    UndoPin,
    UnmuteViewer,
    UnpinComment,
)
from console.model.comment import Comment, Question
from widgets.desk import Desk, Undo
from widgets.icons import icon
from widgets.keys import without_input_method
from widgets.parts.button import ActionButton
from widgets.parts.elided_button import ElidedButton
from widgets.parts.flow import Flow
from widgets.parts.panel import row, small
from widgets.producer.typed_comment import TypedComment
from widgets.theme import GAP

MOST = 3
"""Answers that are offered at once."""
NOTE_LONGEST = 120


class Answering(QFrame):
    """Follows the selection; `look` when it changed."""

    def __init__(self, desk: Desk, selected: Callable[[], str]) -> None:
        """`selected`: id of the comment, empty for none."""
        super().__init__()
        self._desk, self._selected = desk, selected
        self._shown: tuple[str, tuple[Suggestion, ...]] = ("", ())
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._answers = QVBoxLayout()
        self.typed = TypedComment(desk)
        self._deeds()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._text)
        layout.addLayout(self._answers)
        pin, ask = ActionButton(self._pin, size="air", meaning="air"), ActionButton(self._ask)
        layout.addLayout(Flow(pin, ask, self._more(), spacing=GAP))
        layout.addWidget(self.typed)
        layout.addLayout(self._note_row())
        self.look()

    def look(self) -> None:
        """The selection, the State or the answers are others."""
        comment = self._comment()
        found = suggestions(self._desk.state, comment.id)[:MOST] if comment is not None else ()
        shown = ("" if comment is None else comment.text, found)
        for deed in (self._pin, self._unpin, self._ask):
            deed.weigh()
        if shown != self._shown:
            self._shown = shown
            self._text.setText(shown[0])
            self._text.setVisible(bool(shown[0]))
            self._offer([(one.answer_id, one.text) for one in found])

    def pin_first(self) -> None:
        """Enter: the best answer goes on air, if it is one to this question; what is merely near takes a click."""
        comment, answers = self._comment(), self._shown[1]
        if comment is not None and answers and answers[0].is_likely:
            self._answer(comment.id, answers[0].answer_id)

    def _deeds(self) -> None:
        make, group = self._desk.actions.command, self.tr("Comments")
        self._pin = make(
            self, self.tr("Put on air"), self._wanted_pin, group=group, icon_name="pin", key="Ctrl+P", undo=self._undo
        )
        self._unpin = make(
            self, self.tr("Take off air"), UnpinComment, group=group, icon_name="close", key="Ctrl+Shift+P"
        )
        self._ask = make(self, self.tr("To the host"), self._wanted_ask, group=group, icon_name="host", key="Ctrl+H")

    def _more(self) -> QToolButton:
        button = QToolButton()
        button.setText(self.tr("More"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        without_input_method(button)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        button.setMenu(menu)
        return button

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        menu.addAction(self._unpin)
        menu.addAction(self.tr("Type in a viewer's comment…"), self.typed.open)
        comment = self._comment()
        if comment is None:
            return
        for words, command in self._choices(comment, self._question()):
            action = menu.addAction(words, partial(self._desk.do, command))
            action.setEnabled(self._desk.why_not(command) is None)

    def _choices(self, comment: Comment, question: Question | None) -> list[tuple[str, Command]]:
        is_muted = comment.viewer in self._desk.state.muted
        mute: Command = UnmuteViewer(comment.viewer) if is_muted else MuteViewer(comment.viewer)
        choices: list[tuple[str, Command]] = []
        if question is not None and question.is_pending:
            choices.append((self.tr("I take care of it"), ClaimQuestion(question.id, self._desk.role)))
            choices.append((self.tr("Drop the question"), DropQuestion(question.id)))
        elif question is not None:
            choices.append((self.tr("Open the question again"), ReopenQuestion(question.id)))
        return [*choices, (self.tr("Unmute the viewer") if is_muted else self.tr("Mute the viewer"), mute)]

    def _note_row(self) -> QHBoxLayout:
        self._note = QLineEdit(placeholderText=self.tr("Note to the host"), maxLength=NOTE_LONGEST)
        self._note.setAccessibleName(self._note.placeholderText())
        self._note.returnPressed.connect(lambda: self._send(flash=False))
        deed, group = self._desk.actions.deed, self.tr("Host")
        deed(self, self.tr("Note to the host"), self._note.setFocus, group=group, icon_name="note", key="Ctrl+N")
        flash = deed(self, self.tr("Flash"), lambda: self._send(flash=True), group=group, icon_name="note")
        return row(self._note, ActionButton(flash))

    def _send(self, *, flash: bool) -> None:
        text = self._note.text().strip()
        if text:
            self._desk.do(SendNote(text, flash), answered=self._sent)

    def _sent(self, refused: Message | None) -> None:
        if refused is None:
            self._note.clear()

    def _offer(self, answers: list[tuple[str, str]]) -> None:
        while (item := self._answers.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        comment = self._comment()
        for number, (answer, text) in enumerate(answers, 1):
            self._answers.addWidget(self._button(number, "" if comment is None else comment.id, answer, text))
        if comment is not None and not answers:
            self._answers.addWidget(small(self.tr("No prepared answer. Add one in Plan (Alt+3).")))

    def _button(self, number: int, comment: str, answer: str, text: str) -> ElidedButton:
        button = ElidedButton(f"{number}  {text}")
        button.setIcon(icon("answer", self._desk.tokens))
        button.clicked.connect(partial(self._answer, comment, answer))
        refused = self._desk.why_not(PinAnswer(comment=comment, prepared=answer))
        button.setEnabled(refused is None)
        button.setToolTip(text if refused is None else self._desk.say(refused))
        return button

    def _answer(self, comment: str, answer: str) -> None:
        undo = Undo(self.tr("Answer on air"), UndoPin())
        self._desk.do(PinAnswer(comment=comment, prepared=answer), undo=undo)

    def _wanted_pin(self) -> Command | None:
        comment = self._comment()
        return None if comment is None else PinComment(comment=comment.id)

    def _wanted_ask(self) -> Command | None:
        question = self._question()
        return None if question is None else AskHost(question.id)

    def _undo(self) -> Undo | None:
        return Undo(self.tr("Comment on air"), UndoPin())

    def _comment(self) -> Comment | None:
        return self._desk.state.comments.get(self._selected())

    def _question(self) -> Question | None:
        comment = self._comment()
        return None if comment is None else self._desk.state.questions.get(comment.question)
