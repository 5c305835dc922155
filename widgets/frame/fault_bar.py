"""The lowest line: what is wrong, why, and what to do now; while nothing is, what happened last.

It always has its place, so that no button moves under a hand when something goes wrong. It never takes the focus.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from console.media.clock import now_us
from console.model.command import Command
from console.model.commands import RetryDestination
from console.model.fault import Fault
from console.model.state import State
from widgets.desk import Desk
from widgets.icons import icon
from widgets.keys import without_input_method
from widgets.parts.button import ActionButton
from widgets.parts.chip import Chip
from widgets.parts.elided import Elided
from widgets.parts.panel import small
from widgets.sheet import Meaning, mean
from widgets.theme import BUTTON_HEIGHT, GAP, PAD

HELP: dict[str, Callable[[str], Command]] = {"RetryDestination": lambda key: RetryDestination(key.partition("/")[2])}
"""The command that a Fault names, for what the Fault's key names."""
PLACES: dict[str, tuple[str, str]] = {
    "source": ("tech", ""),
    "filters": ("tech", ""),
    "destination": ("tech", "destinations"),
    "rehearsal": ("tech", "destinations"),
    "encoder": ("tech", "encoder"),
    "rendition": ("tech", "encoder"),
    "mixing": ("tech", "timing"),
    "recording": ("tech", "machine"),
    "offer": ("producer", "offers"),
}
"""Room and panel in which more of a Fault is seen, by the first word of its key. All others stand in the log."""
LOG = ("tech", "log")
Faults = tuple[tuple[str, Fault], ...]


class FaultBar(QFrame):
    """One Fault at a time, the newest first; the others are counted."""

    place_wanted = Signal(str, str)
    """A room and a panel of it; no panel: its centre."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the Faults of the State and to the link."""
        super().__init__()
        self.setProperty("part", "bar")
        self.setFixedHeight(BUTTON_HEIGHT + GAP // 2)
        self._desk = desk
        self._at = 0
        self.chip, self.words, self.since = Chip(), Elided(), small()
        help_ = desk.actions.command(
            self, self.tr("Try again now"), self._helping, group=self.tr("Faults"), icon_name="start"
        )
        self.help = ActionButton(help_, size="small", by_keys=False)
        self._action = help_
        where = desk.actions.deed(
            self, self.tr("Show where"), self._show_place, group=self.tr("Faults"), icon_name="search"
        )
        self.where = ActionButton(where, size="small")
        self.next = QToolButton()
        self.next.setProperty("size", "small")
        self.next.setIcon(icon("next", desk.tokens))
        self.next.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.next.clicked.connect(self._turn)
        for button in (self.help, self.where, self.next):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            without_input_method(button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PAD, 0, PAD, 0)
        layout.setSpacing(GAP)
        for part in (self.chip, self.words, self.since, self.help, self.where, self.next):
            layout.addWidget(part, int(part is self.words))
        desk.bind(self, self._show, lambda state: (faults_of(state), state.notices[-1:]))
        desk.changed.connect(self._tell)

    def _show(self, _found: object) -> None:
        self._at = 0
        self._tell()

    def _turn(self) -> None:
        self._at += 1
        self._tell()

    def _tell(self) -> None:
        faults = faults_of(self._desk.state)
        self.help.hide()
        self.where.hide()
        self.next.setVisible(len(faults) > 1)
        if self._desk.snapshot.status in {"lost", "refused", "connecting"}:
            self._tell_link()
        elif faults:
            self._tell_fault(faults)
        else:
            self._tell_notice()
        self.setAccessibleName(f"{self.chip.text()} {self.words.text()}")

    def _tell_link(self) -> None:
        snapshot = self._desk.snapshot
        self.next.hide()
        if snapshot.status == "connecting":
            self._say(self.tr("Connecting to the engine…"), chip=self.tr("Link"), meaning="info")
            return
        why = self._desk.say(snapshot.problem) if snapshot.problem is not None else ""
        words = {
            "lost": self.tr(
                "No link to the engine; it is tried again by itself. The show goes on without this window."
            ),
            "refused": self.tr("The engine does not let this seat in."),
        }[snapshot.status]
        self._say(f"{words} {why}".strip(), chip=self.tr("No link"), meaning="air")
        lost_us = snapshot.at().wall_us - max(0, now_us() - snapshot.since_us)
        self.since.setText(self.tr("since {time}").format(time=_clock(lost_us)) if snapshot.time.local_us else "")

    def _tell_fault(self, faults: Faults) -> None:
        _, fault = faults[self._at % len(faults)]
        count = self.tr("Fault {at}/{n}").format(at=self._at % len(faults) + 1, n=len(faults))
        self._say(self._desk.say(fault.message), chip=count, meaning="armed")
        self.since.setText(self.tr("since {time}").format(time=_clock(fault.since.wall_us)))
        self.next.setText(self.tr("Next"))
        self.help.setVisible(fault.action in HELP)
        self.where.setVisible(fault.action not in HELP)
        self._action.weigh()

    def _tell_notice(self) -> None:
        notices = self._desk.state.notices
        words = self._desk.say(notices[-1].message) if notices else ""
        self._say(words, chip=self.tr("No faults"), meaning="", ink="quiet")
        self.since.setText(_clock(notices[-1].at.wall_us) if notices else "")

    def _say(self, words: str, *, chip: str, meaning: Meaning, ink: Meaning = "") -> None:
        self.chip.show_state(chip, meaning)
        self.words.setText(words)
        mean(self.words, ink)
        self.since.setText("")

    def _helping(self) -> Command | None:
        faults = faults_of(self._desk.state)
        if not faults:
            return None
        key, fault = faults[self._at % len(faults)]
        make = HELP.get(fault.action)
        return make(key) if make is not None else None

    def _show_place(self) -> None:
        faults = faults_of(self._desk.state)
        if faults:
            self.place_wanted.emit(*place_of(faults[self._at % len(faults)][0]))


def place_of(key: str) -> tuple[str, str]:
    """Where more is seen of the Fault with this key."""
    return PLACES.get(key.partition("/")[0], LOG)


def faults_of(state: State) -> Faults:
    """The newest first."""
    return tuple(sorted(state.faults.items(), key=lambda pair: pair[1].since.wall_us, reverse=True))


def _clock(wall_us: int) -> str:
    return f"{datetime.fromtimestamp(wall_us / 1e6).astimezone():%H:%M:%S}"
