"""A painter that is done at once, paints plain plates, and keeps what it was asked for."""

import json

from console.drivers import overlay_driver
from console.media.painting import DIGITS, Figures, Painting, Part
from console.ports.overlay import Painted, PaintingFailed, PaintJob
from tests.support.pictures import plate

GLYPHS = tuple(plate(8, 12, (20 * digit, 20 * digit, 20 * digit)) for digit in range(10))
BASE = plate(200, 50)
RED, BLUE = plate(60, 20, (0, 0, 255)), plate(60, 20, (255, 0, 0))
STRIP = plate(300, 20)


class QuickPainter:
    """As `console.supervise.graphics.Painter`."""

    def __init__(self) -> None:
        self.jobs: list[PaintJob] = []
        self._done: list[Painted | PaintingFailed] = []
        self.is_slow = False
        """Answers wait until it is quick again."""

    def submit(self, job: PaintJob) -> None:
        self.jobs.append(job)
        self._done.append(Painted(job, painting_of(job)))

    def poll(self) -> list[Painted | PaintingFailed]:
        done = [] if self.is_slow else self._done
        self._done = self._done if self.is_slow else []
        return done

    def close(self) -> None:
        pass


def painting_of(job: PaintJob) -> Painting:
    """Digits in a row; a board that is red until the price is open; a strip that runs."""
    content = json.loads(job.content)
    figures = []
    for name in overlay_driver(job.kind).live.fields:
        count = sum(character in DIGITS for character in content.get(name, ""))
        figures.append(Figures(name, tuple((8 * cell, 0) for cell in range(count)), GLYPHS))
    parts = []
    if job.kind == "price_reveal":
        parts.append(Part("board", 0, 20, BLUE if content.get("price") else RED, "flip"))
    if job.kind == "ticker":
        parts.append(Part("line", 0, 20, STRIP, "scroll", window_px=100, speed_px_s=60, rounds=2))
    if content.get("phase") == "last":
        parts.append(Part("pulse", 0, 0, BASE, "pulse"))
    return Painting(BASE, tuple(parts), tuple(figures))
