"""What begins and ends a session. Nothing here is done by one press: it is armed first, then held."""

import secrets
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.model.commands import Arm, StartSession
from console.model.state import State
from widgets.desk import Desk
from widgets.parts.button import ActionButton
from widgets.theme import GAP, PAD

KEY = "Ctrl+Shift+F12"


class Going(QWidget):
    """The buttons at the right end of the header; only those that the session has a use for."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk's State."""
        super().__init__()
        self._desk = desk
        command, group = desk.actions.command, self.tr("Session")
        self._rehearsing = command(
            self, self.tr("Rehearse"), lambda: _start(desk, rehearsal=True), group=group, icon_name="start"
        )
        self._standing_by = command(
            self, self.tr("Stand by"), lambda: _start(desk, rehearsal=False), group=group, icon_name="clock"
        )
        self._going = command(
            self, self.tr("Go live…"), lambda: Arm("go_live"), group=group, icon_name="live", key=KEY
        )
        self._ending = command(self, self.tr("End…"), lambda: Arm("end"), group=group, icon_name="end")
        self.rehearse = ActionButton(self._rehearsing, meaning="info", by_keys=False)
        self.stand_by = ActionButton(self._standing_by, by_keys=False)
        self.go_live = ActionButton(self._going, meaning="air", by_keys=False)
        self.end = ActionButton(self._ending, by_keys=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for button in (self.end, self.stand_by, self.rehearse, self.go_live):
            layout.addWidget(button)
        layout.insertSpacing(1, PAD)
        desk.bind(self, self._show, lambda state: (state.session.running, is_all_wanted(state)))

    def _show(self, found: tuple[bool, bool]) -> None:
        runs, is_live = found
        self.rehearse.setVisible(not runs)
        self.stand_by.setVisible(not runs)
        self.go_live.setVisible(runs and not is_live)
        self.end.setVisible(runs)
        self._going.setShortcut("" if is_live else KEY)
        self._ending.setShortcut(KEY if is_live else "")


def is_all_wanted(state: State) -> bool:
    """It went live already, wherever it can go."""
    wanted = [state.destinations[key].wanted for key in state.sent_to if key in state.destinations]
    return state.session.phase == "live" or (bool(wanted) and len(wanted) == len(state.sent_to) and all(wanted))


def _start(desk: Desk, *, rehearsal: bool) -> StartSession:
    started = datetime.fromtimestamp(desk.now().wall_us / 1e6).astimezone()
    return StartSession(f"{started:%Y%m%d-%H%M%S}-{secrets.token_hex(3)}", rehearsal=rehearsal)
