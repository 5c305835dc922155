"""Keeping the open show on disk while it is edited, without ever writing over what somebody else wrote there."""

import hashlib
import time
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from msgspec.structs import replace

from console.errors import ConsoleError
from console.library.show_file import FILE_NAME, demo_show_folder, read_bytes, save_copy, save_show
from console.library.show_json import decoded
from console.library.show_versions import versions
from console.model.show import Show
from console.words.keeping import SHOW_OF_THE_PROGRAM

VERSION_EVERY_US = 600_000_000
"""A show that is edited all the time keeps a version so often; one a save, and 20 of them would hold 20 seconds."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where a show was saved."""

    digest: str = ""
    """SHA-256 of the `show.json` that holds it now."""
    copy: Path | None = None
    """`show.json` is somebody else's by now: the show is in this file beside it."""


def digest_of(folder: Path, show: Show) -> str:
    """SHA-256 of the folder's `show.json` if it holds this very show; else empty. Slow: asks the disk."""
    path = folder / FILE_NAME
    try:
        data = read_bytes(path)
        found = decoded(data, path)
    except (ConsoleError, OSError):
        return ""
    return _digest(data) if replace(found, folder=show.folder, edits=show.edits) == show else ""


def keep_show(folder: Path, show: Show, *, known: str, copy: Path | None = None) -> Keeping:
    """Save it over the file of digest `known`, or where there is none. Slow: asks the disk.

    A file that somebody else has written meanwhile stays; then the show goes to `copy`, or to a new one like it.
    Raises `ConsoleError` if nothing can be saved, or if the folder is the program's own.
    """
    if is_of_the_program(folder):
        raise ConsoleError(SHOW_OF_THE_PROGRAM(folder=str(folder)))
    path = folder / FILE_NAME
    if path.exists() and _digest(read_bytes(path)) != known:
        digest = digest_of(folder, show)
        return Keeping(digest) if digest else Keeping(copy=_beside(folder, show, copy))
    save_show(folder, show, versioned=_is_version_due(folder))
    return Keeping(_digest(read_bytes(path)))


def is_of_the_program(folder: Path) -> bool:
    """The show that comes with it: nothing is written there."""
    return folder.resolve().is_relative_to(demo_show_folder().resolve())


def _beside(folder: Path, show: Show, copy: Path | None) -> Path:
    if copy is None:
        names = (folder / f"show.edited-{number}.json" for number in count(1))
        copy = next(name for name in names if not name.exists())
    save_copy(copy, show)
    return copy


def _is_version_due(folder: Path) -> bool:
    """What stands there now is worth a version of its own."""
    kept = versions(folder)
    return not kept or time.time() * 1e6 - kept[0].saved_us > VERSION_EVERY_US


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
