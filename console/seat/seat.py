"""A seat: its link to an engine, its desk, and its windows, in a Qt application that exists already."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtWidgets import QApplication

from console.link.address import Address
from console.link.client import Link
from console.link.roles import Role
from console.seat.bridge import Bridge
from console.seat.memory import Memory
from console.seat.windows import Windows
from widgets.desk import Desk
from widgets.keys import Composing

Kind = Literal["producer", "tech", "host", "plan"]
ROLES: dict[Kind, Role] = {"producer": "producer", "tech": "tech", "host": "host", "plan": "planner"}


class Seat:
    """Open it, run the application, close it. The show does not notice."""

    def __init__(
        self,
        app: QApplication,
        kind: Kind,
        memory: Memory,
        *,
        find: Callable[[], Address],
        role: Role | None = None,
    ) -> None:
        """`find` says where the engine is, see `Link`; `role`: that of a pairing, if it is not the kind's own."""
        self._app, self._memory = app, memory
        role = role or ROLES[kind]
        self._bridge = bridge = Bridge()
        self._composing = Composing()
        self._link = Link(
            find, seat=kind, role=role, changed=bridge.changed, answered=bridge.answered, replied=bridge.replied
        )
        look, scale = memory.look, memory.scale_percent
        self.desk = Desk(self._link, role=role, language=memory.language, look=look, scale_percent=scale)
        bridge.carry_to(self.desk)
        self.windows = Windows(app, self.desk, memory, kind)

    def open(self) -> None:
        """Look for the engine, which is started meanwhile where there is none, and show the window."""
        self._app.installEventFilter(self._composing)
        self._link.start()
        self.windows.open()

    def close(self) -> bool:
        """Leave nothing behind, whatever is on air; whether a session goes on without this seat."""
        self.windows.close()
        self._link.close()
        self._app.removeEventFilter(self._composing)
        self._memory.save()
        return self.desk.state.session.running
