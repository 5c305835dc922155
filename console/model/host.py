"""What the host is shown beside the script."""

from console.model.base import Noun


class Note(Noun, frozen=True):
    """Words of the producer to the host."""

    text: str
    at_us: int
    """Wall time at which it was sent."""
    flash: bool = False
    """It must not be missed."""


class HostView(Noun, frozen=True):
    """What the producer put before the host."""

    note: Note | None = None
    question: str = ""
    """Id of the question to answer; empty: none."""
