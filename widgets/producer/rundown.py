"""The running order: what is on air, what is next, how long each takes, how far the show is over or under."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu

from console.model.commands import Command, HoldSegment, MoveSegment, SetNext, SkipNext, TakeNext
from console.model.running import segment_clock, show_clock
from console.model.state import State
from widgets.desk import Desk
from widgets.parts.button import ActionButton
from widgets.parts.clock import Figures, hms, signed
from widgets.parts.keyed_model import KeyedModel
from widgets.parts.ordered_list import OrderedList
from widgets.parts.panel import Panel, row, small
from widgets.parts.row_painter import RowPainter
from widgets.sheet import mean
from widgets.theme import LARGE

Place = Literal["played", "on air", "next", "later"]
WIDEST = "+0:00:00"


@dataclass(frozen=True, slots=True)
class Item:
    """One segment as it is shown."""

    number: int
    name: str
    product: str
    place: Place
    planned_us: int
    taken_us: int | None
    """None: not over yet, or not played."""
    is_held: bool = False


def items(state: State) -> dict[str, Item]:
    """All segments in the running order, without what moves by itself."""
    shown = [key for key in state.rundown.order or state.show.rundown if key in state.show.segments]
    return {key: _item(state, key, number) for number, key in enumerate(shown, 1)}


class RundownPanel(Panel):
    """List, clocks and what is done with them."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk's State."""
        super().__init__()
        self.set_title(self.tr("Rundown"), empty=self.tr("No segments yet. Plan the running order in Plan (Alt+3)."))
        self._desk = desk
        self._model = KeyedModel[Item](self)
        self._list = OrderedList(self._model, self._draw, desk.tokens)
        self._list.setAccessibleName(self.accessibleName())
        self._list.moved.connect(lambda key, to: desk.do(MoveSegment(key, to)))
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._offer_menu)
        self._list.activated.connect(lambda index: self._jump(self._model.key_at(index)))
        self._clocks()
        self.body.addWidget(self._list, 1)
        self._buttons()
        desk.bind(self, self._show, items)
        desk.ticked.connect(self._tick)
        self._tick()

    def _clocks(self) -> None:
        self._left, self._over = Figures(LARGE, widest=WIDEST), Figures(LARGE, widest=WIDEST)
        self._over_words = small()
        self._left.setAccessibleName(self.tr("Time left in the segment"))
        self._over.setAccessibleName(self.tr("Show over or under"))
        self.body.addLayout(row(small(self.tr("Segment left")), self._left, None, self._over_words, self._over))

    def _buttons(self) -> None:
        make, group = self._desk.actions.command, self.tr("Rundown")
        following = make(self, self.tr("Next"), TakeNext, group=group, icon_name="next", key="F9")
        hold = make(self, self.tr("Hold"), self._hold, group=group, icon_name="hold", key="F10")
        skip = make(self, self.tr("Skip next"), SkipNext, group=group, icon_name="skip", key="Ctrl+Shift+S")
        take = ActionButton(following, size="air", meaning="air")
        self.body.addLayout(row(take, ActionButton(hold), ActionButton(skip)))

    def _hold(self) -> Command:
        return HoldSegment(not self._desk.state.rundown.held)

    def _show(self, found: dict[str, Item]) -> None:
        self.set_empty(not found)
        self._model.show(found)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """However low it is, what is on air can be seen."""
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        """What is on air and, where there is room, what is next."""
        rundown = self._desk.state.rundown
        for key in (rundown.next, rundown.on_air):
            if key is not None:
                self._list.scrollTo(self._model.index_of(key))

    def _tick(self) -> None:
        state, now_us = self._desk.state, self._desk.now().show_us
        segment, show = segment_clock(state, now_us), show_clock(state, now_us)
        self._left.show_text("" if segment is None else hms(-segment.over_us))
        mean(self._left, "armed" if segment is not None and segment.over_us > 0 else "")
        over_us = 0 if show is None else show.over_us
        self._over.show_text("" if show is None else signed(over_us))
        mean(self._over, "armed" if over_us > 0 else "")
        self._over_words.setText("" if show is None else self._word(over_us))
        self._list.viewport().update(self._list.visualRect(self._model.index_of(state.rundown.on_air or "")))

    def _word(self, over_us: int) -> str:
        return self.tr("Over") if over_us > 0 else self.tr("Under")

    def _draw(self, painter: RowPainter, item: Item) -> None:
        clock = segment_clock(self._desk.state, self._desk.now().show_us) if item.place == "on air" else None
        if clock is not None:
            painter.stripe("air")
            painter.right(f"{hms(clock.elapsed_us)} / {hms(item.planned_us)}", strong=True)
            painter.chip(self.tr("Held") if item.is_held else self.tr("On air"), "armed" if item.is_held else "air")
        elif item.place == "next":
            painter.stripe("preview")
            painter.right(hms(item.planned_us))
            painter.chip(self.tr("Next"), "preview")
        elif item.taken_us is not None:
            painter.right(f"{hms(item.taken_us)} / {hms(item.planned_us)}", quiet=True)
        else:
            painter.right(hms(item.planned_us), quiet=True)
        painter.lines(f"{item.number}  {item.name}", item.product, strong=item.place in {"on air", "next"})

    def _offer_menu(self, where: QPoint) -> None:
        key = self._model.key_at(self._list.indexAt(where))
        if key:
            menu = QMenu(self._list)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(self.tr("Make it Next"), lambda: self._jump(key))
            menu.popup(self._list.viewport().mapToGlobal(where))

    def _jump(self, segment: str) -> None:
        if segment:
            self._desk.do(SetNext(segment))


def _item(state: State, key: str, number: int) -> Item:
    segment, played = state.show.segments[key], state.rundown.played.get(key)
    product = state.show.products.get(segment.product)
    is_over = played is not None and played.ended_us > 0
    return Item(
        number=number,
        name=segment.name,
        product="" if product is None else product.short_name or product.name,
        place=_place(state, key),
        planned_us=segment.planned_s * 1_000_000,
        taken_us=played.earlier_us + played.ended_us - played.started_us if played is not None and is_over else None,
        is_held=state.rundown.held and state.rundown.on_air == key,
    )


def _place(state: State, key: str) -> Place:
    if key == state.rundown.on_air:
        return "on air"
    if key == state.rundown.next:
        return "next"
    return "played" if key in state.rundown.played else "later"
