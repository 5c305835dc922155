"""A canvas knows which way it stands."""

from console.model.canvas import Canvas


def test_only_what_is_taller_than_wide_is_portrait() -> None:
    assert Canvas(720, 1280).portrait
    assert not Canvas(1280, 720).portrait
    assert not Canvas(720, 720).portrait
