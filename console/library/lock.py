"""One engine at a time on a data folder."""

import contextlib
import os
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from console.errors import ConsoleError
from console.words.library import ENGINE_RUNS_ALREADY, FOLDER_UNUSABLE

PATIENCE_S = 1.0
"""An engine that is just ending, or a seat that is just looking, is waited for this long."""


class EngineNote(msgspec.Struct, frozen=True):
    """What a running engine says of itself, in a file that only its user can read (0600)."""

    pid: int
    started_us: int
    """Wall time."""
    port: int = 0
    """Where seats of this machine attach; 0: nowhere yet."""
    token: str = ""
    """What they have to say."""
    public_port: int = 0
    """Where seats of other machines attach; 0: nowhere."""


class EngineLock:
    """Held by the engine that owns a data folder. The system takes it away when its process dies, however it dies."""

    def __init__(self, folder: Path) -> None:
        """Of this data folder. Nothing is taken yet."""
        self._lock = FileLock(folder / "engine.lock", mode=0o600, thread_local=False, fallback_to_soft=False)
        self._note = _note_path(folder)
        self._held: EngineNote | None = None

    def acquire(self, *, started_us: int) -> None:
        """Take it within `PATIENCE_S`; raises `ConsoleError` if another engine holds it or the folder is unusable."""
        try:
            self._lock.acquire(timeout=PATIENCE_S)
            self._held = EngineNote(os.getpid(), started_us)
            _write_private(self._note, msgspec.json.encode(self._held))
        except Timeout as timeout:
            note = _read(self._note)
            raise ConsoleError(ENGINE_RUNS_ALREADY(pid=note.pid if note else "?")) from timeout
        except OSError as error:
            self._lock.release()
            folder = str(self._note.parent)
            raise ConsoleError(FOLDER_UNUSABLE(folder=folder, reason=error.strerror or str(error))) from error

    def listens(self, port: int, token: str, *, public_port: int = 0) -> None:
        """Say in the note where seats attach; raises `OSError`."""
        assert self._held is not None
        self._held = msgspec.structs.replace(self._held, port=port, token=token, public_port=public_port)
        _write_private(self._note, msgspec.json.encode(self._held))

    def release(self) -> None:
        """Give it back. Nothing happens if it is not held."""
        if self._lock.is_locked:
            with contextlib.suppress(OSError):
                self._note.unlink(missing_ok=True)
            self._lock.release()


def running_engine(folder: Path) -> EngineNote | None:
    """The engine that owns the data folder now; None if there is none, or none that said its name yet."""
    lock = FileLock(folder / "engine.lock", mode=0o600, fallback_to_soft=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return _read(_note_path(folder))
    except OSError:
        return None
    lock.release()
    return None


def _note_path(folder: Path) -> Path:
    return folder / "engine.json"


def _read(path: Path) -> EngineNote | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=EngineNote)
    except (OSError, msgspec.DecodeError):
        return None


def _write_private(path: Path, body: bytes) -> None:
    """Whole or not at all, and never readable by others, not even for a moment."""
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(body)
    fresh.replace(path)
