"""Where shows lie: those that can be opened, a place for a new one, and an own copy of the one that comes along."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from console.errors import ConsoleError, Message
from console.library.paths import shows_folder
from console.library.show_file import FILE_NAME, demo_show_folder, load_show, read_bytes
from console.library.show_folder import copy_show
from console.library.show_json import decoded
from console.library.show_keeping import is_of_the_program
from console.model.show import Show
from console.words.library import SHOW_UNREADABLE

MOST_SHOWS, MOST_LOOKED_AT = 100, 2_000


@dataclass(frozen=True, slots=True)
class ListedShow:
    """A folder with a show."""

    folder: Path
    title: str
    """Of the folder, if the show cannot be read."""
    changed_us: int
    """Wall time."""
    problem: Message | None = None
    """Why it cannot be opened."""
    is_demo: bool = False
    """It comes with the program."""


def known_shows(folder: Path | None = None) -> list[ListedShow]:
    """The newest 100 of the folder of shows, newest first, and the one that comes along. Slow: asks the disk.

    A folder whose show is broken is a row with its reason; a folder without a show is none.
    """
    found = [listed for path in _folders(folder or shows_folder()) if (listed := _dated(path)) is not None]
    newest = sorted(found, key=lambda one: (-one[0], one[1]))[:MOST_SHOWS]
    shows = [_listed(path, changed_us) for changed_us, path in newest]
    demo = demo_show_folder()
    return [*shows, _listed(demo, 0, is_demo=True)]


def own_show(folder: Path) -> Show:
    """The show of a folder, where it can be edited: that of the program is copied among the shows, once.

    Raises `ConsoleError` if it cannot be opened.
    """
    if not is_of_the_program(folder):
        return load_show(folder)
    own = shows_folder() / folder.name
    return load_show(own) if (own / FILE_NAME).exists() else copy_show(folder, own)


def free_folder(title: str) -> Path:
    """A folder that is not there yet, among the shows, named by the title of its show."""
    text = unicodedata.normalize("NFKC", title)
    name = re.sub(r"[^\w-]+", "-", text).strip("-_")[:40] or "show"
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    shows = shows_folder()
    return next(shows / one for one in names if not (shows / one).exists())


def place_of(path: str) -> Path:
    """The folder that somebody means: a mere name is one among the shows."""
    return shows_folder() / Path(path).expanduser()


def _folders(folder: Path) -> list[Path]:
    try:
        return [path for path, _ in zip(folder.iterdir(), range(MOST_LOOKED_AT), strict=False)]
    except OSError:
        return []


def _dated(folder: Path) -> tuple[int, Path] | None:
    """When its show was changed; None: it has none."""
    try:
        if folder.name.startswith(".") or not (folder / FILE_NAME).is_file():
            return None
        return (folder / FILE_NAME).stat().st_mtime_ns // 1000, folder
    except OSError:
        return None


def _listed(folder: Path, changed_us: int, *, is_demo: bool = False) -> ListedShow:
    path = folder / FILE_NAME
    try:
        show = decoded(read_bytes(path), path)
    except ConsoleError as error:
        return ListedShow(folder, folder.name, changed_us, error.message, is_demo)
    except OSError as error:
        problem = SHOW_UNREADABLE(path=str(path), reason=error.strerror or str(error))
        return ListedShow(folder, folder.name, changed_us, problem, is_demo)
    return ListedShow(folder, show.title or folder.name, changed_us, None, is_demo)
