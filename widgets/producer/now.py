"""What is being explained, its offer, and what comes next: the one place a producer's eye returns to."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from console.model.commands import Command, Explain, UndoExplain
from console.model.offer import OfferStatus
from console.model.selling import offer_of, product_shown, remaining_us
from console.model.state import State
from widgets.desk import Desk, Undo
from widgets.parts.button import ActionButton
from widgets.parts.chip import Chip
from widgets.parts.clock import Figures, hms
from widgets.parts.elided import Elided
from widgets.parts.panel import Panel, column, lettered, row, small
from widgets.parts.thumbnails import Thumbnails
from widgets.producer.prices import price_words
from widgets.sheet import mean
from widgets.theme import GAP, GRID, HUGE, LARGE, STRONG, TITLE

PICTURE_PX, SMALL_PICTURE_PX = 96, 48
SHORT_PX = 230
"""Lower panels show the same smaller and side by side."""


class NowPanel(Panel):
    """紹介中, its offer, and the button that explains what is next."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk's State."""
        super().__init__()
        self.set_title(self.tr("Now / Next"))
        self._desk = desk
        self._pictures = Thumbnails(desk, self)
        self._pictures.arrived.connect(lambda _name: self._show(desk.state))
        self._is_short = False
        self._above = QVBoxLayout()
        self._card()
        self._offer_box()
        self._scroll_above()
        self._following()
        desk.bind(
            self,
            lambda _found: self._show(desk.state),
            lambda state: (state.explaining, state.selling, state.rundown, state.show),
        )
        desk.ticked.connect(self._tick)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is explained next can be pressed at every height."""
        super().resizeEvent(event)
        is_short = self.height() < SHORT_PX
        if is_short != self._is_short:
            self._is_short = is_short
            self._shorten()

    def _shorten(self) -> None:
        """Price and time left of the offer stay in sight."""
        side = SMALL_PICTURE_PX if self._is_short else PICTURE_PX
        self._picture.setFixedSize(side, side)
        lettered(self._remaining, LARGE if self._is_short else HUGE, STRONG)
        lettered(self._price, LARGE if self._is_short else TITLE, STRONG)
        if self._is_short:
            self._head.insertWidget(1, self._price)
        else:
            self._words.insertWidget(2, self._price)
        direction = QBoxLayout.Direction.LeftToRight if self._is_short else QBoxLayout.Direction.TopToBottom
        for layout in self._turning:
            layout.setDirection(direction)
        self._show(self._desk.state)

    def _scroll_above(self) -> None:
        self._above.setContentsMargins(0, 0, 0, 0)
        self._above.setSpacing(GAP)
        self._above.addStretch(1)
        inner, scroll = QWidget(), QScrollArea()
        inner.setLayout(self._above)
        scroll.setProperty("part", "plain")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setMinimumHeight(0)
        scroll.setWidget(inner)
        self.body.addWidget(scroll, 1)

    def _card(self) -> None:
        self._word, self._name, self._price, self._left = Chip(), QLabel(), Figures(TITLE), small()
        lettered(self._name, LARGE, STRONG)
        self._name.setWordWrap(True)
        self._price.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._picture = QLabel()
        self._picture.setFixedSize(PICTURE_PX, PICTURE_PX)
        self._since = Figures()
        self._head = row(self._word, None, self._since)
        self._words = column(self._head, self._name, self._price, self._left, spacing=GRID)
        self._above.addLayout(row(self._picture, self._words))

    def _offer_box(self) -> None:
        self._offer, self._offer_words, self._remaining = QFrame(), QLabel(), Figures(HUGE)
        self._offer.setProperty("part", "raised")
        self._sold = small()
        layout = column(row(self._offer_words, None, self._sold), self._remaining)
        self._turning: list[QBoxLayout] = [layout]
        layout.setContentsMargins(GAP, GRID, GAP, GRID)
        self._offer.setLayout(layout)
        self._above.addWidget(self._offer)

    def _following(self) -> None:
        explain = self._desk.actions.command(
            self,
            self.tr("Explain next"),
            self._wanted,
            group=self.tr("Products"),
            icon_name="explain",
            key="F2",
            undo=self._undo,
        )
        self._next = Elided()
        self._next.setProperty("part", "small")
        foot = column(self._next, ActionButton(explain, size="air", meaning="preview"), spacing=GRID)
        self._turning.append(foot)
        self.body.addLayout(foot)

    def next_product(self, state: State) -> str:
        """The product of the next segments that has one and is not explained; empty: none."""
        status, segments = state.rundown, state.show.segments
        at = status.order.index(status.next) if status.next in status.order else len(status.order)
        products = (segments[key].product for key in status.order[at:] if key in segments)
        return next((key for key in products if key in state.show.products and key != state.explaining.product), "")

    def _wanted(self) -> Command | None:
        key = self.next_product(self._desk.state)
        return Explain(key) if key else None

    def _undo(self) -> Undo | None:
        product = self._desk.state.show.products.get(self.next_product(self._desk.state))
        name = "" if product is None else product.short_name or product.name
        return Undo(self.tr("Explaining {name}").format(name=name), UndoExplain())

    def _show(self, state: State) -> None:
        shown = product_shown(state, state.explaining.product, show_us=self._desk.now().show_us)
        is_explained = shown is not None
        self._word.show_state(
            self.tr("Explaining") if is_explained else self.tr("Nothing explained"),
            "air" if is_explained else "quiet",
        )
        self._picture.setVisible(is_explained)
        self._name.setText(
            "" if shown is None else f"No.{shown.product.number} {shown.product.short_name or shown.product.name}"
        )
        self._price.show_text("" if shown is None else price_words(shown.price))
        left = None if shown is None else shown.left
        self._left.setText("" if left is None else self.tr("{n} left").format(n=left))
        self._left.setVisible(left is not None and not self._is_short)
        pixels = None if shown is None else self._pictures.of(shown.product.picture)
        if pixels is not None:
            both = Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
            self._picture.setPixmap(pixels.scaled(self._picture.size(), *both))
        following = state.show.products.get(self.next_product(state))
        name = "—" if following is None else f"No.{following.number} {following.short_name or following.name}"
        self._next.setText(self.tr("Next: {name}").format(name=name))
        self._tick()

    def _tick(self) -> None:
        state, now_us = self._desk.state, self._desk.now().show_us
        explaining = state.explaining
        self._since.show_text(hms(now_us - explaining.since_us) if explaining.product else "")
        self._since.setVisible(bool(explaining.product))
        key = offer_of(state, explaining.product) or ""
        self._offer.setVisible(bool(key))
        if key:
            self._show_offer(state.selling.status(key), now_us)

    def _show_offer(self, status: OfferStatus, now_us: int) -> None:
        words = {
            "armed": self.tr("Offer armed"),
            "counting": self.tr("Offer opens in"),
            "live": self.tr("Offer ends in"),
        }
        self._offer_words.setText(words.get(status.phase, ""))
        self._remaining.show_text(hms(remaining_us(status, now_us)) if status.is_running else "")
        mean(self._remaining, "air" if status.phase == "live" else "armed")
        self._sold.setText(self.tr("{n} sold").format(n=status.sold))
