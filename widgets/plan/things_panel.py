"""The things of a page: which there are, one more, a copy, one less, another order."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu

from console.errors import Message
from console.model.commands import Add
from console.model.state import State
from widgets.actions import Deed
from widgets.icons import Icon
from widgets.parts.button import ActionButton
from widgets.parts.flow import Flow
from widgets.parts.panel import Panel
from widgets.parts.row_painter import RowPainter
from widgets.parts.thumbnails import Thumbnails
from widgets.plan.editor import Edits, steps_of
from widgets.plan.making import copied, left_out, made, moved, removed
from widgets.plan.pages import titles
from widgets.plan.pictures import put_picture
from widgets.plan.planning import Planning
from widgets.plan.rows import Row, RowModel, row_of
from widgets.plan.things_list import ThingsList
from widgets.sheet import mean

TABLES = (".csv", ".tsv", ".txt")
ORDERED = frozenset({"products", "segments"})


class ThingsPanel(Panel):
    """Of the page that is chosen."""

    def __init__(self, planning: Planning) -> None:
        """Bound to the desk's State."""
        super().__init__()
        self._planning, self._desk = planning, planning.desk
        self._titles = titles()
        self._model = RowModel(self)
        self._pictures = Thumbnails(self._desk, self)
        self._list = ThingsList(self._model, self._draw, self._desk.tokens)
        self._list.moved.connect(self._move)
        self._list.brought.connect(self._bring)
        self._list.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self._pictures.arrived.connect(lambda _name: self._list.viewport().update())
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        mean(self._problem, "air")
        self._problem.hide()
        self._buttons()
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._problem)
        planning.chosen.connect(self._turn)
        self._desk.bind(self, lambda _show: self._show(self._desk.state), lambda state: state.show)
        self._turn()

    @property
    def problem(self) -> str:
        """Why the last thing was not done."""
        return self._problem.text()

    def _buttons(self) -> None:
        self._add = self._deed(self.tr("Add"), self._offer_kinds, "add", "Ctrl+Shift+A")
        self._copy = self._deed(self.tr("Copy"), self._duplicate, "copy", "Ctrl+D")
        self._remove = self._deed(self.tr("Remove"), self._take_out, "remove", "Ctrl+Delete")
        self._out = self._deed(self.tr("Play or leave out"), self._leave_out, "skip")
        self._import = self._deed(self.tr("Import CSV…"), self._planning.import_wanted.emit, "import")
        deeds = (self._add, self._copy, self._remove, self._out, self._import)
        self._shown_by = {deed: ActionButton(deed, size="small") for deed in deeds}
        self.body.addLayout(Flow(*self._shown_by.values()))

    def _deed(self, words: str, do: Callable[[], None], icon_name: Icon, key: str = "") -> Deed:
        return self._desk.actions.deed(self, words, do, group=self.tr("Plan"), icon_name=icon_name, key=key)

    def _turn(self) -> None:
        page = self._planning.page
        self.set_title(self._titles[page.key])
        self._list.setAccessibleName(self._titles[page.key])
        self._list.set_ordered(page.area in ORDERED)
        for deed in (self._add, self._copy, self._remove):
            self._shown_by[deed].setVisible(page.is_list)
        self._shown_by[self._import].setVisible(page.area == "products")
        self._shown_by[self._out].setVisible(page.area == "segments")
        self._say(None)
        self._show(self._desk.state)

    def _show(self, state: State) -> None:
        page = self._planning.page
        things = page.things(state.show) if page.is_list else {}
        self._model.show({key: row_of(state.show, self._planning.known, key, one) for key, one in things.items()})
        self._add.setEnabled(page.is_list)
        self._copy.setEnabled(bool(things) and page.area != "strips")
        self._remove.setEnabled(bool(things))
        nothing = self.tr("Nothing here yet. Press Add.")
        if page.area == "products":
            nothing = self.tr("No products yet. Press Add, or drop a CSV here.")
        once = self.tr("There is one of this, in the middle.")
        self._list.say(once if not page.is_list else "" if things else nothing)
        self._follow()

    def _follow(self) -> None:
        where = self._model.index_of(self._planning.key)
        if where != self._list.currentIndex():
            self._list.setCurrentIndex(where)

    def _choose(self) -> None:
        key = self._model.key_at(self._list.currentIndex())
        if key:
            self._say(None)
            self._planning.choose(self._planning.page.key, key)

    def _draw(self, painter: RowPainter, shown: Row) -> None:
        if shown.picture is not None:
            painter.picture(self._pictures.of(shown.picture))
        if shown.at_right:
            painter.right(shown.at_right)
        if shown.is_out:
            painter.chip(self.tr("not played"), "quiet", at_right=True)
        painter.lines(shown.name, shown.detail)

    def _offer_kinds(self) -> None:
        """What has kinds is asked for its kind first."""
        choices = self._kinds()
        if choices is None:
            self._make("", self.tr("New: {what}").format(what=self._titles[self._planning.page.key]))
            return
        button = self._shown_by[self._add]
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind, words in choices.items():
            menu.addAction(words).triggered.connect(partial(self._make, kind, words))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _kinds(self) -> dict[str, str] | None:
        known, show = self._planning.known, self._desk.state.show
        match self._planning.page.area:
            case "sources":
                return dict(known.choices("honban.sources"))
            case "overlays":
                return dict(known.choices("kinds"))
            case "strips":
                return {key: words for key, words in known.things("sources").items() if key not in show.audio.strips}
        return None

    def _make(self, kind: str, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        command = made(self._desk.state.show, self._planning.page, name=name, kind=kind)
        if command is None:
            self._tell(self.tr("Add a product first."))
        self._do(command)

    def _leave_out(self) -> None:
        self._do(left_out(self._desk.state.show, self._planning.key))

    def _duplicate(self) -> None:
        show, planning = self._desk.state.show, self._planning
        self._do(copied(show, planning.page, planning.key, name=self.tr("{name} (copy)")))

    def _take_out(self) -> None:
        self._do(removed(self._desk.state.show, self._planning.page, self._planning.key))

    def _move(self, key: str, to: int) -> None:
        self._do(moved(self._desk.state.show, self._planning.page, key, to))

    def _do(self, command: Edits | None) -> None:
        if command is None:
            return
        fresh = next((step.id for step in steps_of(command) if isinstance(step, Add)), "")
        page = self._planning.page.key

        def hear(refused: Message | None) -> None:
            self._say(refused)
            if refused is None and fresh:
                self._planning.choose(page, fresh)
                self._planning.led.emit(())

        self._planning.editor.do(command, hear)

    def _say(self, refused: Message | None) -> None:
        self._tell("" if refused is None else self._desk.say(refused))

    def _tell(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def _bring(self, path: str, key: str) -> None:
        """A table of products, or a picture for the product on which it was let go."""
        if path.lower().endswith(TABLES):
            self._planning.table_brought.emit(path)
        elif key and self._planning.page.area == "products":
            put_picture(self._desk, "products", key, path, self._say)
