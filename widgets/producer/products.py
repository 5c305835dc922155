"""All products: one click explains one, and everything follows."""

from PySide6.QtWidgets import QLineEdit

from console.model.commands import Command, EndExplaining, Explain, UndoExplain
from console.model.product import Product
from console.model.selling import ProductShown, products_shown
from console.model.state import State
from widgets.desk import Desk, Undo
from widgets.parts.button import ActionButton
from widgets.parts.flow import Flow
from widgets.parts.keyed_model import KeyedModel
from widgets.parts.panel import Panel
from widgets.parts.row_list import TALL_ROW_HEIGHT, RowList
from widgets.parts.row_painter import RowPainter
from widgets.parts.thumbnails import Thumbnails
from widgets.producer.prices import price_words
from widgets.sheet import Meaning
from widgets.theme import GAP


class ProductsPanel(Panel):
    """List and the central act."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk's State."""
        super().__init__()
        empty = self.tr("No products yet. Import a CSV or add them in Plan (Alt+3).")
        self.set_title(self.tr("Products"), empty=empty)
        self._desk = desk
        self._pictures = Thumbnails(desk, self)
        self._model = KeyedModel[ProductShown](self)
        self._list = RowList(self._model, self._draw, desk.tokens, height=TALL_ROW_HEIGHT)
        self._list.setAccessibleName(self.accessibleName())
        self._pictures.arrived.connect(lambda _name: self._list.viewport().update())
        self._search = QLineEdit(placeholderText=self.tr("Find by number or name"), clearButtonEnabled=True)
        self._search.setAccessibleName(self._search.placeholderText())
        self._search.textChanged.connect(lambda _words: self._show(self._found(desk.state)))
        self._deeds()
        explain, end = ActionButton(self._explain, size="air", meaning="air"), ActionButton(self._end, size="air")
        self.body.addLayout(Flow(explain, end, self._search, spacing=GAP))
        self.body.addWidget(self._list, 1)
        desk.bind(self, self._show, self._found)
        desk.ticked.connect(self._tick)

    def _deeds(self) -> None:
        make, group = self._desk.actions.command, self.tr("Products")
        self._explain = make(
            self, self.tr("Explain"), self._wanted, group=group, icon_name="explain", key="Ctrl+E", undo=self._undo
        )
        self._end = make(
            self, self.tr("End explaining"), self._wanted_end, group=group, icon_name="end", key="Ctrl+Shift+E"
        )
        self._list.selectionModel().currentChanged.connect(lambda *_: self._explain.weigh())
        self._list.doubleClicked.connect(lambda _index: self._explain.trigger())

    def _wanted(self) -> Command | None:
        key = self._model.key_at(self._list.currentIndex())
        return Explain(key) if key else None

    def _wanted_end(self) -> Command | None:
        return EndExplaining() if self._desk.state.explaining.product else None

    def _undo(self) -> Undo | None:
        key = self._model.key_at(self._list.currentIndex())
        product = self._desk.state.show.products.get(key)
        return (
            None
            if product is None
            else Undo(self.tr("Explaining {name}").format(name=_called(product)), UndoExplain())
        )

    def _found(self, state: State) -> tuple[ProductShown, ...]:
        return products_shown(state, show_us=self._desk.now().show_us)

    def _tick(self) -> None:
        """What an offer that just ended is still shown at changes with time alone."""
        self._show(self._found(self._desk.state))

    def _show(self, found: tuple[ProductShown, ...]) -> None:
        self.set_empty(not found)
        wanted = self._search.text().strip().casefold()
        self._model.show({shown.id: shown for shown in found if _matches(shown, wanted)})
        self._explain.weigh()

    def _draw(self, painter: RowPainter, shown: ProductShown) -> None:
        if shown.explained:
            painter.stripe("air")
        painter.picture(self._pictures.of(shown.product.picture))
        painter.right(price_words(shown.price), strong=True)
        for words, meaning in self._badges(shown):
            painter.chip(words, meaning, at_right=True)
        left = self.tr("{n} left").format(n=shown.left) if shown.left is not None else self.tr("stock unknown")
        if shown.explained:
            left = self.tr("Explaining · {left}").format(left=left)
        painter.lines(f"No.{shown.product.number}  {_called(shown.product)}", left, strong=shown.explained)

    def _badges(self, shown: ProductShown) -> list[tuple[str, Meaning]]:
        if shown.sold_out:
            return [(self.tr("Sold out"), "quiet")]
        words: dict[str, tuple[str, Meaning]] = {
            "low_stock": (self.tr("Few left"), "armed"),
            "hot": (self.tr("Hot"), "info"),
        }
        return [words[badge] for badge in shown.badges]


def _called(product: Product) -> str:
    return product.short_name or product.name


def _matches(shown: ProductShown, wanted: str) -> bool:
    product = shown.product
    words = (str(product.number), f"no.{product.number}", product.name, product.short_name, *product.aliases)
    return not wanted or any(wanted in word.casefold() for word in words)
