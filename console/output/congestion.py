"""Which bitrate the network carries. Pure."""

from collections.abc import Collection
from dataclasses import dataclass, replace

FALL_AT = 0.5
"""Congestion (what waits / 700 ms) from which a destination counts as congested."""
CALM_AT = 0.2
"""Congestion below which a destination has room for more; in between the bitrate stays."""
FALL = 0.75
RISE = 0.1
"""Of the wanted bitrate, at each step back up (OBS: every 4 s)."""
RISE_AFTER_S = 4
FLOOR = 0.2
"""Of the wanted bitrate: below that a frozen picture is better than an unreadable one."""


@dataclass(frozen=True, slots=True)
class Bitrate:
    """Folds one look a second into the bitrate of a rendition."""

    wanted_kbps: int
    kbps: int
    calm_s: int = 0

    def looked(self, congestions: Collection[float]) -> "Bitrate":
        """A second later: falls only when every live destination is congested; one bad line hurts itself only."""
        least = min(congestions, default=0.0)
        if least >= FALL_AT:
            floor = min(self.kbps, round(self.wanted_kbps * FLOOR))
            return replace(self, kbps=max(floor, round(self.kbps * FALL)), calm_s=0)
        if least >= CALM_AT:
            return replace(self, calm_s=0)
        if self.calm_s + 1 < RISE_AFTER_S or self.kbps >= self.wanted_kbps:
            return replace(self, calm_s=self.calm_s + 1)
        risen = self.kbps + max(1, round(self.wanted_kbps * RISE))
        return replace(self, kbps=min(self.wanted_kbps, risen), calm_s=0)
