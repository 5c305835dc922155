"""One line about how the show goes, on standard error."""

import shutil
import sys
import time

from console.cli.columns import plain, width
from console.cli.language import language
from console.engine.figures import Figures, RenditionReport
from console.engine.order import News
from console.words.cli import AT_WORK
from console.words.render import render

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
        self._before: Figures | None = None
        self._rates: list[str] = []

    def __call__(self, news: News, figures: Figures) -> None:
        """Say how it goes, if it is time."""
        if self._quiet:
            return
        if self._before is None or figures.seconds > self._before.seconds:
            self._rates = [_rate(one, self._before, figures, at) for at, one in enumerate(figures.renditions)]
            self._before = figures
        line, now = line_of(news, figures, self._rates), time.monotonic()
        if line == self._line or (not self._is_terminal and now < self._next):
            return
        self._line, self._next = line, now + EVERY_S
        self._write(line)

    def end(self) -> None:
        """Leave the line."""
        if self._is_terminal and self._line:
            print(file=sys.stderr)
        self._line = ""

    def _write(self, line: str) -> None:
        if self._is_terminal:
            print(f"\r\x1b[K{_cut(line)}", end="", file=sys.stderr, flush=True)
        else:
            print(line, file=sys.stderr, flush=True)


def line_of(news: News, figures: Figures, rates: list[str]) -> str:
    """Time on air, what each encode makes now, how each destination stands, and what is wrong."""
    seconds = int(figures.seconds)
    clock = f"{seconds // 60:02d}:{seconds % 60:02d}"
    lines = [f"{key} {status.phase}" for key, status in news.destinations.items()]
    recording = [f"REC {news.recording.phase}"] if news.recording.wanted else []
    faults = [f"! {plain(render(fault.message, language()))}" for fault in news.faults.values()]
    return render(AT_WORK(clock=clock, parts=" · ".join([*rates, *lines, *recording, *faults])), language())


def _rate(now: RenditionReport, before: Figures | None, figures: Figures, at: int) -> str:
    """Pictures and bits a second since the figures before, not since the start: a stall shows at once."""
    fps, kbps = now.fps, now.kbps
    if before is not None and at < len(before.renditions):
        was, passed_s = before.renditions[at], figures.seconds - before.seconds
        fps = max(0.0, (now.fps * figures.seconds - was.fps * before.seconds) / passed_s)
        kbps = max(0.0, (now.kbps * figures.seconds - was.kbps * before.seconds) / passed_s)
    return f"{now.canvas} {fps:.0f} fps {kbps / 1000:.1f} Mb/s"


def _cut(line: str) -> str:
    """What fits into one row of the terminal: a longer one could not be written over."""
    columns = max(1, shutil.get_terminal_size().columns - 1)
    while width(line) > columns:
        line = line[:-1]
    return line
