"""One feed, one encoder and one fan for each rendition, for as long as a session runs."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from msgspec.structs import replace

from console.errors import ConsoleError, Message
from console.media.feed import Feed
from console.media.worker import Worker
from console.model.destination import Rendition
from console.model.facts import FaultCleared, FaultRaised
from console.model.show import Show
from console.model.state import State
from console.output.encoder import Encoder
from console.output.outlet import Fan
from console.supervise.ground import Backoff, Ground, ended
from console.words.supervise import ENCODING_FAILED

log = logging.getLogger(__name__)

FIRST_RETRY_US, LONGEST_RETRY_US, WELL_US = 500_000, 10_000_000, 10_000_000


class MakeEncoder(Protocol):
    """Opens an encoder; may take a second; raises `ConsoleError`."""

    def __call__(self, rendition: Rendition, rate: Fraction, feed: Feed, fan: Fan) -> Encoder:
        """Everything open, nothing running."""


@dataclass(slots=True, eq=False)
class Encode:
    """A rendition being encoded."""

    rendition: Rendition
    feed: Feed
    fan: Fan
    encoder: Encoder
    worker: Worker
    is_over: bool = False
    """Nothing more goes in; the last tags come out by and by."""


@dataclass(frozen=True, slots=True)
class EncodeTotals:
    """Sum over all encodes of one rendition in a session."""

    pictures: int = 0
    bytes: int = 0
    skipped: int = 0

    def with_encode(self, encode: Encode) -> "EncodeTotals":
        """And one more."""
        figures = encode.encoder.figures
        return EncodeTotals(
            self.pictures + figures.pictures, self.bytes + figures.bytes, self.skipped + encode.feed.skipped
        )


Made = tuple[str, Encode | Message]


class RenditionSupervisor:
    """Prepares all encodes when a session starts; they live until it ends.

    All or none: the mixer's ticks begin together. One that breaks, or is set otherwise, begins all of them anew, and
    every receiver gets new headers.
    """

    def __init__(self, ground: Ground, make: MakeEncoder, *, changed: Callable[[], None]) -> None:
        """`changed` is called when encodes came or went."""
        self._ground, self._make, self._changed = ground, make, changed
        self._session = ""
        self._wanted: Mapping[str, Rendition] = {}
        self._preparing: Worker | None = None
        self._generation = 0
        """Counts preparations: what an older one brings is thrown away."""
        self._ending: list[Encode] = []
        self._backoff = _backoff()
        self._faults: set[str] = set()
        self._past: dict[str, EncodeTotals] = {}
        self.encodes: dict[str, Encode] = {}
        """By rendition; empty until all of them are open."""
        self.known: dict[str, Encode] = {}
        """The newest ones of the session, also after their end: for figures."""

    def totals(self, rendition: str) -> EncodeTotals:
        """What was encoded in this session."""
        past, newest = self._past.get(rendition, EncodeTotals()), self.known.get(rendition)
        return past.with_encode(newest) if newest else past

    def follow(self, state: State) -> None:
        """Open when a session begins, end when it ends, begin anew when settings are edited."""
        session = state.session.id if state.session.running else ""
        if session != self._session:
            self._session = session
            self._begin_session(state)
        elif session and _settings(state.show) != self._wanted:
            self._end()
            self._prepare(state)

    def look(self) -> None:
        """An encoder that broke ends the encodes; all are opened again when it is time."""
        now_us = self._ground.clock.monotonic_us()
        broken = {key: encode.worker.failure for key, encode in self.encodes.items() if encode.worker.failure}
        if broken:
            for key, failure in broken.items():
                log.error("encoding %s broke", key, exc_info=failure)
                self._say(key, ENCODING_FAILED(rendition=key, reason=_reason(failure)))
            self._end()
            self._backoff.failed(now_us)
        is_idle = not self.encodes and self._preparing is None
        if self._session and self._wanted and is_idle and self._backoff.is_due(now_us):
            self._prepare(self._ground.store.state)
        elif self.encodes and self._faults and self._backoff.is_well(now_us):
            self._all_well()

    async def close(self) -> None:
        """End all and wait for their last tags."""
        self._session = ""
        self._end()
        await ended([self._preparing, *(encode.worker for encode in self._ending)])
        for encode in self._ending:
            encode.worker.stop(timeout_s=0)

    def _begin_session(self, state: State) -> None:
        self._end()
        self._all_well()
        self._backoff = _backoff()
        if self._session:
            self.known, self._past = {}, {}
            self._prepare(state)

    def _prepare(self, state: State) -> None:
        self._generation += 1
        self._wanted = _settings(state.show)
        generation, renditions = self._generation, dict(self._wanted)
        rate = Fraction(state.show.rate.pictures, state.show.rate.seconds)

        def work() -> None:
            turns = enumerate(renditions.items())
            made = [(key, self._made(key, rendition, rate, turn)) for turn, (key, rendition) in turns]
            self._ground.later(lambda: self._arrived(generation, made))

        self._preparing = self._ground.work("open encoders", work)

    def _made(self, key: str, rendition: Rendition, rate: Fraction, turn: int) -> Encode | Message:
        """Thread: the preparation's own."""
        feed, fan = Feed(rendition.canvas.width, rendition.canvas.height, rate, turn=turn), Fan()
        try:
            encoder = self._make(rendition, rate, feed, fan)
        except ConsoleError as error:
            return error.message
        except Exception as error:
            log.exception("opening the encoder of %s", key)
            return ENCODING_FAILED(rendition=key, reason=_reason(error))
        return Encode(rendition, feed, fan, encoder, Worker(f"encode {key}", encoder.run))

    def _arrived(self, generation: int, made: list[Made]) -> None:
        encodes = {key: encode for key, encode in made if isinstance(encode, Encode)}
        for encode in encodes.values():
            encode.worker.start()  # Also one that nobody wants: it closes what it opened.
        if generation != self._generation or not self._session:
            self._let_go(encodes)
            return
        self._preparing = None
        refused = {key: problem for key, problem in made if isinstance(problem, Message)}
        for key, problem in refused.items():
            self._say(key, problem)
        if refused:
            self._let_go(encodes)
            self._backoff.failed(self._ground.clock.monotonic_us())
            return
        self._past = {key: self.totals(key) for key in encodes}
        self.encodes = self.known = encodes
        if self._backoff.is_well(self._ground.clock.monotonic_us()):
            self._all_well()
        self._changed()

    def _end(self) -> None:
        """What is open ends; what is being opened is thrown away when it comes."""
        self._generation += 1
        self._preparing = None
        if self.encodes:
            self._let_go(self.encodes)
            self.encodes = {}
            self._changed()

    def _let_go(self, encodes: dict[str, Encode]) -> None:
        for encode in encodes.values():
            encode.is_over = True
            encode.feed.close()
        self._ending = [encode for encode in self._ending if encode.worker.alive] + list(encodes.values())

    def _say(self, key: str, problem: Message) -> None:
        self._faults.add(key)
        self._ground.tell(FaultRaised(f"rendition/{key}", problem))

    def _all_well(self) -> None:
        for key in self._faults:
            self._ground.tell(FaultCleared(f"rendition/{key}"))
        self._faults = set()


def _backoff() -> Backoff:
    return Backoff(first_us=FIRST_RETRY_US, longest_us=LONGEST_RETRY_US, well_us=WELL_US)


def _settings(show: Show) -> dict[str, Rendition]:
    """All that an encode depends on; which graphics a rendition hides is none of it."""
    return {key: replace(rendition, hide=(), revision=0) for key, rendition in show.renditions.items()}


def _reason(failure: BaseException) -> str:
    return f"{type(failure).__name__}: {failure}"[:200]
