"""The engine: names the concretes, wires them, runs the control thread's loop."""

import asyncio
import gc
import random
from collections.abc import Callable
from functools import partial
from typing import Any

from console.core.clocks import Clocks
from console.core.store import Store
from console.engine import makers
from console.engine.audience import AudienceSupervisor
from console.engine.autopilot import AutopilotSupervisor
from console.engine.figures import Figures
from console.engine.keeper import KeeperSupervisor
from console.engine.link import LinkSupervisor
from console.engine.manual_comment import add_comment
from console.engine.order import News, Order, news_of
from console.engine.recovery import Beginning, beginning
from console.engine.reporting import figures_of
from console.engine.rounds import Rounds
from console.engine.senders import Senders
from console.engine.session_journal import SessionJournal
from console.engine.upkeep import Upkeep
from console.engine.usage import Usage
from console.engine.vaults import Vaults
from console.engine.verdicts import keep_verdict
from console.engine.wakefulness import WakefulnessSupervisor, kept_awake
from console.errors import Message
from console.hooks.supervisor import HooksSupervisor
from console.library.paths import data_folder
from console.media.clock import SystemClock
from console.mixer.plan import MixPlan, plan_of
from console.model.commands import AddComment, Arm, Command, EndSession
from console.model.destination import DestinationStatus
from console.model.facts import FaultCleared, FaultRaised, NoticeGiven, SessionResumed
from console.model.moment import At
from console.model.state import State
from console.rehearsal.buyers import made_up_names
from console.rehearsal.supervisor import RehearsalSupervisor
from console.supervise.comments import CommentsSupervisor, problem_of
from console.supervise.destinations import DestinationSupervisor
from console.supervise.graphics import GraphicsSupervisor
from console.supervise.ground import Ground, Supervisor
from console.supervise.health import HealthSupervisor
from console.supervise.listening import ListeningSupervisor
from console.supervise.mixing import MixingSupervisor
from console.supervise.names import NamesSupervisor
from console.supervise.recording import RecordingSupervisor
from console.supervise.renditions import Encode, RenditionSupervisor
from console.supervise.sources import SourceSupervisor
from console.supervise.timeline import TimelineSupervisor


class Engine:
    """Runs shows until `close`. Everything here is on the control thread."""

    def __init__(
        self,
        order: Order,
        loop: asyncio.AbstractEventLoop,
        *,
        news: Callable[[News], None],
        vault: Vaults | None = None,
    ) -> None:
        """`news` hears of each change of the State, the newest only; `vault`: where keys are."""
        clock = SystemClock()
        self._news, self._loop = news, loop
        self._vault = vault or Vaults(order.secrets)
        self._clocks = Clocks(clock)
        self._order = order
        self._journal = SessionJournal(clock, self._journal_said)
        self._begin = beginning(order, wall_us=clock.wall_us())
        self.store = Store(self._begin.state, now=self._clocks.now, journal=self._journal)
        self._ground = Ground(self.store, self._clocks, loop)
        self._upkeep = Upkeep(clock, self.store.dispatch)
        self._senders = Senders()
        self.usage = Usage(resumed=self.restarts > 0)
        self.at_end: dict[str, DestinationStatus] | None = None
        """How the destinations stood when the session ended."""
        self._is_followed = False
        self._plan = MixPlan()
        self._rounds = Rounds(self._made(), self._upkeep, loop)
        self.store.listen(self._changed)
        loop.set_exception_handler(self._loop_failed)

    def _made(self) -> tuple[Supervisor, ...]:
        """All supervisors. Order matters: the mixer ends before what it reads and what it feeds."""
        ground = self._ground
        self._make_picture()
        self._make_ways_out()
        self._make_people()
        self.keeper = KeeperSupervisor(ground)
        return (
            self.mixing,
            self.sources,
            self.renditions,
            self.graphics,
            self.destinations,
            self.receivers,
            self.recording,
            ListeningSupervisor(ground, makers.loudspeaker, self.mixing.tap),
            HealthSupervisor(ground, self._encodes),
            TimelineSupervisor(ground),
            self.audience,
            self.comments,
            AutopilotSupervisor(ground, is_wanted=self._order.autopilot),
            WakefulnessSupervisor(kept_awake),
            HooksSupervisor(ground, self._vault),
            self.keeper,
            NamesSupervisor(ground, makers.viewers, changed=self._follow_soon, made_up=made_up_names),
            self.link,  # after the names: who has just left the book is sent to nobody
        )

    def _make_picture(self) -> None:
        """What a tick is made of, and what encodes it."""
        ground, follow = self._ground, self._follow_soon
        self.sources = SourceSupervisor(ground, makers.open_source, changed=follow)
        self.renditions = RenditionSupervisor(ground, makers.encoder, changed=follow)
        self.graphics = GraphicsSupervisor(ground, makers.painter, changed=follow)
        self.mixing = MixingSupervisor(
            ground,
            lambda: self._plan,
            self._encodes,
            prepared=self._prepared,
            connected=lambda: self.destinations.settled,
            misbehaved=self.sources.misbehaved,
        )

    def _make_ways_out(self) -> None:
        """To the disk and to the destinations, or in a rehearsal to what stands in for them."""
        self.receivers = RehearsalSupervisor(
            self._ground,
            makers.receiver,
            changed=self._follow_soon,
            is_sent=lambda key: self.destinations.is_sent(key),  # noqa: PLW0108 - made below
            judged=partial(keep_verdict, self._order.verdicts),
        )
        self.destinations = DestinationSupervisor(
            self._ground,
            self._vault,
            self._senders.loop,
            self._encodes,
            chance=random.random,
            receiver=self.receivers.address,
        )
        self.recording = RecordingSupervisor(self._ground, makers.recorder, self._encodes)

    def _make_people(self) -> None:
        """Those who watch, and those who work at seats."""
        ground, order = self._ground, self._order
        self.comments = CommentsSupervisor(ground, makers.shelf(ground.clock, self._shelf_said), makers.marking)
        self.audience = AudienceSupervisor(
            ground, is_wanted=order.audience, take=self.comments.take, a_second=order.comments_a_second
        )
        self.link = LinkSupervisor(self, ground, folder=data_folder, token=order.token)

    def _encodes(self) -> dict[str, Encode]:
        return self.renditions.encodes

    def obey(self, command: Command) -> None:
        """Dispatch a person's command; raises `Refused`."""
        self.store.dispatch(command)
        if isinstance(command, AddComment):
            add_comment(command, self._ground, self.comments.take)

    def figures(self, *, exact: bool = True) -> Figures:
        """What was done so far."""
        return figures_of(self, exact=exact)

    def secret(self, reference: str) -> str | None:
        """From the vault; may wait for a person to unlock it. Raises `ConsoleError`."""
        return self._vault.secret(reference)

    def keep_secret(self, reference: str, secret: str) -> None:
        """In the vault; may wait for a person to unlock it. Raises `ConsoleError`."""
        self._vault.keep(reference, secret)

    @property
    def now(self) -> At:
        """This moment on the three clocks."""
        return self._clocks.now()

    @property
    def now_us(self) -> int:
        """Monotonic time."""
        return self._clocks.clock.monotonic_us()

    @property
    def restarts(self) -> int:
        """Whether this engine goes on with a session that another began."""
        return int(isinstance(self._begin.fact, SessionResumed))

    async def run(self, closing: asyncio.Event) -> None:
        """Look ten times a second until told to close; then end the session in order, and all else, bounded."""
        try:
            self._resume(self._begin)
            self._follow_soon()
            self._rounds.look()
            await closing.wait()
        finally:
            self._rounds.stop()
            await self._close()

    async def _close(self) -> None:
        if self.store.state.session.running:
            self._upkeep.call("end", self._end_session)
        self._follow()
        await self._rounds.close()
        self._senders.close()
        self._journal.close()

    def _end_session(self) -> None:
        """Whoever closes the engine means it."""
        self.store.dispatch(Arm("end"))
        self.store.dispatch(EndSession())

    def _resume(self, begin: Beginning) -> None:
        if begin.fact is not None:
            self._journal.resume(self.store.state.session.id)
            self._go_on_in_show_time(begin)
            self.store.dispatch(begin.fact)
        if begin.problem is not None:
            self.store.dispatch(NoticeGiven(begin.problem))

    def _go_on_in_show_time(self, begin: Beginning) -> None:
        speed = self.store.state.session.speed
        if begin.then is None:
            self._clocks.start_show(speed=speed)
        else:
            self._clocks.resume_show(begin.then, speed=speed)

    def _changed(self, before: State, after: State) -> None:
        if before.session.id != after.session.id:
            self._clocks.start_show(speed=after.session.speed)
        if before.session.running and not after.session.running:
            self.at_end = before.destinations
        elif after.session.running and before.session.id != after.session.id:
            self.at_end = None
        if before.session.on_air is None and after.session.on_air is not None:
            self.usage.on_air()
            # Why: a full collection over all that was imported held every thread for 30 to 50 ms, a tick and a half.
            gc.freeze()
        self._follow_soon()

    def _follow_soon(self) -> None:
        """Supervisors follow the newest State once, after everything that is being dispatched now."""
        if not self._is_followed:
            self._is_followed = True
            self._loop.call_soon(self._follow)

    def _follow(self) -> None:
        self._is_followed = False
        self._rounds.follow(self.store.state)
        self._upkeep.call("plan", self._plan_anew)
        self._news(news_of(self.store.state))

    def _plan_anew(self) -> None:
        self._plan = plan_of(self.store.state, self.sources.opened, self.graphics.layers)

    def _prepared(self) -> bool:
        return self.sources.settled and self.graphics.settled and self.receivers.settled

    def _journal_said(self, problem: Message | None) -> None:
        """From any thread."""
        fact = FaultCleared("journal") if problem is None else FaultRaised("journal", problem)
        self._ground.later(lambda: self._ground.tell(fact))

    def _shelf_said(self, problem: Message | None) -> None:
        """From any thread."""
        self._ground.later(lambda: self._ground.tell(problem_of(problem)))

    def _loop_failed(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Something that was called later, or worked on a thread of its own, broke."""
        error, part = context.get("exception"), context.get("part", "loop")
        self._upkeep.failed(part, error if isinstance(error, Exception) else RuntimeError(context.get("message")))
