"""A source whose pictures are grabbed by a child process: whatever hangs or crashes in a driver stays there."""

import contextlib
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event

import numpy as np

from capture.grab import grab
from capture.live_head import LiveHead
from capture.order import Heard, Opened, Order, Ring, Trouble
from console.errors import ConsoleError, Message
from console.media.audio_ring import AudioRing
from console.media.child import Child
from console.media.picture import Picture
from console.media.ring import RingReader, ring_path
from console.media.sound import Sound
from console.media.timebase import CHANNELS, sample_us
from console.media.worker import Worker
from console.ports.source import Opening, SourceFigures
from console.words.capture import CHILD_DIED, SOURCE_NOT_OPENED, SOURCE_SILENT

OPENING_S = 9.0
"""For the child to start, connect and bring its first word."""
_LOOK_S = 0.1

Target = Callable[[Connection], None]


def new_ring_path() -> str:
    """Where a child shall make its rings: a name nobody else has."""
    return str(ring_path())


def opened(order: Order, opening: Opening, *, silent_after_s: float, target: Target = grab) -> "ChildSource":
    """A running source, or `ConsoleError` with the child's reason."""
    source = ChildSource(order, opening, silent_after_s=silent_after_s, target=target)
    source.answered.wait(OPENING_S)
    problem = source.problem
    if problem is None and not source.is_open:
        problem = SOURCE_NOT_OPENED(name=opening.name, reason=f"no answer, {OPENING_S:.0f} s")
    if problem is not None:
        source.close()
        raise ConsoleError(problem)
    return source


class ChildSource:
    """Pictures from a mapped ring, sound from the pipe, both as old as the latency all live sources share."""

    live = True
    has_picture = False
    has_sound = False

    def __init__(self, order: Order, opening: Opening, *, silent_after_s: float, target: Target) -> None:
        """Starts the child. Without news for `silent_after_s` the source has a problem."""
        self._order, self._name, self._clock = order, opening.name, opening.clock
        self._silent_after_s = silent_after_s
        self._head = LiveHead(opening.clock, latency_us=opening.latency_us)
        self._half_tick_us = 500_000 * opening.seconds // opening.pictures
        self._sound = AudioRing()
        self._reader: RingReader | None = None
        self._seen, self._overwritten = 0, 0
        self._shown: Picture | None = None
        self._given = 0
        self._news_us = opening.clock.monotonic_us()
        self._trouble: Message | None = None
        self.answered = Event()
        """The child said something, or died."""
        self._child = Child(f"source {opening.name}", target)
        try:
            self._child.pipe.send(order)
        except OSError:
            self._trouble = CHILD_DIED(name=self._name)
        self._worker = Worker(f"source {opening.name}", self._listen).start()

    def picture(self, media_us: int) -> Picture | None:
        """The picture nearest to the sound of this tick."""
        reader = self._reader
        if reader is not None:
            picture = reader.at(self._head.due_us(media_us) + self._half_tick_us)
            if picture is not None and picture is not self._shown:
                self._shown = picture
                self._given += 1
        return self._shown

    def sound(self, first: int, count: int) -> Sound | None:
        """Its sound, at the same latency."""
        if not self.has_sound:
            return None
        return self._sound.read(first, count, due_us=self._head.due_us(sample_us(first)))

    @property
    def is_open(self) -> bool:
        """The child said that it runs."""
        return self.has_picture or self.has_sound

    @property
    def figures(self) -> SourceFigures:
        """Passed-over pictures are those that no tick showed."""
        passed_over = self._overwritten + (self._reader.overwritten if self._reader else 0)
        return SourceFigures(self._given, passed_over, self._news_us, self._sound.missing)

    @property
    def problem(self) -> Message | None:
        """The child's last word, its death, or its silence."""
        silent_us = self._clock.monotonic_us() - self._news_us
        if self._trouble is None and self.is_open and silent_us > self._silent_after_s * 1e6:
            self._trouble = SOURCE_SILENT(name=self._name, seconds=round(self._silent_after_s))
        return self._trouble

    def close(self) -> None:
        """End the child, killing it where it hangs, and take its rings away."""
        self._worker.stop(timeout_s=0.5)
        self._child.stop(timeout_s=0.4)
        for path in self._rings():
            path.unlink(missing_ok=True)

    def _listen(self, stop: Event) -> None:
        while not stop.is_set():
            try:
                if self._child.pipe.poll(_LOOK_S):
                    self._hear(self._child.pipe.recv())
            except (EOFError, OSError):
                self._trouble = self._trouble or CHILD_DIED(name=self._name)
                self.answered.set()
                return
            self._look()

    def _hear(self, word: Opened | Ring | Heard | Trouble) -> None:
        match word:
            case Heard(taken_us, samples):
                self._sound.write(np.frombuffer(samples, np.float32).reshape(-1, CHANNELS), taken_us=taken_us)
                self._news_us = self._clock.monotonic_us()
            case Ring(path):
                self._change_to(Path(path))
            case Opened(has_picture, has_sound):
                self.has_picture, self.has_sound = has_picture, has_sound
                self._news_us = self._clock.monotonic_us()
                self.answered.set()
            case Trouble(message):
                self._trouble = message
                self.answered.set()

    def _look(self) -> None:
        number = self._reader.number if self._reader else 0
        if number != self._seen:
            self._seen, self._news_us = number, self._clock.monotonic_us()

    def _change_to(self, path: Path) -> None:
        """Pictures of another size: a ring of its own."""
        if self._reader is not None:
            self._overwritten += self._reader.overwritten
        self._reader, self._seen = RingReader(path), 0
        # Why only this one: the child may have made the next, whose word has not come yet.
        with contextlib.suppress(PermissionError):  # Windows keeps the name of a mapped file; `close` takes it away.
            path.unlink(missing_ok=True)

    def _rings(self) -> Iterator[Path]:
        ring = Path(self._order.ring)
        return ring.parent.glob(f"{ring.name}.*")
