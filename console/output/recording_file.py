"""Where a recording may go: names that are free, folders that can be written, disks with room."""

import errno
import os
import shutil
from itertools import chain
from pathlib import Path
from typing import Final

from console.errors import ConsoleError, Message
from console.words.recording import (
    RECORDING_BAD_NAME,
    RECORDING_DISK_FULL,
    RECORDING_FILE_TOO_LARGE,
    RECORDING_FOLDER_MISSING,
    RECORDING_IS_A_FOLDER,
    RECORDING_NAME_TOO_LONG,
    RECORDING_NO_SPACE,
    RECORDING_NOT_WRITABLE,
    RECORDING_WRITE_FAILED,
)

STOP_FREE_BYTES: Final = 1_000_000_000
"""With less free than this a recording stops: the journal and the system need the rest."""
SUFFIX: Final = ".mkv"
_MOST_FILES: Final = 10_000

_DISK_FULL: Final = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_SAYINGS: Final = {
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR), RECORDING_FOLDER_MISSING),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), RECORDING_NOT_WRITABLE),
    **dict.fromkeys(_DISK_FULL, RECORDING_DISK_FULL),
    errno.EISDIR: RECORDING_IS_A_FOLDER,
    errno.ENAMETOOLONG: RECORDING_NAME_TOO_LONG,
    errno.EFBIG: RECORDING_FILE_TOO_LARGE,
}


def next_path(path: str, *, stop_free_bytes: int = STOP_FREE_BYTES) -> Path:
    """The file to record into next: `show.mkv`, or if that exists `show-2.mkv`, `show-3.mkv` …; absolute.

    Matroska is what is written: `show.mp4` makes `show.mkv`, any other name has `.mkv` appended. Creates nothing.
    Asks the disk, which may hang: not for the control thread. Raises `ConsoleError` if no recording can begin there.
    """
    wanted = _absolute(path)
    try:
        if wanted.is_dir():
            raise ConsoleError(RECORDING_IS_A_FOLDER(path=str(wanted)))
        wanted.parent.stat()
        found = free_name(_as_matroska(wanted))
        if not os.access(found.parent, os.W_OK | os.X_OK) or not found.parent.is_dir():
            raise ConsoleError(RECORDING_NOT_WRITABLE(path=str(found.parent)))
        _refuse_full_disk(found, stop_free_bytes)
    except OSError as error:
        raise ConsoleError(problem_of(error, str(wanted))) from error
    except ValueError as error:  # Why: signs that the file system cannot write, like half a surrogate pair.
        raise ConsoleError(RECORDING_BAD_NAME(path=printable(path))) from error
    return found


def free_name(path: Path) -> Path:
    """`path`, or with the lowest number that makes it a name nothing has. Raises `OSError`, `ConsoleError`."""
    for candidate in chain([path], (path.with_name(f"{path.stem}-{n}{path.suffix}") for n in range(2, _MOST_FILES))):
        if not _exists(candidate):
            return candidate
    raise ConsoleError(RECORDING_BAD_NAME(path=str(path)))


def free_bytes(path: str | Path) -> int:
    """What a program without privileges may still write to the disk of a file's folder. Raises `OSError`."""
    return shutil.disk_usage(Path(path).parent).free


def problem_of(error: OSError, path: str) -> Message:
    """Why `path` cannot be written, in words."""
    saying = _SAYINGS.get(error.errno or 0)
    if saying is None:
        return RECORDING_WRITE_FAILED(path=path, reason=error.strerror or type(error).__name__)
    return saying(path=path)


def may_go_on(error: OSError) -> bool:
    """A next file in the same folder could be written after this error."""
    return error.errno == errno.EFBIG or error.errno not in _SAYINGS


def printable(text: str) -> str:
    """`text` without signs that no name of a file can hold."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def _absolute(path: str) -> Path:
    if not path.strip() or "\0" in path:
        raise ConsoleError(RECORDING_BAD_NAME(path=printable(path)))
    try:
        return Path(path).expanduser().absolute()
    except RuntimeError as error:
        raise ConsoleError(RECORDING_BAD_NAME(path=printable(path))) from error


def _as_matroska(path: Path) -> Path:
    if path.suffix.lower() == ".mp4":
        return path.with_suffix(SUFFIX)
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


def _exists(path: Path) -> bool:
    """Something has this name, be it a link that leads nowhere. Raises `OSError` for names that cannot be."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True


def _refuse_full_disk(path: Path, stop_free_bytes: int) -> None:
    free = free_bytes(path)
    if free <= stop_free_bytes:
        raise ConsoleError(RECORDING_NO_SPACE(free_mb=free // 1_000_000, stop_mb=stop_free_bytes // 1_000_000))
