"""Lines from a stranger: any length, any bytes."""

import io

from console.engine.lines import bounded_lines


def test_lines_come_without_their_ends_and_empty_ones_not_at_all() -> None:
    assert list(bounded_lines(io.BytesIO(b"one\r\n\n\ntwo\nthree"))) == [b"one", b"two", b"three"]


def test_one_that_is_too_long_is_none_and_the_next_is_whole() -> None:
    text = b"x" * 100 + b"\n" + b"y" * 9 + b"\n" + b"z" * 10 + b"\n" + b"w" * 50
    assert list(bounded_lines(io.BytesIO(text), limit=10)) == [None, b"y" * 9, b"z" * 10, None]
