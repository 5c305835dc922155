"""Keeps the book of names true: looks up whom the State speaks of, deletes who is to be forgotten.

The disk is asked on a thread of its own, one question at a time; one that fails costs names, never pictures.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import NamedTuple

from console.errors import ConsoleError
from console.library.viewers import Viewers
from console.media.worker import Worker
from console.model.facts import FaultCleared, FaultRaised, ViewerForgotten
from console.model.people import viewers_in, viewers_shown
from console.model.state import State
from console.supervise.ground import Backoff, Ground, ended
from console.words.people import NAMES_NOT_DELETED

FAULT = "names"
RETENTION_EVERY_US = 24 * 3_600_000_000
AT_ONCE = 200
"""Viewers looked up or deleted in one go."""
CLOSE_S = 3.0
MadeUp = Callable[[Iterable[str]], Mapping[str, str]]


class _Turn(NamedTuple):
    """What the disk is asked next."""

    named: tuple[str, ...]
    forgotten: tuple[str, ...]
    is_retention: bool

    def __bool__(self) -> bool:
        return bool(self.named or self.forgotten or self.is_retention)


class _Outcome(NamedTuple):
    names: Mapping[str, str]
    gone: tuple[str, ...]


class NamesSupervisor:
    """Between the file of names and the State, which knows ids only."""

    def __init__(
        self,
        ground: Ground,
        open_viewers: Callable[[], Viewers | None],
        *,
        changed: Callable[[], None],
        made_up: MadeUp = lambda _: {},
    ) -> None:
        """`open_viewers`: None if there is no file yet, so that nobody has a name.

        `made_up`: names of a rehearsal's audience.
        """
        self._ground, self._open, self._changed, self._made_up = ground, open_viewers, changed, made_up
        self._viewers: Viewers | None = None
        """Thread: the newest worker's, and nobody's between two."""
        self._worker: Worker | None = None
        self._is_asked = False
        """An outcome is still to come."""
        self._slices: tuple[object, ...] = (None,) * 5
        """What of the State speaks of viewers, as it was last looked through."""
        self._shown: frozenset[str] = frozenset()
        self._retention_us = ground.clock.monotonic_us()
        """When the next is due: the first at once."""
        self._backoff = Backoff(first_us=1_000_000, longest_us=60_000_000, well_us=60_000_000)
        self._has_fault = False

    def follow(self, state: State) -> None:
        """Drop who left the State, look up who came."""
        slices = state.audience, state.giveaway, state.comments, state.questions, state.muted
        # Why: hundreds of viewers, and most changes of State are about something else.
        if any(new is not old for new, old in zip(slices, self._slices, strict=True)):
            self._slices, self._shown = slices, viewers_shown(state)
            self._ground.names.keep(self._shown)
        self._begin(state)

    def look(self) -> None:
        """What waited for the disk, and once a day who was not seen for long."""
        self._begin(self._ground.store.state)

    async def close(self) -> None:
        """Wait for the disk, bounded."""
        if await ended([self._worker], timeout_s=CLOSE_S) and self._viewers is not None:
            self._viewers.close()
            self._viewers = None

    def _begin(self, state: State) -> None:
        now_us = self._ground.clock.monotonic_us()
        if self._worker is not None and self._worker.failure is not None:
            self._worker, self._is_asked = None, False
            self._backoff.failed(now_us)
        if self._is_asked or not self._backoff.is_due(now_us):
            return
        if turn := self._turn(state, now_us):
            self._is_asked = True
            self._worker = self._ground.work("names", partial(self._work, turn))

    def _turn(self, state: State, now_us: int) -> _Turn:
        unknown = sorted(self._shown - self._ground.names.names.keys())
        return _Turn(tuple(unknown[:AT_ONCE]), state.forgetting[:AT_ONCE], now_us >= self._retention_us)

    def _work(self, turn: _Turn) -> None:
        """Own thread."""
        try:
            outcome: _Outcome | ConsoleError = self._done(turn)
        except ConsoleError as error:
            outcome = error
        self._ground.later(partial(self._take_in, turn, outcome))

    def _done(self, turn: _Turn) -> _Outcome:
        if self._viewers is None:
            self._viewers = self._open()
        if self._viewers is None:
            return _Outcome({}, turn.forgotten)
        try:
            for viewer in turn.forgotten:
                self._viewers.forget(viewer)
            unseen = self._viewers.forget_unseen(now_us=self._ground.clock.wall_us()) if turn.is_retention else []
            found = self._viewers.named(turn.named)
        except ConsoleError:
            self._viewers.close()
            self._viewers = None
            raise
        return _Outcome({viewer.id: viewer.name for viewer in found.values()}, (*turn.forgotten, *unseen))

    def _take_in(self, turn: _Turn, outcome: _Outcome | ConsoleError) -> None:
        self._is_asked = False
        now_us = self._ground.clock.monotonic_us()
        if isinstance(outcome, ConsoleError):
            self._backoff.failed(now_us)
            reason = outcome.message.params.get("reason", outcome.message.code)
            message = NAMES_NOT_DELETED(reason=reason) if turn.forgotten else outcome.message
            self._has_fault = True
            self._ground.tell(FaultRaised(FAULT, message))
            return
        if turn.is_retention:
            self._retention_us = now_us + RETENTION_EVERY_US
        if self._has_fault:
            self._has_fault = False
            self._ground.tell(FaultCleared(FAULT))
        self._learn(turn, outcome)
        for viewer in viewers_in(self._ground.store.state).intersection(outcome.gone):
            self._ground.tell(ViewerForgotten(viewer))

    def _learn(self, turn: _Turn, outcome: _Outcome) -> None:
        """Somebody who is in no file has no name; nobody is asked for twice."""
        book, state = self._ground.names, self._ground.store.state
        before = book.names
        book.learn({key: outcome.names.get(key, "") for key in turn.named} | dict(self._made_up(turn.named)))
        book.keep(viewers_shown(state).difference(outcome.gone))
        if book.names is not before:
            self._changed()
