"""Which sessions this machine remembers, and in which file."""

import re
from dataclasses import dataclass
from pathlib import Path

from console.errors import ConsoleError
from console.library.paths import sessions_folder
from console.words.library import BAD_SESSION_NAME

SUFFIX = ".journal"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


@dataclass(frozen=True, slots=True)
class SessionFile:
    """One journal on disk."""

    id: str
    path: Path
    changed_us: int
    """Wall time at which it was last written, as the file system tells."""


def journal_path(session: str) -> Path:
    """Where the journal of a session is or will be; raises `ConsoleError` for an id that is no file name."""
    if not _NAME.fullmatch(session):
        raise ConsoleError(BAD_SESSION_NAME(id=session[:80]))
    return sessions_folder() / f"session-{session}{SUFFIX}"


def sessions() -> list[SessionFile]:
    """All sessions, the one written last first."""
    found = [_session_of(path) for path in sessions_folder().glob(f"session-*{SUFFIX}")]
    return sorted((file for file in found if file), key=lambda file: (file.changed_us, file.id), reverse=True)


def newest_session() -> SessionFile | None:
    """The session that was written last; None if there was none."""
    return next(iter(sessions()), None)


def _session_of(path: Path) -> SessionFile | None:
    name = path.name.removeprefix("session-").removesuffix(SUFFIX)
    changed = [_changed_us(file) for file in (path, path.with_name(path.name + "-wal"))]
    if not _NAME.fullmatch(name) or changed[0] is None or not path.is_file():
        return None
    return SessionFile(name, path, max(time for time in changed if time is not None))


def _changed_us(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns // 1000
    except OSError:
        return None
