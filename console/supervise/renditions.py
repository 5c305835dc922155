"""One feed, one encoder and one fan for each rendition, for as long as a session runs."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from console.errors import ConsoleError
from console.media.feed import Feed
from console.media.worker import Worker
from console.model.destination import Rendition
from console.model.facts import FaultCleared, FaultRaised
from console.model.state import State
from console.output.encoder import Encoder
from console.output.outlet import Fan
from console.supervise.ground import Ground
from console.words.supervise import ENCODING_FAILED

log = logging.getLogger(__name__)


class MakeEncoder(Protocol):
    """Opens an encoder; may take a second; raises `ConsoleError`."""

    def __call__(self, rendition: Rendition, rate: Fraction, feed: Feed, fan: Fan) -> Encoder:
        """Everything open, nothing running."""


@dataclass(slots=True)
class Encode:
    """A rendition being encoded."""

    rendition: Rendition
    feed: Feed
    fan: Fan
    encoder: Encoder
    worker: Worker


class RenditionSupervisor:
    """Prepares all encodes when a session starts; they live until it ends."""

    def __init__(self, ground: Ground, make: MakeEncoder, *, changed: Callable[[], None]) -> None:
        """`changed` is called when encodes came or went."""
        self._ground, self._make, self._changed = ground, make, changed
        self._session = ""
        self._preparing: Worker | None = None
        self._ended: list[Encode] = []
        self.encodes: dict[str, Encode] = {}
        """By rendition; empty until all of them are open."""
        self.known: dict[str, Encode] = {}
        """The newest ones, also after their end: for figures."""

    @property
    def ready(self) -> bool:
        """All encoders are open."""
        return bool(self.encodes)

    def follow(self, state: State) -> None:
        """Open when a session begins, end when it ends."""
        wanted = state.session.id if state.session.running else ""
        if wanted == self._session:
            return
        self._session = wanted
        self._end()
        if wanted:
            self._prepare(state)

    def look(self) -> None:
        """An encoder that broke ends the encodes; all are opened again, receivers get new headers."""
        broken = [key for key, encode in self.encodes.items() if encode.worker.failure is not None]
        if broken:
            self._ground.tell(FaultRaised(f"rendition/{broken[0]}", ENCODING_FAILED(rendition=broken[0])))
            self._end()
            self._prepare(self._ground.store.state)

    async def close(self) -> None:
        """End all and wait for their last tags."""
        self._end()
        for encode in self._ended:
            await self._ground.loop.run_in_executor(None, encode.worker.stop)

    def _prepare(self, state: State) -> None:
        session, renditions = self._session, dict(state.show.renditions)
        rate = Fraction(state.show.rate.pictures, state.show.rate.seconds)

        def work() -> None:
            try:
                made = {key: self._made(key, rendition, rate) for key, rendition in renditions.items()}
            except ConsoleError as error:
                message = error.message
                self._ground.later(lambda: self._ground.tell(FaultRaised("renditions", message)))
            else:
                self._ground.later(lambda: self._arrived(session, made))

        self._preparing = self._ground.work("open encoders", work)

    def _made(self, key: str, rendition: Rendition, rate: Fraction) -> Encode:
        feed, fan = Feed(rendition.canvas.width, rendition.canvas.height, rate), Fan()
        encoder = self._make(rendition, rate, feed, fan)
        return Encode(rendition, feed, fan, encoder, Worker(f"encode {key}", encoder.run))

    def _arrived(self, session: str, made: dict[str, Encode]) -> None:
        self._preparing = None
        for encode in made.values():
            encode.worker.start()
        if session != self._session:
            self._close(made)
            return
        self.encodes = self.known = made
        for key in made:
            self._ground.tell(FaultCleared(f"rendition/{key}"))
        self._ground.tell(FaultCleared("renditions"))
        self._changed()

    def _end(self) -> None:
        if self.encodes:
            self._close(self.encodes)
            self.encodes = {}
            self._changed()

    def _close(self, encodes: dict[str, Encode]) -> None:
        for encode in encodes.values():
            encode.feed.close()
        self._ended = [encode for encode in self._ended if encode.worker.alive] + list(encodes.values())
