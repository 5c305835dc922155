"""How far music has sunk under voice."""

from console.media.sound import amplitude
from console.media.timebase import SAMPLE_RATE_HZ

ATTACK_S = 0.25
"""From full loudness to nothing; music that sinks less is there sooner."""
HOLD_S = 0.4
"""A pause between two words is no end of speech."""
RELEASE_S = 1.0
"""From nothing to full loudness."""
DEEPEST_DB = -120.0


class Duck:
    """The gain of all music. It moves in a straight line from tick to tick."""

    def __init__(self) -> None:
        """Music is as loud as it came."""
        self.gain = 1.0
        """At the end of the last tick."""
        self._hold = 0
        """Samples for which the music stays down."""

    def follow(self, duck_db: float, *, speaking: bool, count: int) -> tuple[float, float]:
        """Gain at the beginning and at the end of a tick of `count` samples."""
        self._hold = round(HOLD_S * SAMPLE_RATE_HZ) if speaking else max(0, self._hold - count)
        target = amplitude(min(0.0, max(DEEPEST_DB, duck_db))) if self._hold else 1.0
        before, seconds = self.gain, count / SAMPLE_RATE_HZ
        self.gain = min(max(target, before - seconds / ATTACK_S), before + seconds / RELEASE_S)
        return before, self.gain
