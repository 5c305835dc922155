"""Target of a child that paints a list of graphics once, with the painter's own hands."""

from collections.abc import Mapping
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

import msgspec

from console.drivers import overlay_driver
from console.ports.overlay import PaintJob

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def paint(pipe: Connection, jobs: list[tuple[PaintJob, Mapping[str, str]]]) -> None:
    """Send for every job, with what its live fields say: all of it as premultiplied BGRA, and its painting."""
    from overlays.painter import painted, start_qt  # noqa: PLC0415 - only the child may load Qt

    application = start_qt()
    pipe.send([(_flat(job, values), painted(job)) for job, values in jobs])
    del application


def _flat(job: PaintJob, values: Mapping[str, str]) -> "NDArray[np.uint8]":
    from console.bench.flat_brush import FlatBrush  # noqa: PLC0415 - only the child may load Qt

    driver = overlay_driver(job.kind)
    brush = FlatBrush(job.theme, job.folder, job.canvas, job.max_width, job.max_height)
    brush.values = values
    content = msgspec.json.decode(job.content, type=driver.content)
    try:
        width, height = driver.paint(content, brush, job.max_width, job.max_height)
        return brush.pixels(width // 2 * 2, height // 2 * 2)
    finally:
        brush.end()
