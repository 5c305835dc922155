"""The list of what can be planned."""

from dataclasses import dataclass

from console.model.show import Show
from console.model.state import State
from widgets.parts.keyed_model import KeyedModel
from widgets.parts.panel import Panel
from widgets.parts.row_list import RowList
from widgets.parts.row_painter import RowPainter
from widgets.plan.pages import PAGES, section_titles, titles
from widgets.plan.planning import Planning

ROW_PX = 24
SECTION = "section/"


@dataclass(frozen=True, slots=True)
class Line:
    """A page, or the heading of several."""

    words: str
    count: int | None = None
    is_heading: bool = False


class PageModel(KeyedModel[Line]):
    """Says each by its words."""

    def words(self, row: Line) -> str:
        return row.words


class PagesPanel(Panel):
    """Up and down choose."""

    def __init__(self, planning: Planning) -> None:
        """Bound to the desk's State."""
        super().__init__()
        self.set_title(self.tr("Plan"))
        self._planning = planning
        self._titles, self._sections = titles(), section_titles()
        self._model = PageModel(self)
        self._list = RowList(self._model, self._draw, planning.desk.tokens, height=ROW_PX)
        self._list.setAccessibleName(self.tr("What can be planned"))
        self._list.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self.body.addWidget(self._list, 1)
        self.setFocusProxy(self._list)
        planning.desk.bind(self, self._model.show, self._lines)
        planning.chosen.connect(self._follow)
        self._follow()

    def _lines(self, state: State) -> dict[str, Line]:
        lines: dict[str, Line] = {}
        for page in PAGES:
            heading = SECTION + page.section
            lines.setdefault(heading, Line(self._sections[page.section], is_heading=True))
            lines[page.key] = Line(self._titles[page.key], _count(state.show, page.key))
        return lines

    def _draw(self, painter: RowPainter, line: Line) -> None:
        if line.is_heading:
            painter.heading(line.words)
            return
        if line.count is not None:
            painter.right(str(line.count), quiet=True)
        painter.lines(line.words)

    def _choose(self) -> None:
        key = self._model.key_at(self._list.currentIndex())
        if key.startswith(SECTION):
            self._step_over()
        elif key:
            self._planning.choose(key)

    def _step_over(self) -> None:
        """A heading is nothing to choose: on to its first page, or to the one before it if somebody goes up."""
        index, before = self._list.currentIndex(), self._model.index_of(self._planning.page.key)
        step = -1 if before.row() == index.row() + 1 and index.row() > 0 else 1
        self._list.setCurrentIndex(self._model.index(index.row() + step))

    def _follow(self) -> None:
        where = self._model.index_of(self._planning.page.key)
        if where != self._list.currentIndex():
            self._list.setCurrentIndex(where)


def _count(show: Show, key: str) -> int | None:
    page = next(page for page in PAGES if page.key == key)
    return len(page.things(show)) if page.is_list else None
