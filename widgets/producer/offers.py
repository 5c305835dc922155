"""Offers: where each stands, how long and how many are left, and what can be done with the one that is selected."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QSpinBox

from console.model.amount import amount_of
from console.model.commands import ArmOffer, Command, EndOffer, ExtendOffer, OpenPrice, StartOffer, WithdrawOffer
from console.model.offer import REASON_LONGEST, OfferStatus
from console.model.selling import is_price_hidden, remaining_us, units_left
from console.model.state import State
from widgets.actions import Wanted
from widgets.desk import Desk
from widgets.keys import without_input_method
from widgets.parts.button import ActionButton
from widgets.parts.clock import hms
from widgets.parts.flow import Flow
from widgets.parts.keyed_model import KeyedModel
from widgets.parts.panel import Panel
from widgets.parts.row_list import TALL_ROW_HEIGHT, RowList
from widgets.parts.row_painter import RowPainter
from widgets.sheet import Meaning
from widgets.theme import GAP

LONGEST_EXTENSION_MIN = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One offer as it is shown, without what moves by itself."""

    name: str
    price: str
    is_hidden: bool
    status: OfferStatus
    left: int | None
    quantity: int | None


def lines(state: State) -> dict[str, Line]:
    """All offers of the show; what runs comes first, what is over last."""
    shown = {
        key: _line(state, key) for key in state.show.offers if state.show.offers[key].product in state.show.products
    }
    return dict(sorted(shown.items(), key=lambda item: _rank(item[1].status)))


class OffersPanel(Panel):
    """List, and the deeds below it."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk's State."""
        super().__init__()
        self.set_title(self.tr("Offers"), empty=self.tr("No offers yet. Add one to a product in Plan (Alt+3)."))
        self._desk = desk
        self._model = KeyedModel[Line](self)
        self._list = RowList(self._model, self._draw, desk.tokens, height=TALL_ROW_HEIGHT)
        self._list.setAccessibleName(self.accessibleName())
        self._minutes = QSpinBox(minimum=1, maximum=LONGEST_EXTENSION_MIN, suffix=self.tr(" min"))
        self._minutes.setAccessibleName(self.tr("Minutes to extend by"))
        without_input_method(self._minutes)
        self._reason = QLineEdit(placeholderText=self.tr("Reason to extend or withdraw"), maxLength=REASON_LONGEST)
        self._reason.setObjectName("reason")
        self._reason.setAccessibleName(self._reason.placeholderText())
        self._deeds()
        self.body.addWidget(self._list, 1)
        self._lay_out()
        desk.bind(self, self._show, lines)
        desk.ticked.connect(self._tick)

    def _deeds(self) -> None:
        make, group = self._desk.actions.command, self.tr("Offers")
        self._arm = make(self, self.tr("Arm"), self._with(ArmOffer), group=group, icon_name="arm", key="Ctrl+R")
        self._start = make(
            self, self.tr("Start"), self._with(StartOffer), group=group, icon_name="start", key="Ctrl+Shift+R"
        )
        self._open = make(self, self.tr("Open price"), self._wanted_price, group=group, icon_name="price", key="F4")
        self._extend = make(
            self, self.tr("Extend"), self._wanted_extension, group=group, icon_name="extend", key="Ctrl+Shift+X"
        )
        self._end = make(self, self.tr("End"), self._with(EndOffer), group=group, icon_name="end", key="Ctrl+Shift+K")
        self._withdraw = make(self, self.tr("Withdraw"), self._wanted_withdrawal, group=group, icon_name="withdraw")
        self._list.selectionModel().currentChanged.connect(lambda *_: self._weigh())
        self._reason.textChanged.connect(lambda _words: self._weigh())

    def _lay_out(self) -> None:
        """What ends an offer stands apart from what is pressed in every show."""
        start = ActionButton(self._start, size="air", meaning="air")
        arm, price = ActionButton(self._arm, size="air", meaning="armed"), ActionButton(self._open, size="air")
        end = ActionButton(self._end, size="air")
        self.body.addLayout(Flow(arm, start, price, end, spacing=GAP))
        extend, withdraw = (ActionButton(deed, by_keys=False) for deed in (self._extend, self._withdraw))
        self.body.addLayout(Flow(self._minutes, self._reason, extend, withdraw, spacing=GAP))

    def _with(self, kind: Callable[[str], Command]) -> Wanted:
        def wanted() -> Command | None:
            key = self._selected()
            return kind(key) if key else None

        return wanted

    def _wanted_price(self) -> Command | None:
        """What is open already needs no opening."""
        key = self._selected()
        return OpenPrice(key) if key and is_price_hidden(self._desk.state, key) else None

    def _wanted_extension(self) -> Command | None:
        key, reason = self._selected(), self._reason.text().strip()
        return ExtendOffer(key, self._minutes.value() * 60, reason) if key else None

    def _wanted_withdrawal(self) -> Command | None:
        key = self._selected()
        return WithdrawOffer(key, self._reason.text().strip()) if key else None

    def _selected(self) -> str:
        return self._model.key_at(self._list.currentIndex())

    def _show(self, found: dict[str, Line]) -> None:
        self.set_empty(not found)
        self._model.show(found)
        if found and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.index(0))
        self._weigh()

    def _weigh(self) -> None:
        for action in (self._arm, self._start, self._open, self._extend, self._end, self._withdraw):
            action.weigh()

    def _tick(self) -> None:
        for key, status in self._desk.state.selling.offers.items():
            if status.is_running:
                self._list.update(self._model.index_of(key))

    def _draw(self, painter: RowPainter, line: Line) -> None:
        words, meaning = self._phase(line.status)
        painter.stripe(meaning if meaning != "quiet" else "")
        left_us = remaining_us(line.status, self._desk.now().show_us)
        if line.status.is_running:
            painter.right(hms(left_us), strong=True)
        painter.chip(words, meaning)
        price = self.tr("{price} (hidden)").format(price=line.price) if line.is_hidden else line.price
        painter.lines(line.name, f"{price} · {self._sold(line)}", strong=line.status.is_active)

    def _sold(self, line: Line) -> str:
        if line.quantity is not None:
            return self.tr("{left} of {all} left").format(left=line.left, all=line.quantity)
        if line.left is not None:
            return self.tr("{left} left, {sold} sold").format(left=line.left, sold=line.status.sold)
        return self.tr("{sold} sold").format(sold=line.status.sold)

    def _phase(self, status: OfferStatus) -> tuple[str, Meaning]:
        phases: dict[str, tuple[str, Meaning]] = {
            "draft": (self.tr("Draft"), "quiet"),
            "armed": (self.tr("Armed"), "armed"),
            "counting": (self.tr("Counting"), "armed"),
            "live": (self.tr("Live"), "air"),
            "ended": (self.tr("Ended"), "quiet"),
            "sold_out": (self.tr("Sold out"), "quiet"),
            "withdrawn": (self.tr("Withdrawn"), "quiet"),
        }
        return phases[status.phase]


def _line(state: State, key: str) -> Line:
    offer = state.show.offers[key]
    product = state.show.products[offer.product]
    return Line(
        name=f"No.{product.number}  {product.short_name or product.name}",
        price=str(amount_of(offer.price)),
        is_hidden=is_price_hidden(state, key),
        status=state.selling.status(key),
        left=units_left(state, key),
        quantity=offer.quantity,
    )


def _rank(status: OfferStatus) -> int:
    order = ("live", "counting", "armed", "draft", "ended", "sold_out", "withdrawn")
    return order.index(status.phase)
