"""The strip on top: whether we are on air, what is on and next, how much time is left."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from console.model.running import segment_clock, show_clock
from console.model.selling import offer_shown
from console.model.state import State
from widgets.desk import Desk
from widgets.parts.chip import Chip
from widgets.parts.clock import Figures, hms, signed
from widgets.parts.elided import Elided
from widgets.parts.panel import column, lettered, row, small
from widgets.sheet import Meaning, mean
from widgets.theme import CLOCK, HUGE, LARGE, PAD, STRONG, TITLE

CLOCK_WIDEST, TIME_WIDEST = "00:00:00", "−0:00:00"


class Strip(QFrame):
    """Everything the host must see from two metres away."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk."""
        super().__init__()
        self._desk = desk
        self.setProperty("part", "strip")
        self._air, self._now, self._next = Chip(), Elided(), Elided()
        lettered(self._now, HUGE, STRONG)
        lettered(self._next, TITLE)
        mean(self._next, "preview")
        self._left, self._over = Figures(CLOCK, widest=TIME_WIDEST), Figures(CLOCK, widest=TIME_WIDEST)
        self._offer, self._clock = Figures(CLOCK, widest=TIME_WIDEST), Figures(CLOCK, widest=CLOCK_WIDEST)
        self._over_words, self._offer_words = small(), small()
        self._lay_out()
        desk.bind(self, self._show, lambda state: (state.session, state.rundown, state.show.segments))
        desk.ticked.connect(self._tick)
        self._tick()

    def make_small(self, *, on: bool) -> None:
        """In a small window clocks and names are smaller, so that all of them are seen."""
        for figures in (self._left, self._over, self._offer, self._clock):
            figures.set_size(HUGE if on else CLOCK)
        lettered(self._now, TITLE if on else HUGE, STRONG)
        lettered(self._next, LARGE if on else TITLE)

    def _lay_out(self) -> None:
        names = column(row(self._air, None), self._now, self._next, spacing=0)
        left = self._timed(small(self.tr("Segment left")), self._left)
        over = self._timed(self._over_words, self._over)
        offer = self._timed(self._offer_words, self._offer)
        clock = self._timed(small(self.tr("Time")), self._clock)
        layout = row(spacing=2 * PAD)
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        layout.addLayout(names, 1)
        for part in (offer, left, over, clock):
            layout.addWidget(part)
        self.setLayout(layout)

    def _timed(self, words: QLabel, figures: Figures) -> QWidget:
        holder = QWidget()
        words.setAlignment(Qt.AlignmentFlag.AlignRight)
        holder.setLayout(column(words, figures, spacing=0))
        figures.setAccessibleName(words.text())
        return holder

    def _show(self, _found: object) -> None:
        state = self._desk.state
        self._air.show_state(*self._air_words(state))
        mean(self, "air" if state.session.phase in {"live", "rehearsal"} and state.session.on_air else "")
        segments, status = state.show.segments, state.rundown
        now, following = segments.get(status.on_air or ""), segments.get(status.next or "")
        self._now.setText("—" if now is None else now.name)
        self._next.setText("" if following is None else self.tr("Next: {name}").format(name=following.name))

    def _air_words(self, state: State) -> tuple[str, Meaning]:
        match state.session.phase:
            case "live":
                return self.tr("On air"), "air"
            case "rehearsal":
                return self.tr("Rehearsal"), "armed"
            case "standby":
                return self.tr("Standing by"), "preview"
            case _:
                return self.tr("Off air"), ""

    def _tick(self) -> None:
        state, now = self._desk.state, self._desk.now()
        segment, show = segment_clock(state, now.show_us), show_clock(state, now.show_us)
        self._left.show_text("" if segment is None else hms(-segment.over_us))
        mean(self._left, "air" if segment is not None and segment.over_us > 0 else "")
        over_us = 0 if show is None else show.over_us
        self._over.show_text("" if show is None else signed(over_us))
        self._over_words.setText(self.tr("Over") if over_us > 0 else self.tr("Under"))
        mean(self._over, "armed" if over_us > 0 else "")
        self._clock.show_text(datetime.fromtimestamp(now.wall_us / 1e6).strftime("%H:%M:%S"))
        self._tick_offer(state, now.show_us)

    def _tick_offer(self, state: State, show_us: int) -> None:
        """The offer that counts or is open; its clock is nowhere while none is."""
        running = next((key for key, status in state.selling.offers.items() if status.is_running), "")
        offer = offer_shown(state, running, show_us=show_us) if running else None
        self._offer.setVisible(offer is not None)
        self._offer_words.setVisible(offer is not None)
        if offer is not None:
            self._offer_words.setText(self.tr("Opens in") if offer.phase == "counting" else self.tr("Offer ends in"))
            self._offer.show_text(hms(offer.remaining_us))
            mean(self._offer, "armed" if offer.phase == "counting" else "air")
