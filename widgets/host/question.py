"""The question that the host is to answer: who asks, how that is read, what was asked, what to say."""

from PySide6.QtWidgets import QFrame, QLabel

from console.audience.ranking import suggestions
from console.model.commands import AnswerQuestion, Command
from console.model.comment import Question
from console.model.state import State
from widgets.desk import Desk
from widgets.host.reading import Readings
from widgets.parts.button import ActionButton
from widgets.parts.panel import column, lettered, row, small
from widgets.sheet import mean
from widgets.theme import HUGE, LARGE, PAD, STRONG, TITLE


def question_of(state: State) -> Question | None:
    """The one before the host; None: there is none, or it is answered."""
    question = state.questions.get(state.host.question)
    return question if question is not None and question.is_pending else None


class QuestionCard(QFrame):
    """Hidden while there is nothing to answer."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk."""
        super().__init__()
        self._desk = desk
        self.setProperty("part", "raised")
        self._readings = Readings(self)
        self._readings.ready.connect(self._show)
        self._who, self._asks, self._say = QLabel(), QLabel(), QLabel()
        lettered(self._who, TITLE, STRONG)
        lettered(self._asks, HUGE, STRONG)
        lettered(self._say, HUGE)
        mean(self._say, "preview")
        for label in (self._asks, self._say):
            label.setWordWrap(True)
        self._many = small()
        self._lay_out()
        desk.bind(self, lambda _found: self._show(), lambda state: (question_of(state), state.show.answers))
        desk.changed.connect(self._show)

    def make_small(self, *, on: bool) -> None:
        """In a small window the script needs the height."""
        lettered(self._who, LARGE if on else TITLE, STRONG)
        lettered(self._asks, TITLE if on else HUGE, STRONG)
        lettered(self._say, TITLE if on else HUGE)

    def _lay_out(self) -> None:
        done = self._desk.actions.command(
            self, self.tr("Answered"), self._answered, group=self.tr("Host"), icon_name="answer", key="A"
        )
        layout = row(spacing=2 * PAD)
        layout.setContentsMargins(2 * PAD, PAD, 2 * PAD, PAD)
        words = column(row(self._who, self._many, None), self._asks, self._say)
        layout.addLayout(words, 1)
        layout.addWidget(ActionButton(done, size="air", meaning="preview"))
        self.setLayout(layout)

    def _answered(self) -> Command | None:
        question = question_of(self._desk.state)
        return None if question is None else AnswerQuestion(question.id)

    def _show(self) -> None:
        question = question_of(self._desk.state)
        self.setVisible(question is not None)
        if question is None:
            return
        name = self._desk.name_of(next(iter(question.viewers), ""))
        read = self._readings.of(name)
        asker = self.tr("{name}-san").format(name=name) if name else self.tr("A viewer")
        self._who.setText(f"{asker} ({read})" if read else asker)
        self._many.setText(self.tr("{n} people ask").format(n=question.asked) if question.asked > 1 else "")
        self._asks.setText(question.text)
        self._say.setText(self._prepared(question))

    def _prepared(self, question: Question) -> str:
        best = next(iter(suggestions(self._desk.state, question.comment)), None)
        return self.tr("No prepared answer") if best is None else best.text
