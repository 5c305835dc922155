"""The desk as its widgets know it: the newest State, what may be done now, and a way to ask for it. GUI thread only.

A widget keeps no second truth: it shows what `bind` hands it, and what it wants it sends.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from console.core.reducing import reduced
from console.errors import Message, Refused
from console.link.asking import Asking
from console.link.snapshot import Snapshot
from console.model.commands import Command
from console.model.moment import At
from console.model.state import State
from console.words.render import Language, render
from widgets.actions import Actions
from widgets.line import Line
from widgets.looking import Looking
from widgets.theme import LOOKS, SCALES, Look, Tokens

T = TypeVar("T")
Select = Callable[[State], T]
Render = Callable[[T], None]

TICK_MS = 100
"""How often clocks move."""
UNDO_MS = 5_000
"""How long a wrong click can be taken back."""


class Desk(QObject):
    """One seat's view of one engine."""

    changed = Signal()
    """Another State, or the link stands otherwise."""
    pulsed = Signal()
    """New high-rate figures in `snapshot.pulse`."""
    ticked = Signal()
    """Ten times a second: what counts time paints anew."""
    said = Signal(object)
    """A `Message` for the person at this seat: why something was refused, or that it was done."""
    restyled = Signal()
    """Another language or look was chosen: the seat builds its window anew."""
    rescaled = Signal(int)
    """Another scale was chosen, per cent: the seat starts anew, since Qt reads its scale once."""
    undoable = Signal(object)
    """An `Undo` that stands for `UNDO_MS`."""

    def __init__(
        self,
        line: Line,
        *,
        role: str = "producer",
        language: Language = "ja",
        look: Look = "dark",
        scale_percent: int = SCALES[0],
    ) -> None:
        """`role` is the seat's; language and look can be changed at any time, the window is built anew then."""
        super().__init__()
        self.role, self.language, self.look, self.scale_percent = role, language, look, scale_percent
        self.actions = Actions(self)
        self.looking = Looking(line)
        self._line = line
        self._snapshot = line.snapshot
        self._bound: list[_Bound[Any]] = []
        self._asked: dict[int, Callable[[Message | None, Any], None]] = {}
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.ticked)
        self._timer.start()

    @property
    def tokens(self) -> Tokens:
        """Colours of the look that is chosen."""
        return LOOKS[self.look]

    @property
    def snapshot(self) -> Snapshot:
        """What the link last said."""
        return self._snapshot

    @property
    def state(self) -> State:
        """The newest State; an empty one before the first."""
        return self._snapshot.state or State()

    def now(self) -> At:
        """The engine's clocks, this moment."""
        return self._snapshot.at()

    def choose(self, *, language: Language | None = None, look: Look | None = None) -> None:
        """Speak another language, wear another look; None: as it is."""
        before = self.language, self.look
        self.language, self.look = language or self.language, look or self.look
        if before != (self.language, self.look):
            self.restyled.emit()

    def rescale(self, percent: int) -> None:
        """See everything in another size, one of `SCALES`."""
        if percent != self.scale_percent:
            self.scale_percent = percent
            self.rescaled.emit(percent)

    def name_of(self, viewer: str) -> str:
        """A viewer's display name; empty while nobody knows it."""
        return self._snapshot.names.get(viewer, "")

    def say(self, message: Message) -> str:
        """A message in the words of this desk."""
        return render(message, self.language)

    def bind(self, owner: QObject, render: "Render[T]", select: "Select[T]") -> None:
        """Call `render` now and whenever what `select` finds is another value, until `owner` is gone."""
        bound = _Bound(render, select)
        self._bound.append(bound)
        owner.destroyed.connect(lambda: self._bound.remove(bound) if bound in self._bound else None)
        bound.look(self.state)

    def refresh(self) -> None:
        """Take the line's newest snapshot. The seat calls it when the link says that there is one."""
        before, newest = self._snapshot, self._line.snapshot
        self._snapshot = newest
        if newest.state is not before.state and newest.state is not None:
            for bound in list(self._bound):
                bound.look(newest.state)
        if any(getattr(newest, name) is not getattr(before, name) for name in ("state", "status", "names")):
            self.changed.emit()
        if newest.pulse is not before.pulse:
            self.pulsed.emit()

    def why_not(self, command: Command | None) -> Message | None:
        """Why a command would be refused now, found by the engine's own reducer; None: it may be sent."""
        if command is None:
            return None
        try:
            reduced(self.state, command, self.now())
        except Refused as refused:
            return refused.message
        return None

    def do(
        self,
        command: Command,
        *,
        undo: "Undo | None" = None,
        answered: Callable[[Message | None], None] | None = None,
    ) -> None:
        """Send a command. A refusal is said; what can be taken back is offered once the command is obeyed."""

        def hear(refused: Message | None, _result: Any) -> None:
            if refused is not None:
                self.said.emit(refused)
            elif undo is not None:
                self.undoable.emit(undo)
            if answered is not None and _is_there(answered):
                answered(refused)

        self._asked[self._line.send(command)] = hear

    def ask(
        self, asking: Asking, done: Callable[[Any], None], *, failed: Callable[[Message], None] | None = None
    ) -> None:
        """Send an errand or a query; `done` gets its answer. What went wrong is said, or told to `failed`."""

        def hear(refused: Message | None, result: Any) -> None:
            hearer = done if refused is None else failed or self.said.emit
            if _is_there(hearer):
                hearer(result if refused is None else refused)

        self._asked[self._line.ask(asking)] = hear

    def answer(self, number: int, refused: Message | None, result: Any) -> None:
        """The engine's answer to `number`. The seat calls it."""
        hear = self._asked.pop(number, None)
        if hear is not None:
            hear(refused, result)


@dataclass(frozen=True, slots=True)
class Undo:
    """How to take back what was just done."""

    words: str
    """What was done, in the person's language."""
    command: Command


def _is_there(hearer: Callable[[Any], None]) -> bool:
    """Whoever asked may be gone when the answer comes: a window is built anew with every language."""
    owner = getattr(getattr(hearer, "func", hearer), "__self__", None)  # of a partial, whose method it calls
    return not isinstance(owner, QObject) or isValid(owner)


class _Bound(Generic[T]):
    def __init__(self, render: "Render[T]", select: "Select[T]") -> None:
        self._render, self._select = render, select
        self._shown: T | None = None
        self._is_shown = False

    def look(self, state: State) -> None:
        found = self._select(state)
        if self._is_shown and (found is self._shown or found == self._shown):
            return
        self._shown, self._is_shown = found, True
        self._render(found)
