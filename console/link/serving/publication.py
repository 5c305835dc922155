"""The State on its way to the seats: what changed is found and encoded once, for all who stand at the same base."""

from typing import Protocol

import msgspec

from console.link.changes import changes
from console.link.protocol import Changes, Whole, encoded
from console.link.serving.connection import framed
from console.model.moment import At
from console.model.state import State


class Reader(Protocol):
    """A seat, as far as the State goes to it."""

    base: State | None
    """What was sent to it last; None: nothing that it has."""

    @property
    def is_ready(self) -> bool:
        """It has taken what was sent, and can take more."""

    def send_state(self, frame: bytes, state: State) -> None:
        """Send; it is not ready until it says so."""


class Publication:
    """Frames made for one State; another State, and they are forgotten."""

    def __init__(self) -> None:
        """Nothing was said yet."""
        self._state: State | None = None
        self._frames: dict[int | None, bytes] = {}
        self.encodes = 0
        """Messages made, however many they were sent to."""
        self.sent = 0
        """Messages sent to all seats together."""
        self.skipped = 0
        """Times that a seat was passed over since it was not ready."""

    def send(self, state: State, at: At, readers: list[Reader]) -> bool:
        """Bring everybody who is ready to `state`; whether somebody is still behind."""
        if state is not self._state:
            self._state, self._frames = state, {}
        is_behind = False
        for reader in readers:
            if reader.base is state:
                continue
            if not reader.is_ready:
                self.skipped += 1
                is_behind = True
                continue
            self.sent += 1
            reader.send_state(self._frame(reader.base, state, at), state)
        return is_behind

    def _frame(self, base: State | None, state: State, at: At) -> bytes:
        key = None if base is None else id(base)  # Why: the reader keeps its base alive, so no other has this id.
        frame = self._frames.get(key)
        if frame is None:
            self.encodes += 1
            frame = self._frames[key] = framed(encoded(_message(base, state, at)))
        return frame


def _message(base: State | None, state: State, at: At) -> msgspec.Struct:
    if base is None:
        return Whole(state.revision, at, msgspec.Raw(encoded(state)))
    return Changes(base.revision, state.revision, at, changes(base, state))
