"""Sound of a clip between the thread that decodes it and the tick that plays it."""

import threading
from collections import deque
from itertools import takewhile

import numpy as np

from console.media.sound import Sound
from console.media.timebase import CHANNELS


class SoundTrack:
    """Stretches of samples on the clip's own time. What lies before `end` and was never written is silence."""

    def __init__(self, *, lead: int) -> None:
        """The writer may run ahead of the reader by `lead` samples; memory is bounded by that."""
        self._lead = lead
        self._lock = threading.Lock()
        self._changed = threading.Condition(self._lock)
        self._stretches: deque[tuple[int, Sound]] = deque()
        self._end = 0
        self._head = 0
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
            return self._changed.wait_for(lambda: self._end - self._head < self._lead, timeout_s)

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
            self._changed.notify_all()

    def read(self, first: int, count: int, *, more: bool) -> Sound | None:
        """Samples first..first + count, None if all are silent; unknown ones are missing if `more` come."""
        with self._lock:
            # Why: they lie in order, and what is before the play-head is gone; most of them are for later.
            due = takewhile(lambda stretch: stretch[0] < first + count, self._stretches)
            stretches = [stretch for stretch in due if _end_of(stretch) > first]
            if more:
                self.missing += max(0, min(count, first + count - self._end))
        self.pass_to(first + count)
        if not stretches:
            return None
        whole = np.zeros((count, CHANNELS), np.float32)
        for start, sound in stretches:
            begin, end = max(start, first), min(start + len(sound), first + count)
            whole[begin - first : end - first] = sound[begin - start : end - start]
        return whole


def _end_of(stretch: tuple[int, Sound]) -> int:
    return stretch[0] + len(stretch[1])
