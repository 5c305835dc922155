"""The State, and the names beside it, on their way to the seats: what changed is found and encoded once, for all who
stand at the same base.
"""

from collections.abc import Mapping
from typing import NamedTuple, Protocol

import msgspec

from console.link.changes import changes, names_changes
from console.link.protocol import Changes, Whole, encoded
from console.link.serving.connection import framed
from console.link.serving.stage import NOBODY
from console.model.moment import At
from console.model.state import State


class Edition(NamedTuple):
    """What a seat may know at one moment."""

    state: State
    names: Mapping[str, str] = NOBODY
    """By viewer's id; another object after each change."""

    def seen_by(self, reader: "Reader") -> "Edition":
        """Without names for whom they are not meant."""
        return self if reader.sees_names else Edition(self.state)

    def is_news_for(self, reader: "Reader") -> bool:
        """Another one than was sent to it last."""
        base = reader.base
        return base is None or base.state is not self.state or base.names is not self.seen_by(reader).names


class Reader(Protocol):
    """A seat, as far as the State goes to it."""

    base: Edition | None
    """What was sent to it last; None: nothing that it has."""
    sees_names: bool

    @property
    def is_ready(self) -> bool:
        """It has taken what was sent, and can take more."""

    def send_state(self, frame: bytes, edition: Edition) -> None:
        """Send; it is not ready until it says so."""


_Key = tuple[int, ...]


class Publication:
    """Frames made for one edition; another one, and they are forgotten."""

    def __init__(self) -> None:
        """Nothing was said yet."""
        self._edition: Edition | None = None
        self._frames: dict[_Key, bytes] = {}
        self.encodes = 0
        """Messages made, however many they were sent to."""
        self.sent = 0
        """Messages sent to all seats together."""
        self.skipped = 0
        """Times that a seat was passed over since it was not ready."""

    def send(self, edition: Edition, at: At, readers: list[Reader]) -> bool:
        """Bring everybody who is ready to `edition`; whether somebody is still behind."""
        if self._edition is None or _key(edition) != _key(self._edition):
            self._edition, self._frames = edition, {}
        is_behind = False
        for reader in readers:
            if not edition.is_news_for(reader):
                continue
            if not reader.is_ready:
                self.skipped += 1
                is_behind = True
                continue
            self.sent += 1
            seen = edition.seen_by(reader)
            reader.send_state(self._frame(reader.base, seen, at), seen)
        return is_behind

    def _frame(self, base: Edition | None, edition: Edition, at: At) -> bytes:
        key = _key(edition) if base is None else _key(edition) + _key(base)
        frame = self._frames.get(key)
        if frame is None:
            self.encodes += 1
            frame = self._frames[key] = framed(encoded(_message(base, edition, at)))
        return frame


def _key(edition: Edition) -> _Key:
    # Why: the publication keeps the newest and the reader keeps its base alive, so nothing else has these ids.
    return id(edition.state), id(edition.names)


def _message(base: Edition | None, edition: Edition, at: At) -> msgspec.Struct:
    state, names = edition
    if base is None:
        return Whole(state.revision, at, msgspec.Raw(encoded(state)), dict(names))
    changed = changes(base.state, state)
    return Changes(base.state.revision, state.revision, at, changed, names_changes(base.names, names))
