"""Keeps the hooks open while a session runs, if this machine has a secret for them."""

import logging
import os

from console.errors import ConsoleError
from console.hooks.door import Door
from console.library.paths import runtime_folder
from console.media.worker import Worker
from console.model.facts import FaultCleared, FaultRaised
from console.model.state import State
from console.ports.vault import Secrets
from console.supervise.ground import Backoff, Ground, ended
from console.words.hooks import HOOKS_CLOSED

log = logging.getLogger(__name__)

SECRET = "hooks"  # noqa: S105 - the name it is kept under
PORT = "HONBAN_HOOKS_PORT"
"""Environment variable; without it any free port."""
FAULT = "hooks"
CLOSE_S = 4.0


class HooksSupervisor:
    """A door while somebody sells; without a secret it stays shut and nobody is bothered."""

    def __init__(self, ground: Ground, vault: Secrets, *, port: int | None = None) -> None:
        """`port`: as the surroundings say, if none is given."""
        self._ground, self._vault = ground, vault
        self._port = _port() if port is None else port
        self._door: Door | None = None
        self._closing: list[Worker] = []
        self._is_shut = False
        self._has_fault = False
        self._backoff = Backoff(first_us=1_000_000, longest_us=30_000_000, well_us=60_000_000)

    @property
    def url(self) -> str:
        """Where programs send to; empty: nowhere."""
        return self._door.url if self._door is not None else ""

    def follow(self, state: State) -> None:
        """Open with a session, shut with its end."""
        if state.session.running:
            self._open()
        else:
            self._is_shut = False
            self._shut()

    def look(self) -> None:
        """A door that fell shut is said and opened again, later and later."""
        door = self._door
        if door is None:
            if self._ground.store.state.session.running:
                self._open()
        elif not door.alive:
            self._door = None
            if isinstance(door.failure, OSError | ConsoleError):
                self._failed(door.failure)
            else:
                self._is_shut = True
                self._report(door.failure)
        elif door.url and self._has_fault:
            self._has_fault = False
            self._ground.tell(FaultCleared(FAULT))

    async def close(self) -> None:
        """Shut it."""
        self._shut()
        await ended(self._closing, timeout_s=CLOSE_S)

    def _open(self) -> None:
        if self._door is None and not self._is_shut and self._backoff.is_due(self._ground.clock.monotonic_us()):
            self._door = Door(self._ground, secret=self._found, folder=runtime_folder, port=self._port)

    def _shut(self) -> None:
        door, self._door = self._door, None
        self._closing = [worker for worker in self._closing if worker.alive]
        if door is not None:
            self._closing.append(self._ground.work("close hooks", lambda: _close(door)))
        if self._has_fault:
            self._has_fault = False
            self._ground.tell(FaultCleared(FAULT))

    def _failed(self, failure: OSError | ConsoleError) -> None:
        self._backoff.failed(self._ground.clock.monotonic_us())
        self._has_fault = True
        reason = failure.strerror if isinstance(failure, OSError) else failure.message.code
        self._ground.tell(FaultRaised(FAULT, HOOKS_CLOSED(reason=reason or type(failure).__name__, port=self._port)))

    def _report(self, failure: BaseException | None) -> None:
        """None: there was no secret."""
        if failure is not None:
            log.error("hooks broke", exc_info=failure)

    def _found(self) -> str | None:
        """The secret. A machine without a password store has none, and most of them want none."""
        try:
            return self._vault.secret(SECRET)
        except ConsoleError as error:
            log.info("hooks stay shut: %s", error)
            return None


def _close(door: Door) -> None:
    door.close()


def _port() -> int:
    """A port that is none counts as not given."""
    wanted = os.environ.get(PORT, "")
    return int(wanted) if wanted.isascii() and wanted.isdigit() and int(wanted) < 65_536 else 0
