"""What of the show is looked at in the plan: a page, one thing of it, a field."""

from PySide6.QtCore import QObject, Signal

from console.model.show import Show
from widgets.desk import Desk
from widgets.forms.known import Known
from widgets.plan.editor import Editor
from widgets.plan.pages import BY_KEY, PAGES, Page, page_of, titles
from widgets.plan.problems import Concern, words_found


class Planning(QObject):
    """Shared by the panels of one workspace."""

    chosen = Signal()
    """Another page, or another thing of it."""
    import_wanted = Signal()
    """Somebody wants to bring in a table of products."""
    table_brought = Signal(str)
    """Path of one that was dropped."""
    led = Signal(tuple)
    """A person was led to a field of what is chosen: its path, names from the outside in."""

    def __init__(self, desk: Desk) -> None:
        """Begins with the products."""
        super().__init__()
        self.desk, self.known, self.editor = desk, Known(desk), Editor.of(desk)
        self._found: tuple[Show, dict[str, Concern]] | None = None
        self._page, self._keys = PAGES[0], dict[str, str]()

    def words(self) -> dict[str, Concern]:
        """What is better not said in the open show; looked for once, however many ask."""
        show = self.desk.state.show
        if self._found is None or self._found[0] is not show:
            self._found = show, words_found(show, titles(), self.desk.language)
        return self._found[1]

    @property
    def page(self) -> Page:
        """Which is looked at."""
        return self._page

    @property
    def key(self) -> str:
        """Id of the thing that is looked at; empty: none, or there is only one. The first if none was chosen."""
        if not self._page.is_list:
            return ""
        things = self._page.things(self.desk.state.show)
        kept = self._keys.get(self._page.key, "")
        return kept if kept in things else next(iter(things), "")

    def choose(self, page: str, key: str = "") -> None:
        """Look at something else; an empty key is what was looked at last on that page."""
        before = self._page, self.key
        self._page = BY_KEY[page]
        if key:
            self._keys[page] = key
        if before != (self._page, self.key):
            self.chosen.emit()

    def lead(self, path: str) -> bool:
        """To the field that a sentence names, such as `segments.mug.cues[2]`; False: there is none like it."""
        names = tuple(part for part in path.replace("[", ".").replace("]", "").split(".") if part)
        if names[:2] == ("audio", "strips"):
            names = names[1:]
        area = names[0] if names else ""
        is_own = area in {page.area for page in PAGES}
        page = page_of(area if is_own else "show", names[1] if area == "show" and len(names) > 1 else area)
        if not is_own and area not in (page.only or ()):
            return False
        rest = names[1:] if is_own else names
        if page.is_list:
            if not rest or rest[0] not in page.things(self.desk.state.show):
                self.choose(page.key)
                return not rest
            self.choose(page.key, rest[0])
            rest = rest[1:]
        else:
            self.choose(page.key)
        self.led.emit(rest)
        return True
