"""Tags waiting for one destination, bounded by time. Written by the encoder, read by the senders' loop."""

import asyncio
import contextlib
import threading
from collections import deque
from collections.abc import Callable, Sequence

from console.output.attempt import CONGESTED_MS
from console.wire.flv import Tag, TagKind

HOPELESS_MS = 8_000
"""When this much waits, sound and keyframes included, all is dropped and sending resumes at the next keyframe."""
HOPELESS_BYTES = 32 * 1024 * 1024
"""The same, whatever the tags' times say."""


class Outlet:
    """Gives a receiver everything from a keyframe on; drops pictures up to the next keyframe when it cannot follow.

    Never drops sound or keyframes, unless the receiver stands still.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, woken: Callable[[], None]) -> None:
        """Empty; begins with the next keyframe. `woken` is called on the loop when there is something to take."""
        self._loop, self._woken = loop, woken
        self._lock = threading.Lock()
        self._tags: deque[Tag] = deque()
        self._bytes = 0
        self._newest_ms = 0
        self._below_ms: int | None = None
        self._is_begun = False
        self._waits_for_key = True
        self._sound_waits = True
        self._is_woken = False
        self.dropped = 0
        """Tags that this receiver missed since it began."""
        self.buffered_ms_max = 0

    def put(self, tags: Sequence[Tag]) -> None:
        """Take in what the encoder made, at least one; never waits. Any thread."""
        with self._lock:
            self._put(tags)
            wakes = bool(self._tags) and not self._is_woken
            self._is_woken |= wakes
        if wakes:
            with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
                self._loop.call_soon_threadsafe(self._woken)

    def taken(self, *, max_bytes: int) -> list[Tag]:
        """The oldest tags, at least one, about `max_bytes`; none: `woken` is called when there are some again."""
        with self._lock:
            self._is_woken = bool(self._tags)
            return self._taken(max_bytes) if self._tags else []

    def below(self, oldest_ms: int | None) -> int:
        """Tell the time of the oldest tag that was taken and has not left yet (None: all have): `buffered_ms` now."""
        with self._lock:
            self._below_ms = oldest_ms
            return self._buffered_ms()

    @property
    def buffered_ms(self) -> int:
        """Between the newest tag and the oldest that has not left, here and below. Any thread."""
        with self._lock:
            return self._buffered_ms()

    def _taken(self, max_bytes: int) -> list[Tag]:
        taken: list[Tag] = []
        size = 0
        while self._tags and size < max_bytes:
            taken.append(self._tags.popleft())
            size += len(taken[-1].body)
        self._bytes -= size
        if self._below_ms is None:
            self._below_ms = taken[0].dts_ms
        return taken

    def _put(self, tags: Sequence[Tag]) -> None:
        """All of them meet the same decision: they are of one burst."""
        self._newest_ms = tags[-1].dts_ms
        buffered_ms = self._buffered_ms()
        self.buffered_ms_max = max(self.buffered_ms_max, buffered_ms)
        if buffered_ms > HOPELESS_MS or self._bytes > HOPELESS_BYTES:
            self._begin_anew()
        is_congested = buffered_ms > CONGESTED_MS
        for tag in tags:
            if self._is_wanted(tag, is_congested=is_congested):
                self._tags.append(tag)
                self._bytes += len(tag.body)
            else:
                self.dropped += self._is_begun

    def _buffered_ms(self) -> int:
        oldest_ms = self._below_ms
        if oldest_ms is None:
            oldest_ms = self._tags[0].dts_ms if self._tags else self._newest_ms
        return max(0, since_ms(self._newest_ms, oldest_ms))

    def _begin_anew(self) -> None:
        self.dropped += len(self._tags)
        self._tags.clear()
        self._bytes = 0
        self._waits_for_key = self._sound_waits = True

    def _is_wanted(self, tag: Tag, *, is_congested: bool) -> bool:
        if tag.kind is not TagKind.VIDEO:
            return not self._sound_waits
        if tag.keyframe:
            self._waits_for_key = self._sound_waits = False
            self._is_begun = True
        elif is_congested:
            self._waits_for_key = True
        return not self._waits_for_key


class Fan:
    """What an encoder gives its tags to: every receiver gets the same immutable tags. Receivers change on the fly."""

    def __init__(self) -> None:
        """Nobody listens yet."""
        self._lock = threading.Lock()
        self._receivers: tuple[Callable[[list[Tag]], None], ...] = ()

    def add(self, receiver: Callable[[list[Tag]], None]) -> None:
        """From the next tags on. Any thread."""
        with self._lock:
            self._receivers = (*self._receivers, receiver)

    def remove(self, receiver: Callable[[list[Tag]], None]) -> None:
        """Nothing more, except what is being given at this moment. Any thread."""
        with self._lock:
            self._receivers = tuple(known for known in self._receivers if known != receiver)

    def __call__(self, tags: list[Tag]) -> None:
        """Give to each. Encoder thread."""
        for receiver in self._receivers:
            receiver(tags)


def since_ms(later_ms: int, earlier_ms: int) -> int:
    """Time from one tag to another; below zero if it is the other way round. FLV's 32 bits may wrap in between."""
    return (later_ms - earlier_ms + 0x80000000) % 0x100000000 - 0x80000000
