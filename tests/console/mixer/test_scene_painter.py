"""Scenes drawn from pictures."""

from typing import Any

import cv2
import numpy as np
import pytest

from console.media.colour import yuv_of_hex
from console.media.picture import Picture, flat
from console.mixer.scene_painter import SLATE, ScenePainter, resize
from console.model.canvas import Canvas
from console.model.scene import Box, Placement
from tests.support.pictures import blank, noise, same

CANVAS = Canvas(64, 96)
CAM = Placement(source="cam")


class Resizes:
    """Counts the planes that are resized."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        self._resize = cv2.resize
        monkeypatch.setattr(cv2, "resize", self._counted)

    def _counted(self, *args: Any, **kwargs: Any) -> Any:
        self.count += 1
        return self._resize(*args, **kwargs)


@pytest.fixture
def resizes(monkeypatch: pytest.MonkeyPatch) -> Resizes:
    return Resizes(monkeypatch)


def drawn(*placements: Placement, **pictures: Picture) -> Picture:
    onto = blank(CANVAS.width, CANVAS.height, 99)
    ScenePainter(CANVAS).draw(placements, pictures, onto)
    return onto


def test_a_picture_of_the_canvas_size_is_copied_as_it_is(resizes: Resizes) -> None:
    picture = noise(64, 96)
    assert same(drawn(CAM, cam=picture), picture)
    assert resizes.count == 0


def test_an_empty_scene_is_black() -> None:
    assert same(drawn(), flat(64, 96, "#000000"))


def test_what_no_placement_covers_is_black() -> None:
    picture = drawn(Placement(source="cam", box=Box(y=0.5, height=0.5), fit="stretch"), cam=flat(64, 48, "#FFFFFF"))
    assert (picture.y[:48] == 16).all()
    assert (picture.y[48:] == 235).all()
    assert (picture.u == 128).all()


def test_contain_leaves_black_bars() -> None:
    picture = drawn(Placement(source="cam", fit="contain"), cam=flat(64, 32, "#FFFFFF"))
    assert [int(value) for value in picture.y[[0, 31, 32, 63, 64, 95], 0]] == [16, 16, 235, 235, 16, 16]


def test_a_source_without_a_picture_is_a_slate() -> None:
    half = Placement(source="gone", box=Box(width=0.5))
    picture = drawn(CAM, half, cam=flat(64, 96, "#FFFFFF"))
    assert (picture.y[:, :32] == yuv_of_hex(SLATE)[0]).all()
    assert (picture.y[:, 32:] == 235).all()


def test_later_placements_lie_over_earlier_ones() -> None:
    inset = Placement(source="clip", box=Box(x=0.25, y=0.25, width=0.5, height=0.5))
    picture = drawn(CAM, inset, cam=flat(64, 96, "#FFFFFF"), clip=flat(32, 48, "#000000"))
    assert (picture.y[24:72, 16:48] == 16).all()
    assert int((picture.y == 235).sum()) == 64 * 96 - 32 * 48


def test_a_crop_shows_its_part_only(resizes: Resizes) -> None:
    wide = noise(128, 96)
    picture = drawn(Placement(source="cam", crop=Box(x=0.5, width=0.5)), cam=wide)
    assert np.array_equal(picture.y, wide.y[:, 64:])
    assert np.array_equal(picture.v, wide.v[:, 32:])
    assert resizes.count == 0


def test_the_same_picture_is_resized_once(resizes: Resizes) -> None:
    painter, onto, picture = ScenePainter(CANVAS), blank(64, 96), noise(128, 192)
    for _ in range(5):
        painter.draw((CAM,), {"cam": picture}, onto)
        painter.tidy()
    assert resizes.count == 3
    painter.draw((CAM,), {"cam": noise(128, 192)}, onto)
    assert resizes.count == 6, "an equal picture is another picture"


def test_the_slate_is_resized_once(resizes: Resizes) -> None:
    painter, onto = ScenePainter(CANVAS), blank(64, 96)
    for _ in range(5):
        painter.draw((Placement(source="gone", box=Box(width=0.5), fit="stretch"),), {}, onto)
        painter.tidy()
    assert resizes.count == 3


def test_a_moving_picture_is_resized_into_the_memory_of_the_one_before() -> None:
    painter, onto = ScenePainter(CANVAS), blank(64, 96)
    painter.draw((CAM,), {"cam": noise(128, 192)}, onto)
    (memory,) = [kept.y for _, kept in painter._sized.values()]
    after = flat(128, 192, "#FFFFFF")
    painter.draw((CAM,), {"cam": after}, onto)
    assert [kept.y is memory for _, kept in painter._sized.values()] == [True]
    assert same(onto, flat(64, 96, "#FFFFFF"))


def test_edits_and_lost_sources_leave_no_picture_behind() -> None:
    painter, onto, pictures = ScenePainter(CANVAS), blank(64, 96), {"cam": noise(128, 192)}
    for width in range(10, 30):
        painter.draw((Placement(source="cam", box=Box(width=width / 32)),), pictures, onto)
        painter.tidy()
    assert len(painter._sized) == 1
    painter.draw((), pictures, onto)
    painter.tidy()
    assert painter._sized == {}


def test_sources_pictures_are_never_written_to() -> None:
    picture = noise(128, 192)
    for plane in picture.planes:
        plane.flags.writeable = False
    drawn(CAM, Placement(source="cam", box=Box(x=0.5, width=0.5)), cam=picture)


@pytest.mark.parametrize("size", [(65, 97), (63, 33), (2, 2), (3000, 20)])
def test_odd_and_extreme_sources_fill_the_canvas(size: tuple[int, int]) -> None:
    width, height = size
    half = ((height + 1) // 2, (width + 1) // 2)
    picture = Picture(
        np.full((height, width), 200, np.uint8), np.full(half, 100, np.uint8), np.full(half, 100, np.uint8)
    )
    onto = drawn(CAM, cam=picture)
    assert (onto.y == 200).all()
    assert (onto.u == 100).all()


def test_made_much_smaller_every_sample_still_counts() -> None:
    """Lines of one pixel in three become grey; a resize that looks at few samples would find only lines, or none."""
    lines = blank(96, 96)
    lines.y[:, ::3] = 240
    onto = blank(32, 32)
    resize(lines, onto)
    assert abs(float(onto.y.mean()) - 80) < 8
    assert (int(onto.y.min()) > 20, int(onto.y.max()) < 140) == (True, True)


@pytest.mark.parametrize("size", [(2, 2), (6, 50), (400, 2), (64, 30), (1000, 1000)])
def test_any_size_becomes_any_other(size: tuple[int, int]) -> None:
    onto = blank(30, 16)
    resize(blank(*size, 99), onto)
    assert same(onto, blank(30, 16, 99))
