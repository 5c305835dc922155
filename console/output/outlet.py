"""Tags waiting for one destination, bounded by time. Written by the encoder, read by the sender's loop."""

import asyncio
import threading
from collections import deque
from collections.abc import Callable, Iterable

from console.wire.flv import Tag, TagKind

CONGESTED_MS = 700
"""libobs drops when this much waits; congestion is what waits divided by it."""
HOPELESS_MS = 8_000
"""When this much waits, sound and keyframes included, all is dropped and sending resumes at the next keyframe."""


class Outlet:
    """Gives a receiver everything from a keyframe on; drops pictures up to the next keyframe when it cannot follow.

    Never drops sound or keyframes, unless the receiver stands still.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, *, below_ms: Callable[[], int] = lambda: 0) -> None:
        """`below_ms`: how much waits further down (write buffer, kernel); read at each tag."""
        self._loop = loop
        self._below_ms = below_ms
        self._lock = threading.Lock()
        self._tags: deque[Tag] = deque()
        self._waits_for_key = True
        self._begun = False
        self._ready = asyncio.Event()
        self.dropped = 0
        """Tags that this receiver missed since it began."""
        self.buffered_ms = 0
        """What waits here and below, at the last tag."""
        self.buffered_ms_max = 0

    def put(self, tags: Iterable[Tag]) -> None:
        """Take in what the encoder made; never waits. Any thread."""
        with self._lock:
            for tag in tags:
                self._put(tag)
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._ready.set)

    async def take(self) -> list[Tag]:
        """All that waits, at least one tag. On the sender's loop."""
        while True:
            with self._lock:
                self._ready.clear()
                taken = list(self._tags)
                self._tags.clear()
            if taken:
                return taken
            await self._ready.wait()

    @property
    def congestion(self) -> float:
        """0: nothing waits; 1 and more: pictures are dropped."""
        return self.buffered_ms / CONGESTED_MS

    def _put(self, tag: Tag) -> None:
        self._measure(tag)
        if self.buffered_ms > HOPELESS_MS:
            self._begin_anew()
        if self._is_wanted(tag):
            self._begun = True
            self._tags.append(tag)
        else:
            self.dropped += self._begun

    def _measure(self, tag: Tag) -> None:
        waiting_ms = max(0, tag.dts_ms - self._tags[0].dts_ms) if self._tags else 0
        self.buffered_ms = waiting_ms + self._below_ms()
        self.buffered_ms_max = max(self.buffered_ms_max, self.buffered_ms)

    def _begin_anew(self) -> None:
        self.dropped += len(self._tags)
        self._tags.clear()
        self._waits_for_key = True

    def _is_wanted(self, tag: Tag) -> bool:
        if tag.kind is not TagKind.VIDEO:
            return self._begun
        if tag.keyframe:
            self._waits_for_key = False
        elif self.buffered_ms > CONGESTED_MS:
            self._waits_for_key = True
        return not self._waits_for_key


class Fan:
    """What an encoder gives its tags to: every receiver gets the same immutable tags. Receivers change on the fly."""

    def __init__(self) -> None:
        """Nobody listens yet."""
        self._receivers: tuple[Callable[[list[Tag]], None], ...] = ()

    def add(self, receiver: Callable[[list[Tag]], None]) -> None:
        """From the next tags on. Control thread."""
        self._receivers = (*self._receivers, receiver)

    def remove(self, receiver: Callable[[list[Tag]], None]) -> None:
        """Nothing more. Control thread."""
        self._receivers = tuple(known for known in self._receivers if known != receiver)

    def __call__(self, tags: list[Tag]) -> None:
        """Give to each. Encoder thread."""
        for receiver in self._receivers:
            receiver(tags)
