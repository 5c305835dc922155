"""What a seat may want that is no command of the model: errands the engine runs at its edge, and questions.

A new one is one Struct here (its `answer` says what comes back) and one line in the engine's table of who does it.
"""

from typing import Any, ClassVar, Union

import msgspec


class Asking(msgspec.Struct, frozen=True, tag=True, omit_defaults=True, forbid_unknown_fields=True):
    """A wish whose answer may come later. Never journalled."""

    answer: ClassVar[Any] = None
    """Type of what comes back when it went well; None: nothing does."""


class Errand(Asking, frozen=True):
    """Something to be done outside the State: on disk, in the network. May change the State by its end."""


class Query(Asking, frozen=True):
    """Something to be told. Changes nothing."""


class Device(msgspec.Struct, frozen=True):
    """A camera, microphone or screen that can be chosen on the engine's machine."""

    kind: str
    """Of the driver of sources."""
    key: str
    """Stable identity: what settings keep."""
    name: str
    """For people."""
    settings: dict[str, str | int] = {}
    """Those that open it."""


class Devices(Query, frozen=True):
    """What can be chosen as a source."""

    answer: ClassVar[Any] = tuple[Device, ...]


class Outputs(Query, frozen=True):
    """Sound outputs of the engine's machine through which somebody may listen. Their `settings` are empty."""

    answer: ClassVar[Any] = tuple[Device, ...]


class LogTail(Query, frozen=True):
    """The last lines of the engine's log, oldest first; at most 500."""

    answer: ClassVar[Any] = tuple[str, ...]

    lines: int = 200


class KnownShow(msgspec.Struct, frozen=True):
    """A show folder that was opened before, or that comes with the program."""

    folder: str
    title: str
    changed_us: int = 0
    """Wall time; 0: unknown."""


class KnownShows(Query, frozen=True):
    """Shows that can be opened, newest first."""

    answer: ClassVar[Any] = tuple[KnownShow, ...]


class SmallPicture(msgspec.Struct, frozen=True):
    """A picture of the show, made small."""

    sha256: str
    """Of the file."""
    jpeg: bytes = b""
    """Empty: it is the one that whoever asked has."""


class PictureOf(Query, frozen=True):
    """A picture of the show's folder by its name, for thumbnails."""

    answer: ClassVar[Any] = SmallPicture

    name: str
    known_sha256: str = ""
    """What the seat has already."""
    longest_px: int = 320


class KeyTails(Query, frozen=True):
    """The ends of the stream keys, by destination, so that a person can tell one account's key from another's."""

    answer: ClassVar[Any] = dict[str, str]
    """The last four characters; empty: there is no key, or it is too short to show any of it."""


def asking_type() -> Any:
    """The union of all that can be asked, for a decoder. Call it when every asking is imported."""
    kinds = tuple(kind for base in (Errand, Query) for kind in base.__subclasses__())
    return Union[kinds]  # noqa: UP007 - a union made from a tuple
