"""What a seat knows of its engine at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from console.errors import Message
from console.link.pulse import Pulse
from console.link.roles import Role
from console.media.clock import now_us
from console.model.moment import At
from console.model.state import State

Status = Literal["connecting", "attached", "lost", "refused"]
"""`lost`: State is the last one known, and old; it is tried again by itself. `refused`: not let in, see `problem`."""


@dataclass(frozen=True, slots=True)
class EngineTime:
    """The engine's three clocks, as they stood at a moment of this machine's own clock."""

    local_us: int = 0
    """`console.media.clock.now_us` of this process."""
    at: At = field(default_factory=lambda: At(0, 0, 0))
    round_trip_us: int = 0
    """`at` is off by at most half of it."""

    def read(self, local_us: int, *, speed: float = 1.0) -> At:
        """The engine's time at a moment of this machine. `speed`: of the show clock."""
        passed_us = local_us - self.local_us
        return At(
            wall_us=self.at.wall_us + passed_us,
            show_us=self.at.show_us + round(passed_us * speed),
            media_us=self.at.media_us + passed_us,
        )


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Never changes; the link makes a new one for each change."""

    status: Status = "connecting"
    state: State | None = None
    """None: none has come yet."""
    pulse: Pulse = field(default_factory=Pulse)
    """The newest figures; all zero while nobody watches."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Display names of the viewers that the State speaks of, by id; another object after each change."""
    problem: Message | None = None
    """Why it is `lost` or `refused`."""
    since_us: int = 0
    """`now_us` of this process at which the status began."""
    time: EngineTime = field(default_factory=EngineTime)
    role: Role = "viewer"
    """What the engine lets this seat do."""
    engine_pid: int = 0

    def at(self) -> At:
        """The engine's time now, also while it is lost: clocks on the desk do not stop."""
        return self.at_local(now_us())

    def at_local(self, local_us: int) -> At:
        """The engine's time at a moment of this process's `now_us`."""
        speed = self.state.session.speed if self.state is not None else 1.0
        return self.time.read(local_us, speed=speed)
