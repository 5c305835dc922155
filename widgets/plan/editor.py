"""Sends edits one after the other, and remembers how each is taken back.

An edit says which revision its person saw. Whoever leaves one field for the next makes the second edit before the
first has come back: edits of this seat that follow one another do not make each other stale, a stranger's does.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from console.core.reducing import reduced
from console.core.show_edits import Step, entity
from console.core.undo import inverse
from console.errors import Message, Refused
from console.model.commands import Add, Edit, EditArea, EditTogether, Remove
from console.model.edit import SHOW_FIELDS
from console.model.show import Show
from widgets.desk import Desk

Edits = Edit | Add | Remove | EditTogether
Said = Callable[[Message | None], None]
"""Hears why not; None: it was done."""
Way = Literal["do", "undo", "redo"]
Thing = tuple[EditArea, str]

MOST_KEPT = 200
MOST_WAITING = 100
PATIENCE_TICKS = 30
"""An edit that was obeyed and is not seen after three seconds is not waited for."""


@dataclass(slots=True)
class _Wish:
    command: Edits | None
    """None: what is to be taken back, or done again, when its turn has come."""
    said: Said
    way: Way
    back: Edits | None = None
    expected: Show = field(default_factory=Show)
    edits: int = 0
    """Of the show when it was sent."""
    is_obeyed: bool = False
    ticks: int = 0


@dataclass(slots=True)
class _Chain:
    """Revisions of one thing between which only this seat has changed it."""

    revisions: set[int]
    newest: int


class Editor(QObject):
    """The one of a desk: it outlives windows, so a change of language forgets nothing."""

    changed = Signal()
    """Another edit can be taken back, or done again."""

    def __init__(self, desk: Desk) -> None:
        """Nothing was edited."""
        super().__init__(desk)
        self._desk = desk
        self._done: deque[Edits] = deque(maxlen=MOST_KEPT)
        self._undone: deque[Edits] = deque(maxlen=MOST_KEPT)
        self._waiting: deque[_Wish] = deque()
        self._flight: _Wish | None = None
        self._chains: dict[Thing, _Chain] = {}
        desk.changed.connect(self._settle)
        desk.ticked.connect(self._tick)
        desk.bind(self, lambda _openings: self._forget(), lambda state: state.kept.openings)

    @classmethod
    def of(cls, desk: Desk) -> "Editor":
        """The desk's own."""
        found = desk.findChild(cls)
        return found if isinstance(found, cls) else cls(desk)

    @property
    def undoable(self) -> Edits | None:
        """What takes the newest edit back."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> Edits | None:
        """What does again what was taken back last."""
        return self._undone[-1] if self._undone else None

    def do(self, command: Edits, said: Said | None = None) -> None:
        """Make an edit; `said` hears how it went, the desk's toasts if nobody wants to."""
        self._want(_Wish(command, said or self._toast, "do"))

    def undo(self) -> None:
        """Take the newest edit back."""
        self._want(_Wish(None, self._toast, "undo"))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._want(_Wish(None, self._toast, "redo"))

    def _want(self, wish: _Wish) -> None:
        if len(self._waiting) < MOST_WAITING:
            self._waiting.append(wish)
        self._next()

    def _next(self) -> None:
        while self._flight is None and self._waiting:
            self._send(self._waiting.popleft())
        self.changed.emit()

    def _send(self, wish: _Wish) -> None:
        desk, state = self._desk, self._desk.state
        if wish.command is None:
            kept = self._done if wish.way == "undo" else self._undone
            if not kept:
                return
            wish.command = kept.pop()
        wish.command = self._rebased(wish.command)
        try:
            wish.expected = reduced(state, wish.command, desk.now()).show
        except Refused as refused:
            wish.said(refused.message)
            return
        wish.back, wish.edits = _edits(inverse(state, wish.command)), state.show.edits
        if wish.back is None:
            wish.said(None)
            return
        self._flight = wish
        desk.do(wish.command, answered=self._hear)

    def _hear(self, refused: Message | None) -> None:
        wish = self._flight
        if wish is None:
            return
        if refused is None:
            wish.is_obeyed = True
            self._settle()
            return
        self._flight = None
        wish.said(refused)
        self._next()

    def _tick(self) -> None:
        if self._flight is not None and self._flight.is_obeyed:
            self._flight.ticks += 1
            self._settle()

    def _settle(self) -> None:
        """The State says what the edit made; only then does the next one know its revisions."""
        wish = self._flight
        if wish is None or not wish.is_obeyed:
            return
        if self._desk.state.show.edits <= wish.edits and wish.ticks < PATIENCE_TICKS:
            return
        self._flight = None
        self._follow(wish)
        self._keep(wish)
        wish.said(None)
        self._next()

    def _follow(self, wish: _Wish) -> None:
        """Go on with the chains of what looks as this edit alone would have made it."""
        show = self._desk.state.show
        assert wish.command is not None
        for step in steps_of(wish.command):
            thing = step.area, step.id
            now, expected = entity(show, *thing), entity(wish.expected, *thing)
            if now is None or expected is None:
                continue
            base = step.base if not isinstance(step, Add) else 0
            chain = self._chains.get(thing)
            is_ours = _alike(now, expected)
            if not is_ours:
                self._chains.pop(thing, None)
            elif chain is not None and (isinstance(step, Add) or base in chain.revisions):
                chain.revisions.add(now.revision)
                chain.newest = now.revision
            else:
                self._chains[thing] = _Chain({base, now.revision}, now.revision)

    def _keep(self, wish: _Wish) -> None:
        assert wish.back is not None
        if wish.way == "undo":
            self._undone.append(wish.back)
            return
        self._done.append(wish.back)
        if wish.way == "do":
            self._undone.clear()

    def _rebased(self, command: Edits) -> Edits:
        if isinstance(command, EditTogether):
            return replace(command, steps=tuple(self._rebased_step(step) for step in command.steps))
        return self._rebased_step(command)

    def _rebased_step(self, step: Step) -> Step:
        if isinstance(step, Add):
            return step
        chain = self._chains.get((step.area, step.id))
        return replace(step, base=chain.newest) if chain is not None and step.base in chain.revisions else step

    def _toast(self, refused: Message | None) -> None:
        if refused is not None:
            self._desk.said.emit(refused)

    def _forget(self) -> None:
        for kept in (self._done, self._undone, self._waiting):
            kept.clear()
        self._chains.clear()
        self._flight = None
        self.changed.emit()


def steps_of(command: Edits) -> tuple[Step, ...]:
    """One by one."""
    return command.steps if isinstance(command, EditTogether) else (command,)


def _edits(command: object) -> Edits | None:
    return command if isinstance(command, Edits) else None


def _alike(one: object, other: object) -> bool:
    """But for revisions."""
    if isinstance(one, Show) and isinstance(other, Show):
        return all(getattr(one, name) == getattr(other, name) for name in SHOW_FIELDS)
    return bool(replace(one, revision=0) == replace(other, revision=0))  # type: ignore[type-var]
