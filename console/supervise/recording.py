"""Keeps a recorder alive while a recording is wanted; after a death it goes on in the next file."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from console.errors import ConsoleError
from console.media.worker import Worker
from console.model.facts import Fact, FaultCleared, FaultRaised, RecordingEnded
from console.model.state import State
from console.output.recorder_figures import Figures, worries
from console.output.recording_file import STOP_FREE_BYTES, next_path
from console.supervise.ground import Ground
from console.supervise.renditions import Encode
from console.wire.flv import Tag

RESTART_US = 500_000


class Tape(Protocol):
    """A recorder as it is seen from here; `console.output.recorder.Recorder` is the real one."""

    path: Path

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


class RecordingSupervisor:
    """At most one recorder at a time."""

    def __init__(
        self,
        ground: Ground,
        make: Callable[[Path, tuple[Tag, ...]], Tape],
        encodes: Callable[[], dict[str, Encode]],
    ) -> None:
        """`make` starts a recorder; `encodes`: what can be recorded now."""
        self._ground, self._make, self._encodes = ground, make, encodes
        self._tape: Tape | None = None
        self._encode: Encode | None = None
        self._retry_us = 0
        self._worries: set[str] = set()
        self._stopping: list[tuple[Tape, Worker]] = []
        self.figures: list[Figures] = []
        """Last figures of every file of the session, the running one's last."""

    def follow(self, state: State) -> None:
        """Start or stop."""
        encode = self._encodes().get(state.recording.rendition)
        wanted = state.recording.wanted and state.session.running and encode is not None
        if self._tape is not None and (not wanted or encode is not self._encode):
            self._stop()
        elif self._tape is None and wanted and self._ground.clock.monotonic_us() >= self._retry_us:
            assert encode is not None
            self._start(state, encode)

    def look(self) -> None:
        """Hear what recorders say."""
        for tape, worker in list(self._stopping):
            if not worker.alive:
                self._tell(tape)
                self._stopping.remove((tape, worker))
        if self._tape is not None:
            self._tell(self._tape)
            self._warn(self._tape.figures)
            if self._tape.ended:
                self._retry_us = self._ground.clock.monotonic_us() + RESTART_US
                self._stop()
        self.follow(self._ground.store.state)

    async def close(self) -> None:
        """Close the file; killed if that takes longer than 2 s."""
        if self._tape is not None:
            self._stop()
        for tape, worker in self._stopping:
            await self._ground.loop.run_in_executor(None, worker.stop)
            self._tell(tape)

    def _start(self, state: State, encode: Encode) -> None:
        try:
            path = next_path(state.recording.path)
            self._tape = self._make(path, encode.encoder.headers)
        except ConsoleError as error:
            self._ground.tell(RecordingEnded(error.message))
            return
        self._encode = encode
        self.figures.append(self._tape.figures)
        encode.fan.add(self._put)

    def _put(self, tags: list[Tag]) -> None:
        """Encoder thread."""
        tape = self._tape
        if tape is not None:
            for tag in tags:
                tape.put(tag)

    def _stop(self) -> None:
        tape, self._tape = self._tape, None
        if self._encode is not None:
            self._encode.fan.remove(self._put)
        if tape is not None:
            self._stopping.append((tape, self._ground.work("close recording", tape.stop)))

    def _tell(self, tape: Tape) -> None:
        self.figures[-1:] = [tape.figures]
        for fact in tape.poll():
            self._ground.tell(fact)

    def _warn(self, figures: Figures) -> None:
        """Raise and clear what the figures say."""
        found = worries(figures, stop_free_bytes=STOP_FREE_BYTES)
        for key, message in found.items():
            self._ground.tell(FaultRaised(key, message))
        for key in self._worries - found.keys():
            self._ground.tell(FaultCleared(key))
        self._worries = set(found)
