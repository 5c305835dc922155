"""Where a placement lies in pixels."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.mixer.geometry import Rect, covers, placed, rect_of
from console.model.canvas import Canvas
from console.model.scene import Box, Placement

ANY = st.floats(allow_nan=True, allow_infinity=True) | st.floats(-0.2, 1.2)
SHARES = st.floats(0.0, 1.0)
SIDES = st.integers(2, 4096)
EVEN = st.integers(8, 1024).map(lambda half: half * 2)
CANVASES = st.builds(Canvas, EVEN, EVEN)


def boxes(shares: st.SearchStrategy[float]) -> st.SearchStrategy[Box]:
    return st.builds(Box, x=shares, y=shares, width=shares, height=shares)


def lies_in(rect: Rect, width: int, height: int) -> bool:
    across = rect.x >= 0 and rect.width >= 2 and rect.x + rect.width <= width
    return across and rect.y >= 0 and rect.height >= 2 and rect.y + rect.height <= height


@given(boxes(ANY), SIDES, SIDES)
def test_a_rect_is_even_and_inside_whatever_the_box_says(box: Box, width: int, height: int) -> None:
    rect = rect_of(box, width, height)
    assert all(side % 2 == 0 for side in rect)
    assert lies_in(rect, width, height)


@given(boxes(ANY), boxes(ANY), st.sampled_from(["cover", "contain", "stretch"]), CANVASES, SIDES, SIDES)
def test_both_parts_of_a_placement_are_even_and_inside(
    box: Box, crop: Box, fit: str, canvas: Canvas, width: int, height: int
) -> None:
    placement = Placement(source="cam", box=box, crop=crop, fit=fit)  # type: ignore[arg-type]
    source, target = placed(placement, canvas, width, height)
    assert all(side % 2 == 0 for side in (*source, *target))
    assert lies_in(source, width, height)
    assert lies_in(target, canvas.width, canvas.height)


@given(boxes(SHARES), CANVASES, EVEN, EVEN)
def test_cover_fills_its_box_with_the_middle_of_the_source(box: Box, canvas: Canvas, width: int, height: int) -> None:
    source, target = placed(Placement(source="cam", box=box, fit="cover"), canvas, width, height)
    assert target == rect_of(box, canvas.width, canvas.height)
    assert source.width == width or source.height == height, "nothing is cut that need not be"
    assert abs(source.x - (width - source.x - source.width)) <= 2
    assert abs(source.y - (height - source.y - source.height)) <= 2
    assert keeps_aspect(source, target.width / target.height)


@given(boxes(SHARES), CANVASES, EVEN, EVEN)
def test_contain_shows_all_of_the_source_in_the_middle_of_its_box(
    box: Box, canvas: Canvas, width: int, height: int
) -> None:
    source, target = placed(Placement(source="cam", box=box, fit="contain"), canvas, width, height)
    whole = rect_of(box, canvas.width, canvas.height)
    assert source == Rect(0, 0, width, height)
    assert target.width == whole.width or target.height == whole.height, "no smaller than it must be"
    assert abs((target.x - whole.x) - (whole.x + whole.width - target.x - target.width)) <= 2
    assert keeps_aspect(target, width / height)


def keeps_aspect(rect: Rect, aspect: float) -> bool:
    """As well as even sides can: one of the two is right within a pixel or is the least there is."""
    return (
        math.isclose(rect.width, rect.height * aspect, abs_tol=1.001)
        or math.isclose(rect.height, rect.width / aspect, abs_tol=1.001)
        or 2 in (rect.width, rect.height)
    )


@pytest.mark.parametrize(
    ("fit", "source", "target"),
    [
        ("cover", Rect(656, 0, 608, 1080), Rect(0, 0, 720, 1280)),
        ("contain", Rect(0, 0, 1920, 1080), Rect(0, 438, 720, 404)),
        ("stretch", Rect(0, 0, 1920, 1080), Rect(0, 0, 720, 1280)),
    ],
)
def test_a_wide_camera_on_an_upright_canvas(fit: str, source: Rect, target: Rect) -> None:
    placement = Placement(source="cam", fit=fit)  # type: ignore[arg-type]
    assert placed(placement, Canvas(720, 1280), 1920, 1080) == (source, target)


def test_a_crop_is_a_part_of_the_source() -> None:
    placement = Placement(source="cam", crop=Box(x=0.5, y=0.25, width=0.5, height=0.5), fit="stretch")
    assert placed(placement, Canvas(720, 1280), 1920, 1080)[0] == Rect(960, 270, 960, 540)


def test_neighbours_share_an_edge() -> None:
    thirds = [rect_of(Box(x=i / 3, width=1 / 3), 720, 1280) for i in range(3)]
    assert [rect.x for rect in thirds] == [0, thirds[0].width, thirds[0].width + thirds[1].width]
    assert sum(rect.width for rect in thirds) == 720


def test_only_the_whole_canvas_is_covered() -> None:
    canvas = Canvas(720, 1280)
    assert covers(rect_of(Box(), 720, 1280), canvas)
    assert not covers(rect_of(Box(width=0.99), 720, 1280), canvas)
