"""Strips of the sound mix."""

from typing import Literal

from console.model.base import Entity, Noun


class Filters(Noun, frozen=True):
    """What a strip does to its sound before it is summed; each is off when its number is None."""

    highpass_hz: float | None = None
    gate_db: float | None = None
    """Opens above this level."""
    compressor_db: float | None = None
    """Threshold; 4:1 above it."""
    limiter_db: float | None = None
    """Ceiling."""


class Strip(Entity, frozen=True):
    """The sound of one source in the mix. Its key is the source's."""

    gain_db: float = 0.0
    mute: bool = False
    delay_ms: int = 0
    filters: Filters = Filters()
    always: bool = False
    """Heard even while its picture is not on Program. What has no picture is always heard."""
    role: Literal["voice", "music", "other"] = "other"
    """Music is ducked under voice."""


class AudioMix(Entity, frozen=True):
    """All strips and what the sum obeys."""

    strips: dict[str, Strip] = {}
    duck_db: float = -12.0
    """How far music sinks while a voice is above `duck_threshold_db`."""
    duck_threshold_db: float = -40.0
