"""Times of a clip are exact, though no fractions are reckoned with."""

from fractions import Fraction

import numpy as np
from av import AudioFrame
from hypothesis import given
from hypothesis import strategies as st

from capture.clip_reader import Ruler, _woven

BASES = st.sampled_from([Fraction(1, 90_000), Fraction(1, 12_800), Fraction(1001, 30_000), Fraction(1, 1000)])
TIMES = st.fractions(-100, 100, max_denominator=10_000)


@given(BASES, TIMES, TIMES, st.integers(-(10**9), 10**12))
def test_a_stamp_is_what_fractions_say(base: Fraction, zero: Fraction, other: Fraction, stamp: int) -> None:
    ruler = Ruler(base, zero, other, None)
    assert ruler.seconds(ruler.at(stamp)) == stamp * base - zero
    assert ruler.seconds(ruler.marks(other)) == other
    assert abs(ruler.rounded(ruler.at(stamp), 1_000_000) - (stamp * base - zero) * 1_000_000) <= Fraction(1, 2)


def test_two_planes_become_samples_of_both_channels() -> None:
    sound = np.arange(20, dtype=np.float32).reshape(10, 2)
    frame = AudioFrame.from_ndarray(np.ascontiguousarray(sound.T), format="fltp", layout="stereo")
    assert (_woven(frame) == sound).all()
