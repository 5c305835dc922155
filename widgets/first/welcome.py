"""What a seat shows while no show is open: rehearse the demo show at once, begin a show, or open one that exists."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QWidget

from console.link.asking import KnownShow, KnownShows, NewShow, OpenedShow, OpenFolder
from console.model.state import State
from widgets.desk import Desk
from widgets.first.rehearsing import Rehearsing
from widgets.parts.button import ActionButton
from widgets.parts.keyed_model import KeyedModel
from widgets.parts.panel import Panel, column, lettered, row, small
from widgets.parts.row_list import TALL_ROW_HEIGHT, RowList
from widgets.parts.row_painter import RowPainter
from widgets.theme import HUGE, PAD, STRONG

LEAST_WIDTH, WIDTH = 240, 420


def is_wanted(state: State) -> bool:
    """No show is open: there is nothing to put on air."""
    return not state.show.scenes and not state.session.running


class Welcome(QWidget):
    """Three ways to a show, the shortest first."""

    def __init__(self, desk: Desk) -> None:
        """Asks for the shows that there are when it is shown."""
        super().__init__()
        self._desk = desk
        self.setAccessibleName(self.tr("Begin"))
        self.setAcceptDrops(True)
        self._rehearsing = Rehearsing(desk, self)
        self._status = QLabel()
        self._status.setWordWrap(True)
        self._rehearsing.told.connect(self._status.setText)
        ways = row(self._first(), self._new(), self._existing(), spacing=2 * PAD)
        head = lettered(QLabel(self.tr("Welcome to Honban")), HUGE, STRONG)
        words = small(self.tr("Nothing is public until you arm it and hold the button that goes live."))
        layout = column(None, head, words, ways, self._status, None, spacing=PAD)
        for item in (head, words, self._status):
            layout.setAlignment(item, Qt.AlignmentFlag.AlignHCenter)
        holder = QWidget()
        holder.setMaximumWidth(3 * WIDTH + 4 * PAD)
        holder.setLayout(layout)
        outer = row(spacing=0)
        outer.setContentsMargins(2 * PAD, 0, 2 * PAD, 0)
        outer.addStretch()
        outer.addWidget(holder, 1)
        outer.addStretch()
        self.setLayout(outer)
        desk.changed.connect(self._look)
        self._is_asked = False
        self._look()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A show's folder may be dropped here."""
        if self._dropped(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open it."""
        folder = self._dropped(event.mimeData().urls())
        if folder:
            self._open(folder)

    def _first(self) -> Panel:
        panel = self._panel(self.tr("Try it"))
        panel.body.addWidget(
            self._text(
                self.tr("Rehearse the demo show: everything real, nothing public. It is on air within seconds.")
            )
        )
        deed = self._desk.actions.deed(
            self, self.tr("Rehearse the demo show"), self._rehearsing.begin, group=self.tr("Begin"), icon_name="start"
        )
        panel.body.addStretch(1)
        panel.body.addWidget(ActionButton(deed, size="air", meaning="preview"))
        return panel

    def _new(self) -> Panel:
        panel = self._panel(self.tr("New show"))
        self._title = QLineEdit(placeholderText=self.tr("Title of the show"))
        self._title.setAccessibleName(self._title.placeholderText())
        self._template = QComboBox()
        self._template.setAccessibleName(self.tr("Template"))
        for words, template in (
            (self.tr("One product, from opening to closing"), "phases"),
            (self.tr("Three products"), "products"),
            (self.tr("Camera and graphics only"), "empty"),
        ):
            self._template.addItem(words, template)
        deed = self._desk.actions.deed(
            self, self.tr("Make the show"), self._make, group=self.tr("Begin"), icon_name="add"
        )
        panel.body.addWidget(self._text(self.tr("Begin with a running order that says what to fill in.")))
        panel.body.addWidget(self._title)
        panel.body.addWidget(self._template)
        panel.body.addStretch(1)
        panel.body.addWidget(ActionButton(deed))
        self._title.returnPressed.connect(deed.trigger)
        return panel

    def _existing(self) -> Panel:
        panel = self._panel(self.tr("Open a show"))
        self._model = KeyedModel[KnownShow](self)
        self._list = RowList(self._model, self._draw, self._desk.tokens, height=TALL_ROW_HEIGHT)
        self._list.setAccessibleName(panel.accessibleName())
        self._list.activated.connect(lambda index: self._open(self._model.key_at(index)))
        self._list.clicked.connect(lambda index: self._open(self._model.key_at(index)))
        deed = self._desk.actions.deed(
            self, self.tr("Choose a folder…"), self._choose, group=self.tr("Begin"), icon_name="folder", key="Ctrl+O"
        )
        panel.body.addWidget(self._text(self.tr("Your shows, newest first. A folder can be dropped here too.")))
        self._none = small(self.tr("No show yet. The ones that you make appear here."))
        self._none.setWordWrap(True)
        panel.body.addWidget(self._none)
        panel.body.addWidget(self._list, 1)
        panel.body.addWidget(ActionButton(deed))
        return panel

    def _panel(self, title: str) -> Panel:
        panel = Panel()
        panel.set_title(title)
        panel.setMinimumWidth(LEAST_WIDTH)
        panel.setMaximumWidth(WIDTH)
        panel.setMinimumHeight(WIDTH * 3 // 4)
        return panel

    def _text(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setWordWrap(True)
        return label

    def _look(self) -> None:
        """The shows are asked for once the engine is there."""
        if self._desk.snapshot.status == "attached" and not self._is_asked:
            self._is_asked = True
            self._desk.ask(KnownShows(), self._show)
        if self._desk.snapshot.status != "attached":
            problem = self._desk.snapshot.problem
            self._status.setText(self.tr("Connecting to the engine…") if problem is None else self._desk.say(problem))
        elif not self._rehearsing.is_under_way:
            self._status.setText("")

    def _show(self, shows: tuple[KnownShow, ...] | None) -> None:
        known = shows or ()
        own = {show.folder: show for show in known if not show.is_demo}
        self._model.show(own)
        self._none.setVisible(not own)

    def _draw(self, painter: RowPainter, show: KnownShow) -> None:
        changed = datetime.fromtimestamp(show.changed_us / 1e6).strftime("%Y-%m-%d %H:%M") if show.changed_us else ""
        if show.problem is not None:
            painter.chip(self.tr("Cannot be opened"), "armed", at_right=True)
            changed = self._desk.say(show.problem)
        painter.lines(show.title or Path(show.folder).name, changed)

    def _make(self) -> None:
        title = self._title.text().strip() or self.tr("New show")
        making = NewShow(title=title, template=self._template.currentData(), language=self._desk.language)
        self._desk.ask(making, self._opened)

    def _open(self, folder: str) -> None:
        if folder:
            self._desk.ask(OpenFolder(folder), self._opened)

    def _opened(self, _show: OpenedShow | None) -> None:
        self._status.setText("")

    def _choose(self) -> None:
        """Not modal: a window that waits for an answer must not stand between a person and the air."""
        dialog = QFileDialog(self, self.tr("Open a show"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(False)
        dialog.fileSelected.connect(self._open)
        dialog.show()

    def _dropped(self, urls: list[QUrl]) -> str:
        folders = [url.toLocalFile() for url in urls if url.isLocalFile() and Path(url.toLocalFile()).is_dir()]
        return folders[0] if folders else ""
