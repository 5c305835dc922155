"""Which tags were given to a line and have not left it. Pure."""

from collections import deque


class Underway:
    """Turns bytes that wait into the time of the oldest tag among them, whatever the bitrate is by now."""

    def __init__(self) -> None:
        """Nothing was written."""
        self._written: deque[tuple[int, int]] = deque()

    def wrote(self, dts_ms: int, *, end_byte: int) -> None:
        """A tag was written; it ends at this byte of all that was ever written."""
        self._written.append((end_byte, dts_ms))

    def oldest_ms(self, *, left_bytes: int) -> int | None:
        """Time of the first tag of which something has not left yet; None if all have."""
        while self._written and self._written[0][0] <= left_bytes:
            self._written.popleft()
        return self._written[0][1] if self._written else None
