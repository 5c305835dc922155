"""Who decides what a publisher may do, and the answers that are given."""

from collections.abc import Mapping
from typing import Final, Protocol

import msgspec

from console.wire import amf


class Answer(msgspec.Struct, frozen=True):
    """How a request is answered: with a status, with silence, or by hanging up after it."""

    code: str = ""
    """Status code; empty says nothing at all."""
    description: str = ""
    is_error: bool = False
    hangs_up: bool = False
    """End the connection once this is said."""


CONNECTED: Final = Answer("NetConnection.Connect.Success", "Connection succeeded.")
PUBLISHING: Final = Answer("NetStream.Publish.Start", "Start publishing.")
BAD_NAME: Final = Answer("NetStream.Publish.BadName", "Already publishing", is_error=True)
DENIED: Final = Answer("NetStream.Publish.Denied", "Publishing is not allowed", is_error=True)
CONNECT_REJECTED: Final = Answer(
    "NetConnection.Connect.Rejected",
    "[ AccessManager.Reject ] : [ code=403 ] : bad app",
    is_error=True,
    hangs_up=True,
)
SILENCE: Final = Answer()
HANG_UP: Final = Answer(hangs_up=True)


class Policy(Protocol):
    """Who decides what a publisher may do."""

    def connect(self, app: str, fields: Mapping[str, amf.Value]) -> Answer:
        """Asked once for the application; `fields` is all that `connect` carried."""
        ...

    def publish(self, app: str, key: str) -> Answer:
        """Asked for each attempt to publish."""
        ...


class Answers(msgspec.Struct, frozen=True):
    """The policy that always says the same."""

    to_connect: Answer = CONNECTED
    to_publish: Answer = PUBLISHING

    def connect(self, app: str, fields: Mapping[str, amf.Value]) -> Answer:
        """The same for every application."""
        del app, fields
        return self.to_connect

    def publish(self, app: str, key: str) -> Answer:
        """The same for every key."""
        del app, key
        return self.to_publish
