"""A sentence with a count in it whose digits change without painting."""

from console.ports.brush import Brush
from console.words.saying import Saying


class CountedLine:
    """Words, figures, words in one line, whichever language says it."""

    def __init__(self, brush: Brush, saying: Saying, name: str, value: str, *, words: float, figures: float) -> None:
        """`saying` has the gap `count`; `name` is the content's field; `words` and `figures` are sizes in pixels."""
        self._brush, self._name = brush, name
        before, after = brush.say(saying, count="\0").split("\0")
        self._before = brush.fitted(before, 10_000, size=words, bold=True)
        self._after = brush.fitted(after, 10_000, size=words, bold=True)
        self._figures = brush.live(value, size=figures)
        self._gap = words * 0.22
        self.size = max(figures, words)

    @property
    def width(self) -> float:
        """Of all of it."""
        widths = [text.width + self._gap for text in (self._before, self._after) if text.lines]
        return self._figures.width + sum(widths)

    def write(self, x: float, foot: float, colours: tuple[str, str]) -> None:
        """On the baseline y = `foot`; colours of the words and of the figures."""
        if self._before.lines:
            self._brush.write(self._before, x, foot - self._before.size * 0.88, colours[0])
            x += self._before.width + self._gap
        self._brush.write_live(self._name, self._figures, x, foot - self._figures.size * 0.88, colours[1])
        x += self._figures.width + self._gap
        if self._after.lines:
            self._brush.write(self._after, x, foot - self._after.size * 0.88, colours[0])


def counted(
    brush: Brush, saying: Saying, name: str, value: str, room: float, *, words: float, figures: float
) -> CountedLine:
    """The sentence at its sizes, or at the share of them that there is room for."""
    share = 1.0
    while True:
        line = CountedLine(brush, saying, name, value, words=words * share, figures=figures * share)
        if line.width <= room or share < 0.2:
            return line
        share *= min(0.97, room / line.width)
