"""One destination's receiver through a rehearsal: started, looked at, started again when it dies, asked at the end.

Thread: each has one of its own; what others read of it is replaced whole.
"""

import logging
import threading
import time
from collections.abc import Callable
from typing import NamedTuple, Protocol

from console.errors import ConsoleError, Message
from console.media.worker import Worker
from console.rehearsal.received import Glance, Received

log = logging.getLogger(__name__)

GLANCE_S = 0.5
PAUSES_S = (0.2, 1.0, 3.0, 10.0)
"""After the first, the second ... failure in a row."""
DRAIN_S = 6.0
"""How long it may look at the rest when the rehearsal is over."""


class AnyReceiver(Protocol):
    """What a post needs of `console.rehearsal.receiver.Receiver`."""

    def start(self) -> str:
        """Its address; raises `ConsoleError`."""

    def glance(self) -> Glance:
        """What it sees; raises `ConsoleError` if it is gone or mute."""

    def stop(self, *, timeout_s: float) -> Received:
        """Everything it saw, and its end; raises `ConsoleError`."""

    def kill(self) -> None:
        """End it."""

    def abort(self) -> None:
        """End it from another thread."""


class _Sight(NamedTuple):
    at_s: float
    glance: Glance


class Post:
    """Runs from construction until `finish` or `abort`."""

    def __init__(
        self,
        name: str,
        make: Callable[[], AnyReceiver],
        *,
        moved: Callable[[], None],
        judged: Callable[[Received], None],
    ) -> None:
        """On the post's own thread `moved` tells that the address is another, `judged` what was seen, at the end."""
        self.address = ""
        """Where to publish now; empty: nowhere."""
        self.problem: Message | None = None
        """Why there is no address; None: it is starting, or all is well."""
        self._make, self._moved, self._judged = make, moved, judged
        self._sight = _Sight(0.0, Glance())
        self._is_over = threading.Event()
        self._receiver: AnyReceiver | None = None
        self.worker = Worker(f"receiver {name}", self._run).start()

    @property
    def seen_age_s(self) -> float | None:
        """Since the newest picture was decoded over there; None: none was, by the receiver that runs now."""
        at_s, glance = self._sight
        return None if glance.picture_age_s is None else glance.picture_age_s + time.monotonic() - at_s

    def finish(self) -> None:
        """Nothing more will be sent: look at the rest, judge, end."""
        self._is_over.set()

    def abort(self) -> None:
        """End at once."""
        self._is_over.set()
        receiver = self._receiver
        if receiver is not None:
            receiver.abort()

    def _run(self, stop: threading.Event) -> None:
        failures = 0
        while not stop.is_set() and not self._is_over.is_set():
            receiver = self._receiver = self._make()
            try:
                self._serve(receiver)
                return
            except ConsoleError as error:
                log.info("the receiver is gone: %s", error.message.code)
                # Why: one that served for a while begins anew with the shortest pause.
                failures = 0 if self._sight.glance.decoded else failures + 1
                self._move("", problem=error.message)
            finally:
                receiver.kill()
            self._is_over.wait(PAUSES_S[min(failures, len(PAUSES_S) - 1)])

    def _serve(self, receiver: AnyReceiver) -> None:
        """Until it is over; raises `ConsoleError` when the receiver is gone or mute."""
        self._sight = _Sight(0.0, Glance())
        self._move(receiver.start(), problem=None)
        while not self._is_over.wait(GLANCE_S):
            self._sight = _Sight(time.monotonic(), receiver.glance())
        self._judged(receiver.stop(timeout_s=DRAIN_S))

    def _move(self, address: str, *, problem: Message | None) -> None:
        self.address, self.problem = address, problem
        self._moved()
