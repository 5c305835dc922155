"""What is wrong with the show and what is better put right: a row leads to its field."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDockWidget

from console.model.show import Show
from widgets.parts.keyed_model import Index, KeyedModel
from widgets.parts.panel import Panel
from widgets.parts.row_list import RowList
from widgets.parts.row_painter import RowPainter
from widgets.plan.pages import titles
from widgets.plan.planning import Planning
from widgets.plan.problems import Concern, concerns, unfiled

CALM_MS = 400
"""A show is looked through at most so often."""
TALL_PX = 80


class ConcernModel(KeyedModel[Concern]):
    """Says each as the row does."""

    def __init__(self, panel: "ConcernsPanel") -> None:
        """Empty."""
        super().__init__(panel)
        self._panel = panel

    def words(self, row: Concern) -> str:
        """Place and sentence."""
        return f"{row.place}: {self._panel.sentence(row)}"

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """All of it in the tip: a row may be too low."""
        is_tip = role == Qt.ItemDataRole.ToolTipRole
        return super().data(index, int(Qt.ItemDataRole.DisplayRole) if is_tip else role)


class ConcernsPanel(Panel):
    """A list that is made anew soon after the show has changed, while it is seen."""

    def __init__(self, planning: Planning, title: str, empty: str) -> None:
        """`empty` is said while there is nothing wrong."""
        super().__init__()
        self.set_title(title, empty=empty)
        self._planning, self._desk, self._name = planning, planning.desk, title
        self._titles = titles()
        self._seen: Show | None = None
        self._model = ConcernModel(self)
        self._list = RowList(self._model, self._draw, self._desk.tokens, height=TALL_PX)
        self._list.setAccessibleName(title)
        self._list.setAccessibleDescription(self.tr("Enter or a click leads to the field."))
        self._list.clicked.connect(lambda index: self._lead(self._model.key_at(index)))
        self._list.activated.connect(lambda index: self._lead(self._model.key_at(index)))
        self.body.addWidget(self._list, 1)
        self.setFocusProxy(self._list)
        self._soon = QTimer(self, interval=CALM_MS, singleShot=True)
        self._soon.timeout.connect(self.look)
        self._desk.bind(self, lambda _show: self._soon.start(), lambda state: state.show)

    def found(self, show: Show) -> dict[str, Concern]:
        """The rows."""
        raise NotImplementedError

    def sentence(self, concern: Concern) -> str:
        """What is wrong."""
        raise NotImplementedError

    def look(self) -> None:
        """Look through the show now."""
        show = self._desk.state.show
        if show is self._seen:
            return
        self._seen = show
        found = self.found(show)
        self.set_empty(not found)
        self._model.show(found)
        self._count(len(found))

    def showEvent(self, event: QShowEvent) -> None:
        """At once when somebody looks."""
        super().showEvent(event)
        self.look()

    def _count(self, count: int) -> None:
        words = f"{self._name} ({count})" if count else self._name
        self.title.setText(words)
        dock = self.parentWidget()
        while dock is not None and not isinstance(dock, QDockWidget):
            dock = dock.parentWidget()
        if dock is not None:  # Why: its tab says how many there are while another one is in front.
            dock.setWindowTitle(words)

    def _lead(self, key: str) -> None:
        row = self._model.row_of(key)
        if row is not None and row.path:
            self._planning.lead(row.path)

    def _draw(self, painter: RowPainter, row: Concern) -> None:
        raise NotImplementedError


class ProblemsPanel(ConcernsPanel):
    """Of the show as a whole."""

    def __init__(self, planning: Planning) -> None:
        """Bound to the desk's State."""
        super().__init__(planning, self.tr("To put right"), self.tr("Nothing is wrong with this show."))

    def found(self, show: Show) -> dict[str, Concern]:
        """Problems, or advice where there are none."""
        return concerns(show, self._titles, self._desk.language)

    def sentence(self, concern: Concern) -> str:
        """In the words of the rule."""
        assert concern.message is not None
        return unfiled(self._desk.say(concern.message), self._desk.language)

    def _draw(self, painter: RowPainter, row: Concern) -> None:
        is_wrong = row.kind == "problem"
        painter.stripe("air" if is_wrong else "armed")
        painter.chip(self.tr("Wrong") if is_wrong else self.tr("Advice"), "air" if is_wrong else "armed")
        painter.paragraph(row.place, self.sentence(row))


class WordsPanel(ConcernsPanel):
    """Where something stands that is better not said, why, and what to say instead."""

    def __init__(self, planning: Planning) -> None:
        """Bound to the desk's State."""
        super().__init__(planning, self.tr("Words not to say"), self.tr("No such word stands in this show."))

    def found(self, show: Show) -> dict[str, Concern]:  # noqa: ARG002 - the planning looks at the same
        """Scripts, cards, offers, answers, graphics."""
        return self._planning.words()

    def sentence(self, concern: Concern) -> str:
        """Why, and what instead."""
        instead = self.tr("Say: {words}").format(words=concern.instead) if concern.instead else ""
        return " ".join(part for part in (concern.word, concern.reason, instead) if part)

    def _draw(self, painter: RowPainter, row: Concern) -> None:
        painter.stripe("armed")
        painter.chip(row.word, "armed")
        painter.paragraph(row.place, f"{row.reason} → {row.instead}" if row.instead else row.reason)
