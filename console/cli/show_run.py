"""One show from the terminal: starts an engine, opens and starts the show, ends it in time, collects figures."""

import queue
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import msgspec

from console.cli.language import language
from console.engine.figures import Figures
from console.engine.lives import folded
from console.engine.order import Answer, Broken, News
from console.engine.parent import EngineParent
from console.errors import ConsoleError, Message
from console.model.commands import Command, EndSession, GoLive, OpenShow, StartRecording, StartSession
from console.model.show import Show
from console.words.cli import NEVER_ON_AIR
from console.words.engine import ENGINE_KEEPS_DYING
from console.words.render import render

START_S = 30.0
"""From the first command to tick 0."""
END_S = 6.0
"""From the last command until everything is closed."""
LOOK_S = 0.1

Said = News | Answer | Figures | Broken


class ShowRun:
    """Runs one session. Used once: `run` returns the figures."""

    def __init__(
        self,
        show: Show,
        secrets: dict[str, str],
        *,
        session: str,
        rehearsal: bool,
        speed: float | None = None,
        record: str = "",
        progress: Callable[[News, Figures | None], None] = lambda _news, _figures: None,
    ) -> None:
        """`secrets` by reference, handed through the pipe; `record`: file, empty for none.

        With a `speed` (of the show clock) a rehearsal takes its rundown by itself, before an audience that buys.
        """
        self._show, self._session = show, session
        self._speed = speed or 1.0
        self._rehearsal, self._record, self._progress = rehearsal, record, progress
        self._said: queue.Queue[Said] = queue.Queue()
        self._news: News | None = None
        self._lives: list[Figures] = []
        self._is_new_life = True
        self._deaths = 0
        self._asked_to_end = False
        order = {"resume": "never", "secrets": secrets, "autopilot": speed is not None}
        self._parent = EngineParent(order, self._heard, died=self._died)

    def run(self, *, seconds: float | None) -> Figures:
        """From opening to end; raises `ConsoleError` if the show never came on air."""
        with self._ending_on_signals():
            self._parent.start()
            try:
                self._command(OpenShow(self._show))
                self._command(StartSession(self._session, rehearsal=self._rehearsal, speed=self._speed))
                self._parent.goes_on_with(self._session)
                if self._record:
                    self._command(StartRecording(self._record))
                self._command(GoLive())
                self._wait_for_air()
                self._stay(seconds)
            finally:
                self._end()
        return folded(self._lives)

    def _stay(self, seconds: float | None) -> None:
        """On air until the time is over, somebody asks to end, or nothing is left to do."""
        began = time.monotonic()
        while not self._asked_to_end and not self._parent.wait(0):
            self._listen()
            if self._news is not None:
                self._progress(self._news, self._lives[-1] if self._lives else None)
            if seconds is not None and time.monotonic() - began >= seconds:
                return
            if self._has_nothing_to_do():
                return

    def _has_nothing_to_do(self) -> bool:
        """Every destination said no for good, and nothing is recorded."""
        news = self._news
        if news is None or not news.destinations or news.recording.wanted:
            return False
        return all(status.phase == "rejected" for status in news.destinations.values())

    def _wait_for_air(self) -> None:
        deadline = time.monotonic() + START_S
        while self._news is None or self._news.session.on_air is None:
            self._listen()
            if self._asked_to_end:
                return
            if time.monotonic() > deadline or self._parent.wait(0):
                faults = self._news.faults.values() if self._news else ()
                reasons = " ".join(render(fault.message, language()) for fault in faults)
                raise ConsoleError(NEVER_ON_AIR(reason=reasons))

    def _end(self) -> None:
        if self._news is not None and self._news.session.running:
            self._ask(EndSession())
            deadline = time.monotonic() + END_S
            while time.monotonic() < deadline and not self._is_quiet() and not self._parent.wait(0):
                self._listen()
        self._parent.close()
        while not self._said.empty():
            self._listen()

    def _is_quiet(self) -> bool:
        """Nothing is sent or written any more."""
        news = self._news
        if news is None or news.session.running:
            return False
        lines = all(status.phase in {"stopped", "rejected"} for status in news.destinations.values())
        return lines and news.recording.phase != "recording"

    def _command(self, command: Command) -> None:
        """Send and wait for the answer; raises the refusal as `ConsoleError`."""
        self._ask(command)
        deadline = time.monotonic() + START_S
        while time.monotonic() < deadline:
            said = self._listen()
            if isinstance(said, Answer):
                if said.refused is not None:
                    raise ConsoleError(said.refused)
                return
            if self._parent.wait(0):
                break
        raise ConsoleError(NEVER_ON_AIR(reason=""))

    def _ask(self, command: Command) -> None:
        self._parent.ask(msgspec.to_builtins(command), number=1)

    def _listen(self) -> Said | None:
        """Take in the next message, if one comes soon."""
        try:
            said = self._said.get(timeout=LOOK_S)
        except queue.Empty:
            return None
        match said:
            case News():
                self._news = said
            case Figures():
                self._keep(said)
            case Broken(message):
                raise ConsoleError(message)
        return said

    def _keep(self, figures: Figures) -> None:
        if self._is_new_life:
            self._lives.append(figures)
            self._is_new_life = False
        self._lives[-1] = figures

    def _heard(self, message: dict[str, Any]) -> None:
        """Parent's thread."""
        self._said.put(msgspec.convert(message, Said))

    def _died(self, times: int) -> None:
        """Parent's thread, before the engine is started again: what it counted is over."""
        self._is_new_life = True
        self._deaths = times

    @contextmanager
    def _ending_on_signals(self) -> Iterator[None]:
        """Ctrl-C and `kill` end the show in order."""

        def end(_number: int, _frame: object) -> None:
            self._asked_to_end = True

        before = [(number, signal.signal(number, end)) for number in (signal.SIGINT, signal.SIGTERM)]
        try:
            yield
        finally:
            for number, handler in before:
                signal.signal(number, handler)


def reason_of(deaths: int, log: str) -> Message:
    """Why an engine was given up."""
    return ENGINE_KEEPS_DYING(times=deaths, log=log)
