"""A store with a clock moved by hand and a journal that is a list."""

import pytest

from console.core.clocks import Clocks
from console.core.store import Store
from console.errors import Message, Refused
from console.media.clock import ManualClock
from console.model.commands import StartSession
from console.model.entry import Entry, Event
from console.model.show import Show
from console.model.state import State
from tests.support.shows import SHOW


class Desk:
    """Somebody at the store: does one thing after another and keeps what was written down."""

    def __init__(self, show: Show = SHOW) -> None:
        self.clock = ManualClock()
        self.clocks = Clocks(self.clock)
        self.states = [State(show=show)]
        """The first State and every State that an entry led to."""
        self.entries: list[Entry] = []
        self.store = Store(self.states[0], now=self.clocks.now, journal=self)

    def write(self, entry: Entry, state: State) -> None:
        """As the journal."""
        self.entries.append(entry)
        self.states.append(state)

    @property
    def state(self) -> State:
        """The newest."""
        return self.store.state

    def do(self, *events: Event) -> State:
        """One after the other, a millisecond before each."""
        for event in events:
            self.clock.advance(1_000)
            self.store.dispatch(event)
        return self.store.state

    def wait(self, us: int) -> None:
        """Let time pass."""
        self.clock.advance(us)

    def refused(self, event: Event) -> Message:
        """Why it cannot be obeyed; nothing may have changed."""
        before, written = self.state, len(self.entries)
        with pytest.raises(Refused) as refusal:
            self.do(event)
        assert self.state is before
        assert len(self.entries) == written
        return refusal.value.message


def on_air(show: Show = SHOW) -> Desk:
    """A desk with a session that stands by."""
    desk = Desk(show)
    desk.do(StartSession("s1"))
    return desk
