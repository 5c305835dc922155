"""Tags on their way to the recorder's child, as FLV bytes: bounded, from a keyframe, from time zero.

Thread: the encoder puts, the recorder's worker takes.
"""

import threading
from collections import deque
from collections.abc import Iterable
from typing import Final

from console.wire.flv import Tag, TagKind, file_header, tag_bytes

MAX_BYTES: Final = 16 * 1024 * 1024
MAX_MS: Final = 30_000
_PIECE_BYTES: Final = 256 * 1024
_STEP_BACK_MS: Final = 1000
"""Sound may stand a little before the picture; more is a clock that began again."""
_ORDER: Final = (TagKind.SCRIPT, TagKind.VIDEO, TagKind.AUDIO)


class RecorderQueue:
    """Never waits for room: full, it lets go of everything up to the next keyframe that fits, and counts it."""

    def __init__(self, headers: Iterable[Tag], *, max_bytes: int = MAX_BYTES, max_ms: int = MAX_MS) -> None:
        """`headers`: metadata and sequence headers as far as they are known; later ones are learned from `put`."""
        self._changed = threading.Condition()
        self._headers = {tag.kind: tag for tag in headers}
        self._max_bytes, self._max_ms = max_bytes, max_ms
        self._pieces: deque[tuple[int, bytes]] = deque()
        self._bytes = 0
        self._zero_ms: int | None = None
        self._newest_ms = 0
        self._skipping = True
        self._closed = False
        self.stream_changed = False
        """It closed itself: what came does not fit behind what the file holds, it needs a new file."""
        self.dropped = 0
        """Tags that found no room, and those behind them up to the next keyframe."""

    def put(self, tag: Tag) -> None:
        """Append; nothing before the first keyframe or after the close."""
        with self._changed:
            if self._closed:
                return
            if tag.header or tag.kind is TagKind.SCRIPT:
                self._learn(tag)
            elif self._has_place_for(tag):
                self._append(tag)
            elif self._zero_ms is not None:
                self.dropped += 1

    def take(self, *, timeout_s: float) -> bytes:
        """The oldest tags, at most about 256 kB, none cut in two; empty: none came in time."""
        with self._changed:
            self._changed.wait_for(lambda: self._pieces or self._closed, timeout_s)
            taken: list[bytes] = []
            size = 0
            while self._pieces and size < _PIECE_BYTES:
                taken.append(self._pieces.popleft()[1])
                size += len(taken[-1])
            self._bytes -= size
        return b"".join(taken)

    def close(self) -> None:
        """Nothing more is taken in; what is inside can still be taken out."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    @property
    def is_dropping(self) -> bool:
        """What comes now is let go of, until a keyframe finds room."""
        with self._changed:
            return self._skipping and self._zero_ms is not None

    @property
    def finished(self) -> bool:
        """Closed and empty."""
        with self._changed:
            return self._closed and not self._pieces

    def _learn(self, tag: Tag) -> None:
        """Headers belong to the beginning of a file; the same ones again say nothing new."""
        if self._zero_ms is None:
            self._headers[tag.kind] = tag
        elif tag.header and (tag.kind not in self._headers or self._headers[tag.kind].body != tag.body):
            self._end_here()

    def _has_place_for(self, tag: Tag) -> bool:
        """Also decides whether what follows is let go of."""
        if self._skipping and not tag.keyframe:
            return False
        too_many = self._bytes + len(tag.body) > self._max_bytes
        too_old = bool(self._pieces) and self._offset_ms(tag) - self._pieces[0][0] > self._max_ms
        self._skipping = too_many or too_old
        return not self._skipping

    def _append(self, tag: Tag) -> None:
        if self._zero_ms is None:
            self._begin(tag)
        at_ms = self._offset_ms(tag)
        if at_ms < self._newest_ms - _STEP_BACK_MS:
            self._end_here()
        elif at_ms >= 0:  # Why: sound from before the first picture would have a time below zero.
            self._newest_ms = max(self._newest_ms, at_ms)
            self._push(at_ms, tag_bytes(Tag(tag.kind, at_ms, tag.body)))

    def _begin(self, keyframe: Tag) -> None:
        self._zero_ms = keyframe.dts_ms
        known = [self._headers[kind] for kind in _ORDER if kind in self._headers]
        self._push(0, file_header(has_audio=TagKind.AUDIO in self._headers))
        for tag in known:
            self._push(0, tag_bytes(Tag(tag.kind, 0, tag.body)))

    def _push(self, at_ms: int, data: bytes) -> None:
        self._pieces.append((at_ms, data))
        self._bytes += len(data)
        self._changed.notify_all()

    def _offset_ms(self, tag: Tag) -> int:
        """Time since the first keyframe; negative before it. The 32 bits of FLV's time may wrap between them."""
        zero_ms = tag.dts_ms if self._zero_ms is None else self._zero_ms
        return (tag.dts_ms - zero_ms + 0x80000000) % 0x100000000 - 0x80000000

    def _end_here(self) -> None:
        self.stream_changed = self._closed = True
        self._changed.notify_all()
