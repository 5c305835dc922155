"""The graphics of a show as they stand in the picture, painted for real, digits and all."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from console.bench import paint_main
from console.drivers import overlay_driver, validated
from console.errors import ConsoleError
from console.media.child import Child
from console.media.painting import Painting, Part
from console.media.sprite import Sprite, sprite_of_bgra
from console.mixer.plan import Piece
from console.model.canvas import Canvas
from console.model.overlay import Overlay
from console.model.rundown import Explaining
from console.model.show import Show
from console.model.state import Audience, State
from console.ports.overlay import PaintJob, Sight
from console.words.bench import NOT_PAINTED
from overlays.painter_client import job_of
from overlays.slots import Wanted, arranged

VIEWERS = 1284
NAMES = {"hanako": "はなこ"}
"""Of viewers that are spoken of, by id."""
PAINT_S = 30.0
LONG_AGO_US = -(10**12)
LASTING_ROUNDS = 1000
"""A line that runs does so until nobody measures any more."""

Job = tuple[PaintJob, Mapping[str, str]]
"""With what its live fields say."""


@dataclass(frozen=True, slots=True, eq=False)
class Graphic:
    """One graphic at its place."""

    kind: str
    x: int
    y: int
    """Of its top left corner; even pixels."""
    bgra: NDArray[np.uint8]
    """(h, w, 4), premultiplied: all of it on one sheet."""
    painting: Painting | None = None
    """The same as the mixer gets it: what changes lies apart."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What its live fields say."""

    @property
    def sprite(self) -> Sprite:
        """What stands still."""
        return self.painting.sprite if self.painting is not None else sprite_of_bgra(self.bgra)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What lies on it, at rest; a line that runs is at the left of its window at media time 0."""
        if self.painting is None:
            return ()
        figures = self.painting.figures
        digits = [part for one in figures for part in one.parts(self.values.get(one.name, ""))]
        return tuple(Piece(*_lasting(part)) for part in (*self.painting.parts, *digits))

    @property
    def straight(self) -> NDArray[np.uint8]:
        """The same with colours that are not multiplied by their opacity, as FFmpeg wants them."""
        alpha, colours = self.bgra[:, :, 3:], self.bgra[:, :, :3] * np.float32(255)
        plain = np.divide(colours, alpha, out=np.zeros_like(colours), where=alpha > 0)
        return np.dstack([plain.round().clip(0, 255).astype(np.uint8), alpha])


def graphics_of(show: Show, canvas: Canvas, kinds: tuple[str, ...]) -> tuple[Graphic, ...]:
    """These kinds at a quiet moment that explains the first product, placed as on air; raises `ConsoleError`."""
    first = min(show.products, key=lambda key: show.products[key].number, default="")
    audience = Audience(viewers=VIEWERS, pinned=show.opening_answer)
    return graphics_at(State(show=show, audience=audience, explaining=Explaining(product=first)), canvas, kinds)


def graphics_at(
    state: State, canvas: Canvas, kinds: tuple[str, ...], *, show_us: int | None = None
) -> tuple[Graphic, ...]:
    """What the first graphic of each kind shows then, placed as on air, in the order of the show.

    `show_us`: None is now. Raises `ConsoleError`.
    """
    at_us = time.time_ns() // 1000 if show_us is None else show_us
    first = {overlay.kind: key for key, overlay in reversed(state.show.overlays.items()) if overlay.kind in kinds}
    jobs = [
        job
        for key, overlay in state.show.overlays.items()
        if first.get(overlay.kind) == key and (job := _job(key, overlay, state, canvas, at_us)) is not None
    ]
    painted = dict(zip((job.key for job, _ in jobs), _painted(jobs), strict=True))
    wanted = [
        Wanted(job.key, job.kind, overlay_driver(job.kind).slot, one.sprite.width, one.sprite.height)
        for job, _ in jobs
        for one in (painted[job.key][1],)
    ]
    places = arranged(canvas, wanted).places
    return tuple(
        Graphic(job.kind, *places[job.key], *painted[job.key], values) for job, values in jobs if job.key in places
    )


def _lasting(part: Part) -> tuple[Part, int]:
    """The part, and the media time at which its move began."""
    if not part.speed_px_s:
        return part, LONG_AGO_US
    return replace(part, rounds=LASTING_ROUNDS), -part.window_px * 1_000_000 // part.speed_px_s


def _job(key: str, overlay: Overlay, state: State, canvas: Canvas, show_us: int) -> Job | None:
    driver = overlay_driver(overlay.kind)
    sight = Sight(state, key, show_us, "main", names=NAMES)
    content = driver.select(validated(overlay.settings, overlay.kind, driver.settings), sight)
    if content is None:
        return None
    job = job_of(key, driver, content, state.show.theme, state.show.folder, canvas)
    return job, driver.live.values(content)


def _painted(jobs: list[Job]) -> list[tuple[NDArray[np.uint8], Painting]]:
    child = Child("bench painter", paint_main.paint, jobs)
    try:
        if child.pipe.poll(PAINT_S):
            painted: list[tuple[NDArray[np.uint8], Painting]] = child.pipe.recv()
            return painted
    except (EOFError, OSError):
        pass
    finally:
        child.stop()
    raise ConsoleError(NOT_PAINTED())
