"""One show from the terminal: starts an engine, opens and starts the show, ends it in time, collects figures."""

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import msgspec

from console.cli.ear import Ear
from console.cli.language import language
from console.engine.figures import Figures
from console.engine.lives import folded
from console.engine.log_file import NAME as LOG_NAME
from console.engine.order import News
from console.engine.parent import DEATHS, EngineParent
from console.errors import ConsoleError, Message
from console.library.paths import log_folder
from console.model.commands import Arm, Command, EndSession, GoLive, OpenShow, StartRecording, StartSession
from console.model.show import Show
from console.words.cli import NEVER_ON_AIR, NOTHING_LEFT_TO_DO, SHOW_BROKE_OFF
from console.words.engine import ENGINE_DIED, ENGINE_KEEPS_DYING
from console.words.render import render

START_S = 30.0
"""From the first command to tick 0."""
END_S = 6.0
"""From the last command until everything is closed."""
LOOK_S = 0.1
STAY_S = 0.5
"""The same while all goes well: figures come once a second."""


class NeverOnAirError(ConsoleError):
    """Everything that was asked for was right, and still there was no show."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a show went."""

    figures: Figures
    problems: tuple[Message, ...] = ()
    """What went wrong for good, in words."""

    @property
    def is_good(self) -> bool:
        """Every destination was live at the end, and nothing broke for good."""
        return not self.problems and all(one.state == "live" for one in self.figures.destinations)


def nothing_said(_news: News, _figures: Figures) -> None:
    """For runs without a progress line."""


class ShowRun:
    """Runs one session. Used once."""

    def __init__(  # noqa: PLR0913 - what is run, how, and who hears of it
        self,
        show: Show,
        secrets: dict[str, str],
        *,
        session: str,
        rehearsal: bool,
        speed: float | None = None,
        record: str = "",
        audience: bool = False,
        verdicts: str = "",
        progress: Callable[[News, Figures], None] = nothing_said,
    ) -> None:
        """`secrets` by reference, handed through the pipe; `record`: file, empty for none.

        With a `speed` (of the show clock) a rehearsal takes its rundown by itself, before an audience that buys;
        `verdicts`: folder for what its receiver saw. With `audience` a real show counts made-up viewers.
        """
        self._show, self._session = show, session
        self._speed = speed or 1.0
        self._rehearsal, self._record, self._progress = rehearsal, record, progress
        self._ear = Ear()
        self._is_asked_to_end = False
        order = {
            "resume": "never",
            "secrets": secrets,
            "autopilot": speed is not None,
            "audience": audience,
            "verdicts": verdicts,
        }
        self._parent = EngineParent(order, self._ear.heard, died=self._died)

    def run(self, *, seconds: float | None) -> Outcome:
        """From opening to end. Raises `ConsoleError` if the show is refused, `NeverOnAirError` if there was none.

        Ctrl-C and `kill` end the show in order; before it is on air, Ctrl-C raises `KeyboardInterrupt`.
        """
        problems: list[Message] = []
        with self._ending_on_signals():
            self._parent.start()
            try:
                self._begin()
                self._wait_for_air()
                problems = self._stay(seconds)
            finally:
                self._end()
        if not self._ear.lives:
            raise NeverOnAirError(SHOW_BROKE_OFF(reason=self._reasons(), log=log_path()))
        return Outcome(folded(self._ear.lives), tuple(problems + self._recording_problem()))

    def _died(self, times: int) -> None:
        """Parent's thread."""
        self._ear.died()
        if times < DEATHS:
            print(render(ENGINE_DIED(), language()), file=sys.stderr, flush=True)

    def _begin(self) -> None:
        self._command(OpenShow(self._show))
        self._command(StartSession(self._session, rehearsal=self._rehearsal, speed=self._speed))
        self._parent.goes_on_with(self._session)
        if self._record:
            self._command(StartRecording(self._record))
        self._command(Arm("go_live"))
        self._command(GoLive())

    def _wait_for_air(self) -> None:
        self._wait(lambda: self._is_ours() and self._is_on_air())

    def _stay(self, seconds: float | None) -> list[Message]:
        """On air until the time is over, somebody asks to end, or it makes no sense any more: then why."""
        until = None if seconds is None else time.monotonic() + seconds
        while not self._is_asked_to_end and (until is None or time.monotonic() < until):
            news = self._ear.news
            if news is None or not self._is_ours() or self._parent.wait(0):
                return [self._why_over()]
            if self._ear.lives:
                self._progress(news, folded(self._ear.lives))
            if _has_nothing_to_do(news):
                return _why_nothing_is_left(news)
            left_s = STAY_S if until is None else until - time.monotonic()
            self._ear.wait_for(lambda: self._is_asked_to_end, timeout_s=max(0.0, min(STAY_S, left_s)))
        return []

    def _is_on_air(self) -> bool:
        return self._ear.news is not None and self._ear.news.session.on_air is not None

    def _is_ours(self) -> bool:
        """The engine runs this show's session."""
        news = self._ear.news
        return news is not None and news.session.id == self._session and news.session.running

    def _why_over(self) -> Message:
        if self._parent.is_given_up:
            return ENGINE_KEEPS_DYING(times=self._ear.deaths, log=log_path())
        return SHOW_BROKE_OFF(reason=self._reasons(), log=log_path())

    def _recording_problem(self) -> list[Message]:
        news = self._ear.news
        problem = news.recording.problem if news is not None and self._record else None
        return [problem] if problem else []

    def _end(self) -> None:
        if self._is_ours():
            self._ask(Arm("end"))
            self._ask(EndSession())
            deadline = time.monotonic() + END_S
            while time.monotonic() < deadline and not self._is_quiet() and not self._parent.wait(0):
                self._ear.wait_for(self._is_quiet, timeout_s=LOOK_S)
        self._parent.close()

    def _is_quiet(self) -> bool:
        """Nothing is sent or written any more."""
        news = self._ear.news
        if news is None or news.session.running:
            return False
        lines = all(status.phase in {"stopped", "rejected"} for status in news.destinations.values())
        return lines and news.recording.phase != "recording"

    def _command(self, command: Command) -> None:
        """Send and wait for the answer; raises the refusal as `ConsoleError`."""
        self._ask(command)
        self._wait(lambda: self._ear.answers)
        answer = self._ear.answers.popleft()
        if answer.refused is not None:
            raise ConsoleError(answer.refused)

    def _wait(self, condition: Callable[[], object]) -> None:
        """Wait until it holds; raises if that makes no sense any more."""
        deadline = time.monotonic() + START_S
        while not self._ear.wait_for(condition, timeout_s=LOOK_S):
            if self._is_asked_to_end:
                raise KeyboardInterrupt
            if self._ear.broken is not None:
                raise ConsoleError(self._ear.broken)
            if time.monotonic() > deadline or self._parent.wait(0):
                raise NeverOnAirError(NEVER_ON_AIR(reason=self._reasons(), log=log_path()))

    def _reasons(self) -> str:
        """What is wrong, as far as the engine has said."""
        news = self._ear.news
        said = [fault.message for fault in news.faults.values()] if news else []
        said += [notice.message for notice in news.notices[-1:]] if news and not said else []
        if self._parent.is_given_up:
            said.append(ENGINE_KEEPS_DYING(times=self._ear.deaths, log=log_path()))
        return " ".join(render(message, language()) for message in said)

    def _ask(self, command: Command) -> None:
        self._parent.ask(msgspec.to_builtins(command), number=1)

    @contextmanager
    def _ending_on_signals(self) -> Iterator[None]:
        """Ctrl-C and `kill` end the show in order."""

        def end(_number: int, _frame: object) -> None:
            self._is_asked_to_end = True

        before = [(number, signal.signal(number, end)) for number in (signal.SIGINT, signal.SIGTERM)]
        try:
            yield
        finally:
            for number, handler in before:
                signal.signal(number, handler)


def _has_nothing_to_do(news: News) -> bool:
    """Every destination said no for good, and nothing is recorded."""
    return not news.recording.wanted and all(status.phase == "rejected" for status in news.destinations.values())


def _why_nothing_is_left(news: News) -> list[Message]:
    """In the servers' own words."""
    said = [status.problem for status in news.destinations.values() if status.problem]
    return [*said, NOTHING_LEFT_TO_DO()]


def log_path() -> str:
    """The file of the engine's log."""
    return str(log_folder() / LOG_NAME)
