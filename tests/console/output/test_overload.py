"""When an encoder cannot keep up."""

from hypothesis import given
from hypothesis import strategies as st

from console.output.overload import SKIPS, Overload


def seen(overload: Overload, *ticks: tuple[bool, int]) -> Overload:
    for is_crowded, skipped in ticks:
        overload = overload.seen(is_crowded=is_crowded, skipped=skipped)
    return overload


@given(st.lists(st.booleans(), max_size=15))
def test_crowded_for_less_than_half_a_second_is_no_overload(crowded: list[bool]) -> None:
    assert not seen(Overload(30), *((one, 0) for one in crowded)).is_reached


def test_more_than_ten_skipped_in_a_second_are_one() -> None:
    assert not seen(Overload(30), (False, SKIPS)).is_reached
    assert seen(Overload(30), (False, SKIPS + 1)).is_reached
    slowly = [(False, n // 4) for n in range(300)]
    assert not seen(Overload(30), *slowly).is_reached


def test_crowded_for_half_a_second_is_one_until_a_whole_second_was_not() -> None:
    full, free = (True, 0), (False, 0)
    reached = seen(Overload(30), *[full] * 16)
    assert reached.is_reached
    assert seen(reached, *[full] * 14, *[free] * 29).is_reached, "whoever looks a little later still sees it"
    assert not seen(reached, *[full] * 14, *[free] * 30).is_reached


def test_after_relief_it_looks_anew() -> None:
    relieved = seen(Overload(30), (True, 40)).relieved(skipped=40)
    assert not seen(relieved, (False, 45)).is_reached
