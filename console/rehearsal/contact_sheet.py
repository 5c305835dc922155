"""One PNG of what the receiver saw: thumbnails with their times, a title, a few figures.

Text is drawn by OpenCV's own TrueType renderer with the fonts that go on air: Japanese comes out right, and no Qt is
needed in the process that draws. Characters the font lacks (emoji) become question marks.
"""

from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from console.rehearsal.received import Thumbnail

Page = NDArray[np.uint8]
"""(h, w, 3), BGR."""

WIDTH_PX = 1600
MARGIN_PX = 40
GAP_PX = 16
CAPTION_PX = 34
HEAD_PX = 132
MAX_CELLS = 24
PAPER, INK, QUIET, LINE = "#14161A", "#E8EAED", "#A3ACBA", "#2E3440"
_TITLE_PX, _FIGURE_PX, _TIME_PX = 38, 21, 18


def draw_contact_sheet(
    path: Path,
    thumbnails: tuple[Thumbnail, ...],
    *,
    title: str,
    figures: tuple[str, ...] = (),
    moments_s: tuple[float, ...] = (),
    empty: str = "—",
) -> Path:
    """Write the PNG and give its path.

    `moments_s`: seconds of the stream that must be seen; `empty`: what stands where no picture came. Raises OSError.
    """
    page = contact_sheet(thumbnails, title=title, figures=figures, moments_s=moments_s, empty=empty)
    _, png = cv2.imencode(".png", page, [cv2.IMWRITE_PNG_COMPRESSION, 6])
    path.write_bytes(bytes(png))
    return path


def contact_sheet(
    thumbnails: tuple[Thumbnail, ...],
    *,
    title: str,
    figures: tuple[str, ...] = (),
    moments_s: tuple[float, ...] = (),
    empty: str = "—",
) -> Page:
    """The sheet as pixels; at most `MAX_CELLS` thumbnails, evenly chosen but for those of the moments."""
    chosen = chosen_of(thumbnails, moments_s)
    cells = [(thumbnail.at_s, picture) for thumbnail in chosen if (picture := _decoded(thumbnail)) is not None]
    columns = _columns([picture for _, picture in cells])
    wide = (WIDTH_PX - 2 * MARGIN_PX - (columns - 1) * GAP_PX) // columns
    tall = max((_height(picture, wide) for _, picture in cells), default=120)
    rows = max(1, -(-len(cells) // columns))
    page = _paper(HEAD_PX + MARGIN_PX + rows * (tall + CAPTION_PX + GAP_PX))
    pen = _Pen(page)
    _draw_head(pen, title, figures)
    for number, (at_s, picture) in enumerate(cells):
        row, column = divmod(number, columns)
        left, top = MARGIN_PX + column * (wide + GAP_PX), HEAD_PX + row * (tall + CAPTION_PX + GAP_PX)
        page[top - 1 : top + _height(picture, wide) + 1, left - 1 : left + wide + 1] = _bgr(LINE)
        page[top : top + _height(picture, wide), left : left + wide] = _fitted(picture, wide)
        pen.write(time_code(at_s), (left, top + tall + 24), px=_TIME_PX, colour=QUIET)
    if not cells:
        pen.write(empty, (MARGIN_PX, HEAD_PX + 60), px=_FIGURE_PX, colour=QUIET)
    return page


def time_code(at_s: float) -> str:
    """Minutes and seconds, hours where there are any: 00:07, 1:02:30."""
    minutes, seconds = divmod(int(at_s + 0.05), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def chosen_of(thumbnails: tuple[Thumbnail, ...], moments_s: tuple[float, ...] = ()) -> list[Thumbnail]:
    """Evenly over all of it; the one next to each moment stands in place of an even one beside it."""
    count = min(len(thumbnails), MAX_CELLS)
    if not count:
        return []
    places = [number * len(thumbnails) // count for number in range(count)]
    taken = dict[int, int]()
    for moment_s in moments_s[:count]:
        place = min(range(len(thumbnails)), key=lambda one: abs(thumbnails[one].at_s - moment_s))
        free = [number for number in range(count) if number not in taken]
        taken[min(free, key=lambda number: abs(places[number] - place))] = place
    return [thumbnails[place] for place in sorted({taken.get(number, place) for number, place in enumerate(places)})]


def _decoded(thumbnail: Thumbnail) -> Page | None:
    if not thumbnail.jpeg:
        return None
    picture = cv2.imdecode(np.frombuffer(thumbnail.jpeg, np.uint8), cv2.IMREAD_COLOR)
    return None if picture is None else np.asarray(picture, np.uint8)


def _columns(pictures: list[Page]) -> int:
    """As many as make the sheet about as tall as wide; portrait pictures are narrower."""
    if not pictures:
        return 1
    height, width = pictures[0].shape[:2]
    fitting = round((len(pictures) * height / width) ** 0.5 * 1.15)
    columns: int = max(5 if height > width else 3, min(fitting, 8 if height > width else 6))
    return columns


def _height(picture: Page, wide: int) -> int:
    height, width = picture.shape[:2]
    return int(height * wide / width + 0.5)


def _fitted(picture: Page, wide: int) -> Page:
    shrinks = picture.shape[1] > wide
    method = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, (wide, _height(picture, wide)), interpolation=method), np.uint8)


def _paper(height: int) -> Page:
    page = np.empty((height, WIDTH_PX, 3), np.uint8)
    page[:] = _bgr(PAPER)
    return page


def _draw_head(pen: "_Pen", title: str, figures: tuple[str, ...]) -> None:
    room = WIDTH_PX - 2 * MARGIN_PX
    pen.write(title, (MARGIN_PX, 62), px=_TITLE_PX, colour=INK, room=room)
    pen.write("   ·   ".join(figures), (MARGIN_PX, 100), px=_FIGURE_PX, colour=QUIET, room=room)
    pen.page[HEAD_PX - 14 : HEAD_PX - 13, MARGIN_PX : WIDTH_PX - MARGIN_PX] = _bgr(LINE)


def _bgr(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return blue, green, red


class _Pen:
    """Writes on a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._faces = {name: _face(name) for name in ("NotoSansJP-Bold.ttf", "NotoSansJP-Regular.ttf")}

    def write(self, text: str, at: tuple[int, int], *, px: int, colour: str, room: int = 0) -> None:
        """`at` is where the base line begins; text wider than `room` pixels is made smaller, then cut."""
        face = self._faces["NotoSansJP-Bold.ttf" if px == _TITLE_PX else "NotoSansJP-Regular.ttf"]
        smallest = px * 2 // 3
        while room and px > smallest and self._wide(text, face, px) > room:
            px -= 1
        while room and text and self._wide(text, face, px) > room:
            text = text.removesuffix("…")[:-1] + "…" if len(text) > 1 else ""
        cv2.putText(self.page, text, at, _bgr(colour), face, px)

    def _wide(self, text: str, face: Any, px: int) -> int:
        box = cv2.getTextSize((1 << 15, 1 << 10), text, (0, 512), face, px)
        return int(box[2])


def _face(name: str) -> Any:
    with as_file(files("assets").joinpath("fonts", name)) as path:
        return cv2.FontFace(str(path))
