"""What a seat may want that is no command of the model: errands the engine runs at its edge, and questions.

A new one is one Struct here (its `answer` says what comes back) and one line in the engine's table of who does it.
"""

from typing import Any, ClassVar, Literal, Union

import msgspec

from console.errors import Message
from console.model.comment import Comment


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
    problem: Message | None = None
    """Why it cannot be opened."""
    is_demo: bool = False
    """It comes with the program; a copy of it is opened."""


class KnownShows(Query, frozen=True):
    """Shows that can be opened, newest first."""

    answer: ClassVar[Any] = tuple[KnownShow, ...]


class OpenedShow(msgspec.Struct, frozen=True):
    """The show that is open now."""

    folder: str
    title: str


class OpenFolder(Errand, frozen=True):
    """Open the show of a folder, a copy of it if it comes with the program. Refused while a session runs."""

    answer: ClassVar[Any] = OpenedShow

    path: str
    """On the engine's machine; a mere name is a folder among the shows."""


class NewShow(Errand, frozen=True):
    """Make a folder with a show from a template, and open it. Refused while a session runs."""

    answer: ClassVar[Any] = OpenedShow

    title: str
    template: Literal["empty", "phases", "products"] = "phases"
    language: Literal["ja", "en"] = "ja"
    path: str = ""
    """The folder to make; empty: one among the shows, named by the title."""


class ImportedProducts(msgspec.Struct, frozen=True):
    """How an import went."""

    problems: tuple[Message, ...] = ()
    """Every bad row: `params` have its `line` and mostly its `column`. With any, nothing was changed."""
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    pictures: int = 0
    """Files put into the show's folder."""
    ignored: tuple[str, ...] = ()
    """Headings that mean nothing here."""


class ImportProducts(Errand, frozen=True):
    """Add the products of a table to the open show, or change those of the same numbers."""

    answer: ClassVar[Any] = ImportedProducts

    path: str = ""
    """CSV on the engine's machine; its pictures may lie beside it."""
    text: str = ""
    """The table itself, if there is no path."""


class StopImport(Errand, frozen=True):
    """Stop what is being brought in; what is in the show already stays."""


class PutPicture(Errand, frozen=True):
    """Copy a picture into the open show's folder and use it: a product's picture, or the theme's logo."""

    answer: ClassVar[Any] = str
    """Its name in the folder."""

    area: Literal["products", "theme"]
    id: str
    base: int
    """The entity's revision that the editor saw."""
    path: str = ""
    """On the engine's machine."""
    data: bytes = b""
    """The picture itself, if there is no path. A message to the engine is bounded, so it is a small one."""


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


class OlderComments(Query, frozen=True):
    """Comments of this session that State holds no more, oldest first; fewer than `limit`: there are no more."""

    answer: ClassVar[Any] = tuple[Comment, ...]

    before: str
    """Id of the oldest comment that the seat has."""
    limit: int = 200
    """At most 500."""


class KeyTails(Query, frozen=True):
    """The ends of the stream keys, by destination, so that a person can tell one account's key from another's."""

    answer: ClassVar[Any] = dict[str, str]
    """The last four characters; empty: it is too short to show any of it. Without a key it is not among them."""


class PutKey(Errand, frozen=True):
    """Keep a stream key in the password store of the engine's machine."""

    answer: ClassVar[Any] = str
    """The last four characters; empty: it is too short to show any of it."""

    destination: str
    key: str

    def __repr__(self) -> str:
        """Without the key: who prints an asking does not think of it."""
        return f"PutKey({self.destination!r})"


class ReopenSource(Errand, frozen=True):
    """Close a source and open it anew, by a person's wish. Refused if the session has no such source."""

    source: str


def asking_type() -> Any:
    """The union of all that can be asked, for a decoder. Call it when every asking is imported."""
    kinds = tuple(kind for base in (Errand, Query) for kind in base.__subclasses__())
    return Union[kinds]  # noqa: UP007 - a union made from a tuple
