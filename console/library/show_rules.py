"""What must hold in a show beyond the types of its fields: ranges, and names that lead somewhere."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from console.errors import ConsoleError, Message
from console.model.scene import Box
from console.model.show import Show
from console.words.library import (
    SHOW_BAD_BOX,
    SHOW_BAD_COLOUR,
    SHOW_FILE_OUTSIDE,
    SHOW_HAS_NO_RENDITION,
    SHOW_NAMES_NOTHING,
    SHOW_ODD_CANVAS,
    SHOW_OUT_OF_RANGE,
    SHOW_PICTURE_MISSING,
)

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_SIDE_PX = (64, 4096)
_RATE = (1, 120)
_VIDEO_KBPS = (100, 100_000)
_AUDIO_KBPS = (32, 512)
_DELAY_MS = (0, 5_000)
_GAIN_DB = (-120.0, 40.0)


def check(show: Show, folder: Path) -> None:
    """Raises `ConsoleError` with the first thing that is not right."""
    rules = (rule(show) for rule in (_rate, _renditions, _strips, _colours, _boxes, _references))
    for problem in chain(chain.from_iterable(rules), _files(show, folder)):
        raise ConsoleError(problem)


def _rate(show: Show) -> Iterator[Message]:
    rate = show.rate
    if rate.seconds < 1 or not _RATE[0] <= rate.pictures / rate.seconds <= _RATE[1]:
        written = f"{rate.pictures}/{rate.seconds}"
        yield SHOW_OUT_OF_RANGE(path="rate", low=_RATE[0], high=_RATE[1], value=written)


def _renditions(show: Show) -> Iterator[Message]:
    if not show.renditions:
        yield SHOW_HAS_NO_RENDITION()
    for key, rendition in show.renditions.items():
        place, canvas = f"renditions.{key}", rendition.canvas
        yield from _outside(f"{place}.canvas.width", canvas.width, _SIDE_PX)
        yield from _outside(f"{place}.canvas.height", canvas.height, _SIDE_PX)
        if canvas.width % 2 or canvas.height % 2:
            yield SHOW_ODD_CANVAS(path=f"{place}.canvas", width=canvas.width, height=canvas.height)
        yield from _outside(f"{place}.video_kbps", rendition.video_kbps, _VIDEO_KBPS)
        yield from _outside(f"{place}.audio_kbps", rendition.audio_kbps, _AUDIO_KBPS)


def _strips(show: Show) -> Iterator[Message]:
    for key, strip in show.audio.strips.items():
        yield from _outside(f"audio.strips.{key}.delay_ms", strip.delay_ms, _DELAY_MS)
        yield from _outside(f"audio.strips.{key}.gain_db", strip.gain_db, _GAIN_DB)


def _colours(show: Show) -> Iterator[Message]:
    for field in ("brand", "card", "ink"):
        colour = getattr(show.theme, field)
        if not _COLOUR.fullmatch(colour):
            yield SHOW_BAD_COLOUR(path=f"theme.{field}", value=colour[:80])


def _boxes(show: Show) -> Iterator[Message]:
    for key, scene in show.scenes.items():
        for number, placement in enumerate(scene.placements):
            for field, box in (("box", placement.box), ("crop", placement.crop)):
                if not _inside(box):
                    yield SHOW_BAD_BOX(path=f"scenes.{key}.placements[{number}].{field}")


def _inside(box: Box) -> bool:
    slack = 1e-6  # Thirds do not sum to exactly 1.
    across = box.x >= 0 and box.width > 0 and box.x + box.width <= 1 + slack
    return across and box.y >= 0 and box.height > 0 and box.y + box.height <= 1 + slack


def _references(show: Show) -> Iterator[Message]:
    """Every place that names something by its id, and the collection it is looked for in."""
    for key, scene in show.scenes.items():
        for number, placement in enumerate(scene.placements):
            yield from _unknown(
                f"scenes.{key}.placements[{number}].source", placement.source, "sources", show.sources
            )
    for key in show.audio.strips:
        yield from _unknown("audio.strips", key, "sources", show.sources)
    for key, destination in show.destinations.items():
        yield from _unknown(f"destinations.{key}.rendition", destination.rendition, "renditions", show.renditions)
    if show.opening_scene:
        yield from _unknown("opening_scene", show.opening_scene, "scenes", show.scenes)
    for overlay in show.opening_overlays:
        yield from _unknown("opening_overlays", overlay, "overlays", show.overlays)


def _files(show: Show, folder: Path) -> Iterator[Message]:
    named = {"theme.logo": show.theme.logo, "theme.font": show.theme.font}
    named |= {f"products.{key}.picture": product.picture for key, product in show.products.items()}
    for place, name in named.items():
        if name:
            yield from _missing(place, name, folder.resolve())


def _missing(place: str, name: str, folder: Path) -> Iterator[Message]:
    try:
        path = (folder / name).resolve()
        inside, there = path.is_relative_to(folder), path.is_file()
    except (OSError, ValueError):  # A name too long, or with a zero byte.
        inside, there = True, False
    if not inside:
        yield SHOW_FILE_OUTSIDE(path=place, name=name[:200])
    elif not there:
        yield SHOW_PICTURE_MISSING(path=place, name=name[:200])


def _outside(path: str, value: float, limits: tuple[float, float]) -> Iterator[Message]:
    low, high = limits
    if not low <= value <= high:
        yield SHOW_OUT_OF_RANGE(path=path, low=low, high=high, value=value)


def _unknown(path: str, name: str, area: str, among: Iterable[Any]) -> Iterator[Message]:
    if name not in set(among):
        yield SHOW_NAMES_NOTHING(path=path, name=name[:80], area=area)
