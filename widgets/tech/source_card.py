"""One source of the show: its picture, its level, whether it runs, and what it counts."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from console.link.asking import ReopenSource
from console.link.pulse import Loud, SourceFigures
from console.link.roles import ROLES, may
from console.model.source import Source
from console.model.state import SourceStatus, State
from widgets.desk import Desk
from widgets.icons import Icon, icon
from widgets.parts.button import ActionButton
from widgets.parts.chip import Chip
from widgets.parts.clock import Figures, hms
from widgets.parts.elided import Elided
from widgets.parts.meter import Meter, words_of
from widgets.parts.monitor import Monitor
from widgets.parts.panel import column, row, small
from widgets.sheet import mean
from widgets.tech.wording import kind_words, source_phase
from widgets.theme import GAP, ICON, REGULAR, SMALL

WIDTH, PICTURE_HEIGHT = 212, 144
PICTURE_MS = 100
"""Ten pictures a second tell whether a camera moves."""
LEAST_STALE_S = 1.0
NO_PICTURE = frozenset({"microphone"})
NO_SOUND = frozenset({"still", "screen", "bars"})
ICONS: dict[str, Icon] = {
    "camera": "camera",
    "microphone": "microphone",
    "screen": "screen",
    "network": "network",
    "clip": "clip",
    "still": "still",
    "bars": "bars",
}


class SourceCard(QFrame):
    """Bound to the source's status; its figures follow the pulse."""

    def __init__(self, desk: Desk, key: str) -> None:
        """`key`: of the source."""
        super().__init__()
        self._desk, self._key = desk, key
        self._may_reopen = any(may(role, ReopenSource) for role in ROLES if role == desk.role)
        self.setProperty("part", "raised")
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._kind, self._name, self.phase = QLabel(), Elided(), Chip()
        self._monitor = Monitor(desk, f"source/{key}", none=self.tr("No picture"), every_ms=PICTURE_MS)
        self._monitor.setFixedHeight(PICTURE_HEIGHT)
        self._meter, self._level = Meter(desk.tokens), Figures(SMALL, REGULAR, widest="−60.0")
        self._fps, self._counts = Figures(SMALL, REGULAR, widest="00.0 fps"), Elided()
        self._counts.setProperty("part", "small")
        self._problem = small()
        self._problem.setWordWrap(True)
        mean(self._problem, "air")
        layout = column(
            row(self._kind, self._name, self.phase),
            self._monitor,
            row(self._meter, self._level),
            row(self._counts, self._fps),
            self._problem,
            row(None, self._reopening()),
            spacing=GAP // 2,
        )
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        self.setLayout(layout)
        desk.bind(self, self._show, self._found)
        desk.pulsed.connect(self._beat)
        self._beat()

    def _reopening(self) -> ActionButton:
        self._reopen = self._desk.actions.deed(
            self,
            self.tr("Open again"),
            lambda: self._desk.ask(ReopenSource(self._key), _be_content),
            group=self.tr("Sources"),
            icon_name="redo",
        )
        self._reopen.setToolTip(self.tr("Close it and open it anew; its picture is gone for a moment"))
        # Why no keys: on air it would be seen.
        self._reopen_button = ActionButton(self._reopen, size="small", by_keys=False)
        return self._reopen_button

    def sizeHint(self) -> QSize:
        """As high as its words need at its one width."""
        layout = self.layout()
        assert layout is not None
        return QSize(
            WIDTH, layout.totalHeightForWidth(WIDTH) if layout.hasHeightForWidth() else layout.sizeHint().height()
        )

    def _found(self, state: State) -> tuple[Source | None, SourceStatus | None, bool]:
        return state.show.sources.get(self._key), state.sources.get(self._key), state.session.running

    def _show(self, found: tuple[Source | None, SourceStatus | None, bool]) -> None:
        source, status, runs = found
        kind, name = ("", self._key) if source is None else (source.kind, source.name)
        self.setAccessibleName(name)
        self._name.setText(name)
        self._kind.setPixmap(icon(ICONS.get(kind, "unknown"), self._desk.tokens).pixmap(ICON, ICON))
        self._kind.setToolTip(kind_words(kind))
        self._monitor.setVisible(kind not in NO_PICTURE)
        for widget in (self._meter, self._level):
            widget.setVisible(kind not in NO_SOUND)
        self._meter.setAccessibleName(self.tr("Level of {name}").format(name=name))
        self.phase.show_state(*source_phase(status.phase if status is not None and runs else ""))
        problem = status.problem if status is not None and runs else None
        self._problem.setText("" if problem is None else self._desk.say(problem))
        self._problem.setVisible(problem is not None)
        self.setToolTip(self._openings(status) if runs else "")
        self._reopen_button.setVisible(runs and self._may_reopen)
        self.updateGeometry()

    def _openings(self, status: SourceStatus | None) -> str:
        count = 0 if status is None else status.openings
        return self.tr("Opened {n} times in this session").format(n=count)

    def _beat(self) -> None:
        pulse = self._desk.snapshot.pulse
        loud, figures = pulse.meters.strips.get(self._key, Loud()), pulse.sources.get(self._key)
        self._meter.show_level(loud)
        self._level.show_text(words_of(loud.peak_db))
        self._fps.setVisible(figures is not None and figures.fps > 0)
        self._fps.show_text("" if figures is None else f"{figures.fps:.1f} fps")
        source = self._desk.state.show.sources.get(self._key)
        self._counts.setText(self._count_words("" if source is None else source.kind, figures))

    def _count_words(self, kind: str, figures: SourceFigures | None) -> str:
        """What it is; then pictures that nobody used, and for how long nothing came."""
        parts = [kind_words(kind)]
        if figures is not None and figures.overwritten:
            parts.append(self.tr("{n} unused").format(n=figures.overwritten))
        if figures is not None and figures.stale_s >= LEAST_STALE_S:
            parts.append(self.tr("nothing for {time}").format(time=hms(round(figures.stale_s * 1e6))))
        return " · ".join(parts)


def _be_content(_nothing: None) -> None:
    """Its card shows that it opens."""
