"""Pictures: planes without a copy."""

import av
import numpy as np
import pytest

from console.media.colour import yuv_of_hex
from console.media.picture import Picture, flat, picture_of_frame


@pytest.mark.parametrize("size", [(64, 32), (66, 34), (720, 1280), (1918, 1078)])
def test_a_frames_planes_are_seen_without_its_padding(size: tuple[int, int]) -> None:
    width, height = size
    picture = picture_of_frame(av.VideoFrame(width, height, "yuv420p"), pts_us=7)
    assert (picture.width, picture.height, picture.pts_us) == (width, height, 7)
    assert [plane.shape for plane in picture.planes] == [(height, width), *[(height // 2, width // 2)] * 2]


def test_writing_into_a_view_writes_into_the_frame() -> None:
    frame = av.VideoFrame(66, 34, "yuv420p")
    for plane, value in zip(picture_of_frame(frame).planes, (1, 2, 3), strict=True):
        plane[:] = value
    assert [set(np.unique(plane).tolist()) for plane in picture_of_frame(frame).planes] == [{1}, {2}, {3}]
    flat_bytes = frame.to_ndarray()
    assert [int(value) for value in (flat_bytes[0, 0], flat_bytes[34, 0], flat_bytes[-1, -1])] == [1, 2, 3]


def test_a_view_keeps_the_frames_memory_alive() -> None:
    picture = picture_of_frame(av.VideoFrame(640, 480, "yuv420p"))
    picture.y[:] = 77
    others = [av.VideoFrame(640, 480, "yuv420p") for _ in range(8)]
    for other in others:
        picture_of_frame(other).y[:] = 1
    assert set(np.unique(picture.y).tolist()) == {77}


def test_a_frame_of_another_format_is_a_bug_of_ours() -> None:
    with pytest.raises(AssertionError, match="rgb24"):
        picture_of_frame(av.VideoFrame(64, 64, "rgb24"))


def test_a_flat_picture_has_the_colour_it_was_given() -> None:
    picture = flat(8, 4, "#E5484D")
    assert [plane.shape for plane in picture.planes] == [(4, 8), (2, 4), (2, 4)]
    assert tuple(int(plane[0, 0]) for plane in picture.planes) == yuv_of_hex("#E5484D")


def test_two_pictures_are_the_same_only_if_they_are_one() -> None:
    first = flat(8, 4)
    second = Picture(first.y, first.u, first.v)
    assert first != second
    assert len({first, second, first}) == 2
