"""When an encoder cannot keep up."""

from hypothesis import given
from hypothesis import strategies as st

from console.media.feed import DEPTH
from console.output.overload import SKIPS, Overload


def seen(overload: Overload, *ticks: tuple[int, int]) -> Overload:
    for waiting, skipped in ticks:
        overload = overload.seen(waiting=waiting, skipped=skipped)
    return overload


@given(st.lists(st.integers(0, DEPTH - 2), max_size=200))
def test_room_left_is_no_overload(waiting: list[int]) -> None:
    assert not seen(Overload(30), *((one, 0) for one in waiting)).is_reached


def test_more_than_ten_skipped_in_a_second_are_one() -> None:
    assert not seen(Overload(30), (0, SKIPS)).is_reached
    assert seen(Overload(30), (0, SKIPS + 1)).is_reached
    slowly = [(0, n // 4) for n in range(300)]
    assert not seen(Overload(30), *slowly).is_reached


def test_hardly_any_room_for_half_a_second_is_one_until_a_whole_second_was_not() -> None:
    full, free = (DEPTH - 1, 0), (0, 0)
    reached = seen(Overload(30), *[full] * 16)
    assert reached.is_reached
    assert seen(reached, *[full] * 14, *[free] * 29).is_reached, "whoever looks a little later still sees it"
    assert not seen(reached, *[full] * 14, *[free] * 30).is_reached


def test_after_relief_it_looks_anew() -> None:
    relieved = seen(Overload(30), (3, 40)).relieved(skipped=40)
    assert not seen(relieved, (0, 45)).is_reached
