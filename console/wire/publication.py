"""How a publication goes: its stages, and what happens to it."""

from enum import Enum
from typing import TypeAlias

import msgspec


class Stage(Enum):
    """How far a publication has come; what is being waited for."""

    GREETING = "greeting"
    CONNECTING = "connecting"
    CREATING = "creating"
    PUBLISHING = "publishing"
    LIVE = "live"
    ENDED = "ended"


class Connected(msgspec.Struct, frozen=True):
    """The server accepted the application."""


class Published(msgspec.Struct, frozen=True):
    """The server accepted the key: media may be sent."""


class Rejected(msgspec.Struct, frozen=True):
    """Refused before the first picture; code and description are the server's, secrets masked."""

    code: str
    description: str
    stage: Stage
    """What was being waited for."""


class Acknowledged(msgspec.Struct, frozen=True):
    """The server has received this many bytes since the connection began."""

    bytes: int


class Closed(msgspec.Struct, frozen=True):
    """The server ended a publication that was live; its own words, secrets masked."""

    code: str
    description: str


Event: TypeAlias = Connected | Published | Rejected | Acknowledged | Closed
