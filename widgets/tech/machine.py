"""The engine's own figures: lateness, pictures left out, processor, memory, how long the disk lasts."""

from PySide6.QtWidgets import QGridLayout, QLabel

from console.link.pulse import Pulse
from widgets.desk import Desk
from widgets.parts.clock import Figures, hms
from widgets.parts.panel import Panel, lettered
from widgets.sheet import Meaning, mean
from widgets.theme import BODY, GAP, PAD

LATE_MS = 20.0
"""A tick that begins so late has little time left for its picture."""
SCARCE_MINUTES = 30.0
COLUMNS = 2


class MachinePanel(Panel):
    """Follows the pulse. What is wrong is said in a word beside its number."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk's figures."""
        super().__init__()
        self.set_title(self.tr("Engine"))
        self._desk = desk
        self._figures: dict[str, Figures] = {}
        self._words: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(PAD)
        grid.setVerticalSpacing(GAP)
        for at, (name, words) in enumerate(self._names().items()):
            line, place = divmod(at, COLUMNS)
            self._words[name], self._figures[name] = lettered(QLabel(words), BODY), Figures(BODY)
            mean(self._words[name], "quiet")
            self._figures[name].setAccessibleName(words)
            grid.addWidget(self._words[name], line, place * 2)
            grid.addWidget(self._figures[name], line, place * 2 + 1)
            grid.setColumnStretch(place * 2 + 1, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        desk.pulsed.connect(self._beat)
        desk.changed.connect(self._beat)
        self._beat()

    def _names(self) -> dict[str, str]:
        return {
            "time": self.tr("On air since"),
            "disk": self.tr("Disk lasts"),
            "late": self.tr("Late (p99)"),
            "compose": self.tr("Composing (p99)"),
            "repeated": self.tr("Repeated"),
            "skipped": self.tr("Not encoded"),
            "cpu": self.tr("Cores in use"),
            "memory": self.tr("Memory"),
        }

    def _beat(self) -> None:
        snapshot = self._desk.snapshot
        is_known = snapshot.status == "attached" and bool(snapshot.pulse.memory_mb)
        values = self._values(snapshot.pulse) if is_known else {}
        for name, figures in self._figures.items():
            words, meaning = values.get(name, ("", ""))
            figures.show_text(words)
            mean(figures, meaning)

    def _values(self, pulse: Pulse) -> dict[str, tuple[str, Meaning]]:
        is_late, disk = pulse.late_p99_ms > LATE_MS, pulse.disk_minutes
        is_scarce = disk is not None and disk < SCARCE_MINUTES
        runs = pulse.seconds > 0
        late = f"{pulse.late_p99_ms:.1f} ms"
        return {
            "time": (hms(round(pulse.seconds * 1e6)) if runs else "", ""),
            "disk": (self._disk(disk, is_scarce=is_scarce), "armed" if is_scarce else ""),
            "late": (self.tr("{figure}, late").format(figure=late) if is_late else late, "armed" if is_late else "")
            if runs
            else ("", ""),
            "compose": (f"{pulse.compose_p99_ms:.1f} ms" if runs else "", ""),
            "repeated": (f"{pulse.repeated:,}" if runs else "", "armed" if pulse.repeated else ""),
            "skipped": (f"{pulse.skipped:,}" if runs else "", "armed" if pulse.skipped else ""),
            "cpu": (f"{pulse.cpu_cores:.2f}", ""),
            "memory": (f"{pulse.memory_mb:,.0f} MB", ""),
        }

    def _disk(self, minutes: float | None, *, is_scarce: bool) -> str:
        if minutes is None:
            return ""
        hours, rest = divmod(int(minutes), 60)
        left = self.tr("{h} h {m:02} min").format(h=hours, m=rest) if hours else self.tr("{m} min").format(m=rest)
        return self.tr("only {left}").format(left=left) if is_scarce else left
