"""Show folders as people keep them: a `show.json` and what it names."""

from pathlib import Path

from console.library.show_file import save_show
from console.model.canvas import Canvas
from console.model.destination import Rendition
from console.model.scene import Box, Placement, Scene
from console.model.show import Show
from console.model.source import Source

SMALL = Canvas(320, 240)
BARS = Source(name="Bars", kind="bars")


def bars_show(*, canvas: Canvas | None = None, kbps: int = 4000) -> Show:
    """Colour bars with number, flash and beep, over all of the canvas."""
    return Show(
        title="Bars",
        sources={"bars": BARS},
        scenes={"bars": Scene(name="Bars", placements=(Placement(source="bars"),))},
        renditions={"main": Rendition(canvas=canvas or Canvas(), video_kbps=kbps)},
    )


def grid_show(sources: dict[str, Source], *, columns: int, canvas: Canvas = SMALL) -> Show:
    """All sources side by side in one scene, in rows of `columns`."""
    rows = -(-len(sources) // columns)
    placements = tuple(
        Placement(
            source=key, box=Box(x=n % columns / columns, y=n // columns / rows, width=1 / columns, height=1 / rows)
        )
        for n, key in enumerate(sources)
    )
    return Show(
        title="Grid",
        sources=sources,
        scenes={"grid": Scene(name="Grid", placements=placements)},
        renditions={"main": Rendition(canvas=canvas, video_kbps=1000)},
    )


def folder_of(show: Show, folder: Path) -> Path:
    """The show, saved into a folder that may hold its files already."""
    folder.mkdir(parents=True, exist_ok=True)
    save_show(folder, show)
    return folder
