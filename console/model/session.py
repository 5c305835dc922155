"""One run of a show, from opening to end."""

from typing import Annotated, Literal

from msgspec import Meta

from console.model.base import Noun
from console.model.moment import At

Phase = Literal["idle", "rehearsal", "standby", "live", "ended", "ended_unexpectedly"]
ARMED_US = 60_000_000
"""How long something stays armed."""
SLOWEST, FASTEST = 0.1, 60.0
"""Of a show clock. Who reads a State elsewhere reckons with it, so no other one is decoded."""
Guarded = Literal["go_live", "end"]
"""What is done only after it was armed."""


class Session(Noun, frozen=True):
    """Which run this is and how far it came."""

    id: str = ""
    phase: Phase = "idle"
    started: At | None = None
    on_air: At | None = None
    """When tick 0 of the first epoch was due."""
    speed: Annotated[float, Meta(ge=SLOWEST, le=FASTEST)] = 1.0
    """Of the show clock; other than 1 only in rehearsal."""
    rehearsal: bool = False
    """Nothing of it is public: what is sent goes to the built-in receiver. Stays true when the session is over."""
    epoch: int = 0
    """Counts starts of the media clock in this session: one more after each restart or suspend."""
    armed: Literal["", "go_live", "end"] = ""
    """What was armed last; whether it still is, `is_armed` tells."""
    armed_until_us: int = 0
    """Wall time."""
    edit_on_air: bool = False
    """Edits may touch what is on Program."""

    @property
    def is_rehearsal(self) -> bool:
        """It is one, or was one."""
        return self.rehearsal or self.phase == "rehearsal"

    @property
    def running(self) -> bool:
        """Pictures are wanted."""
        return self.phase in {"rehearsal", "standby", "live"}

    def is_armed(self, action: Guarded, wall_us: int) -> bool:
        """It was armed, not used since, and less than a minute ago."""
        return self.armed == action and 0 <= self.armed_until_us - wall_us <= ARMED_US
