"""What a measured seat is asked to do and what it notes, a line of JSON a second. For `honban bench desk` only."""

import msgspec

VARIABLE = "HONBAN_PROBE"
"""Environment variable that holds a `Wish`; a seat without it measures nothing."""
PICTURE_US = 1_000_000 / 30
"""A tick of the show that is measured."""


class Wish(msgspec.Struct, frozen=True):
    """How a seat is measured."""

    notes: str
    """File to append to."""
    width: int = 1920
    height: int = 1080
    monitors: tuple[str, ...] = ()
    """Shown beside the window in one of their own, at full rate."""
    scenes: tuple[str, ...] = ()
    """Taken in turns, by the key; none: nothing is taken."""


class Take(msgspec.Struct, frozen=True):
    """From the key until Program shows the other scene."""

    ticks: float
    """Until the time of the first picture of it."""
    shown_ms: float
    """Until that picture, or the next, was handed to the window's own monitor."""


class Note(msgspec.Struct, frozen=True):
    """What happened since the last one."""

    wall_s: float
    status: str
    frames_ms: tuple[float, ...] = ()
    """How long the event loop was busy, each time it painted or stood still."""
    frames_cpu_ms: tuple[float, ...] = ()
    """Of the same, what the window's thread computed; the rest it waited for a core."""
    visible_ms: tuple[float, ...] = ()
    """From a comment's arrival at the engine until it was painted."""
    comments: tuple[str, ...] = ()
    """Ids that came into the list."""
    pictures: dict[str, int] = {}
    """Painted by each visible monitor, by name and number."""
    takes: tuple[Take, ...] = ()


def wish_of(text: str) -> Wish:
    """Of the variable; raises `msgspec.DecodeError`."""
    return msgspec.json.decode(text, type=Wish)
