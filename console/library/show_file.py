"""A show on disk: a folder with `show.json` and the pictures it names."""

import contextlib
import errno
import os
import secrets
from importlib.resources import files
from itertools import count
from pathlib import Path

import msgspec
from msgspec.structs import replace

from console.errors import ConsoleError
from console.library.show_json import decoded
from console.library.show_rules import check
from console.library.show_versions import keep, version
from console.model.show import SCHEMA, Show
from console.words.library import (
    SHOW_FILE_KEPT,
    SHOW_FILE_MISSING,
    SHOW_FOLDER_MISSING,
    SHOW_NOT_SAVED,
    SHOW_TOO_LARGE,
    SHOW_UNREADABLE,
)

FILE_NAME = "show.json"
LIMIT_MB = 4


def load_show(folder: Path) -> Show:
    """The show of a folder, with `folder` set; raises `ConsoleError` if anything it names is not there."""
    if not folder.is_dir():
        raise ConsoleError(SHOW_FOLDER_MISSING(folder=str(folder)))
    show = replace(_read(folder / FILE_NAME), folder=str(folder.absolute()))
    check(show, folder)
    return show


def save_show(folder: Path, show: Show, *, versioned: bool = True) -> None:
    """Write `show.json` whole or not at all; the folder must exist. `versioned`: what was there stays as a version.

    Raises `ConsoleError` if that fails, or if the file there is not a show: it is never overwritten. A show that is
    saved half-planned (a name that leads nowhere yet) is kept; `load_show` tells what it lacks.
    """
    if not folder.is_dir():
        raise ConsoleError(SHOW_FOLDER_MISSING(folder=str(folder)))
    path = (folder / FILE_NAME).resolve()  # Why: a link stays a link; what it leads to is replaced.
    if path.exists():
        _refuse_to_overwrite_what_is_no_show(path)
    try:
        _save(folder, path, _encoded(show), versioned=versioned)
    except (OSError, ValueError) as error:
        raise _not_saved(path, error) from error


def save_copy(path: Path, show: Show) -> None:
    """Write a show to a file of another name, whole or not at all; raises `ConsoleError`."""
    try:
        _replace_whole(path, _encoded(show))
    except (OSError, ValueError) as error:
        raise _not_saved(path, error) from error


def restore_show(folder: Path, number: int) -> Show:
    """Make a kept version `show.json` again and open it; what stood there becomes the newest version.

    Raises `ConsoleError` if the version is not kept or is no show. A `show.json` that cannot be read is not lost: it
    is moved to `show.json.broken-1`, or the next number that is free.
    """
    source = version(folder, number).path
    data = read_bytes(source)
    decoded(data, source)
    path = (folder / FILE_NAME).resolve()
    try:
        if path.exists() and not _is_show(path):
            path.rename(_free_name(path))
        _save(folder, path, data, versioned=True)
    except OSError as error:
        raise _not_saved(path, error) from error
    return load_show(folder)


def demo_show_folder() -> Path:
    """The show that comes with the program."""
    return Path(str(files("assets").joinpath("demo-show")))


def read_bytes(path: Path) -> bytes:
    """What a show file holds, bounded; raises `ConsoleError` if it is missing, unreadable or too large."""
    if not path.is_file():  # Why: opening a pipe would wait for ever.
        raise ConsoleError(SHOW_FILE_MISSING(folder=str(path.parent)))
    limit = LIMIT_MB * 1_000_000
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise ConsoleError(SHOW_UNREADABLE(path=str(path), reason=error.strerror or str(error))) from error
    if len(data) > limit:
        raise ConsoleError(SHOW_TOO_LARGE(path=str(path), limit_mb=LIMIT_MB))
    return data


def _read(path: Path) -> Show:
    return decoded(read_bytes(path), path)


def _refuse_to_overwrite_what_is_no_show(path: Path) -> None:
    try:
        _read(path)
    except ConsoleError as error:
        raise ConsoleError(SHOW_FILE_KEPT(path=str(path))) from error


def _is_show(path: Path) -> bool:
    try:
        _read(path)
    except ConsoleError:
        return False
    return True


def _free_name(path: Path) -> Path:
    names = (path.with_name(f"{path.name}.broken-{number}") for number in count(1))
    return next(name for name in names if not name.exists())


def _not_saved(path: Path, error: OSError | ValueError) -> ConsoleError:
    reason = error.strerror or str(error) if isinstance(error, OSError) else type(error).__name__
    return ConsoleError(SHOW_NOT_SAVED(path=str(path), reason=reason))


def _save(folder: Path, path: Path, data: bytes, *, versioned: bool) -> None:
    """Keep what is there as a version, then put the new in its place. The same again changes nothing."""
    if path.is_file():
        if path.read_bytes() == data:
            return
        if versioned:
            keep(path, folder)
    _replace_whole(path, data)


def _encoded(show: Show) -> bytes:
    # Why: the schema is written even while it is the default, or the next version would take the file for its own.
    content = {"schema": SCHEMA} | msgspec.to_builtins(replace(show, folder="", schema=SCHEMA))
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def _replace_whole(path: Path, data: bytes) -> None:
    if len(data) > LIMIT_MB * 1_000_000:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        with fresh.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            fresh.chmod(path.stat().st_mode & 0o777)
        fresh.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise
    _settle_name(path.parent)


def _settle_name(folder: Path) -> None:
    """Bring the new name to disk too, where folders can be synced."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
