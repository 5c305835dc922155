"""Hand-over of finished pictures and their sound from the mixer to one encoder."""

import threading
from collections import deque
from dataclasses import dataclass
from fractions import Fraction

import av

from console.media.channel import Channel
from console.media.picture import Picture, picture_of_frame
from console.media.sound import Sound

DEPTH = 6
"""Ticks that may wait for the encoder: 200 ms at 30 pictures a second."""

BURST = 3
"""Ticks that are handed over together (decision 21): an encoder that takes them in one go finds its caches warm."""

SOUNDS_KEPT = 300
"""Ticks of sound kept for an encoder that stands still: 10 s at 30 a second. What is lost is counted."""


@dataclass(frozen=True, slots=True, eq=False)
class FrameMemory:
    """The encoder's own memory of one picture, as libav sees it and as the mixer writes it."""

    frame: av.VideoFrame
    picture: Picture


@dataclass(frozen=True, slots=True, eq=False)
class Tick:
    """One picture. Without memory the one before it is shown again."""

    number: int
    memory: FrameMemory | None


@dataclass(frozen=True, slots=True, eq=False)
class Burst:
    """Ticks to be encoded in one go."""

    ticks: tuple[Tick, ...] = ()
    sounds: tuple[Sound, ...] = ()
    """Of these ticks, and of those before and between them whose pictures were skipped."""
    lost_samples: int = 0
    """Before `sounds`: what an encoder that stood still for long never got."""


class Feed:
    """A bounded channel of ticks with its own pictures going round. `blank` and `offer`: mixer; the rest: encoder."""

    def __init__(self, width: int, height: int, rate: Fraction, *, burst: int = BURST, turn: int = 0) -> None:
        """All memory is taken here: what waits, what is written, what is encoded, what may be repeated.

        Feeds of one show whose `turn` differs hand over at different ticks.
        """
        self.width, self.height, self.rate = width, height, rate
        self._burst, self._turn = burst, turn
        self._bursts: Channel[Burst] = Channel(depth=DEPTH)
        self._gathering = threading.Lock()
        self._gathered: list[Tick] = []
        self._sounds: list[Sound] = []
        """Not handed over yet: of the ticks gathered, and of those skipped."""
        self._offered = self._taken = 0
        self._is_closed = False
        self.skipped = 0
        """Ticks whose picture the encoder never got."""
        self._blank: deque[FrameMemory] = deque()
        """The one given back last is written next: it is still in the processor's cache."""
        self._lost_samples = 0
        for _ in range(DEPTH + burst + 2):
            self._blank.append(_memory(width, height))

    def blank(self) -> FrameMemory | None:
        """Memory to write the next picture into; None if the encoder is that far behind."""
        return self._blank.pop() if self._blank else None

    def offer(self, number: int, memory: FrameMemory | None, sound: Sound) -> None:
        """Hand over a tick. If the encoder has no room its picture is skipped and counted, its sound kept."""
        with self._gathering:
            if self._is_closed:
                return
            self._sounds.append(sound)
            if self.waiting < DEPTH:
                self._gathered.append(Tick(number, memory))
                self._offered += 1
            else:
                self._skip(memory)
            if (number + self._turn) % self._burst == 0:
                self._hand_over()

    def take(self, *, timeout_s: float = 0.2) -> Burst | None:
        """The oldest ticks; None if none came in time."""
        burst = self._bursts.take(timeout_s=timeout_s)
        self._taken += len(burst.ticks) if burst is not None else 0
        return burst

    def give_back(self, memory: FrameMemory) -> None:
        """This memory may be written again."""
        self._blank.append(memory)

    def close(self) -> None:
        """No more ticks. Any thread."""
        with self._gathering:
            self._is_closed = True
            self._hand_over()
            self._bursts.close()

    @property
    def finished(self) -> bool:
        """Closed, and every tick taken."""
        return self._bursts.finished

    @property
    def left_over(self) -> tuple[Sound, ...]:
        """Sound of the last ticks, when their pictures were skipped and no tick came after them."""
        return tuple(self._sounds) if self.finished else ()

    @property
    def waiting(self) -> int:
        """Ticks not yet taken."""
        return self._offered - self._taken

    @property
    def is_crowded(self) -> bool:
        """More wait than may gather in a burst's time while an encoder keeps up."""
        return self.waiting >= DEPTH - self._burst

    def _hand_over(self) -> None:
        if self._gathered:
            self._bursts.offer(Burst(tuple(self._gathered), tuple(self._sounds), self._lost_samples))
            self._gathered, self._sounds, self._lost_samples = [], [], 0

    def _skip(self, memory: FrameMemory | None) -> None:
        self.skipped += 1
        if len(self._sounds) > SOUNDS_KEPT:
            self._lost_samples += len(self._sounds.pop(0))
        if memory is not None:
            self.give_back(memory)


def _memory(width: int, height: int) -> FrameMemory:
    frame = av.VideoFrame(width, height, "yuv420p")
    frame.colorspace = av.video.reformatter.Colorspace.ITU709
    frame.color_range = av.video.reformatter.ColorRange.MPEG
    return FrameMemory(frame, picture_of_frame(frame))
