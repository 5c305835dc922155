"""The show as files on this machine."""

from typing import Literal

from console.errors import Message
from console.model.base import Noun


class Recording(Noun, frozen=True):
    """What is wanted of the recorder and what it does."""

    wanted: bool = False
    path: str = ""
    """Where the first file goes, if not a whole path among the recordings; after a restart the next gets a number."""
    rendition: str = "main"
    phase: Literal["stopped", "recording", "failed"] = "stopped"
    files: tuple[str, ...] = ()
    """All files of this session so far, oldest first."""
    since_us: int = 0
    """Wall time at which the first file of what is recorded now began; 0: nothing is."""
    problem: Message | None = None
