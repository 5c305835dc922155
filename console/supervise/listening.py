"""Lets one person at this machine hear Program or a strip, on the device that was chosen and on no other."""

from collections.abc import Callable
from typing import Protocol

from console.errors import Message
from console.media.sound import Sound
from console.media.worker import Worker
from console.mixer.tap import Tap
from console.model.facts import FaultCleared, FaultRaised
from console.model.listening import Listening
from console.model.state import State
from console.supervise.ground import Backoff, Ground, ended

FAULT = "listening"
FIRST_RETRY_US, LONGEST_RETRY_US, WELL_US = 500_000, 10_000_000, 10_000_000


class Player(Protocol):
    """What plays on one device: `capture.loudspeaker.Loudspeaker`."""

    @property
    def alive(self) -> bool:
        """False: of no more use."""

    @property
    def problem(self) -> Message | None:
        """Why nothing is heard."""

    def set_gain(self, gain_db: float) -> None:
        """From now on."""

    def play(self, sound: Sound, on_air_us: int) -> None:
        """Never waits."""

    def close(self) -> None:
        """May take a moment."""


class ListeningSupervisor:
    """One player at a time. It waits by itself for a device that is not there; one that dies is replaced."""

    def __init__(self, ground: Ground, make: Callable[[str, float], Player], tap: Tap) -> None:
        """`make(device, gain_db)` starts a player; `tap` gives it what is heard."""
        self._ground, self._make, self._tap = ground, make, tap
        self._wanted = Listening()
        self._player: Player | None = None
        self._closing: list[Worker] = []
        self._problem: Message | None = None
        self._backoff = _backoff()

    def follow(self, state: State) -> None:
        """Another device is another player; gain and what is heard change at once."""
        before, self._wanted = self._wanted, state.listening
        if before.device != self._wanted.device:
            self._let_go()
            self._backoff = _backoff()
            self._say(None)
            self._open()
        elif before != self._wanted and self._player is not None:
            self._player.set_gain(self._wanted.gain_db)
            self._tap.attach(self._wanted.carries, self._player.play)

    def look(self) -> None:
        """Say what is wrong, replace what died."""
        self._closing = [worker for worker in self._closing if worker.alive]
        player = self._player
        if player is None:
            self._open()
            return
        self._say(player.problem)
        if not player.alive:
            self._backoff.failed(self._ground.clock.monotonic_us())
            self._let_go()

    async def close(self) -> None:
        """Nobody listens."""
        self._wanted = Listening()
        self._let_go()
        await ended(self._closing)

    def _open(self) -> None:
        if self._wanted.device and self._backoff.is_due(self._ground.clock.monotonic_us()):
            self._player = self._make(self._wanted.device, self._wanted.gain_db)
            self._tap.attach(self._wanted.carries, self._player.play)

    def _let_go(self) -> None:
        self._tap.detach()
        player, self._player = self._player, None
        if player is not None:
            self._closing.append(self._ground.work("close loudspeaker", player.close))

    def _say(self, problem: Message | None) -> None:
        before, self._problem = self._problem, problem
        if problem is not None and problem != before:
            self._ground.tell(FaultRaised(FAULT, problem))
        elif problem is None and before is not None:
            self._ground.tell(FaultCleared(FAULT))


def _backoff() -> Backoff:
    return Backoff(first_us=FIRST_RETRY_US, longest_us=LONGEST_RETRY_US, well_us=WELL_US)
