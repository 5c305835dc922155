"""What one person at the engine hears, and through what."""

from console.model.base import Noun

PROGRAM = "program"
"""What a listener hears unless one strip is chosen."""
SOFTEST_DB, LOUDEST_DB = -60.0, 12.0
"""Louder than this would hurt ears."""


class Listening(Noun, frozen=True):
    """Wanted; whether it works is told by the Fault `listening`."""

    device: str = ""
    """Stable key of the sound output, as listed. Another is never taken in its place; empty: nobody listens."""
    carries: str = PROGRAM
    """`program`: the sum as viewers hear it; else the one strip that is heard alone, before its mute and gain."""
    gain_db: float = 0.0
