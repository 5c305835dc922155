"""What a show was before: the last 20 saved states of `show.json`, beside it in the folder `versions`."""

import contextlib
import os
import re
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from console.errors import ConsoleError
from console.words.library import NO_SUCH_VERSION

FOLDER = "versions"
KEPT = 20
_NAME = re.compile(r"show-(\d{1,9})\.json")
_ATTEMPTS = 8


@dataclass(frozen=True, slots=True)
class Version:
    """One saved state."""

    number: int
    """Grows by one with each save; the highest is the newest."""
    path: Path
    saved_us: int
    """Wall time at which it was saved."""


def versions(folder: Path) -> list[Version]:
    """Of a show folder, newest first; empty if none are kept or the place cannot be read."""
    try:
        found = [version for path in (folder / FOLDER).iterdir() if (version := _version_of(path))]
    except OSError:
        return []
    return sorted(found, key=lambda version: version.number, reverse=True)


def version(folder: Path, number: int) -> Version:
    """That version; raises `ConsoleError` if it is not kept."""
    for one in versions(folder):
        if one.number == number:
            return one
    raise ConsoleError(NO_SUCH_VERSION(number=number, folder=str(folder)))


def keep(file: Path, folder: Path) -> None:
    """Make `file` the newest version of a show folder, unless the newest is the same; raises `OSError`.

    Called before `file` is replaced: at no moment is the old state only in memory.
    """
    known = versions(folder)
    if known and known[0].path.read_bytes() == file.read_bytes():
        return
    place = folder / FOLDER
    place.mkdir(exist_ok=True)
    number = known[0].number + 1 if known else 1
    for attempt in range(_ATTEMPTS):
        with contextlib.suppress(FileExistsError):  # Somebody else saves the same show.
            _keep_as(file, place / f"show-{number + attempt:04d}.json")
            break
    for old in versions(folder)[KEPT:]:
        with contextlib.suppress(OSError):
            old.path.unlink()


def _keep_as(file: Path, name: Path) -> None:
    """A copy, whole or not at all, that never takes the place of another; keeps the time of the save."""
    fresh = name.with_name(f".{name.name}.{secrets.token_hex(4)}.new")
    try:
        shutil.copy2(file, fresh)
        try:
            os.link(fresh, name)
        except FileExistsError:
            raise
        except OSError:  # A file system without second names.
            fresh.replace(name)
    finally:
        fresh.unlink(missing_ok=True)


def _version_of(path: Path) -> Version | None:
    found = _NAME.fullmatch(path.name)
    if found is None or path.is_symlink() or not path.is_file():
        return None
    return Version(int(found[1]), path, path.stat().st_mtime_ns // 1000)
