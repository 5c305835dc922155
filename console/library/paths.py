"""Where the house keeps things on this machine. A folder is made when it is first asked for, private (0700)."""

import os
import sys
from pathlib import Path

import platformdirs

from console.errors import ConsoleError
from console.words.library import FOLDER_UNUSABLE

HOME = "HONBAN_HOME"
"""Environment variable: one folder that holds all the others, for portable use and for tests."""
_NAME = "honban"


def data_folder() -> Path:
    """Sessions and what must outlive them."""
    return made(_beneath_home("data") or platformdirs.user_data_path(_NAME, appauthor=False))


def sessions_folder() -> Path:
    """Journals, one file a session."""
    return made(data_folder() / "sessions")


def recordings_folder() -> Path:
    """Recordings, where people look for films."""
    return made(_beneath_home("recordings") or platformdirs.user_videos_path() / "Honban")


def shows_folder() -> Path:
    """Shows, where people keep what they made."""
    return made(_beneath_home("shows") or platformdirs.user_documents_path() / "Honban")


def log_folder() -> Path:
    """Logs."""
    return made(_beneath_home("log") or platformdirs.user_log_path(_NAME, appauthor=False))


def runtime_folder() -> Path:
    """What is gone after the next start of the machine: addresses of what runs."""
    return made(_beneath_home("run") or _system_runtime() or data_folder() / "run")


def made(folder: Path) -> Path:
    """The folder itself, made with 0700 if it is not there; raises `ConsoleError` if it cannot be."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise ConsoleError(FOLDER_UNUSABLE(folder=str(folder), reason=error.strerror or str(error))) from error
    return folder


def _beneath_home(name: str) -> Path | None:
    home = os.environ.get(HOME, "")
    return made(Path(home).expanduser().absolute()) / name if home else None


def _system_runtime() -> Path | None:
    # Why: without XDG_RUNTIME_DIR the next guess is a name under /tmp that another user may have taken.
    if sys.platform.startswith(("win", "darwin")) or os.environ.get("XDG_RUNTIME_DIR"):
        return platformdirs.user_runtime_path(_NAME, appauthor=False)
    return None
