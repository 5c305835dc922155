"""A source that the command line names is opened once before anything begins, as the engine will open it."""

from pathlib import Path

from console.drivers import source_driver, validated
from console.media.clock import SystemClock
from console.model.canvas import Canvas
from console.model.show import Show
from console.ports.source import Opening


def check_opens(show: Show, key: str) -> None:
    """Raises `ConsoleError` with what is wrong with it."""
    source, canvas = show.sources[key], Canvas()
    driver = source_driver(source.kind)
    opening = Opening(
        id=key,
        name=source.name,
        width=canvas.width,
        height=canvas.height,
        pictures=show.rate.pictures,
        seconds=show.rate.seconds,
        folder=Path(show.folder),
        clock=SystemClock(),
    )
    driver.open(validated(source.settings, source.kind, driver.settings), opening).close()
