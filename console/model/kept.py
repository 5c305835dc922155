"""How far the open show is on disk."""

from console.model.base import Noun


class Kept(Noun, frozen=True):
    """What is known of the `show.json` of the open show."""

    digest: str = ""
    """SHA-256 of the file as this show was last read from it or written to it; empty: the file is another show's."""
    openings: int = 0
    """Counts shows that were opened, by this engine and those whose session it goes on with."""
    edits: int = -1
    """`Show.edits` that it holds; -1: nobody has looked yet."""
