"""What a seat makes of each message of its engine. Pure: no socket, no thread, time comes in as data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from console.errors import Message
from console.link.asking import Asking
from console.link.changes import applied, names_applied
from console.link.protocol import (
    Again,
    Answer,
    Changes,
    Downward,
    Got,
    MonitorPicture,
    MonitorsMapped,
    Ping,
    Pong,
    PulseTold,
    Seen,
    TurnedAway,
    Upward,
    Welcome,
    Whole,
    state_of,
)
from console.link.snapshot import EngineTime, Snapshot, Status
from console.model.moment import At
from console.model.state import State
from console.words.link import LINK_ANSWER_LOST, LINK_NOT_UNDERSTOOD

JUMP_US = 100_000
"""A clock of the engine that moved by more than this began anew: what was known of it is worth nothing."""
GUESSED_US = 1_000_000
"""Round trip taken for a time that came with a message and was not asked for: the next answer is better."""
AGEING = 50e-6
"""Two clocks part by so much; an old exact time is worth less than a fresh one."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a wish."""

    number: int
    problem: Message | None
    value: Any = None
    has_value: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """What one message leads to."""

    say: tuple[Upward, ...] = ()
    settled: tuple[Settled, ...] = ()
    is_news: bool = False
    """The snapshot is another one."""
    paths: dict[str, str] | None = None
    picture: MonitorPicture | None = None
    turned_away: Message | None = None


class Reading:
    """The newest snapshot, and which wishes wait for an answer."""

    def __init__(self, now_us: int) -> None:
        """Nothing is known yet."""
        self.snapshot = Snapshot(since_us=now_us)
        self._waiting: dict[int, Asking | None] = {}
        self._takes: dict[type[Downward], Callable[[Any, int], Heard]] = {
            Welcome: self._welcome,
            Whole: self._whole,
            Changes: self._changes,
            PulseTold: self._pulse,
            Answer: self._answer,
            Pong: self._pong,
            MonitorsMapped: lambda message, _now_us: Heard(paths=message.paths),
            MonitorPicture: lambda message, _now_us: Heard(picture=message, say=(Seen(message.monitor),)),
            TurnedAway: lambda message, _now_us: Heard(turned_away=message.message),
        }

    def wished(self, number: int, asking: Asking | None) -> None:
        """A wish is on its way; None: a command."""
        self._waiting[number] = asking

    def turn(self, status: Status, problem: Message | None, now_us: int) -> Heard:
        """How the connection stands; whoever waits for an answer hears that none comes."""
        before = self.snapshot
        since_us = before.since_us if before.status == status else now_us
        self.snapshot = replace(before, status=status, problem=problem, since_us=since_us)
        settled = tuple(Settled(number, LINK_ANSWER_LOST()) for number in self._waiting)
        self._waiting.clear()
        is_news = before.status != status or before.problem != problem
        return Heard(settled=settled, is_news=is_news)

    def hear(self, message: Downward, now_us: int) -> Heard:
        """Take one message in; raises `msgspec.DecodeError` if it cannot be believed."""
        take = self._takes.get(type(message))
        return Heard() if take is None else take(message, now_us)

    def _welcome(self, message: Welcome, now_us: int) -> Heard:
        self.snapshot = replace(
            self.snapshot,
            role=message.role,
            engine_pid=message.pid,
            time=EngineTime(now_us, message.at, GUESSED_US),
        )
        return Heard(say=(Ping(now_us),))

    def _whole(self, message: Whole, now_us: int) -> Heard:
        return self._state(state_of(message.state), message.names, message.at, now_us)

    def _state(self, state: State, names: Mapping[str, str], at: At, now_us: int) -> Heard:
        before = self.snapshot
        since_us = before.since_us if before.status == "attached" else now_us
        self.snapshot = replace(before, state=state, names=names, status="attached", problem=None, since_us=since_us)
        self._see_time(at, now_us)
        return Heard(say=(Got(state.revision),), is_news=True)

    def _changes(self, message: Changes, now_us: int) -> Heard:
        state = self.snapshot.state
        if state is None or self.snapshot.status != "attached" or state.revision != message.base:
            return Heard(say=(Again(),))
        names = names_applied(self.snapshot.names, message.names)
        return self._state(applied(state, message.revision, message.slices), names, message.at, now_us)

    def _answer(self, answer: Answer, _now_us: int) -> Heard:
        return Heard(settled=self._settled(answer))

    def _pulse(self, message: PulseTold, now_us: int) -> Heard:
        self._see_time(message.pulse.at, now_us)
        self.snapshot = replace(self.snapshot, pulse=message.pulse)
        return Heard(is_news=True)

    def _pong(self, message: Pong, now_us: int) -> Heard:
        half_way_us = (message.sent_us + now_us) // 2
        self._measure(EngineTime(half_way_us, message.at, max(0, now_us - message.sent_us)))
        return Heard()

    def _settled(self, answer: Answer) -> tuple[Settled, ...]:
        if answer.number not in self._waiting:
            return ()
        asking = self._waiting.pop(answer.number)
        if asking is None or asking.answer is None or answer.refused is not None:
            return (Settled(answer.number, answer.refused),)
        try:
            value = msgspec.msgpack.decode(answer.result, type=asking.answer)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            return (Settled(answer.number, LINK_NOT_UNDERSTOOD(reason=type(error).__name__)),)
        return (Settled(answer.number, None, value, has_value=True),)

    def _see_time(self, at: At, now_us: int) -> None:
        """A time that nobody asked for counts only where a clock of the engine began anew."""
        known = self.snapshot.at_local(now_us)
        if max(abs(known.media_us - at.media_us), abs(known.show_us - at.show_us)) > JUMP_US:
            self.snapshot = replace(self.snapshot, time=EngineTime(now_us, at, GUESSED_US))

    def _measure(self, measured: EngineTime) -> None:
        """The most exact of what was measured lately."""
        known, predicted = self.snapshot.time, self.snapshot.at_local(measured.local_us)
        doubt_us = known.round_trip_us + (measured.local_us - known.local_us) * AGEING
        off_us = max(abs(had - has) for had, has in zip(_clocks(predicted), _clocks(measured.at), strict=True))
        if measured.round_trip_us <= doubt_us or off_us > doubt_us + measured.round_trip_us:
            self.snapshot = replace(self.snapshot, time=measured)


def _clocks(at: At) -> tuple[int, int, int]:
    return at.wall_us, at.show_us, at.media_us
