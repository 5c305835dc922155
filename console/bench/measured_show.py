"""The shows that are measured on air: bars or a clip, under graphics that leave the bars' number free."""

from pathlib import Path

import cv2
import numpy as np

from console.bench.graphics import Graphic, graphics_of
from console.library.show_file import load_show, save_show
from console.model.audio import AudioMix
from console.model.canvas import Canvas
from console.model.overlay import Overlay
from console.model.product import Money, Product
from console.model.scene import Placement, Scene
from console.model.show import Show
from console.model.source import Source
from console.rehearsal.judge import Spot

COLOURS = ("#E5484D", "#30A46C", "#F5A524", "#4C8DFF", "#14161A", "#FFFFFF")
"""On air, preview, armed, information, ink and card: what a theme is made of."""
KINDS = ("logo", "product_card", "viewer_count", "qr")
SETTLE_S = 1.0
"""Until the logo has faded in."""
_SWATCH_PX = 40
_SPOT_PX = 12
_LOGO = "colours.png"


def bars_show(folder: Path) -> Show:
    """Written into `folder` and opened again, as a planner's own would be."""
    return _written(folder, Source(name="Bars", kind="bars"))


def clip_show(folder: Path, clip: Path) -> Show:
    """The same with a clip that loops."""
    return _written(folder, Source(name="Clip", kind="clip", settings={"file": str(clip.absolute()), "loop": True}))


def colour_spots(show: Show, canvas: Canvas) -> tuple[Spot, ...]:
    """Where the theme's colours stand in the picture, found in the painted logo itself."""
    logo = next(one for one in graphics_of(show, canvas, KINDS) if one.kind == "logo")
    return tuple(spot for colour in COLOURS if (spot := _spot(logo, colour, canvas)) is not None)


def _written(folder: Path, source: Source) -> Show:
    folder.mkdir()
    swatches = [np.full((_SWATCH_PX, _SWATCH_PX, 3), list(_bgr(colour)), np.uint8) for colour in COLOURS]
    cv2.imwrite(str(folder / _LOGO), np.hstack(swatches))
    overlays = {kind: Overlay(name=kind, kind=kind, settings=_settings(kind)) for kind in KINDS}
    show = Show(
        title="Bench",
        sources={"source": source},
        scenes={"scene": Scene(name="Scene", placements=(Placement(source="source"),))},
        audio=AudioMix(),
        products={"cup": Product(number=1, name="切子グラス 江戸の青", price=Money(minor=4980), tag="本日限り")},
        overlays=overlays,
        opening_overlays=KINDS,
    )
    save_show(folder, show)
    return load_show(folder)


def _settings(kind: str) -> dict[str, str]:
    return {"logo": {"file": _LOGO}, "qr": {"link": "https://shop.example/cup"}}.get(kind, {})


def _spot(logo: Graphic, colour: str, canvas: Canvas) -> Spot | None:
    """The middle of the area that is exactly of this colour; None: there is none."""
    rows, columns = np.nonzero((logo.bgra == [*_bgr(colour), 255]).all(axis=2))
    if not len(rows):
        return None
    x, y = (logo.x + float(np.median(columns)), logo.y + float(np.median(rows)))
    return Spot(
        x=(x - _SPOT_PX / 2) / canvas.width,
        y=(y - _SPOT_PX / 2) / canvas.height,
        colour=colour,
        width=_SPOT_PX / canvas.width,
        height=_SPOT_PX / canvas.height,
        from_s=SETTLE_S,
    )


def _bgr(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour[1:])
    return blue, green, red
