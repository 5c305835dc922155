"""The one failure of this room: what arrived is not what the protocol allows."""

from console.errors import ConsoleError
from console.words.wire import SERVER_BROKE_RTMP


class WireError(ConsoleError):
    """The peer broke the protocol; the connection is of no further use. Never carries the peer's own bytes."""


def malformed(detail: str) -> WireError:
    """A `WireError` whose sentence ends in `detail`, a few technical words for whoever gives support."""
    return WireError(SERVER_BROKE_RTMP(detail=detail))
