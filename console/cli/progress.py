"""One line about how the show goes, on standard error."""

import sys
import time

from console.engine.figures import Figures
from console.engine.order import News

EVERY_S = 5.0
"""Where lines cannot be written over."""


class Progress:
    """Writes over its own line on a terminal, a new line now and then elsewhere."""

    def __init__(self, *, quiet: bool = False) -> None:
        """`quiet`: says nothing."""
        self._quiet = quiet
        self._is_terminal = sys.stderr.isatty()
        self._next = 0.0
        self._line = ""

    def __call__(self, news: News, figures: Figures | None) -> None:
        """Say how it goes, if it is time."""
        line = _line_of(news, figures)
        now = time.monotonic()
        if self._quiet or line == self._line or (not self._is_terminal and now < self._next):
            return
        self._line, self._next = line, now + EVERY_S
        print(
            f"\r\x1b[K{line}" if self._is_terminal else line, end="" if self._is_terminal else "\n", file=sys.stderr
        )
        sys.stderr.flush()

    def end(self) -> None:
        """Leave the line."""
        if self._is_terminal and self._line and not self._quiet:
            print(file=sys.stderr)


def _line_of(news: News, figures: Figures | None) -> str:
    seconds = figures.seconds if figures else 0.0
    clock = f"{int(seconds) // 60:02d}:{int(seconds) % 60:02d}"
    encodes = (
        [f"{one.canvas} {one.fps:.0f} fps {one.kbps / 1000:.1f} Mb/s" for one in figures.renditions]
        if figures
        else []
    )
    lines = [f"{key} {status.phase}" for key, status in news.destinations.items()]
    faults = [f"! {key}" for key in news.faults]
    return f"本番 {clock}  " + " · ".join([*encodes, *lines, *faults])
