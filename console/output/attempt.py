"""What one attempt to publish needs, and what comes of it."""

from dataclasses import dataclass, field

from console.errors import Message
from console.wire.address import Server

CONGESTED_MS = 700
"""libobs drops pictures when this much waits; congestion is what waits divided by it."""


@dataclass(frozen=True, slots=True)
class Target:
    """Everything one publication needs to know."""

    server: Server
    key: str = field(repr=False)
    kbps: int
    """Of picture and sound, for the size of buffers."""
    ca_file: str = ""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """How long each step may take, in seconds."""

    attempt_s: float = 9.5
    """From the name of the server to its yes, all steps together."""
    dns_s: float = 6.0
    """A resolver asks its second server after 5 s."""
    tcp_s: float = 4.0
    tls_s: float = 4.0
    stall_s: float = 8.0
    """Something waits and nothing leaves for so long: the line is dead, even if nobody says so."""
    goodbye_s: float = 1.0


@dataclass(frozen=True, slots=True)
class Ending:
    """Why a publication is over; `problem` is None if it was told to stop."""

    problem: Message | None
    is_final: bool = False
    """A rejection of key, name or certificate."""
    was_live: bool = False


@dataclass(slots=True)
class PublisherFigures:
    """What one destination got, over all its publications. Written on the senders' loop, read anywhere."""

    pictures: int = 0
    bytes: int = 0
    dropped: int = 0
    """Tags that found no room."""
    buffered_ms: int = 0
    """How far the destination is behind: between the newest tag and the oldest that has not left this machine."""
    buffered_ms_max: int = 0
    round_trip_ms: float | None = None
    sent_at_s: float | None = None
    """Monotonic time at which something was last found to have left this machine."""
    acknowledged_at_s: float | None = None
    """Monotonic time of the server's newest acknowledgement."""

    @property
    def congestion(self) -> float:
        """0: nothing waits; 1 and more: pictures are dropped."""
        return self.buffered_ms / CONGESTED_MS
