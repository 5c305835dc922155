"""Hand-over of finished pictures and their sound from the mixer to one encoder."""

from collections import deque
from dataclasses import dataclass
from fractions import Fraction

import av

from console.media.channel import Channel
from console.media.picture import Picture, picture_of_frame
from console.media.sound import Sound

DEPTH = 4
"""Ticks that may wait for the encoder: 133 ms at 30 pictures a second."""

SOUNDS_KEPT = 300
"""Ticks of sound kept for an encoder that stands still: 10 s at 30 a second. What is lost is counted."""


@dataclass(frozen=True, slots=True, eq=False)
class FrameMemory:
    """The encoder's own memory of one picture, as libav sees it and as the mixer writes it."""

    frame: av.VideoFrame
    picture: Picture


@dataclass(frozen=True, slots=True, eq=False)
class Tick:
    """What belongs to one tick. Without memory the picture before it is shown again."""

    number: int
    memory: FrameMemory | None
    sounds: tuple[Sound, ...]
    """Of this tick and of those before it whose pictures were skipped."""
    lost_samples: int = 0
    """Before `sounds`: what an encoder that stood still for long never got."""


class Feed:
    """A bounded channel of ticks with its own pictures going round. `blank` and `offer`: mixer; the rest: encoder."""

    def __init__(self, width: int, height: int, rate: Fraction) -> None:
        """All memory is taken here: what waits, what is written, what is encoded, what may be repeated."""
        self.width, self.height, self.rate = width, height, rate
        self._ticks: Channel[Tick] = Channel(depth=DEPTH)
        self._blank: deque[FrameMemory] = deque()
        """The one given back last is written next: it is still in the processor's cache."""
        self._unsent: tuple[Sound, ...] = ()
        self._lost_samples = 0
        for _ in range(DEPTH + 3):
            self._blank.append(_memory(width, height))

    def blank(self) -> FrameMemory | None:
        """Memory to write the next picture into; None if the encoder is that far behind."""
        return self._blank.pop() if self._blank else None

    def offer(self, number: int, memory: FrameMemory | None, sound: Sound) -> None:
        """Hand over a tick. If the encoder has no room its picture is skipped and counted, its sound kept."""
        sounds = (*self._unsent, sound)
        if self._ticks.offer(Tick(number, memory, sounds, self._lost_samples)):
            self._unsent, self._lost_samples = (), 0
            return
        self._unsent = sounds[-SOUNDS_KEPT:]
        self._lost_samples += sum(len(lost) for lost in sounds[:-SOUNDS_KEPT])
        if memory is not None:
            self.give_back(memory)

    def take(self, *, timeout_s: float = 0.2) -> Tick | None:
        """The oldest tick; None if none came in time."""
        return self._ticks.take(timeout_s=timeout_s)

    def give_back(self, memory: FrameMemory) -> None:
        """This memory may be written again."""
        self._blank.append(memory)

    def close(self) -> None:
        """No more ticks."""
        self._ticks.close()

    @property
    def finished(self) -> bool:
        """Closed, and every tick taken."""
        return self._ticks.finished

    @property
    def left_over(self) -> tuple[Sound, ...]:
        """Sound of the last ticks, when their pictures were skipped and no tick came after them."""
        return self._unsent if self.finished else ()

    @property
    def waiting(self) -> int:
        """Ticks not yet taken."""
        return len(self._ticks)

    @property
    def skipped(self) -> int:
        """Ticks whose picture the encoder never got."""
        return self._ticks.skipped


def _memory(width: int, height: int) -> FrameMemory:
    frame = av.VideoFrame(width, height, "yuv420p")
    frame.colorspace = av.video.reformatter.Colorspace.ITU709
    frame.color_range = av.video.reformatter.ColorRange.MPEG
    return FrameMemory(frame, picture_of_frame(frame))
