"""Products from a table: dropped or chosen, brought in whole or not at all, with every bad row by line and column."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QProgressBar

from console.errors import Message
from console.link.asking import ImportedProducts, ImportProducts, StopImport
from widgets.forms.files import local_files
from widgets.parts.button import ActionButton
from widgets.parts.keyed_model import KeyedModel
from widgets.parts.panel import Panel, row, small
from widgets.parts.row_list import RowList
from widgets.parts.row_painter import RowPainter
from widgets.plan.pictures import is_here, read_aside
from widgets.plan.planning import Planning
from widgets.sheet import mean

MOST_BYTES = 4_000_000
"""Of a table that travels to an engine on another machine."""
TALL_PX = 64
ENDINGS = (".csv", ".tsv", ".txt")


@dataclass(frozen=True, slots=True)
class BadRow:
    """What is wrong in a table."""

    line: str
    column: str
    reason: str


class TablePanel(Panel):
    """Asks the engine, shows what it says."""

    def __init__(self, planning: Planning) -> None:
        """Nothing was brought yet."""
        super().__init__()
        self.set_title(self.tr("Import products"))
        self._planning, self._desk = planning, planning.desk
        self.setAcceptDrops(True)
        self._is_busy = False
        make = self._desk.actions.deed
        self._choose = make(
            self, self.tr("Choose a CSV…"), self._ask_file, group=self.tr("Plan"), icon_name="folder", key="Ctrl+I"
        )
        self._stop = make(self, self.tr("Stop"), self._give_up, group=self.tr("Plan"), icon_name="close")
        self._stop.setEnabled(False)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)  # Why: how many pictures are still to be fetched is known to the engine alone.
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Import under way"))
        self._progress.hide()
        self._hint = small(
            self.tr("Headings: number, name, price; also picture, was price, stock and more. Drop the file here.")
        )
        self._status = QLabel()
        for label in (self._hint, self._status):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._model = BadRows(self)
        self._list = RowList(self._model, self._draw, self._desk.tokens, height=TALL_PX)
        self._list.setAccessibleName(self.tr("Bad rows"))
        self.body.addLayout(
            row(ActionButton(self._choose, size="small"), ActionButton(self._stop, size="small"), None)
        )
        self.body.addWidget(self._progress)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._status)
        self.body.addWidget(self._list, 1)
        planning.table_brought.connect(self.bring)

    @property
    def status(self) -> str:
        """How the last import went."""
        return self._status.text()

    def bring(self, path: str) -> None:
        """Bring in the products of a table on this machine."""
        if self._is_busy:
            return
        self._become_busy(is_busy=True)
        self._tell(self.tr("Reading {name}…").format(name=Path(path).name), is_bad=False)
        self._model.show({})
        if is_here(self._desk.state.show):
            self._ask(ImportProducts(path=path))
        else:
            read_aside(self, path, MOST_BYTES, self._send)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A table."""
        if local_files(event, ENDINGS):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring it in."""
        event.acceptProposedAction()
        self.bring(local_files(event, ENDINGS)[0])

    def _send(self, data: bytes) -> None:
        text = decoded(data)
        if text:
            self._ask(ImportProducts(text=text))
        else:
            self._rest(self.tr("The file is empty, no text, or too large."), is_bad=True)

    def _ask(self, errand: ImportProducts) -> None:
        self._desk.ask(errand, self._hear, failed=self._fail)

    def _hear(self, answer: ImportedProducts) -> None:
        self._model.show({str(number): self._bad_row(one) for number, one in enumerate(answer.problems)})
        if answer.problems:
            words = self.tr("Nothing was imported: {n} things are to be put right first.")
            self._rest(words.format(n=len(answer.problems)), is_bad=True)
            return
        words = self.tr("Added {added}, changed {changed}, as before {unchanged}; {pictures} pictures.")
        counted = words.format(
            added=answer.added, changed=answer.changed, unchanged=answer.unchanged, pictures=answer.pictures
        )
        ignored = self.tr("Columns left aside: {names}.").format(names=", ".join(answer.ignored))
        self._rest(f"{counted} {ignored}" if answer.ignored else counted, is_bad=False)
        self._planning.choose("products")

    def _fail(self, problem: Message) -> None:
        self._rest(self._desk.say(problem), is_bad=True)

    def _rest(self, words: str, *, is_bad: bool) -> None:
        self._become_busy(is_busy=False)
        self._tell(words, is_bad=is_bad)

    def _become_busy(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        self._choose.setEnabled(not is_busy)
        self._stop.setEnabled(is_busy)
        self._progress.setVisible(is_busy)

    def _give_up(self) -> None:
        """The import itself answers that it was stopped, or that it was done already."""
        self._desk.ask(StopImport(), lambda _nothing: None)

    def _tell(self, words: str, *, is_bad: bool) -> None:
        self._status.setText(words)
        mean(self._status, "air" if is_bad else "")

    def _bad_row(self, problem: Message) -> BadRow:
        line, column = (str(problem.params.get(name, "")) for name in ("line", "column"))
        return BadRow(line, column, self._desk.say(problem))

    def _draw(self, painter: RowPainter, shown: BadRow) -> None:
        painter.stripe("air")
        where = self.tr("Line {line}").format(line=shown.line) if shown.line else ""
        painter.paragraph(" · ".join(part for part in (where, shown.column) if part), shown.reason)

    def _ask_file(self) -> None:
        """Not modal: nothing stands between a person and the air."""
        dialog = QFileDialog(self, self.tr("Choose a CSV…"))
        dialog.setNameFilter("CSV (*.csv *.tsv *.txt)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(False)
        dialog.fileSelected.connect(self.bring)
        dialog.show()


class BadRows(KeyedModel[BadRow]):
    """Says each as it stands."""

    def words(self, row: BadRow) -> str:
        """For screen readers."""
        return row.reason


def decoded(data: bytes) -> str:
    """As spreadsheets save tables: UTF-8, or Shift_JIS; empty if it is neither."""
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""
