"""Keeps a publication alive for every wanted destination. Each has its own life."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field

from console.errors import ConsoleError, Message
from console.model.destination import Destination, DestinationStatus, Rendition
from console.model.facts import (
    DestinationConnecting,
    DestinationFailed,
    DestinationLive,
    DestinationStopped,
)
from console.model.state import State
from console.output.attempt import Ending, PublisherFigures, Target
from console.output.backoff import retry_in_us
from console.output.congestion import Bitrate
from console.output.daemon_call import daemon_call
from console.output.publisher import Publisher
from console.ports.vault import Vault
from console.supervise.ground import Ground
from console.supervise.renditions import Encode
from console.wire.address import Server, checked_key
from console.words.supervise import NO_KEY, VAULT_SILENT

log = logging.getLogger(__name__)

VAULT_S = 5.0
STOP_S = 2.0


@dataclass(slots=True)
class Line:
    """One destination's publication, running or not."""

    figures: PublisherFigures = field(default_factory=PublisherFigures)
    running: "Future[None] | None" = None
    publisher: Publisher | None = None
    """Touched on the senders' loop only."""
    is_stopping: bool = False
    encode: Encode | None = None


class DestinationSupervisor:
    """Starts attempts when they are due, stops what is not wanted, turns endings into facts."""

    def __init__(
        self,
        ground: Ground,
        vault: Vault,
        senders: asyncio.AbstractEventLoop,
        encodes: Callable[[], dict[str, Encode]],
        *,
        chance: Callable[[], float],
    ) -> None:
        """`senders` runs on a thread of its own; `encodes`: what can be sent now; `chance` gives 0..1."""
        self._ground, self._vault, self._senders = ground, vault, senders
        self._encodes, self._chance = encodes, chance
        self._bitrates: dict[str, Bitrate] = {}
        self._looks = 0
        self.lines: dict[str, Line] = {}

    def follow(self, state: State) -> None:
        """Start and stop."""
        for key, status in state.destinations.items():
            line = self.lines.setdefault(key, Line())
            if line.running is not None:
                if not self._is_wanted(state, key, status) or self._has_other_encode(state, key, line):
                    self._stop(line)
            elif self._is_due(state, key, status):
                self._start(state, key, line)

    def look(self) -> None:
        """Start what became due; once a second see what the network carries."""
        self.follow(self._ground.store.state)
        self._looks += 1
        if self._looks % 10 == 0:
            self._adapt(self._ground.store.state)

    async def close(self) -> None:
        """Stop all within 2 s."""
        for line in self.lines.values():
            self._stop(line)
        running = [asyncio.wrap_future(line.running) for line in self.lines.values() if line.running is not None]
        if running:
            await asyncio.wait(running, timeout=STOP_S)

    def _is_wanted(self, state: State, key: str, status: DestinationStatus) -> bool:
        return status.wanted and state.session.running and key in state.show.destinations

    def _is_due(self, state: State, key: str, status: DestinationStatus) -> bool:
        if not self._is_wanted(state, key, status) or status.phase == "rejected":
            return False
        has_encode = state.show.destinations[key].rendition in self._encodes()
        return has_encode and self._ground.clock.wall_us() >= status.retry_at_us

    def _has_other_encode(self, state: State, key: str, line: Line) -> bool:
        destination = state.show.destinations.get(key)
        return destination is not None and self._encodes().get(destination.rendition) is not line.encode

    def _start(self, state: State, key: str, line: Line) -> None:
        destination = state.show.destinations[key]
        line.encode = encode = self._encodes()[destination.rendition]
        line.is_stopping = False
        self._ground.tell(DestinationConnecting(key))
        work = self._attempt(key, destination, line, encode)
        line.running = asyncio.run_coroutine_threadsafe(work, self._senders)

    def _stop(self, line: Line) -> None:
        line.is_stopping = True
        self._senders.call_soon_threadsafe(lambda: line.publisher.stop() if line.publisher else None)

    async def _attempt(self, key: str, destination: Destination, line: Line, encode: Encode) -> None:
        """On the senders' loop."""
        try:
            ending = await self._published(key, destination, line, encode)
        except ConsoleError as error:
            ending = Ending(error.message, is_final=True)
        except Exception:
            log.exception("publishing to %s", key)
            ending = Ending(VAULT_SILENT(name=destination.name))
        line.publisher = None
        self._ground.later(lambda: self._ended(key, line, ending))

    async def _published(self, key: str, destination: Destination, line: Line, encode: Encode) -> Ending:
        secret = await self._secret(destination)
        if isinstance(secret, Ending):
            return secret
        target = Target(
            Server.parse(destination.server), secret, _kbps(encode.rendition), ca_file=destination.ca_file
        )
        line.publisher = Publisher(
            target,
            encode.fan,
            encode.encoder.headers,
            line.figures,
            live=lambda: self._ground.later(lambda: self._ground.tell(DestinationLive(key))),
        )
        return Ending(None) if line.is_stopping else await line.publisher.run()

    async def _secret(self, destination: Destination) -> str | Ending:
        try:
            secret = await daemon_call(lambda: self._vault.secret(destination.key), timeout_s=VAULT_S)
        except (TimeoutError, ConsoleError) as error:
            return Ending(_words_of(error, destination))
        if secret is None:
            return Ending(NO_KEY(name=destination.name), is_final=True)
        return checked_key(secret)

    def _ended(self, key: str, line: Line, ending: Ending) -> None:
        line.running, was_stopping = None, line.is_stopping
        status = self._ground.store.state.destinations.get(key, DestinationStatus())
        if ending.problem is None or (was_stopping and not status.wanted):
            self._ground.tell(DestinationStopped(key))
            return
        wait_us = retry_in_us(status.attempts + 1, chance=self._chance())
        self._ground.tell(DestinationFailed(key, ending.problem, ending.is_final, wait_us))

    def _adapt(self, state: State) -> None:
        """Lower a rendition's bitrate when every live destination of it is congested, raise it again later."""
        for name, encode in self._encodes().items():
            live = [
                self.lines[key].figures.congestion
                for key, status in state.destinations.items()
                if status.phase == "live" and state.show.destinations[key].rendition == name and key in self.lines
            ]
            kbps = encode.rendition.video_kbps
            self._bitrates[name] = self._bitrates.get(name, Bitrate(kbps, kbps)).looked(live)
            encode.encoder.set_kbps(self._bitrates[name].kbps)


def _kbps(rendition: Rendition) -> int:
    return rendition.video_kbps + rendition.audio_kbps


def _words_of(error: Exception, destination: Destination) -> Message:
    return error.message if isinstance(error, ConsoleError) else VAULT_SILENT(name=destination.name)
