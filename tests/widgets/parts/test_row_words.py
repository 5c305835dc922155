"""A row says in words what it draws."""

from widgets.parts.row_painter import RowPainter
from widgets.parts.row_words import RowWords, words_of_row


def _public(kind: type) -> set[str]:
    return {name for name, found in vars(kind).items() if callable(found) and not name.startswith("_")}


def test_everything_that_can_be_drawn_can_be_said() -> None:
    assert _public(RowPainter) <= _public(RowWords)


def test_the_name_comes_first_whatever_is_drawn_first() -> None:
    def draw(painter: RowPainter, row: str) -> None:
        painter.stripe("air")
        painter.right("2:30")
        painter.chip("Next", "preview")
        painter.chip("")
        painter.lines(row, "")

    assert words_of_row(draw, "4 No.2") == "4 No.2 · Next · 2:30"
