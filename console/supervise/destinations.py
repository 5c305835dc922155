"""Keeps a publication alive for every wanted destination. Each has its own life."""

import asyncio
from collections.abc import Callable

from msgspec.structs import replace

from console.model.destination import Destination, DestinationStatus
from console.model.facts import DestinationConnecting, DestinationFailed, DestinationLive, DestinationStopped
from console.model.state import State
from console.output.attempt import Ending, PublisherFigures
from console.output.backoff import retry_in_us
from console.output.congestion import Bitrate
from console.ports.vault import Secrets
from console.supervise.ground import Ground
from console.supervise.publication import Publication
from console.supervise.renditions import Encode

STOP_S = 2.0
REHEARSED = "rehearsal"
"""Key to the built-in receiver, which takes any."""
ADAPT_LOOKS = 10
"""Looks between two judgements of the network: one second."""


class Line:
    """One destination through a session: its publication, if one runs, and what it has carried."""

    def __init__(self) -> None:
        """Nothing runs."""
        self.figures = PublisherFigures()
        self.publication: Publication | None = None
        self.due_us = 0
        """Monotonic time of the next attempt: the wall clock may be set while one waits."""


class DestinationSupervisor:
    """Starts attempts when they are due, stops what is not wanted, turns endings into facts."""

    def __init__(
        self,
        ground: Ground,
        vault: Secrets,
        senders: asyncio.AbstractEventLoop,
        encodes: Callable[[], dict[str, Encode]],
        *,
        chance: Callable[[], float],
        receiver: Callable[[str], str] = lambda _destination: "",
    ) -> None:
        """`senders` runs on a thread of its own; `encodes`: what can be sent now; `chance` gives 0..1.

        `receiver(destination)`: address that it is rehearsed at, empty while there is none. A rehearsal is sent
        nowhere else.
        """
        self._ground, self._vault, self._senders = ground, vault, senders
        self._encodes, self._chance = encodes, chance
        self._receiver = receiver
        self._bitrates: dict[str, tuple[Encode, Bitrate]] = {}
        self._looks = 0
        self._session = ""
        self.lines: dict[str, Line] = {}
        """By destination, of the newest session; also after its end: for figures."""

    def is_sent(self, key: str) -> bool:
        """A publication of it runs, or still says goodbye."""
        line = self.lines.get(key)
        return line is not None and line.publication is not None

    @property
    def settled(self) -> bool:
        """Every wanted destination is live or has failed once."""
        state = self._ground.store.state
        return all(
            status.attempts > 0 or status.phase in {"live", "retrying", "rejected"}
            for key, status in state.destinations.items()
            if _is_wanted(state, key)
        )

    def follow(self, state: State) -> None:
        """Start and stop."""
        if state.session.running and state.session.id != self._session:
            self._begin_session(state.session.id)
        for key, line in self.lines.items():
            if line.publication is not None and not self._may_go_on(state, key, line.publication):
                line.publication.stop()
        for key in state.destinations:
            line = self.lines.setdefault(key, Line())
            if line.publication is None and self._is_due(state, key, line):
                self._start(state, key, line)

    def look(self) -> None:
        """Start what became due; once a second see what the network carries."""
        if any(line.publication is None for line in self.lines.values()):
            self.follow(self._ground.store.state)
        self._looks += 1
        if self._looks % ADAPT_LOOKS == 0:
            self._adapt(self._ground.store.state)

    async def close(self) -> None:
        """Stop all within 2 s; what takes longer is cut off."""
        running = [line.publication for line in self.lines.values() if line.publication is not None]
        for publication in running:
            publication.stop()
        if running:
            await asyncio.wait([asyncio.wrap_future(one.done) for one in running], timeout=STOP_S)
        for publication in running:
            publication.done.cancel()

    def _begin_session(self, session: str) -> None:
        """Figures begin anew; what still says goodbye to a server is waited for, so that it lets go of the key."""
        self._session = session
        leaving = {key: line.publication for key, line in self.lines.items() if line.publication is not None}
        self.lines = {}
        for key, publication in leaving.items():
            publication.stop()
            self.lines[key] = Line()
            self.lines[key].publication = publication

    def _may_go_on(self, state: State, key: str, publication: Publication) -> bool:
        destination = self._aimed(state, key)
        return (
            destination is not None
            and _is_wanted(state, key)
            and _same_place(publication.destination, destination)
            and self._encodes().get(destination.rendition) is publication.encode
        )

    def _aimed(self, state: State, key: str) -> Destination | None:
        """With the address that it is sent to now; None: nowhere. A rehearsal needs no key, and asks for none."""
        destination = state.sent_to.get(key)
        if destination is None or not state.session.is_rehearsal:
            return destination
        address = self._receiver(key)
        return replace(destination, server=address, key=REHEARSED, ca_file="") if address else None

    def _is_due(self, state: State, key: str, line: Line) -> bool:
        status = state.destinations[key]
        if not _is_wanted(state, key) or status.phase == "rejected":
            return False
        destination = self._aimed(state, key)
        if destination is None or destination.rendition not in self._encodes():
            return False
        # Why: *Retry now* moves `retry_at_us`; the clock that never steps says when the wait is over by itself.
        is_time = self._ground.clock.monotonic_us() >= line.due_us
        return status.phase != "retrying" or is_time or self._ground.clock.wall_us() >= status.retry_at_us

    def _start(self, state: State, key: str, line: Line) -> None:
        destination = self._aimed(state, key)
        assert destination is not None
        vault = self._vault if destination is state.sent_to[key] else _ANY_KEY
        self._ground.tell(DestinationConnecting(key))
        publication = line.publication = Publication(
            destination, self._encodes()[destination.rendition], vault, line.figures
        )
        publication.start(
            self._senders,
            live=lambda: self._ground.later(lambda: self._live(key, line, publication)),
            ended=lambda ending: self._ground.later(lambda: self._ended(key, line, publication, ending)),
        )

    def _live(self, key: str, line: Line, publication: Publication) -> None:
        if self.lines.get(key) is line and line.publication is publication and not publication.is_stopping:
            self._ground.tell(DestinationLive(key))

    def _ended(self, key: str, line: Line, publication: Publication, ending: Ending) -> None:
        line = self.lines.get(key, line)
        if line.publication is not publication:
            return
        line.publication = None
        status = self._ground.store.state.destinations.get(key, DestinationStatus())
        if ending.problem is None or publication.is_stopping:
            self._ground.tell(DestinationStopped(key))
            return
        wait_us = retry_in_us(status.attempts + 1, chance=self._chance())
        line.due_us = self._ground.clock.monotonic_us() + wait_us
        self._ground.tell(DestinationFailed(key, ending.problem, ending.is_final, wait_us))

    def _adapt(self, state: State) -> None:
        """Lower a rendition's bitrate when every live destination of it is congested, raise it again later."""
        for name, encode in self._encodes().items():
            live = [
                self.lines[key].figures.congestion
                for key, status in state.destinations.items()
                if status.phase == "live" and key in self.lines and _rendition_of(state, key) == name
            ]
            known, bitrate = self._bitrates.get(name, (None, None))
            if known is not encode or bitrate is None:
                bitrate = Bitrate(encode.rendition.video_kbps, encode.rendition.video_kbps)
            bitrate = bitrate.looked(live)
            self._bitrates[name] = encode, bitrate
            encode.encoder.set_kbps(bitrate.kbps)


class _AnyKey:
    """In place of the vault: any key opens the built-in receiver."""

    def secret(self, reference: str) -> str:
        """The reference itself."""
        return reference


def _is_wanted(state: State, key: str) -> bool:
    status = state.destinations.get(key)
    return status is not None and status.wanted and state.session.running and key in state.sent_to


def _same_place(was: Destination, now: Destination) -> bool:
    return (was.server, was.key, was.ca_file) == (now.server, now.key, now.ca_file)


def _rendition_of(state: State, key: str) -> str:
    destination = state.sent_to.get(key)
    return destination.rendition if destination else ""


_ANY_KEY = _AnyKey()
