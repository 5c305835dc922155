"""Keeps a recorder alive while a recording is wanted; after a death it goes on in the next file."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from console.errors import ConsoleError, Message
from console.media.worker import Worker
from console.model.facts import Fact, FaultCleared, FaultRaised, RecordingEnded
from console.model.state import State
from console.output.recorder_figures import Figures, worries
from console.output.recording_file import STOP_FREE_BYTES
from console.supervise.ground import Backoff, Ground, ended
from console.supervise.renditions import Encode
from console.wire.flv import Tag
from console.words.supervise import RECORDING_BROKE

log = logging.getLogger(__name__)

FIRST_RETRY_US, LONGEST_RETRY_US, WELL_US = 500_000, 10_000_000, 10_000_000
CLOSE_S = 6.0
LAST_TAGS_S = 1.0
"""How long an encoder that ends may take to give out its last tags."""
WORRY_LOOKS = 10
"""Looks between two judgements of the figures: one second."""


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
    """One file: its recorder, what it records, and where its figures go."""

    tape: Tape
    encode: Encode
    wanted_path: str
    """What was asked for; the file may have a number behind its name."""
    figures: Figures = field(default_factory=Figures)
    closing: Worker | None = None
    is_over: bool = False
    """It has said its last word."""

    def take(self, tags: list[Tag]) -> None:
        """Encoder thread."""
        for tag in tags:
            self.tape.put(tag)


Make = Callable[[str, tuple[Tag, ...]], Tape]


class RecordingSupervisor:
    """At most one recorder writes at a time; a slow disk holds up a thread, never the control thread."""

    def __init__(self, ground: Ground, make: Make, encodes: Callable[[], dict[str, Encode]]) -> None:
        """`make` finds a free name and starts a recorder, on a thread of its own; `encodes`: what can be recorded."""
        self._ground, self._make, self._encodes = ground, make, encodes
        self._reel: Reel | None = None
        self._opening: Worker | None = None
        self._session = ""
        self._backoff = _backoff()
        self._looks = 0
        self._worries: set[str] = set()
        self._reels: list[Reel] = []
        self._former: list[Reel] = []
        """Of the session before, still closing: nobody hears them any more."""
        self._is_closed = False

    @property
    def figures(self) -> list[Figures]:
        """Of every file of the session, oldest first."""
        return [reel.figures for reel in self._reels]

    def follow(self, state: State) -> None:
        """Start or stop."""
        if state.session.running and state.session.id != self._session:
            self._begin_session(state.session.id)
        encode = self._encodes().get(state.recording.rendition)
        wanted = state.recording.wanted and state.session.running and encode is not None
        reel = self._reel
        if reel is not None and not (wanted and encode is reel.encode and state.recording.path == reel.wanted_path):
            self._stop()
        elif wanted and encode is not None and self._may_start():
            self._start(state.recording.path, encode)
        if not state.recording.wanted:
            self._backoff = _backoff()

    def look(self) -> None:
        """Hear what recorders say."""
        if not self._reels and not self._ground.store.state.recording.wanted:
            return
        self._looks += 1
        for reel in self._reels:
            self._hear(reel)
        if self._reel is not None and self._reel.tape.ended:
            self._backoff.failed(self._ground.clock.monotonic_us())
            self._stop()
        if self._reel is not None and self._looks % WORRY_LOOKS == 0:
            self._warn(worries(self._reel.figures, stop_free_bytes=STOP_FREE_BYTES))
        self.follow(self._ground.store.state)

    async def close(self) -> None:
        """Close the file; killed if it does not end by itself."""
        self._is_closed = True
        self._stop()
        await ended([self._opening], timeout_s=1.0)
        await ended([reel.closing for reel in (*self._former, *self._reels)], timeout_s=CLOSE_S)
        for reel in self._reels:
            self._hear(reel)

    def _begin_session(self, session: str) -> None:
        self._stop()
        self._session, self._backoff = session, _backoff()
        self._former = [reel for reel in self._reels if _is_closing(reel)]
        self._reels = []

    def _may_start(self) -> bool:
        """One at a time: what the last one still has to say would be taken for the next one's."""
        is_free = self._reel is None and self._opening is None and not self._is_closed
        if not is_free or any(map(_is_closing, self._former)) or not all(reel.is_over for reel in self._reels):
            return False
        return self._backoff.is_due(self._ground.clock.monotonic_us())

    def _start(self, path: str, encode: Encode) -> None:
        headers = encode.encoder.headers

        def work() -> None:
            made = self._made(path, headers)
            self._ground.later(lambda: self._arrived(made, path, encode))

        self._opening = self._ground.work("open recording", work)

    def _made(self, path: str, headers: tuple[Tag, ...]) -> Tape | Message:
        """Thread: the opening's own."""
        try:
            return self._make(path, headers)
        except ConsoleError as error:
            return error.message
        except Exception as error:
            log.exception("recording to %s", path)
            return RECORDING_BROKE(reason=f"{type(error).__name__}: {error}"[:200])

    def _arrived(self, made: Tape | Message, path: str, encode: Encode) -> None:
        self._opening = None
        if isinstance(made, Message):
            self._ground.tell(RecordingEnded(made))
            return
        self._reel = Reel(made, encode, path)
        self._reels.append(self._reel)
        encode.fan.add(self._reel.take)
        if self._is_closed:
            self._stop()

    def _stop(self) -> None:
        reel, self._reel = self._reel, None
        if reel is not None:
            reel.closing = self._ground.work("close recording", lambda: _close(reel))
            self._warn({})

    def _hear(self, reel: Reel) -> None:
        if reel.is_over:
            return
        is_over = reel.closing is not None and not reel.closing.alive
        reel.figures = reel.tape.figures
        for fact in reel.tape.poll():
            self._ground.tell(fact)
        reel.is_over = is_over

    def _warn(self, found: dict[str, Message]) -> None:
        """Raise and clear what the figures say."""
        for key, message in found.items():
            self._ground.tell(FaultRaised(key, message))
        for key in self._worries - found.keys():
            self._ground.tell(FaultCleared(key))
        self._worries = set(found)


def _is_closing(reel: Reel) -> bool:
    return reel.closing is not None and reel.closing.alive


def _close(reel: Reel) -> None:
    """Thread: its own. What an encoder that ends still gives belongs into the file."""
    deadline_s = time.monotonic() + LAST_TAGS_S
    while reel.encode.is_over and reel.encode.worker.alive and time.monotonic() < deadline_s:
        time.sleep(0.01)
    reel.encode.fan.remove(reel.take)
    reel.tape.stop()


def _backoff() -> Backoff:
    return Backoff(first_us=FIRST_RETRY_US, longest_us=LONGEST_RETRY_US, well_us=WELL_US)
