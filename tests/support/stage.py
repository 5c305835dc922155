"""A supervisor's surroundings: a store, a clock moved by hand, and an event loop that turns when the test says so."""

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from fractions import Fraction
from typing import Any, TypeVar

from console.media.feed import Feed
from console.media.worker import Worker
from console.model.destination import Rendition
from console.model.entry import Event
from console.model.facts import Fact
from console.model.show import Show
from console.model.state import State
from console.output.encoder import EncoderFigures
from console.output.outlet import Fan
from console.supervise.ground import Ground, Supervisor
from console.supervise.renditions import Encode
from console.wire.flv import Tag
from tests.support.arming import END
from tests.support.desk import Desk
from tests.support.publishing import HEADERS
from tests.support.shows import SHOW

T = TypeVar("T")


class Stage(Desk):
    """A desk at which supervisors work. Made by `staged`."""

    def __init__(self, show: Show = SHOW) -> None:
        super().__init__(show)
        self.loop = asyncio.new_event_loop()
        self.ground = Ground(self.store, self.clocks, self.loop)
        self.changes = 0
        """How often a supervisor said that what it has is other than before."""
        self._cast: list[Supervisor] = []
        self.store.listen(self._heard)

    def cast(self, supervisor: T) -> T:
        """From now on it follows and looks."""
        self._cast.append(supervisor)  # type: ignore[arg-type]
        return supervisor

    def changed(self) -> None:
        """For supervisors that tell of changes."""
        self.changes += 1
        self.loop.call_soon(self.follow)

    def _heard(self, _before: State, _after: State) -> None:
        self.loop.call_soon(self.follow)

    def follow(self) -> None:
        """Everybody sees the newest State."""
        for supervisor in self._cast:
            supervisor.follow(self.state)

    def do(self, *events: Event) -> Any:
        """Dispatch and let everybody follow."""
        state = super().do(*events)
        self.turn()
        return state

    def turn(self) -> None:
        """Let the loop do what is due now."""
        for _ in range(3):
            self.loop.call_soon(self.loop.stop)
            self.loop.run_forever()

    def look(self, times: int = 1, *, every_us: int = 100_000) -> None:
        """Everybody looks, with time in between."""
        for _ in range(times):
            self.clock.advance(every_us)
            for supervisor in self._cast:
                supervisor.look()
            self.turn()

    def until(self, condition: Callable[[], object], *, within_s: float = 5.0) -> None:
        """Turn the loop, without time passing on the stage, until threads have brought it about."""
        deadline = time.monotonic() + within_s
        while not condition():
            assert time.monotonic() < deadline, "it never came about"
            self.turn()
            time.sleep(0.001)

    @contextmanager
    def time_passing(self) -> Iterator[None]:
        """Meanwhile the clock goes on by itself, so that a thread which waits for a tick sees its end."""
        over = threading.Event()

        def pass_time() -> None:
            while not over.wait(0.0005):
                self.clock.advance(2_000)

        passing = threading.Thread(target=pass_time, name="time")
        passing.start()
        try:
            yield
        finally:
            over.set()
            passing.join()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """To its end, bounded."""
        return self.loop.run_until_complete(asyncio.wait_for(work, 20))

    def told(self, kind: type[Fact]) -> list[Any]:
        """Facts of a kind that changed the State, oldest first."""
        return [entry.event for entry in self.entries if isinstance(entry.event, kind)]

    def faults(self) -> dict[str, str]:
        """Key to code."""
        return {key: fault.message.code for key, fault in self.state.faults.items()}


@contextmanager
def staged(show: Show = SHOW) -> Iterator[Stage]:
    """A stage whose cast is sent home at the end."""
    stage = Stage(show)
    try:
        yield stage
    finally:
        with stage.time_passing():
            if stage.state.session.running:
                stage.do(*END)
            for supervisor in stage._cast:
                stage.run(supervisor.close())
        stage.turn()
        stage.loop.close()


class FakeEncoder:
    """Takes ticks and encodes nothing, until the test breaks it."""

    headers = HEADERS

    def __init__(self, rendition: Rendition, rate: Fraction, feed: Feed, fan: Fan) -> None:
        self.rendition, self.feed, self.fan = rendition, feed, fan
        self.numbers: list[int] = []
        """Of the ticks that came."""
        self.wishes: list[int] = []
        """Bitrates that somebody wanted."""
        self.breaks = False
        self.last_words: list[Tag] = []
        """Given out at the end."""

    def set_kbps(self, kbps: int) -> None:
        """Remember it."""
        self.wishes.append(kbps)

    @property
    def figures(self) -> EncoderFigures:
        """As many pictures as ticks."""
        count = len(self.numbers)
        return EncoderFigures("fake", "superfast", count, 1000 * count, self.feed.skipped, 0)

    def run(self, stop: Any) -> None:
        """As a real one."""
        while not stop.is_set() and not self.feed.finished:
            burst = self.feed.take(timeout_s=0.02)
            if self.breaks:
                raise RuntimeError("encoder broke")
            for tick in burst.ticks if burst is not None else ():
                self.numbers.append(tick.number)
                if tick.memory is not None:
                    self.feed.give_back(tick.memory)
        if self.last_words:
            self.fan(self.last_words)


def fake_encode(rendition: Rendition | None = None) -> Encode:
    """One that runs; `encode.feed.close()` ends it."""
    rendition = rendition or Rendition()
    feed, fan = Feed(64, 64, Fraction(30)), Fan()
    encoder = FakeEncoder(rendition, Fraction(30), feed, fan)
    return Encode(rendition, feed, fan, encoder, Worker("encode", encoder.run).start())  # type: ignore[arg-type]
