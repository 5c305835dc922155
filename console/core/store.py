"""The one place where State is written. Thread: control."""

import threading
from collections import deque
from collections.abc import Callable

from msgspec.structs import replace

from console.core.reducing import reduced
from console.model.entry import Entry, Event
from console.model.moment import At
from console.model.state import State
from console.ports.journal import Journal

Listener = Callable[[State, State], None]


class Store:
    """Holds the State. Everything that happens to it goes through `dispatch`, in one thread, in order."""

    def __init__(self, state: State, *, now: Callable[[], At], journal: Journal) -> None:
        """`now` reads the three clocks; `journal` takes each entry before anyone hears of it."""
        self._state = state
        self._now = now
        self._journal = journal
        self._listeners: list[Listener] = []
        self._untold: deque[tuple[State, State]] = deque()
        self._telling = False
        self._thread = threading.get_ident()

    @property
    def state(self) -> State:
        """The newest snapshot. May be read from any thread."""
        return self._state

    def listen(self, listener: Listener) -> None:
        """Call `listener(before, after)` after each change, in the order of listening.

        A listener may dispatch; everyone still hears of the changes in their order.
        """
        self._listeners.append(listener)

    def dispatch(self, event: Event) -> State:
        """Apply a command or fact; raises `Refused` if a command cannot be obeyed, and then nothing changed.

        An event that changes nothing gets no revision and no entry.
        """
        assert threading.get_ident() == self._thread, "State has one writer: the control thread"
        before, at = self._state, self._now()
        after = reduced(before, event, at)
        if after == before:
            return before
        after = replace(after, revision=before.revision + 1)
        self._journal.write(Entry(after.revision, at, event), after)
        self._state = after
        self._untold.append((before, after))
        if not self._telling:
            self._tell()
        return after

    def _tell(self) -> None:
        self._telling = True
        try:
            while self._untold:
                change = self._untold.popleft()
                for listener in self._listeners:
                    listener(*change)
        finally:
            self._telling = False


def replayed(state: State, entries: list[Entry]) -> State:
    """The State that the entries lead to from `state`."""
    for entry in entries:
        if entry.revision > state.revision:
            state = replace(reduced(state, entry.event, entry.at), revision=entry.revision)
    return state
