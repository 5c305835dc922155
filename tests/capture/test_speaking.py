import numpy as np

from capture.speaking import Stretch, packed, unpacked
from tests.support.pulse import tone


def test_a_stretch_comes_out_as_it_went_in() -> None:
    stretch = Stretch(tone(0.01), -5_000_000_000, 0.5)
    again = unpacked(packed(stretch))
    assert (again.on_air_us, again.gain) == (-5_000_000_000, 0.5)
    assert np.array_equal(again.sound, stretch.sound)


def test_a_view_with_a_stride_is_packed_too() -> None:
    sound = tone(0.02)[::2]
    assert np.array_equal(unpacked(packed(Stretch(sound, 0, 1.0))).sound, sound)
