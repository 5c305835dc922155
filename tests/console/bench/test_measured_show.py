from pathlib import Path

from capture.tick_code import code_area, flash_area
from console.bench.graphics import graphics_of
from console.bench.measured_show import COLOURS, KINDS, bars_show, clip_show, colour_spots
from console.model.canvas import Canvas

CANVAS = Canvas(720, 1280)


def test_all_colours_are_found_in_the_picture_and_no_graphic_hides_the_number(tmp_path: Path) -> None:
    show = bars_show(tmp_path / "bars")
    spots = colour_spots(show, CANVAS)
    assert [spot.colour for spot in spots] == list(COLOURS)
    assert len({(spot.x, spot.y) for spot in spots}) == len(COLOURS)
    code, flash = code_area(CANVAS.width, CANVAS.height), flash_area(CANVAS.width, CANVAS.height)
    graphics = graphics_of(show, CANVAS, KINDS)
    assert "logo" in {one.kind for one in graphics}
    for one in graphics:
        height, width = one.bgra.shape[:2]
        below = one.y >= flash.top + flash.height or one.y + height <= code.top
        beside = one.x >= code.left + code.width or one.x + width <= code.left
        assert below or beside, one.kind


def test_a_clip_show_plays_its_clip_for_ever(tmp_path: Path) -> None:
    show = clip_show(tmp_path / "clip", tmp_path / "film.mp4")
    assert show.sources["source"].settings == {"file": str(tmp_path / "film.mp4"), "loop": True}
