"""The engine: names the concretes, wires them, runs the control thread's loop."""

import asyncio
import logging
import random
from collections.abc import Callable
from fractions import Fraction

from overlays.painter_client import PainterClient

from console import drivers
from console.core.clocks import Clocks
from console.core.store import Store
from console.engine.audience import AudienceSupervisor
from console.engine.figures import Figures
from console.engine.order import News, Order
from console.engine.recovery import beginning
from console.engine.reporting import figures_of
from console.engine.senders import Senders
from console.engine.session_journal import SessionJournal
from console.engine.usage import Usage
from console.engine.vaults import Vaults
from console.errors import Message
from console.media.clock import SystemClock
from console.media.feed import Feed
from console.mixer.plan import MixPlan, plan_of
from console.model.commands import Command
from console.model.destination import DestinationStatus, Rendition
from console.model.facts import FaultCleared, FaultRaised, SessionResumed
from console.model.source import Source
from console.model.state import State
from console.output.encoder import Encoder
from console.output.outlet import Fan
from console.output.probe import resolved
from console.output.recorder import Recorder
from console.output.recording_file import next_path
from console.ports.source import Opening, OpenSource
from console.supervise.destinations import DestinationSupervisor
from console.supervise.graphics import GraphicsSupervisor
from console.supervise.ground import Ground, Supervisor
from console.supervise.health import HealthSupervisor
from console.supervise.mixing import MixingSupervisor
from console.supervise.recording import RecordingSupervisor
from console.supervise.renditions import Encode, RenditionSupervisor
from console.supervise.sources import SourceSupervisor
from console.wire.flv import Tag

log = logging.getLogger(__name__)

LOOK_S = 0.1


class Engine:
    """Runs shows until `close`. Everything here is on the control thread."""

    def __init__(self, order: Order, loop: asyncio.AbstractEventLoop, *, news: Callable[[News], None]) -> None:
        """`news` hears of each change of the State, the newest only."""
        clock = SystemClock()
        self._order, self._news, self._loop = order, news, loop
        self._clocks = Clocks(clock)
        self._journal = SessionJournal(clock, self._journal_said)
        self._begin = beginning(order, wall_us=clock.wall_us())
        self.store = Store(self._begin.state, now=self._clocks.now, journal=self._journal)
        self._ground = Ground(self.store, self._clocks, loop)
        self._senders = Senders()
        self.usage = Usage()
        self.at_end: dict[str, DestinationStatus] | None = None
        """How the destinations stood when the session ended."""
        self._followed = False
        self._plan = MixPlan()
        self._make()
        self.store.listen(self._changed)

    def _make(self) -> None:
        """All supervisors, from the world inwards."""
        ground, follow = self._ground, self._follow_soon
        self.sources = SourceSupervisor(ground, _open_source, changed=follow)
        self.renditions = RenditionSupervisor(ground, _encoder, changed=follow)
        self.graphics = GraphicsSupervisor(ground, lambda: PainterClient().start(), changed=follow)
        encodes = self._encodes
        self.mixing = MixingSupervisor(ground, lambda: self._plan, encodes, prepared=self._prepared)
        self.destinations = DestinationSupervisor(
            ground, Vaults(self._order.secrets), self._senders.loop, encodes, chance=random.random
        )
        self.recording = RecordingSupervisor(ground, _recorder, encodes)
        self._supervisors: tuple[Supervisor, ...] = (
            self.sources,
            self.renditions,
            self.graphics,
            self.mixing,
            self.destinations,
            self.recording,
            HealthSupervisor(ground, encodes),
            AudienceSupervisor(ground),
        )

    def obey(self, command: Command) -> None:
        """Dispatch a person's command; raises `Refused`."""
        self.store.dispatch(command)

    def figures(self) -> Figures:
        """What was done so far."""
        return figures_of(self)

    async def run(self, closing: asyncio.Event) -> None:
        """Look ten times a second until told to close; then end everything, bounded."""
        self._resume()
        self._follow_soon()
        try:
            while not closing.is_set():
                for supervisor in self._supervisors:
                    supervisor.look()
                await _until(closing, LOOK_S)
        finally:
            await self._close()

    async def _close(self) -> None:
        for supervisor in self._supervisors[::-1]:
            await supervisor.close()
        self._senders.close()
        self._journal.close()

    def _resume(self) -> None:
        if self._begin.fact is not None:
            self._journal.resume(self.store.state.session.id)
            self._clocks.start_show(speed=self.store.state.session.speed)
            self.store.dispatch(self._begin.fact)

    @property
    def restarts(self) -> int:
        """Whether this engine goes on with a session that another began."""
        return int(isinstance(self._begin.fact, SessionResumed))

    def _changed(self, before: State, after: State) -> None:
        if before.session.id != after.session.id:
            self._clocks.start_show(speed=after.session.speed)
        if before.session.running and not after.session.running:
            self.at_end = before.destinations
        if before.session.on_air is None and after.session.on_air is not None:
            self.usage.on_air()
        self._follow_soon()

    def _follow_soon(self) -> None:
        """Supervisors follow the newest State once, after everything that is being dispatched now."""
        if not self._followed:
            self._followed = True
            self._loop.call_soon(self._follow)

    def _follow(self) -> None:
        self._followed = False
        for supervisor in self._supervisors:
            supervisor.follow(self.store.state)
        state = self.store.state
        self._plan = plan_of(state, self.sources.opened, self.graphics.layers)
        self._news(_news_of(state))

    def _encodes(self) -> dict[str, Encode]:
        return self.renditions.encodes

    def _prepared(self) -> bool:
        return self.sources.settled and self.graphics.settled

    def _journal_said(self, problem: Message | None) -> None:
        """From any thread."""
        fact = FaultCleared("journal") if problem is None else FaultRaised("journal", problem)
        self._loop.call_soon_threadsafe(self.store.dispatch, fact)


async def _until(event: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return


def _encoder(rendition: Rendition, rate: Fraction, feed: Feed, fan: Fan) -> Encoder:
    return Encoder(rendition, rate, feed, fan, name=resolved(rendition.encoder))


def _open_source(source: Source, opening: Opening) -> OpenSource:
    driver = drivers.source_driver(source.kind)
    settings = drivers.validated(source.settings, source.kind, driver.settings)
    return driver.open(settings, opening)


def _recorder(path: str, headers: tuple[Tag, ...]) -> Recorder:
    return Recorder(next_path(path), headers)


def _news_of(state: State) -> News:
    return News(
        revision=state.revision,
        session=state.session,
        destinations=state.destinations,
        recording=state.recording,
        faults=state.faults,
        notices=state.notices,
    )
