"""Sound of a clip between the thread that decodes it and the tick that plays it."""

import threading
from collections import deque

from console.media.sound import Sound, silence


class SoundTrack:
    """Stretches of samples on the clip's own time. What lies before `end` and was never written is silence.

    Once full it takes nothing until half of it was played: a decoder that works in bursts costs less.
    """

    def __init__(self, *, lead: int) -> None:
        """The writer may run ahead of the reader by `lead` samples; memory is bounded by that."""
        self._lead = lead
        self._lock = threading.Lock()
        self._changed = threading.Condition(self._lock)
        self._stretches: deque[tuple[int, Sound]] = deque()
        self._end = 0
        self._head = 0
        self._is_full = self._is_awaited = False
        """Nothing is taken in; the writer waits for room."""
        self.missing = 0
        """Samples that were asked for before they were decoded."""

    @property
    def end(self) -> int:
        """Everything before this sample is known."""
        with self._lock:
            return self._end

    def has_room(self, *, timeout_s: float = 0.0) -> bool:
        """Whether the writer should go on; waits for it at most that long."""
        with self._lock:
            if timeout_s and not self._has_room():
                self._is_awaited = True
                self._changed.wait_for(self._has_room, timeout_s)
            return self._has_room()

    def write(self, first: int, sound: Sound) -> None:
        """Append samples first..; what lies before `end` is dropped, a hole after it is silence."""
        with self._lock:
            begin = max(first, self._end)
            if first + len(sound) > begin:
                self._stretches.append((begin, sound[begin - first :]))
                self._end = first + len(sound)

    def end_at(self, sample: int) -> None:
        """The clip ends or its next round begins here: drop what is beyond, be silent up to it."""
        with self._lock:
            while self._stretches and self._stretches[-1][0] >= sample:
                self._stretches.pop()
            if self._stretches:
                first, sound = self._stretches[-1]
                self._stretches[-1] = first, sound[: sample - first]
            self._end = sample

    def pass_to(self, sample: int) -> None:
        """The play-head is here: what lies before it will not be asked for."""
        with self._lock:
            self._head = max(self._head, sample)
            while self._stretches and _end_of(self._stretches[0]) <= self._head:
                self._stretches.popleft()
            if self._is_awaited and self._has_room():
                self._is_awaited = False
                self._changed.notify_all()

    def read(self, first: int, count: int, *, more: bool) -> Sound | None:
        """Samples first..first + count, None if all are silent; unknown ones are missing if `more` come."""
        end = first + count
        with self._lock:
            if more:
                self.missing += max(0, min(count, end - self._end))
            whole = self._copied(first, end)
        self.pass_to(end)
        return whole

    def _copied(self, first: int, end: int) -> Sound | None:
        whole = None
        for start, sound in self._stretches:
            if start >= end:  # Why: they lie in order, and most of them are for later.
                break
            begin, last = max(start, first), min(start + len(sound), end)
            if begin < last:
                whole = silence(end - first) if whole is None else whole
                whole[begin - first : last - first] = sound[begin - start : last - start]
        return whole

    def _has_room(self) -> bool:
        ahead = self._end - self._head
        self._is_full = ahead > self._lead // 2 if self._is_full else ahead >= self._lead
        return not self._is_full


def _end_of(stretch: tuple[int, Sound]) -> int:
    return stretch[0] + len(stretch[1])
