"""A text shrinks before it is broken within a phrase, and is cut last."""

from overlays.breaks import graphemes
from overlays.lettering import Room, fitted


def fit(text: str, **room: float) -> tuple[tuple[str, ...], float, bool]:
    made = fitted(text, Room(**room), lambda size: lambda line: size * len(graphemes(line)), bold=False)  # type: ignore[arg-type]
    return made.lines, made.size, made.cut


def test_a_short_text_keeps_its_size() -> None:
    assert fit("有田焼", width=200, size=30, floor=20) == (("有田焼",), 30, False)


def test_a_longer_text_shrinks() -> None:
    assert fit("今日は天気です", width=160, size=30, floor=20) == (("今日は天気です",), 22, False)


def test_lines_are_used_before_size_is_given_up() -> None:
    assert fit("今日は天気です", width=130, size=30, floor=20, lines=2) == (("今日は", "天気です"), 30, False)


def test_at_the_floor_it_is_cut() -> None:
    lines, size, cut = fit("あ" * 50, width=100, size=30, floor=20, lines=2)
    assert cut
    assert size == 20
    assert lines == ("あああああ", "ああああ…")


def test_a_height_bounds_the_lines() -> None:
    lines, size, _ = fit("ああああ いいいい うううう", width=100, size=24, floor=20, lines=3, height=50)
    assert len(lines) * size <= 50


def test_no_text_takes_no_room() -> None:
    made = fitted("", Room(100, 30, 20), lambda size: lambda line: size * len(line), bold=False)
    assert made.lines == ()
    assert made.height == 0.0
