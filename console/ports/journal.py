"""What the store writes to."""

from typing import Protocol

from console.model.entry import Entry
from console.model.state import State


class Journal(Protocol):
    """Takes every entry in order; never waits. What it cannot take it counts and reports by itself."""

    def write(self, entry: Entry, state: State) -> None:
        """The entry and the State it led to."""
