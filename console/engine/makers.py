"""The concretes that supervisors are handed: what opens a source, an encoder, a recorder, a painter."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from capture.loudspeaker import Loudspeaker
from console import drivers
from console.audience.marking import Marking
from console.errors import Message
from console.library.comment_shelf import CommentShelf
from console.library.comments import Comments, comments_path
from console.library.paths import recordings_folder
from console.library.viewers import Viewers, viewers_path
from console.media.clock import Clock
from console.media.feed import Feed
from console.model.comment import MANUAL_PLATFORM
from console.model.destination import Rendition
from console.model.source import Source
from console.output.encoder import Encoder
from console.output.outlet import Fan
from console.output.probe import resolved
from console.output.recorder import Recorder
from console.output.recording_file import next_path
from console.ports.source import Opening, OpenSource
from console.rehearsal.receiver import Receiver
from console.rehearsal.viewer import Effort
from console.wire.flv import Tag
from overlays.painter_client import PainterClient


def encoder(rendition: Rendition, rate: Fraction, feed: Feed, fan: Fan) -> Encoder:
    """An open encoder of the kind that the rendition names; raises `ConsoleError`."""
    return Encoder(rendition, rate, feed, fan, name=resolved(rendition.encoder))


def open_source(source: Source, opening: Opening) -> OpenSource:
    """A source by its driver; raises `ConsoleError`."""
    driver = drivers.source_driver(source.kind)
    settings = drivers.validated(source.settings, source.kind, driver.settings)
    return driver.open(settings, opening)


def recorder(path: str, headers: tuple[Tag, ...]) -> Recorder:
    """A recorder into the next free file of that name, bare ones in the house's folder; raises `ConsoleError`."""
    return Recorder(next_path(str(recordings_folder() / Path(path).expanduser())), headers)


def receiver(effort: Effort) -> Receiver:
    """A built-in receiver that does not run yet."""
    return Receiver(effort=effort)


def loudspeaker(device: str, gain_db: float) -> Loudspeaker:
    """What plays on one sound output."""
    return Loudspeaker(device, gain_db=gain_db)


def painter() -> PainterClient:
    """A painter that runs."""
    return PainterClient().start()


def viewers() -> Viewers | None:
    """The file of names, if anybody has one; raises `ConsoleError`. Waits for the disk."""
    path = viewers_path()
    return Viewers(path) if path.exists() else None


def viewer_named(name: str, *, wall_us: int) -> str:
    """Id of a viewer whom somebody at the desk named; raises `ConsoleError`. Waits for the disk."""
    book = Viewers(viewers_path())
    try:
        return book.id_of(MANUAL_PLATFORM, name, name=name, seen_us=wall_us)
    finally:
        book.close()


def shelf(clock: Clock, report: Callable[[Message | None], None]) -> CommentShelf:
    """Where all comments are kept."""
    return CommentShelf(lambda: Comments(comments_path()), clock, report)


def marking() -> Marking:
    """A process that looks through comments."""
    return Marking()
