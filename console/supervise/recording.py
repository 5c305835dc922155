"""Keeps a recorder alive while a recording is wanted; after a death it goes on in the next file."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from console.errors import ConsoleError, Message
from console.media.worker import Worker
from console.model.facts import Fact, FaultCleared, FaultRaised, RecordingEnded
from console.model.state import State
from console.output.recorder_figures import Figures, worries
from console.output.recording_file import STOP_FREE_BYTES
from console.supervise.ground import Ground
from console.supervise.renditions import Encode
from console.wire.flv import Tag

RESTART_US = 500_000
CLOSE_S = 6.0


class Tape(Protocol):
    """A recorder as it is seen from here; `console.output.recorder.Recorder` is the real one."""

    def put(self, tag: Tag) -> None:
        """Take in one tag; never waits. Encoder thread."""

    def poll(self) -> list[Fact]:
        """What happened since the last call; never waits."""

    def stop(self, *, timeout_s: float = 2.0) -> None:
        """Finish, kill what hangs."""

    @property
    def ended(self) -> bool:
        """The file is closed, or nobody writes it any more."""

    @property
    def figures(self) -> Figures:
        """How it goes."""


@dataclass(slots=True, eq=False)
class Reel:
    """One file: its recorder, and where its figures go."""

    tape: Tape
    figures: Figures
    closing: Worker | None = None


class RecordingSupervisor:
    """At most one recorder writes at a time; a slow disk holds up a thread, never the control thread."""

    def __init__(
        self,
        ground: Ground,
        make: Callable[[str, tuple[Tag, ...]], Tape],
        encodes: Callable[[], dict[str, Encode]],
    ) -> None:
        """`make` finds a free name and starts a recorder, on a thread of its own; `encodes`: what can be recorded."""
        self._ground, self._make, self._encodes = ground, make, encodes
        self._reel: Reel | None = None
        self._encode: Encode | None = None
        self._opening: Worker | None = None
        self._retry_us = 0
        self._worries: set[str] = set()
        self._reels: list[Reel] = []

    @property
    def figures(self) -> list[Figures]:
        """Of every file of the session, oldest first."""
        return [reel.figures for reel in self._reels]

    def follow(self, state: State) -> None:
        """Start or stop."""
        encode = self._encodes().get(state.recording.rendition)
        wanted = state.recording.wanted and state.session.running and encode is not None
        if self._reel is not None and (not wanted or encode is not self._encode):
            self._stop()
        elif self._reel is None and self._opening is None and wanted and self._is_time():
            assert encode is not None
            self._start(state, encode)

    def look(self) -> None:
        """Hear what recorders say."""
        for reel in self._reels:
            self._hear(reel)
        if self._reel is not None:
            self._warn(worries(self._reel.figures, stop_free_bytes=STOP_FREE_BYTES))
            if self._reel.tape.ended:
                self._retry_us = self._ground.clock.monotonic_us() + RESTART_US
                self._stop()
        self.follow(self._ground.store.state)

    async def close(self) -> None:
        """Close the file; killed if it does not end by itself."""
        self._stop()
        for reel in self._reels:
            if reel.closing is not None:
                await self._ground.loop.run_in_executor(None, partial(reel.closing.stop, timeout_s=CLOSE_S))
            self._hear(reel)

    def _is_time(self) -> bool:
        return self._ground.clock.monotonic_us() >= self._retry_us

    def _start(self, state: State, encode: Encode) -> None:
        path, headers = state.recording.path, encode.encoder.headers

        def work() -> None:
            try:
                tape = self._make(path, headers)
            except ConsoleError as error:
                problem = error.message
                self._ground.later(lambda: self._not_started(problem))
            else:
                self._ground.later(lambda: self._started(tape, encode))

        self._opening = self._ground.work("open recording", work)

    def _not_started(self, problem: Message) -> None:
        self._opening = None
        self._ground.tell(RecordingEnded(problem))

    def _started(self, tape: Tape, encode: Encode) -> None:
        self._opening = None
        self._reel = Reel(tape, tape.figures)
        self._reels.append(self._reel)
        self._encode = encode
        encode.fan.add(self._put)

    def _put(self, tags: list[Tag]) -> None:
        """Encoder thread."""
        reel = self._reel
        if reel is not None:
            for tag in tags:
                reel.tape.put(tag)

    def _stop(self) -> None:
        reel, self._reel = self._reel, None
        if reel is None or self._encode is None:
            return
        self._encode.fan.remove(self._put)
        reel.closing = self._ground.work("close recording", reel.tape.stop)
        self._warn({})

    def _hear(self, reel: Reel) -> None:
        reel.figures = reel.tape.figures
        for fact in reel.tape.poll():
            self._ground.tell(fact)

    def _warn(self, found: dict[str, Message]) -> None:
        """Raise and clear what the figures say."""
        for key, message in found.items():
            self._ground.tell(FaultRaised(key, message))
        for key in self._worries - found.keys():
            self._ground.tell(FaultCleared(key))
        self._worries = set(found)
