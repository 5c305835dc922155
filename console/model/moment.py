"""When something happened, on the three clocks of the house."""

import msgspec


class At(msgspec.Struct, frozen=True, array_like=True):
    """One moment read once, by the roof, and handed in as data. All three in whole microseconds."""

    wall_us: int
    """Unix time. For people and schedules; it may step."""
    show_us: int
    """Show clock: wall time at session start plus monotonic time x speed. For rundown, offers, cues."""
    media_us: int
    """Media clock: time since tick 0 of the mixer's epoch, always 1x. For ticks, samples, animation."""
