"""The colours of a theme arrive at the other end as they were chosen."""

from pathlib import Path

import av
import numpy as np
import pytest

from console.model.canvas import Canvas
from console.model.destination import Rendition
from console.model.scene import Placement, Scene
from console.model.show import Show
from console.model.source import Source
from console.rehearsal.judge import Spot
from tests.support.folders import folder_of
from tests.support.program import Program
from tests.support.receiving import receiving

pytestmark = pytest.mark.journey

COLOURS = ("#E5484D", "#FFFFFF", "#14161A", "#C8402F", "#2F7D32", "#1E66D0")
"""Brand, card and ink of two themes, and their opposites."""
OFF = 4
"""Of 255, in any channel."""
WIDE, TALL = 720, 1280
SPOTS = tuple(Spot((n % 2 + 0.25) / 2, (n // 2 + 0.25) / 3, colour, 0.2, 0.12) for n, colour in enumerate(COLOURS))


def test_six_theme_colours_reach_the_receiver(tmp_path: Path) -> None:
    arguments = ("stream", "--show", _show(tmp_path / "show"), "--to", "-", "--seconds", "4", "--json")
    with receiving(spots=SPOTS) as receiver:
        with Program(*arguments, home=tmp_path / "home", lines=[f"{receiver.address}\tkey"]) as program:
            ended = program.ended(within_s=60)
        received = receiver.stop()

    assert ended.code == 0
    assert received.pictures.decoded > 60
    assert [one.drawn for one in received.colours] == list(COLOURS)
    assert {one.drawn: one.off for one in received.colours if one.off > OFF} == {}


def _show(folder: Path) -> Path:
    folder.mkdir()
    picture = np.zeros((TALL, WIDE, 3), np.uint8)
    for n, colour in enumerate(COLOURS):
        top, left = n // 2 * TALL // 3, n % 2 * WIDE // 2
        picture[top : top + TALL // 3 + 1, left : left + WIDE // 2] = list(bytes.fromhex(colour[1:]))
    with av.open(str(folder / "patches.png"), "w", format="image2", options={"update": "1"}) as container:
        stream = container.add_stream("png", rate=1)
        stream.width, stream.height, stream.pix_fmt = WIDE, TALL, "rgb24"
        container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))
    show = Show(
        sources={"patches": Source(name="Patches", kind="still", settings={"file": "patches.png"})},
        scenes={"patches": Scene(name="Patches", placements=(Placement(source="patches"),))},
        renditions={"main": Rendition(canvas=Canvas(WIDE, TALL))},
    )
    return folder_of(show, folder)
