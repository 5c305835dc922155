"""Bytes that wait, as time."""

from hypothesis import given
from hypothesis import strategies as st

from console.output.underway import Underway


def test_the_oldest_is_the_first_that_has_not_wholly_left() -> None:
    underway = Underway()
    assert underway.oldest_ms(left_bytes=0) is None
    for number in range(1, 4):
        underway.wrote(number * 10, end_byte=number * 100)
    assert underway.oldest_ms(left_bytes=-5) == 10
    assert underway.oldest_ms(left_bytes=99) == 10
    assert underway.oldest_ms(left_bytes=100) == 20
    assert underway.oldest_ms(left_bytes=250) == 30
    assert underway.oldest_ms(left_bytes=300) is None


@given(st.lists(st.integers(1, 1000), min_size=1), st.data())
def test_it_agrees_with_looking_at_each_tag(sizes: list[int], data: st.DataObject) -> None:
    underway, ends, total = Underway(), list[int](), 0
    for number, size in enumerate(sizes):
        total += size
        ends.append(total)
        underway.wrote(number, end_byte=total)
    left = data.draw(st.integers(0, total))
    assert underway.oldest_ms(left_bytes=left) == next((n for n, end in enumerate(ends) if end > left), None)
