"""Files that a source names: found from the show folder, and nothing but files."""

from pathlib import Path

import av

from console.errors import ConsoleError
from console.words.capture import FILE_MISSING, FILE_UNREADABLE

_FILES_ONLY = {"protocol_whitelist": "file"}
"""Why: a playlist that calls itself a clip must not fetch anything from the network."""


def found(name: str, folder: Path) -> Path:
    """Absolute path of a file named in settings; raises `ConsoleError` if there is none."""
    try:
        path = (folder / Path(name).expanduser()).resolve()
        if name and path.is_file():
            return path
    except (OSError, ValueError, RuntimeError) as error:  # a name with a zero byte, too long, or of an unknown home
        raise ConsoleError(FILE_MISSING(file=name[:200])) from error
    raise ConsoleError(FILE_MISSING(file=name[:200]))


def opened(path: Path) -> av.container.InputContainer:
    """The container; raises `ConsoleError` if FFmpeg makes nothing of it."""
    try:
        return av.open(f"file:{path}", options=_FILES_ONLY, metadata_errors="replace")
    except (av.FFmpegError, ValueError, OSError) as error:
        raise ConsoleError(FILE_UNREADABLE(file=path.name, reason=reason_of(error))) from error


def reason_of(error: BaseException) -> str:
    """What FFmpeg or the system says, without the name of the file or address, which may hold a password."""
    return str(getattr(error, "strerror", None) or type(error).__name__)
