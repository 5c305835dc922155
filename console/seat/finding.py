"""Where this machine's engine is; it is started where there is none."""

import subprocess
import time
from pathlib import Path

from console.errors import ConsoleError
from console.library.lock import running_engine
from console.library.paths import log_folder
from console.library.program import program
from console.link.address import Address
from console.words.seat import ENGINE_DOES_NOT_START, ENGINE_IS_STARTING

PATIENCE_S = 20.0
"""From the start of an engine until it can be reached; a first start reads much from the disk."""


class Nearest:
    """Finds the engine that owns a data folder. Called on the link's thread, at each attempt."""

    def __init__(self, folder: Path) -> None:
        """Starts nothing yet."""
        self._folder = folder
        self._engine: subprocess.Popen[bytes] | None = None
        self._started_s = 0.0

    def __call__(self) -> Address:
        """Its address; raises `ConsoleError` while it cannot be reached, and says whether that will pass."""
        note = running_engine(self._folder)
        if note is not None and note.port:
            return Address.here(port=note.port, token=note.token)
        if note is None and not self.is_coming():
            self._start()
        elif self._engine is not None and time.monotonic() - self._started_s > PATIENCE_S:
            raise ConsoleError(ENGINE_DOES_NOT_START(log=str(log_folder())))
        raise ConsoleError(ENGINE_IS_STARTING())

    def is_coming(self) -> bool:
        """The engine that this seat started runs, whether it can be reached or not."""
        return self._engine is not None and self._engine.poll() is None

    def _start(self) -> None:
        """In a session of its own: closing the window or its terminal does not touch the show."""
        failed = self._engine is not None and self._engine.returncode not in {0, None}
        if failed and time.monotonic() - self._started_s < PATIENCE_S:
            raise ConsoleError(ENGINE_DOES_NOT_START(log=str(log_folder())))
        null, command = subprocess.DEVNULL, program("engine", "--detached")
        try:
            self._engine = subprocess.Popen(command, stdin=null, stdout=null, stderr=null, start_new_session=True)
        except OSError as error:
            raise ConsoleError(ENGINE_DOES_NOT_START(log=str(log_folder()))) from error
        self._started_s = time.monotonic()
