import pytest

from console.media.picture import flat
from console.mixer.thumbnails import LEAST_PX, Thumbnails, thinned
from console.model.scene import Placement
from tests.support.pictures import noise, same

SCENE = (Placement(source="cam"), Placement(source="clip"))


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (720, 1280), (3840, 2160), (1082, 1926), (4000, 4)])
def test_a_small_picture_has_even_sides_and_the_shape_of_the_large_one(size: tuple[int, int]) -> None:
    small = thinned(noise(*size))
    assert LEAST_PX * 0.98 <= max(small.width, small.height) < 3 * LEAST_PX or min(size) < 8
    assert small.width / small.height == pytest.approx(size[0] / size[1], rel=0.03)
    for plane in (small.u, small.v):
        assert plane.shape == (small.height // 2, small.width // 2)
        assert plane.flags.c_contiguous


def test_its_colour_is_the_same() -> None:
    small = thinned(flat(1080, 1920, "#E5484D"))
    assert same(small, flat(small.width, small.height, "#E5484D"))


def test_a_picture_that_is_small_already_stays_itself() -> None:
    picture = noise(360, 640)
    assert thinned(picture) is picture


def test_a_source_is_made_small_once_for_all_scenes_until_it_shows_another_picture() -> None:
    thumbnails, first = Thumbnails(), {"cam": noise(720, 1280)}
    small = thumbnails.of(SCENE, first)["cam"]
    assert thumbnails.of(SCENE[:1], first)["cam"] is small
    assert thumbnails.of(SCENE, {"cam": noise(720, 1280)})["cam"] is not small


def test_a_source_that_is_gone_is_forgotten() -> None:
    thumbnails = Thumbnails()
    thumbnails.of(SCENE, {"cam": noise(720, 1280)})
    assert thumbnails.of(SCENE, {}) == {}
    assert thumbnails._known == {}
