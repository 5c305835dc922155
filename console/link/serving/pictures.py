"""Monitors for seats that map no files: made small once for all of them, the newest only, while somebody looks."""

import logging
from pathlib import Path

from console.link.protocol import MonitorPicture, encoded
from console.link.serving.connection import framed
from console.link.still import packed
from console.media.ring import RingReader

log = logging.getLogger(__name__)


class Pictures:
    """Thread: `frame` may run on another than the loop's, one call at a time."""

    def __init__(self) -> None:
        """Nobody looks."""
        self._rings: dict[str, tuple[str, RingReader]] = {}
        self._made: dict[str, tuple[int, bytes]] = {}
        self.made = 0
        """Pictures made, however many seats they went to."""

    def frame(self, monitor: str, path: str, known: int) -> tuple[int, bytes]:
        """(number of the newest picture, its message); empty if it is the `known` one or there is none."""
        ring = self._ring(monitor, path)
        if ring is None or ring.number in {0, known}:
            return known, b""
        number = ring.number
        if self._made.get(monitor, (0, b""))[0] != number:
            picture = ring.newest()
            if picture is None:
                return known, b""
            jpeg = packed(picture)
            self.made += 1
            self._made[monitor] = (number, framed(encoded(MonitorPicture(monitor, picture.pts_us, jpeg))))
        return self._made[monitor]

    def keep(self, monitors: set[str]) -> None:
        """Forget all others."""
        for known in (self._rings, self._made):
            for monitor in [one for one in known if one not in monitors]:
                del known[monitor]

    def _ring(self, monitor: str, path: str) -> RingReader | None:
        known = self._rings.get(monitor)
        if known is None or known[0] != path:
            try:
                known = self._rings[monitor] = (path, RingReader(Path(path)))
            except (OSError, ValueError) as error:
                log.info("monitor %s cannot be mapped: %r", monitor, error)
                return None
            self._made.pop(monitor, None)
        return known[1]
