"""Graphics: which are on air and since when; one click puts one on or takes it off; what a ticker says is typed."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtWidgets import QLineEdit

from console.drivers import rows
from console.model.commands import Command, HideOverlay, SetAnnouncement, ShowOverlay
from console.model.state import State
from console.words.render import Language
from widgets.desk import Desk, Undo
from widgets.parts.button import ActionButton
from widgets.parts.clock import hms
from widgets.parts.flow import Flow
from widgets.parts.keyed_model import KeyedModel
from widgets.parts.panel import Panel
from widgets.parts.row_list import TALL_ROW_HEIGHT, RowList
from widgets.parts.row_painter import RowPainter
from widgets.theme import GAP

WRITABLE = frozenset({"announcement", "ticker", "lower_third"})
"""Kinds whose words can be written while the show runs."""
WORDS_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Graphic:
    """One graphic as it is shown, without its age."""

    name: str
    kind: str
    is_shown: bool
    since_us: int
    """Media time."""
    is_hidden_somewhere: bool
    """A rendition never shows its kind."""


def graphics(state: State) -> dict[str, Graphic]:
    """All graphics of the show, in its order."""
    hidden = {kind for rendition in state.show.renditions.values() for kind in rendition.hide}
    return {
        key: Graphic(
            name=overlay.name,
            kind=overlay.kind,
            is_shown=(on_air := state.overlays.get(key)) is not None and on_air.shown,
            since_us=0 if on_air is None else on_air.since_us,
            is_hidden_somewhere=overlay.kind in hidden,
        )
        for key, overlay in state.show.overlays.items()
    }


class GraphicsPanel(Panel):
    """List, one button, and a line for what a ticker says."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk's State."""
        super().__init__()
        self.set_title(self.tr("Graphics"), empty=self.tr("No graphics yet. Add them in Plan (Alt+3)."))
        self._desk = desk
        self._model = KeyedModel[Graphic](self)
        self._list = RowList(self._model, self._draw, desk.tokens, height=TALL_ROW_HEIGHT)
        self._list.setAccessibleName(self.accessibleName())
        self._words = QLineEdit(placeholderText=self.tr("What it says"), maxLength=WORDS_LONGEST)
        self._words.setAccessibleName(self._words.placeholderText())
        self._deeds()
        self.body.addWidget(self._list, 1)
        self.body.addLayout(Flow(self._button, self._words, ActionButton(self._write), spacing=GAP))
        desk.bind(self, self._show, graphics)
        desk.ticked.connect(self._tick)

    def _deeds(self) -> None:
        make, group = self._desk.actions.command, self.tr("Graphics")
        self._turn = make(
            self,
            self.tr("On / off air"),
            self._wanted,
            group=group,
            icon_name="graphic",
            key="Ctrl+G",
            undo=self._undo,
        )
        self._write = make(self, self.tr("Write"), self._wanted_words, group=group, icon_name="edit")
        self._button = ActionButton(self._turn, size="air", meaning="air")
        self._list.selectionModel().currentChanged.connect(lambda *_: self._selected())
        self._list.doubleClicked.connect(lambda _index: self._turn.trigger())
        self._words.returnPressed.connect(self._write.trigger)

    def _wanted(self) -> Command | None:
        key = self._key()
        graphic = self._model.row_of(key)
        if graphic is None:
            return None
        return HideOverlay(key) if graphic.is_shown else ShowOverlay(key)

    def _undo(self) -> Undo | None:
        key = self._key()
        graphic = self._model.row_of(key)
        if graphic is None:
            return None
        if graphic.is_shown:
            return Undo(self.tr("{name} off air").format(name=graphic.name), ShowOverlay(key))
        return Undo(self.tr("{name} on air").format(name=graphic.name), HideOverlay(key))

    def _wanted_words(self) -> Command | None:
        graphic = self._model.row_of(self._key())
        if graphic is None or graphic.kind not in WRITABLE:
            return None
        return SetAnnouncement(self._key(), self._words.text().strip())

    def _key(self) -> str:
        return self._model.key_at(self._list.currentIndex())

    def _selected(self) -> None:
        graphic = self._model.row_of(self._key())
        self._words.setEnabled(graphic is not None and graphic.kind in WRITABLE)
        self._words.setText(self._desk.state.audience.words.get(self._key(), ""))
        self._name_the_turn()
        for action in (self._turn, self._write):
            action.weigh()

    def _show(self, found: dict[str, Graphic]) -> None:
        self.set_empty(not found)
        self._model.show(found)
        if found and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.index(0))
        self._name_the_turn()
        self._turn.weigh()

    def _name_the_turn(self) -> None:
        graphic = self._model.row_of(self._key())
        is_shown = graphic is not None and graphic.is_shown
        self._turn.setText(self.tr("Take off air") if is_shown else self.tr("Put on air"))
        self._button.set_meaning("" if is_shown else "air")

    def _tick(self) -> None:
        for key, on_air in self._desk.state.overlays.items():
            if on_air.shown:
                self._list.update(self._model.index_of(key))

    def _draw(self, painter: RowPainter, graphic: Graphic) -> None:
        if graphic.is_shown:
            painter.stripe("air")
            painter.right(hms(max(0, self._desk.now().media_us - graphic.since_us)))
            painter.chip(self.tr("On air"), "air", at_right=True)
        kind = titles(self._desk.language).get(graphic.kind, graphic.kind)
        if graphic.is_hidden_somewhere:
            kind = self.tr("{kind} · not on every platform").format(kind=kind)
        painter.lines(graphic.name, kind, strong=graphic.is_shown)


@cache
def titles(language: Language) -> dict[str, str]:
    """Of the kinds of graphics."""
    drivers = {kind: found.driver for kind, found in rows("honban.overlays").items() if found.driver is not None}
    return {kind: driver.title_ja if language == "ja" else driver.title_en for kind, driver in drivers.items()}
