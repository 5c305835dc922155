"""A seat's way to its engine: attaches, stays attached, attaches again. Thread: its own, with asyncio.

Nothing here raises into the window, and nothing waits for it.
"""

import asyncio
import contextlib
import itertools
import logging
import threading
from collections.abc import Callable, Coroutine, Iterable
from typing import Any

import msgspec

from console.errors import ConsoleError, Message, Refused
from console.link.address import Address
from console.link.asking import Asking
from console.link.attachment import Attachment
from console.link.protocol import LONGEST_BYTES, Ask, Do, Hello, Upward, Watch, encoded
from console.link.reading import Heard, Reading, Settled
from console.link.roles import Role
from console.link.screens import Screens
from console.link.snapshot import Snapshot
from console.media.clock import now_us
from console.media.picture import Picture
from console.media.worker import Worker
from console.model.commands import Command
from console.words.link import LINK_BROKE, LINK_NOT_ATTACHED, LINK_TOO_MANY_WISHES, LINK_WISH_TOO_LARGE

log = logging.getLogger(__name__)

FIRST_RETRY_S, LONGEST_RETRY_S = 0.1, 2.0
REFUSED_RETRY_S = 5.0
CLOSE_S = 3.0

Answered = Callable[[int, Message | None], None]
Replied = Callable[[int, Any], None]


class Link:
    """One seat. Every method may be called from any thread and returns at once; `close` waits, bounded."""

    def __init__(
        self,
        find: Callable[[], Address],
        *,
        seat: str,
        role: Role,
        changed: Callable[[], None] = lambda: None,
        answered: Answered = lambda _number, _problem: None,
        replied: Replied = lambda _number, _value: None,
    ) -> None:
        """`find` says where the engine is, at each attempt, on the link's thread; it raises `ConsoleError` if nobody
        knows. Callbacks come on the link's thread: `changed()` for a new snapshot or a new remote picture,
        `answered(number, problem)` once for each `send` and `ask`, None: it was done; before it `replied(number,
        value)` for an asking that has an answer.
        """
        self._find, self._seat, self._role = find, seat, role
        self._changed, self._answered, self._replied = changed, answered, replied
        self._reading = Reading(now_us())
        self._snapshot = self._reading.snapshot
        self._numbers = itertools.count(1)
        self._screens = Screens()
        self._watched: tuple[tuple[str, ...], bool] = ((), False)
        self._attachment: Attachment | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closing = asyncio.Event()
        self._is_closed = False
        self._worker = Worker("link", self._work)

    def start(self) -> "Link":
        """Attach, and again whenever it is lost. Once; returns itself."""
        self._worker.start()
        return self

    def close(self, *, timeout_s: float = CLOSE_S) -> bool:
        """Let go of the engine, which goes on. False if the thread did not end in time."""
        self._is_closed = True
        self._later(self._closing.set)
        return self._worker.stop(timeout_s=timeout_s)

    @property
    def snapshot(self) -> Snapshot:
        """The newest."""
        return self._snapshot

    def send(self, command: Command) -> int:
        """Ask the engine to obey; the number that `answered` will name."""
        return self._wish(None, lambda number: Do(number, msgspec.Raw(encoded(command))))

    def ask(self, asking: Asking) -> int:
        """Give an errand or put a question; the number that `replied` and `answered` will name."""
        return self._wish(asking, lambda number: Ask(number, msgspec.Raw(encoded(asking))))

    def watch(self, monitors: Iterable[str], *, pulse: bool = True) -> None:
        """Look at these monitors (`program`, `preview`, `source/<key>`, …) and, with `pulse`, at the figures."""
        self._watched = (tuple(sorted(monitors)), pulse)
        self._later(self._look)

    def monitor(self, name: str) -> Picture | None:
        """The newest picture of a watched monitor: the same object while none is newer; None before the first.

        Local: views of memory that stay whole for 100 ms. One thread only.
        """
        return self._screens.picture(name) if name in self._watched[0] else None

    def _wish(self, asking: Asking | None, message: Callable[[int], Upward]) -> int:
        number = next(self._numbers)
        if not self._later(lambda: self._send(number, asking, message(number))):
            self._settle(Settled(number, LINK_NOT_ATTACHED()))
        return number

    def _send(self, number: int, asking: Asking | None, message: Upward) -> None:
        """On the link's thread."""
        attachment = self._attachment
        if attachment is None or self.snapshot.status != "attached":
            self._settle(Settled(number, LINK_NOT_ATTACHED()))
        elif (kb := len(encoded(message)) // 1000) >= LONGEST_BYTES // 1000:
            self._settle(Settled(number, LINK_WISH_TOO_LARGE(kb=kb, limit_kb=LONGEST_BYTES // 1000)))
        elif not attachment.say(message):
            self._settle(Settled(number, LINK_TOO_MANY_WISHES()))
        else:
            self._reading.wished(number, asking)

    def _look(self) -> None:
        """On the link's thread."""
        self._screens.keep(self._watched[0])
        if self._attachment is not None:
            self._attachment.say(Watch(*self._watched))

    def _later(self, call: Callable[[], None]) -> bool:
        """On the link's thread, soon; False if it does not run."""
        loop = self._loop
        if loop is None:
            return False
        with contextlib.suppress(RuntimeError):  # it is just ending
            loop.call_soon_threadsafe(call)
            return True
        return False

    def _work(self, stop: threading.Event) -> None:
        asyncio.run(self._stay(stop))

    async def _stay(self, stop: threading.Event) -> None:
        self._loop = asyncio.get_running_loop()
        delay_s = FIRST_RETRY_S
        try:
            while not (stop.is_set() or self._is_closed):
                since_us, was = self._snapshot.since_us, self._snapshot.status
                await self._attach()
                is_news = (since_us, was) != (self._snapshot.since_us, self._snapshot.status)
                delay_s = FIRST_RETRY_S if is_news else min(2 * delay_s, LONGEST_RETRY_S)
                await self._pause(REFUSED_RETRY_S if self._snapshot.status == "refused" else delay_s)
        finally:
            self._loop = None

    async def _pause(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._closing.wait()

    async def _attach(self) -> None:
        """One connection, from its attempt to its end."""
        try:
            address = self._find()
            hello = Hello(address.token, self._seat, self._role, maps_files=address.is_local)
            self._attachment = Attachment(address, hello, self._reading, self._heard)
            self._look()
            await _until(self._closing, self._attachment.run())
            self._heard(self._reading.turn("lost", None, now_us()))
        except Refused as refused:
            self._heard(self._reading.turn("refused", refused.message, now_us()))
        except ConsoleError as error:
            self._failed(error.message)
        except Exception as error:
            log.exception("the link broke")
            self._failed(LINK_BROKE(reason=type(error).__name__))
        finally:
            self._attachment = None

    def _failed(self, problem: Message) -> None:
        is_first = self._reading.snapshot.state is None
        self._heard(self._reading.turn("connecting" if is_first else "lost", problem, now_us()))

    def _heard(self, heard: Heard) -> None:
        self._snapshot = self._reading.snapshot
        if heard.paths is not None:
            self._screens.map(heard.paths)
        if heard.picture is not None:
            self._screens.take(heard.picture)
        for settled in heard.settled:
            self._settle(settled)
        if heard.is_news or heard.picture is not None:
            _called(self._changed)

    def _settle(self, settled: Settled) -> None:
        if settled.has_value:
            _called(lambda: self._replied(settled.number, settled.value))
        _called(lambda: self._answered(settled.number, settled.problem))


async def _until(closing: asyncio.Event, run: Coroutine[Any, Any, None]) -> None:
    """Until it ends by itself (and raises what it raises), or is not wanted any more."""
    running, waiting = asyncio.ensure_future(run), asyncio.ensure_future(closing.wait())
    try:
        await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
    finally:
        for task in (running, waiting):
            task.cancel()
        await asyncio.gather(running, waiting, return_exceptions=True)


def _called(callback: Callable[[], None]) -> None:
    """A callback that breaks is the window's bug and must not end the link."""
    try:
        callback()
    except Exception:
        log.exception("a callback of the link broke")
