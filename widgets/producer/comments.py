"""All comments in one list: find them, put one on air, answer it by one click."""

from itertools import takewhile

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton

from console.errors import Message
from console.link.asking import OlderComments
from console.model.comment import Comment
from console.model.state import State
from widgets.desk import Desk
from widgets.keys import without_input_method
from widgets.parts.flow import Flow
from widgets.parts.keyed_model import KeyedModel
from widgets.parts.panel import Panel, small
from widgets.parts.row_list import TALL_ROW_HEIGHT
from widgets.parts.row_painter import RowPainter
from widgets.producer.answering import Answering
from widgets.producer.comment_list import CommentList
from widgets.producer.comment_rows import FILTERS, CommentRow, Filter, comment_rows
from widgets.sheet import Meaning

MOST_OLDER = 2_000
"""Comments beside the State's that a list keeps."""


class CommentsPanel(Panel):
    """Filters, the list, and below it what is done with the comment that is selected."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk's State."""
        super().__init__()
        self.set_title(self.tr("Comments"))
        self._desk = desk
        self._chosen: Filter = "all"
        self._older: dict[str, Comment] = {}
        self._seen: dict[str, Comment] = {}
        self._asks_for_older = False
        self._session = ""
        self._model = KeyedModel[CommentRow](self)
        self.list = CommentList(self._model, self._draw, desk.tokens, height=TALL_ROW_HEIGHT)
        self.list.setAccessibleName(self.accessibleName())
        self.list.top_reached.connect(self._ask_for_older)
        self._none = small()
        self._search = self._search_field()
        self.answering = Answering(desk, self._selected)
        self.body.addLayout(self._filters())
        self.body.addWidget(self._search)
        self.body.addWidget(self._none)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._newer())
        self.body.addWidget(self.answering)
        self.list.selectionModel().currentChanged.connect(lambda *_: self.answering.look())
        self.list.entered.connect(self.answering.pin_first)
        desk.bind(self, lambda _found: self._show(), _watched)
        self._names = desk.snapshot.names
        desk.changed.connect(self._look_at_names)

    def _search_field(self) -> QLineEdit:
        field = QLineEdit(placeholderText=self.tr("Find in comments"), clearButtonEnabled=True)
        field.setAccessibleName(field.placeholderText())
        field.textChanged.connect(lambda _words: self._show())
        self._desk.actions.deed(
            self,
            self.tr("Find in comments"),
            field.setFocus,
            group=self.tr("Comments"),
            icon_name="search",
            key="Ctrl+F",
        )
        return field

    def _filters(self) -> Flow:
        words = {
            "all": self.tr("All"),
            "questions": self.tr("Questions"),
            "product": self.tr("This product"),
            "unanswered": self.tr("Unanswered"),
            "flagged": self.tr("Flagged"),
        }
        group = QButtonGroup(self)
        buttons = [self._filter(name, words[name], group) for name in FILTERS]
        return Flow(*buttons)

    def _filter(self, name: Filter, words: str, group: QButtonGroup) -> QPushButton:
        button = QPushButton(words)
        button.setCheckable(True)
        button.setChecked(name == self._chosen)
        button.setProperty("size", "filter")
        without_input_method(button)
        button.clicked.connect(lambda: self._choose(name))
        group.addButton(button)
        return button

    def _newer(self) -> QPushButton:
        """Said while the person reads further up."""
        button = QPushButton()
        button.setProperty("size", "small")
        without_input_method(button)
        button.hide()
        button.clicked.connect(self.list.scrollToBottom)
        self.list.unseen.connect(lambda count: self._tell_newer(button, count))
        return button

    def _tell_newer(self, button: QPushButton, count: int) -> None:
        button.setVisible(count > 0)
        button.setText(self.tr("{n} newer comments ↓").format(n=count))

    def _choose(self, name: Filter) -> None:
        self._chosen = name
        self._show()
        self.list.scrollToBottom()

    def _selected(self) -> str:
        return self._model.key_at(self.list.currentIndex())

    def _show(self) -> None:
        state = self._desk.state
        if state.session.id != self._session:
            self._session, self._older, self._seen = state.session.id, {}, {}
        self._keep_what_left(state)
        found = comment_rows(state, self._chosen, self._search.text(), tuple(self._older.values()))
        self.list.keep_place(lambda: self._model.show(found))
        self._none.setVisible(not found)
        self._none.setText(self._why_none(state))
        self.answering.look()

    def _look_at_names(self) -> None:
        """A name may come, or be forgotten, after what its viewer wrote."""
        names = self._desk.snapshot.names
        if names is not self._names:
            self._names = names
            self.list.viewport().update()

    def _why_none(self, state: State) -> str:
        if state.comments:
            return self.tr("No comment passes this filter.")
        if state.session.running:
            return self.tr("No comments yet. In a rehearsal made-up viewers begin to write soon.")
        return self.tr("Comments appear here once a session runs.")

    def _ask_for_older(self) -> None:
        """Before the first that is shown; one question at a time."""
        first = next(iter(self._older or self._desk.state.comments), "")
        if first and self._chosen == "all" and not self._asks_for_older and len(self._older) < MOST_OLDER:
            self._asks_for_older = True
            self._desk.ask(OlderComments(first), self._take_older, failed=self._stay_without)

    def _take_older(self, comments: tuple[Comment, ...] | None) -> None:
        self._asks_for_older = False
        if comments:
            self._older = {one.id: one for one in comments} | self._older
            self._show()

    def _stay_without(self, _problem: Message) -> None:
        self._asks_for_older = False

    def _keep_what_left(self, state: State) -> None:
        """What the State let go while older ones are read: without it there would be a hole between both."""
        if self._older and state.comments is not self._seen:
            gone = takewhile(lambda one: one.id not in state.comments, self._seen.values())
            self._older |= {one.id: one for one in gone}
            for key in list(self._older)[:-MOST_OLDER]:
                del self._older[key]
        self._seen = state.comments

    def _draw(self, painter: RowPainter, found: CommentRow) -> None:
        comment, question = found.comment, found.question
        if found.is_on_air:
            painter.stripe("air")
            painter.chip(self.tr("On air"), "air", at_right=True)
        for words, meaning in self._flags(found):
            painter.chip(words, meaning, at_right=True)
        if question is not None and question.asked > 1:
            painter.right(self.tr("{n} ask").format(n=question.asked), quiet=True)
        name = self._desk.name_of(comment.viewer) or self.tr("A viewer")
        painter.captioned(
            f"{name} · {comment.platform}" if comment.platform else name, comment.text, quiet=found.is_muted
        )

    def _flags(self, found: CommentRow) -> list[tuple[str, Meaning]]:
        words: dict[str, tuple[str, Meaning]] = {
            "ng": (self.tr("NG word"), "armed"),
            "spam": (self.tr("Spam"), "quiet"),
            "first": (self.tr("First"), "info"),
            "buyer": (self.tr("Buyer"), "preview"),
        }
        flags = [words[flag] for flag in found.comment.flags if flag in words]
        if found.is_muted:
            flags.insert(0, (self.tr("Muted"), "quiet"))
        if found.question is not None:
            flags.insert(0, self._phase(found.question.phase))
        return flags

    def _phase(self, phase: str) -> tuple[str, Meaning]:
        phases: dict[str, tuple[str, Meaning]] = {
            "open": (self.tr("Question"), "armed"),
            "claimed": (self.tr("Claimed"), "info"),
            "answered": (self.tr("Answered"), "preview"),
            "typed": (self.tr("Typed"), "preview"),
            "dropped": (self.tr("Dropped"), "quiet"),
        }
        return phases[phase]


def _watched(state: State) -> object:
    """What the rows are made of."""
    return (
        state.comments,
        state.questions,
        state.muted,
        state.audience.comment,
        state.explaining.product,
        state.session,
    )
