"""The five graphics of a show as they stand in the picture, painted for real."""

import time
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from console.bench import paint_main
from console.drivers import overlay_driver, validated
from console.errors import ConsoleError
from console.media.child import Child
from console.model.canvas import Canvas
from console.model.overlay import Overlay
from console.model.show import Show
from console.model.state import Audience, State
from console.ports.overlay import PaintJob, Sight
from console.words.bench import NOT_PAINTED
from overlays.slots import Wanted, arranged, max_box

VIEWERS = 1284
PAINT_S = 30.0


@dataclass(frozen=True, slots=True, eq=False)
class Graphic:
    """One graphic at its place."""

    kind: str
    x: int
    y: int
    """Of its top left corner; even pixels."""
    bgra: NDArray[np.uint8]
    """(h, w, 4), premultiplied."""

    @property
    def straight(self) -> NDArray[np.uint8]:
        """The same with colours that are not multiplied by their opacity, as FFmpeg wants them."""
        alpha, colours = self.bgra[:, :, 3:], self.bgra[:, :, :3] * np.float32(255)
        plain = np.divide(colours, alpha, out=np.zeros_like(colours), where=alpha > 0)
        return np.dstack([plain.round().clip(0, 255).astype(np.uint8), alpha])


def graphics_of(show: Show, canvas: Canvas, kinds: tuple[str, ...]) -> tuple[Graphic, ...]:
    """The graphics of these kinds, placed as on air, in the order of the show; raises `ConsoleError`."""
    state = State(show=show, audience=Audience(viewers=VIEWERS, pinned=show.opening_answer))
    jobs = [
        job
        for key, overlay in show.overlays.items()
        if overlay.kind in kinds and (job := _job(key, overlay, state, canvas)) is not None
    ]
    pixels = dict(zip((job.key for job in jobs), _painted(jobs), strict=True))
    wanted = [
        Wanted(job.key, job.kind, overlay_driver(job.kind).slot, pixels[job.key].shape[1], pixels[job.key].shape[0])
        for job in jobs
    ]
    places = arranged(canvas, wanted).places
    return tuple(Graphic(job.kind, *places[job.key], pixels[job.key]) for job in jobs if job.key in places)


def _job(key: str, overlay: Overlay, state: State, canvas: Canvas) -> PaintJob | None:
    driver = overlay_driver(overlay.kind)
    sight = Sight(state, key, time.time_ns() // 1000, "main")
    content = driver.select(validated(overlay.settings, overlay.kind, driver.settings), sight)
    if content is None:
        return None
    width, height = max_box(driver.kind, driver.slot, canvas)
    return PaintJob(
        key=key,
        kind=driver.kind,
        content=msgspec.json.encode(driver.live.shaped(content)),
        theme=state.show.theme,
        folder=state.show.folder,
        canvas=canvas,
        max_width=width,
        max_height=height,
    )


def _painted(jobs: list[PaintJob]) -> list[NDArray[np.uint8]]:
    child = Child("bench painter", paint_main.paint, jobs)
    try:
        if child.pipe.poll(PAINT_S):
            pixels: list[NDArray[np.uint8]] = child.pipe.recv()
            return pixels
    except (EOFError, OSError):
        pass
    finally:
        child.stop()
    raise ConsoleError(NOT_PAINTED())
