"""The recording: whether it runs, since when, how long the disk lasts, and how to start and stop it."""

from datetime import datetime

from PySide6.QtWidgets import QFrame

from console.model.commands import StartRecording, StopRecording
from console.model.recording import Recording
from widgets.desk import Desk
from widgets.parts.button import ActionButton
from widgets.parts.chip import Chip
from widgets.parts.clock import Figures, hms
from widgets.parts.panel import row, small
from widgets.sheet import mean
from widgets.theme import REGULAR, SMALL

FORBIDDEN = '/\\:*?"<>|\0'
LONGEST = 60
SCARCE_MINUTES = 30


class RecordingHealth(QFrame):
    """One group of the health bar."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk's State."""
        super().__init__()
        self._desk = desk
        self.phase, self.time, self.disk = (
            Chip(),
            Figures(SMALL, REGULAR, widest="0:00:00"),
            small(),
        )
        group, command = self.tr("Recording"), desk.actions.command
        start = command(
            self, self.tr("Record"), lambda: StartRecording(self._file()), group=group, icon_name="record"
        )
        stop = command(self, self.tr("Stop recording"), self._stopping, group=group, icon_name="end")
        self.start = ActionButton(start, size="small", by_keys=False)
        self.stop = ActionButton(stop, size="small", by_keys=False)
        self.setLayout(row(self.phase, self.time, self.disk, self.start, self.stop))
        desk.bind(self, self._show, lambda state: state.recording)
        desk.ticked.connect(self._tick)
        desk.pulsed.connect(self._show_disk)
        self._show_disk()

    def _show(self, recording: Recording) -> None:
        if recording.phase == "failed":
            self.phase.show_state(self.tr("Recording failed"), "armed")
        elif recording.phase == "recording":
            self.phase.show_state(self.tr("Recording") if recording.wanted else self.tr("Closing the file"), "air")
        else:
            self.phase.show_state(self.tr("Recording begins") if recording.wanted else self.tr("Not recorded"), "")
        self.phase.setToolTip(self._desk.say(recording.problem) if recording.problem else "\n".join(recording.files))
        self.start.setVisible(not recording.wanted)
        self.stop.setVisible(recording.wanted)
        self._tick()
        self._show_disk()

    def _tick(self) -> None:
        recording = self._desk.state.recording
        runs = recording.phase == "recording" and recording.since_us > 0
        self.time.show_text(hms(max(0, self._desk.now().wall_us - recording.since_us)) if runs else "")
        self.time.setVisible(runs)

    def _show_disk(self) -> None:
        minutes = self._desk.snapshot.pulse.disk_minutes
        runs = self._desk.state.recording.phase == "recording"
        self.disk.setVisible(runs)
        if minutes is None:
            self.disk.setText(self.tr("disk —"))
        else:
            left = hms(int(minutes) * 60_000_000).rpartition(":")[0]
            self.disk.setText(self.tr("disk {left} h").format(left=left))
        mean(self.disk, "armed" if minutes is not None and minutes < SCARCE_MINUTES else "quiet")

    def _stopping(self) -> StopRecording | None:
        return StopRecording() if self._desk.state.recording.wanted else None

    def _file(self) -> str:
        """Named for the evening and the show; the engine puts it with the other recordings."""
        now = datetime.fromtimestamp(self._desk.now().wall_us / 1e6).astimezone()
        title = "".join(" " if sign in FORBIDDEN else sign for sign in self._desk.state.show.title).strip()
        return f"{now:%Y-%m-%d %H%M} {title[:LONGEST]}".strip() + ".mkv"
