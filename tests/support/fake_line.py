"""A link without an engine: a State literal in, what was asked for out."""

from dataclasses import replace
from typing import Any

from msgspec.structs import replace as changed
from PySide6.QtCore import QTimer

from console.core.reducing import reduced
from console.errors import Message, Refused
from console.link.asking import Asking
from console.link.pulse import Pulse
from console.link.snapshot import EngineTime, Snapshot, Status
from console.media.clock import now_us
from console.media.picture import Picture
from console.model.commands import Command
from console.model.moment import At
from console.model.state import State
from widgets.desk import Desk

NOW = At(wall_us=1_795_000_000_000_000, show_us=1_795_000_000_000_000, media_us=60_000_000)
"""Wednesday, 2026-11-18 at 11:06:40 UTC; the fake engine's clocks start here."""


class FakeLine:
    """`widgets.line.Line` for tests: obeys with the real reducers, answers when told to."""

    def __init__(
        self,
        state: State,
        *,
        pulse: Pulse | None = None,
        pictures: dict[str, Picture] | None = None,
        names: dict[str, str] | None = None,
    ) -> None:
        """`pictures` by monitor, `names` by viewer."""
        self.sent: list[Command] = []
        self.asked: list[Asking] = []
        self.watched: frozenset[str] = frozenset()
        self.pictures = pictures or {}
        self.answers: dict[type[Asking], Any] = {}
        """What queries of a kind are answered with, or what makes the answer of the query."""
        self.desk: Desk | None = None
        self._number = 0
        time = EngineTime(now_us(), NOW)
        self.snapshot = Snapshot(
            "attached", state, pulse or Pulse(), names or {}, time=time, role="producer", engine_pid=1
        )

    def send(self, command: Command) -> int:
        self.sent.append(command)
        self._number += 1
        number, refused = self._number, self._obeyed(command)
        self._later(number, refused, None)
        return number

    def ask(self, asking: Asking) -> int:
        self.asked.append(asking)
        self._number += 1
        answer = self.answers.get(type(asking))
        self._later(self._number, None, answer(asking) if callable(answer) else answer)
        return self._number

    def watch(self, monitors: frozenset[str], *, pulse: bool = True) -> None:
        self.watched = monitors

    def monitor(self, name: str) -> Picture | None:
        return self.pictures.get(name)

    def show(self, state: State) -> None:
        """The engine says another State."""
        self._become(state=state)

    def beat(self, pulse: Pulse) -> None:
        """The engine says other figures."""
        self._become(pulse=pulse)

    def stand(self, status: Status, problem: Message | None = None) -> None:
        """The link stands otherwise."""
        self._become(status=status, problem=problem, since_us=now_us())

    def _obeyed(self, command: Command) -> Message | None:
        state = self.snapshot.state or State()
        try:
            after = reduced(state, command, self.snapshot.at())
        except Refused as refused:
            return refused.message
        self._become(state=changed(after, revision=state.revision + 1))
        return None

    def _later(self, number: int, refused: Message | None, result: Any) -> None:
        """After `send` has returned, as from another process."""
        if self.desk is not None:
            QTimer.singleShot(0, lambda: self.desk.answer(number, refused, result) if self.desk else None)

    def _become(self, **news: Any) -> None:
        self.snapshot = replace(self.snapshot, **news)
        if self.desk is not None:
            self.desk.refresh()


def desk_of(state: State, **how: Any) -> tuple[Desk, FakeLine]:
    """A desk on a State literal. `how`: role, language, look of the desk; pulse, pictures, names of the line."""
    line = FakeLine(state, **{name: how.pop(name) for name in ("pulse", "pictures", "names") if name in how})
    line.desk = Desk(line, **how)
    return line.desk, line
