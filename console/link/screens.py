"""Monitors as a seat sees them: rings that it maps, or pictures that were sent."""

import logging
from pathlib import Path

from console.link.protocol import MonitorPicture
from console.link.still import unpacked
from console.media.picture import Picture
from console.media.ring import RingReader

log = logging.getLogger(__name__)


class Screens:
    """By name. `picture`: one thread; all else: the link's."""

    def __init__(self) -> None:
        """Nothing is looked at."""
        self._rings: dict[str, tuple[str, RingReader]] = {}
        self._sent: dict[str, Picture] = {}
        self._kept: tuple[str, ...] = ()

    def map(self, paths: dict[str, str]) -> None:
        """Open what is new; what cannot be opened, or was taken away, keeps its last picture."""
        rings = dict(self._rings)
        for name, path in paths.items():
            if name in self._kept and (name not in rings or rings[name][0] != path):
                try:
                    rings[name] = (path, RingReader(Path(path)))
                except (OSError, ValueError) as error:
                    log.info("monitor %s cannot be mapped: %r", name, error)
        self._rings = rings

    def take(self, message: MonitorPicture) -> None:
        """A picture that was sent; one that is none, or that nobody looks at any more, is passed over."""
        if message.monitor not in self._kept:
            return
        picture = unpacked(message.jpeg, pts_us=message.media_us)
        if picture is not None:
            self._sent = {**self._sent, message.monitor: picture}

    def keep(self, names: tuple[str, ...]) -> None:
        """Forget all others, also what comes of them from now on."""
        self._kept = names
        self._rings = {name: ring for name, ring in self._rings.items() if name in names}
        self._sent = {name: picture for name, picture in self._sent.items() if name in names}

    def picture(self, name: str) -> Picture | None:
        """The newest; None before the first."""
        ring = self._rings.get(name)
        return self._sent.get(name) if ring is None else ring[1].newest()
