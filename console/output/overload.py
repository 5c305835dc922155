"""When an encoder cannot keep up. Pure."""

import msgspec

SKIPS = 10
"""Newly skipped pictures within a second that are an overload (OBS says so at the same number)."""


class Overload(msgspec.Struct, frozen=True):
    """Folds what an encoder sees at each tick into whether it must become cheaper."""

    window: int
    """Ticks that are looked at together: a second."""
    ticks: int = 0
    full: int = 0
    """Ticks of this window at which too many others waited."""
    skipped_before: int = 0
    is_reached: bool = False
    """Until a whole window has shown the contrary."""

    def seen(self, *, is_crowded: bool, skipped: int) -> "Overload":
        """One tick more: whether too many wait, how many were skipped since the start."""
        ticks, full = self.ticks + 1, self.full + is_crowded
        now = skipped - self.skipped_before > SKIPS or full > self.window // 2
        if ticks < self.window:
            return Overload(self.window, ticks, full, self.skipped_before, self.is_reached or now)
        return Overload(self.window, skipped_before=skipped, is_reached=now)

    def relieved(self, *, skipped: int) -> "Overload":
        """After a step down: begin to look anew."""
        return Overload(self.window, skipped_before=skipped)
