"""Which seat looks at which monitor. Control thread."""

import logging
from typing import TYPE_CHECKING

from console.errors import ConsoleError
from console.mixer.monitors import PREVIEW, PROGRAM, of_source
from console.model.canvas import Canvas
from console.model.state import State

if TYPE_CHECKING:
    from console.mixer.monitors import Monitors

log = logging.getLogger(__name__)

SOURCE = Canvas(width=640, height=360)
"""A source's picture stands in it with black beside, if it has another shape."""


class Looking:
    """Attaches and detaches as seats say what they look at."""

    def __init__(self, monitors: "Monitors") -> None:
        """Nobody looks."""
        self._monitors = monitors
        self._looked_at: dict[str, set[str]] = {}

    def look(self, viewer: str, wanted: tuple[str, ...], state: State) -> dict[str, str]:
        """From now on `viewer` looks at exactly these, as far as they are there; where their rings are."""
        shapes = {name: shape for name in wanted if (shape := shape_of(name, state)) is not None}
        for name in self._looked_at.get(viewer, set()) - shapes.keys():
            self._monitors.detach(name, viewer=viewer)
        paths = {}
        for name, shape in shapes.items():
            try:
                paths[name] = str(self._monitors.attach(name, viewer=viewer, shape=shape))
            except ConsoleError as error:
                log.error("monitor %s cannot be seen: %s", name, error)
        self._looked_at[viewer] = set(paths)
        if not paths:
            del self._looked_at[viewer]
        return paths


def shape_of(name: str, state: State) -> Canvas | None:
    """Of a monitor's picture; None: the show has nothing of that name."""
    renditions = state.show.renditions
    canvas = (renditions.get("main") or next(iter(renditions.values()))).canvas if renditions else None
    if name in {PROGRAM, PREVIEW}:
        return canvas
    kind, _, key = name.partition("/")
    if kind == "scene" and key in state.show.scenes:
        return canvas
    return SOURCE if name == of_source(key) and key in state.show.sources else None
